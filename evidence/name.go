package evidence

import (
	"fmt"
	"strings"
	"unicode"

	"thidua/refusal"
	"thidua/vi"
)

// longestName bounds a file's name, in letters.
const longestName = 150

// runnable are endings of programs and scripts. One of them inside a name
// ("bao-cao.exe.pdf") is there to deceive.
var runnable = map[string]bool{
	"exe": true, "com": true, "bat": true, "cmd": true, "scr": true, "pif": true, "msi": true, "dll": true, "js": true, "jse": true,
	"vbs": true, "vbe": true, "wsf": true, "ps1": true, "sh": true, "jar": true, "php": true, "asp": true, "aspx": true, "jsp": true,
	"html": true, "htm": true, "svg": true, "hta": true, "lnk": true, "docm": true, "xlsm": true, "pptm": true,
}

// advice is said of endings that people bring in good faith.
var advice = map[string]string{
	"doc": "Tệp Word kiểu cũ (.doc) có thể chứa mã lệnh: hãy mở bằng Word, lưu thành .docx hoặc PDF rồi tải lại.",
	"xls": "Tệp Excel kiểu cũ (.xls) có thể chứa mã lệnh: hãy mở bằng Excel, lưu thành .xlsx rồi tải lại.",
	"ppt": "Tệp PowerPoint kiểu cũ (.ppt) có thể chứa mã lệnh: hãy lưu thành .pptx hoặc PDF rồi tải lại.",

	"docm": "Tệp Word chứa macro không được nhận: hãy lưu thành .docx hoặc PDF.",
	"xlsm": "Tệp Excel chứa macro không được nhận: hãy lưu thành .xlsx.",
	"pptm": "Tệp PowerPoint chứa macro không được nhận: hãy lưu thành .pptx hoặc PDF.",
	"heic": "Ảnh HEIC chưa đọc được: hãy lưu ảnh thành .jpg rồi tải lại.",
	"zip":  "Tệp nén không được nhận: hãy tải từng tệp bên trong.",
	"rar":  "Tệp nén không được nhận: hãy tải từng tệp bên trong.",
	"7z":   "Tệp nén không được nhận: hãy tải từng tệp bên trong.",
}

// taken says what the library takes.
const taken = "Chỉ nhận PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx) và ảnh JPG, PNG, WebP."

// NameOf puts a file's name as a browser sent it in order, without folders, and
// tells the format that its ending claims. It refuses names that deceive or
// that no format taken has.
func NameOf(sent string) (name string, claimed Format, err error) {
	name = sent[strings.LastIndexAny(sent, `/\`)+1:]
	if vi.ValidText(name) != nil || strings.ContainsFunc(name, deceiving) {
		return "", "", refusal.Field("tep", "Tên tệp có ký tự không đọc được: hãy đổi tên tệp rồi tải lại.")
	}
	name = strings.Trim(vi.Clean(name), ". ")
	parts := strings.Split(strings.ToLower(name), ".")
	ending := strings.TrimSpace(parts[len(parts)-1])
	claimed, known := endings[ending]
	switch {
	case len(parts) < 2 || parts[0] == "" || !known && advice[ending] == "":
		return "", "", refusal.Field("tep", taken)
	case !known:
		return "", "", refusal.Field("tep", advice[ending])
	case len([]rune(name)) > longestName:
		return "", "", refusal.Field("tep", fmt.Sprintf("Tên tệp dài quá %d chữ: hãy đổi tên ngắn hơn.", longestName))
	}
	for _, inner := range parts[1 : len(parts)-1] {
		if runnable[strings.TrimSpace(inner)] {
			return "", "", refusal.Field("tep", fmt.Sprintf("Tên tệp có hai đuôi (.%s.%s): tệp chương trình giả làm tài liệu không được nhận.", inner, ending))
		}
	}
	return name, claimed, nil
}

// deceiving letters hide what a name is: they turn the direction of writing,
// take no room, or mean something to a file system.
func deceiving(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`<>:"|?*`, r)
}
