package award_test

import (
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"thidua/internal/testkit"
)

// TestWalk_aDecisionsListGoesOutAsExcelAndComesBack follows the file through the
// secretary's hands: the link, a preview with a conflict, what lacks, the record.
func TestWalk_aDecisionsListGoesOutAsExcelAndComesBack(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	at, first, others := d.listed("Nguyễn Đức Hòa")
	secretary := d.As("secretary")
	keep := func(name string, content []byte) string {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	bare := keep("thieu.xlsx", secretary.Filled(t, at, others+"2", map[string]any{"G": "Huyện Con Cuông"}))
	whole := keep("du.xlsx", secretary.Filled(t, at, first, amending(map[string]any{"F": "Theo tệp"})))
	d.does("decider", "/so-khen-thuong/"+first+"/dieu-chinh", url.Values{"viec": {"dieu-chinh"}, "number": {"98/QĐ-UBND"}, "day": {"20/11/2014"}, "authority": {"Chủ tịch UBND tỉnh Nghệ An"}, "reason": {"Ghi sai"}, "name": {"Người khác đã sửa"}})
	site, browser := d.Serve(), testkit.Browser(t)
	tab := browser.Tab(t)
	tab.SignIn(d.Cookie("secretary"), site)
	tab.Open(site + "/so-khen-thuong/" + first)
	tab.Look("excel-khen-thuong-1-loi-vao")
	tab.Click(`.acts a[href$="/excel"]`)
	tab.Says("Tải tệp Excel")
	tab.Attach("#o-tep", bare)
	tab.Click(`main button[value=xem]`)
	tab.Says("Tệp thay đổi 1 ô")
	tab.Click(`main button[value=ghi]`)
	tab.Says("Chưa ghi được")
	tab.Look("excel-khen-thuong-2-thieu-quyet-dinh")
	tab.Attach("#o-tep", whole)
	tab.Click(`main button[value=xem]`)
	tab.Says("người khác đã đổi sau khi tải tệp")
	tab.Look("excel-khen-thuong-3-hai-ben")
	tab.Click("#nhan-0")
	tab.Click(`main button[value=ghi]`)
	tab.Says("Đã ghi điều chỉnh 1 khen thưởng.")
	tab.Look("excel-khen-thuong-4-da-ghi")
}
