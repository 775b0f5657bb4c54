package dossier_test

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"thidua/internal/testkit"
	"thidua/season"
)

// TestWalk_nominationsGoOutAsExcelAndComeBack follows the file through the
// head's hands: the link, a file refused, a preview with a conflict, the record.
func TestWalk_nominationsGoOutAsExcelAndComeBack(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	member, guest := y.twoNominated(t)
	folder, at, d := t.TempDir(), y.excelAt(), y.As("head")
	keep := func(name string, content []byte) string {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	filled := keep("de-nghi.xlsx", d.Filled(t, at, member, map[string]any{"G": "Theo tệp", "J": "có"}))
	foreign := keep("khac.xlsx", d.Filled(t, at, guest, map[string]any{"A1": "thidua de-nghi khác"}))
	if w := y.As("secretary").Post(y.Path("de-nghi", member), url.Values{"viec": {"ly-do"}, "why": {"Thư ký đã sửa"}}); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	site, browser := y.Serve(), testkit.Browser(t)
	head := sit(t, browser, y, site, "head")
	head.Open(site + y.Path("de-nghi"))
	head.Click(`.acts a[href$="/de-nghi/excel"]`)
	head.Says("Tải tệp Excel")
	head.Look("excel-de-nghi-1-lay-tep")
	head.Attach("#o-tep", foreign)
	head.press("xem")
	head.Says("không phải tệp đã tải từ trang này")
	head.Look("excel-de-nghi-2-tep-la")
	head.Attach("#o-tep", filled)
	head.press("xem")
	head.Says("người khác đã đổi sau khi tải tệp")
	head.Look("excel-de-nghi-3-hai-ben")
	head.Click("#nhan-0")
	head.press("ghi")
	head.Says("Đã ghi thay đổi của 1 đề nghị, lập 0 đề nghị.")
	head.Open(site + y.Path("de-nghi", member))
	head.Says("Theo tệp")
	head.Click("main details:has(textarea[name=why]) summary")
	head.Look("excel-de-nghi-4-sua-ly-do")
}
