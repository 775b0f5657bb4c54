package award_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/award"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/vi"
)

// listed is where the awards of the decision go out and come back, with the id
// of its first award and, but for the place, of all others.
func (d desk) listed(name string) (at, award, others string) {
	d.t.Helper()
	award = strings.TrimPrefix(d.linkOf(name, 1), "/so-khen-thuong/")
	award, _, _ = strings.Cut(award, "?")
	decision, _, _ := strings.Cut(award, "-")
	return "/danh-sach-khen-thuong/" + decision + "/excel", award, decision + "-"
}

// amending is what a line says of the decision that amends it.
func amending(cells map[string]any) map[string]any {
	all := map[string]any{"I": "101/QĐ-UBND", "J": 41963, "K": "Chủ tịch UBND tỉnh Nghệ An", "L": "Ghi sai tên"} // 20/11/2014
	for name, value := range cells {
		all[name] = value
	}
	return all
}

func TestExcel_amendsADecisionsAwardsEachByADecisionOfItsOwn(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		at, first, others := d.listed("Nguyễn Đức Hòa")
		by := d.As("decider")
		if said, _ := by.Brought(t, at, by.Filled(t, at, first, nil)); !strings.Contains(said, "Tệp không thay đổi ô nào") {
			t.Errorf("a file nobody filled in: %s", said)
		}
		_, bare := by.Brought(t, at, by.Filled(t, at, first, map[string]any{"F": "Nguyễn Đức Hòa (sửa)"}))
		page := d.refused("decider", at, bare, http.StatusBadRequest)
		if text := page.Only(t, "#loi").Text(); !strings.Contains(text, "1. Nguyễn Đức Hòa: Thiếu số quyết định.") {
			t.Errorf("without its decision and reason: %s", text)
		}
		for _, a := range page.Find("#loi a") {
			if len(page.Find(a.Attr("href"))) != 1 {
				t.Errorf("%q leads nowhere", a.Attr("href"))
			}
		}
		file := by.Filled(t, at, first, amending(map[string]any{"F": "Nguyễn Đức Hòa (sửa)"}))
		_, form := by.Brought(t, at, file)
		_, second := by.Brought(t, at, by.Filled(t, at, others+"2", amending(map[string]any{"G": "Huyện Con Cuông", "H": "Có sáng kiến", "J": "20/11/2014"})))
		for name, values := range second {
			form[name] = append(form[name], values...)
		}
		early := url.Values{}
		for name, values := range form {
			early[name] = values
		}
		early.Set("kt."+others+"2.day", "01/01/2014")
		d.refused("decider", at, early, http.StatusBadRequest)
		if text := d.page("decider", "/so-khen-thuong/"+first).Only(t, "main").Text(); strings.Contains(text, "(sửa)") {
			t.Errorf("with one line at fault another was recorded: %s", text)
		}
		if to := d.does("decider", at, form); !strings.HasPrefix(to, "/so-khen-thuong?") {
			t.Errorf("it leads to %s", to)
		}
		for id, want := range map[string][]string{first: {"Chiến sĩ thi đua cơ sở: Nguyễn Đức Hòa ", "Tên: Nguyễn Đức Hòa (sửa)", "Quyết định số 101/QĐ-UBND ngày 20/11/2014"}, others + "2": {"Đơn vị: Huyện Con Cuông", "Thành tích: Có sáng kiến"}} {
			for _, words := range want {
				if text := d.page("decider", "/so-khen-thuong/"+id).Only(t, "main").Text(); !strings.Contains(text, words) {
					t.Errorf("%s does not say %q: %s", id, words, text)
				}
			}
		}
		if said, _ := by.Brought(t, at, file); !strings.Contains(said, "Tệp không thay đổi ô nào") {
			t.Errorf("the same file again: %s", said)
		}
		_, again := by.Brought(t, at, by.Filled(t, at, first, map[string]any{"F": "Nguyễn Đức Hoà (lần hai)"}))
		if text := d.refused("decider", at, again, http.StatusBadRequest).Only(t, "main").Text(); !strings.Contains(text, "101/QĐ-UBND là của lần điều chỉnh trước") {
			t.Errorf("amended again by the decision of before: %s", text)
		}
		again.Set("kt."+first+".number", "102/QĐ-UBND")
		again.Set("cu.kt."+first+".number", "101/QĐ-UBND")
		again.Set("kt."+first+".name", "")
		if text := d.refused("decider", at, again, http.StatusBadRequest).Only(t, "main").Text(); !strings.Contains(text, "không để trống") {
			t.Errorf("a name taken away: %s", text)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			decision, _, _ := strings.Cut(first, "-")
			dec, all, err := award.Of(ctx, tx, decision, award.Whole)
			if err == nil && (dec.Number != "155/QĐ-UBND" || all[0].Name != "Nguyễn Đức Hòa" || all[1].UnitName != "Huyện Kỳ Sơn") {
				t.Errorf("the decision as issued reads %+v, %+v", dec, all)
			}
			return err
		})
	})
}

