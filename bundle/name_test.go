package bundle

import (
	"path"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestName_speaksAndIsSafe(t *testing.T) {
	long := strings.Repeat("rất dài ", 100)
	for name, c := range map[string]struct{ title, ending, want string }{
		"Vietnamese":             {"Báo cáo thành tích", "pdf", "07-bao-cao-thanh-tich.pdf"},
		"letters apart":          {norm.NFD.String("Tờ trình Đắk Lắk"), "docx", "07-to-trinh-dak-lak.docx"},
		"a way to other folders": {"../../etc/passwd", "pdf", "07-etc-passwd.pdf"},
		"a Windows way":          {`C:\..\con`, "pdf", "07-c-con.pdf"},
		"nothing left":           {"…/\x00", "", "07"},
		"an ending that leads":   {"a", "../x", "07-a.x"},
		"broken bytes":           {"a\xff\xfeb", "pdf", "07-a-b.pdf"},
		"too long":               {long, "pdf", "07-" + strings.Trim(strings.Repeat("rat-dai-", 10), "-") + ".pdf"},
	} {
		if got := Name(7, c.title, c.ending); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := Folder(12, "Huyện Con Cuông"); got != "0012-huyen-con-cuong" {
		t.Error(got)
	}
}

func FuzzName(f *testing.F) {
	f.Add(1, "Báo cáo thành tích", "pdf")
	f.Add(-3, "../../x\x00", "..")
	f.Fuzz(func(t *testing.T, number int, title, ending string) {
		for _, name := range []string{Name(number, title, ending), Folder(number, title)} {
			if name == "" || len(name) > 120 || path.Base(name) != name || strings.Contains(name, "..") || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" {
				t.Errorf("%q", name)
			}
		}
	})
}
