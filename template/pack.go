package template

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"thidua/evidence"
	"thidua/refusal"
)

// Bounds of a template's file, in bytes.
const (
	MaxSize     = 5 << 20
	maxUnpacked = 40 << 20
)

// FileField is the name of the field by which a file is sent.
const FileField = "tep"

func refuse(format string, args ...any) error {
	return refusal.Field(FileField, fmt.Sprintf(format, args...))
}

const broken = "Tệp Word bị hỏng: hãy mở bằng Word, lưu lại thành .docx rồi nạp."

// part is one file of the package; root is set for those that are filled.
type part struct {
	name string
	raw  []byte
	root *node
}

// pack is a Word file taken apart, its parts in the order of the file.
type pack []*part

// filled are the parts in which fields may stand.
var filled = regexp.MustCompile(`^word/(document|header\d*|footer\d*)\.xml$`)

const mainPart = "word/document.xml"

// unpack takes a Word file apart and refuses, in words, what runs, fetches or
// unfolds beyond measure.
func unpack(file []byte) (pack, error) {
	if len(file) > MaxSize {
		return nil, refuse("Tệp lớn quá %d MB: hãy bỏ bớt hoặc nén ảnh trong mẫu.", MaxSize>>20)
	}
	format, err := evidence.Sniff(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	if format != evidence.DOCX {
		return nil, refuse("Mẫu văn bản phải là tệp Word (.docx).")
	}
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, refuse(broken)
	}
	left := int64(maxUnpacked)
	var p pack
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if reason := unwanted(f.Name); reason != "" {
			return nil, refuse("%s", reason)
		}
		raw, err := read(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(raw))
		p = append(p, &part{name: f.Name, raw: raw})
	}
	return p, p.check()
}

func read(f *zip.File, left int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, refuse(broken)
	}
	defer r.Close()
	raw, err := io.ReadAll(io.LimitReader(r, left+1)) // the package may understate it
	switch {
	case int64(len(raw)) > left:
		return nil, refuse("Tệp bung ra quá lớn (hơn %d MB): hãy bỏ bớt ảnh trong mẫu.", maxUnpacked>>20)
	case err != nil:
		return nil, refuse(broken)
	}
	return raw, nil
}

// endings are those of parts that a letter needs.
var endings = []string{".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".odttf"}

// unwanted says why a part is not taken.
func unwanted(name string) string {
	small := strings.ToLower(name)
	switch {
	case strings.Contains(small, "embeddings/"), strings.Contains(small, "afchunk"):
		return "Mẫu có tệp hoặc đối tượng của chương trình khác nhúng bên trong: hãy bỏ đối tượng ấy rồi lưu lại."
	case strings.HasPrefix(small, "_xmlsignatures/"):
		return "Mẫu đã được ký số; điền vào thì chữ ký hỏng. Hãy nạp bản chưa ký."
	case strings.Contains(small, "printersettings"):
	case !slices.Contains(endings, path.Ext(small)):
		return "Mẫu có phần “" + path.Base(name) + "” không dùng được trong văn bản; ảnh hãy dùng PNG hoặc JPEG."
	}
	return ""
}

// check reads the parts that are filled and looks into all others that might
// fetch something.
func (p pack) check() error {
	if p.part(mainPart) == nil {
		return refuse(broken)
	}
	for _, x := range p {
		if strings.HasSuffix(strings.ToLower(x.name), ".rels") {
			if err := checkRelations(x.raw); err != nil {
				return err
			}
			continue
		}
		if !strings.HasPrefix(x.name, "word/") || path.Ext(x.name) != ".xml" {
			continue
		}
		root, err := parse(x.raw)
		if err != nil {
			return refuse(broken)
		}
		if err := checkInstructions(root); err != nil {
			return err
		}
		if filled.MatchString(x.name) {
			if !slices.Contains(wordSpaces, root.attr("xmlns:w")) {
				return refuse("Tệp không do Word lưu theo cách thường: hãy mở bằng Word, lưu lại thành .docx rồi nạp.")
			}
			x.root = root
		}
	}
	if p.part(mainPart).root.child("w:body") == nil {
		return refuse(broken)
	}
	return nil
}

// wordSpaces are the names of Word's own vocabulary (ISO/IEC 29500, transitional
// and strict).
var wordSpaces = []string{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"}

func (p pack) part(name string) *part {
	for _, x := range p {
		if x.name == name {
			return x
		}
	}
	return nil
}

// fetching are ends of the types of relations that bring in foreign matter.
var fetching = []string{"/attachedTemplate", "/oleObject", "/package", "/aFChunk", "/subDocument", "/frame", "/control", "/vbaProject", "/externalLink", "/mailMergeSource"}

func checkRelations(raw []byte) error {
	var table struct {
		All []struct {
			Type string `xml:"Type,attr"`
			Mode string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal(raw, &table); err != nil {
		return refuse(broken)
	}
	for _, r := range table.All {
		foreign := slices.ContainsFunc(fetching, func(end string) bool { return strings.HasSuffix(r.Type, end) })
		if foreign || strings.EqualFold(r.Mode, "External") && !strings.HasSuffix(r.Type, "/hyperlink") {
			return refuse("Mẫu có liên kết lấy nội dung từ tệp khác hoặc từ mạng (%s): hãy ngắt liên kết, chèn ảnh vào hẳn trong tệp rồi lưu lại.", path.Base(r.Type))
		}
	}
	return nil
}

// bytes puts the file together again. The same parts give the same bytes.
func (p pack) bytes() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, x := range p {
		raw := x.raw
		if x.root != nil {
			raw = x.root.bytes()
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: x.name, Method: zip.Deflate})
		if err != nil {
			return nil, fmt.Errorf("template: %s: %w", x.name, err)
		}
		if _, err := w.Write(raw); err != nil {
			return nil, fmt.Errorf("template: %s: %w", x.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("template: %w", err)
	}
	return b.Bytes(), nil
}