func TestExcel_showsAnAmendmentOfAnotherSideBySide(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		at, first, _ := d.listed("Nguyễn Đức Hòa")
		by := d.As("decider")
		mine := by.Filled(t, at, first, amending(map[string]any{"F": "Theo tệp"}))
		d.does("secretary", "/so-khen-thuong/"+first+"/dieu-chinh", url.Values{"viec": {"dieu-chinh"}, "number": {"98/QĐ-UBND"}, "day": {"20/11/2014"}, "authority": {"Chủ tịch UBND tỉnh Nghệ An"}, "reason": {"Ghi sai"}, "name": {"Thư ký đã sửa"}})
		main := province.Page(t, by.Send(at+"/xem", nil, "tep", "a.xlsx", mine), http.StatusOK).Only(t, "main")
		text := main.Only(t, "tbody").Text()
		for _, want := range []string{"Thư ký đã sửa", "người khác đã đổi sau khi tải tệp", "Theo tệp", "98/QĐ-UBND", "101/QĐ-UBND"} {
			if !strings.Contains(text, want) {
				t.Errorf("side by side does not stand %q: %s", want, text)
			}
		}
		_, form := by.Brought(t, at, mine)
		if form.Has("nhan") {
			t.Error("what another amended is ticked")
		}
		form.Set("nhan", first)
		form.Set("cu.kt."+first+".name", "Nguyễn Đức Hòa")
		if text := d.refused("decider", at, form, http.StatusConflict).Only(t, "main").Text(); !strings.Contains(text, "có người vừa đổi thành Thư ký đã sửa") {
			t.Errorf("amended since the preview: %s", text)
		}
		form.Set("cu.kt."+first+".name", "Thư ký đã sửa")
		d.does("decider", at, form)
		if text := d.page("decider", "/so-khen-thuong/"+first).Only(t, "main").Text(); !strings.Contains(text, "98/QĐ-UBND") || !strings.Contains(text, "Tên: Theo tệp") {
			t.Errorf("both amendments: %s", text)
		}
	})
}

func TestExcel_refusesTheAwardListOfOthersAndWhatWasRevoked(t *testing.T) {
	db := testkit.SQLite(t)
	d := begin(t, db)
	d.record(award.Decision{Number: "160/QĐ-UBND", Day: vi.MustDay("2014-02-01"), Authority: "Chủ tịch UBND tỉnh Nghệ An", Sample: true},
		award.Award{Kind: award.Individual, Name: "Lô Văn Ba", UnitName: "Huyện Kỳ Sơn", Title: "advanced_worker", TitleName: "Lao động tiên tiến", Year: 2013, Sample: true})
	at, first, others := d.listed("Nguyễn Đức Hòa")
	other, ofOther, _ := d.listed("Lô Văn Ba")
	by := d.As("decider")
	before := by.Filled(t, at, first, amending(map[string]any{"F": "Theo tệp"}))
	_, form := by.Brought(t, at, before)
	for who, want := range map[string]int{"officer:con-cuong": http.StatusForbidden, "head": http.StatusForbidden, "admin": http.StatusForbidden, "inspector": http.StatusForbidden, "member": http.StatusForbidden, "other": http.StatusNotFound} {
		for name, code := range map[string]int{"takes": d.As(who).Get(at + "?dang=xlsx").Code, "brings": d.As(who).Send(at+"/xem", nil, "tep", "a.xlsx", before).Code, "records": d.As(who).Post(at, form).Code} {
			if code != want {
				t.Errorf("%s %s the list: %d", who, name, code)
			}
		}
	}
	d.does("decider", "/so-khen-thuong/"+first+"/thu-hoi", revocation())
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"another decision's":         {by.Filled(t, other, ofOther, amending(map[string]any{"F": "x"})), "không phải tệp đã tải từ trang này"},
		"from before the revocation": {before, "(Tên): nay đã khóa"},
		"cut off":                    {before[:len(before)/2], ""},
		"a row of another decision":  {by.Filled(t, at, others+"2", map[string]any{"A": ofOther}), "không còn trong bảng"},
	} {
		page := province.Page(t, by.Send(at+"/xem", nil, "tep", "a.xlsx", c.file), http.StatusBadRequest)
		if text := page.Only(t, "#loi").Text(); !strings.Contains(text, c.says) {
			t.Errorf("%s: %s", name, text)
		}
	}
	if w := by.Post(at, form); w.Code != http.StatusBadRequest {
		t.Errorf("a revoked award is amended by a form of before: %d", w.Code)
	}
	_, formula := by.Brought(t, at, by.Filled(t, at, others+"2", amending(map[string]any{"F": "=HYPERLINK(\"x\")"})))
	d.refused("decider", at, formula, http.StatusBadRequest)
	for _, none := range []string{"999", "x", "-1"} {
		if w := by.Get("/danh-sach-khen-thuong/" + none + "/excel"); w.Code != http.StatusNotFound {
			t.Errorf("decision %q: %d", none, w.Code)
		}
	}
}
