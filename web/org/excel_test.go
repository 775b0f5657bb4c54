package org_test

import (
	"net/http"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

func TestExcel_renamesAndAddsUnitsAllOrNone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		d, unit := p.As("standing"), p.Unit["con-cuong"]
		at := "/don-vi/" + unit + "/truc-thuoc/excel"
		before := count(t, p)
		if said, _ := d.Brought(t, at, d.Filled(t, at, unit, nil)); !strings.Contains(said, "Tệp không thay đổi ô nào") {
			t.Errorf("a file nobody filled in: %s", said)
		}
		_, form := d.Brought(t, at, d.Filled(t, at, unit, map[string]any{"E": "Huyện Con Cuông Mới"}))
		_, added := d.Brought(t, at, d.Filled(t, at, "moi-1", map[string]any{"E": "Xã Bình Chuẩn", "F": 41640}))
		for name, values := range added {
			form[name] = append(form[name], values...)
		}
		if w := d.Post(at, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Phải ghi ngày bắt đầu mang tên mới") || count(t, p) != before {
			t.Fatalf("a new name without its day: %d, %d units of %d", w.Code, count(t, p), before)
		}
		form.Set("dv."+unit+".on", "01/06/2014")
		if w := d.Post(at, form); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, province.Page(t, w, w.Code).Only(t, "main").Text())
		}
		text := province.Page(t, d.Get("/don-vi/"+unit), http.StatusOK).Only(t, "main").Text()
		if !strings.Contains(text, "Huyện Con Cuông Mới") || count(t, p) != before+1 {
			t.Errorf("%d units of %d: %s", count(t, p), before, text)
		}
		if w := d.Send(at+"/xem", nil, "tep", "a.xlsx", d.Filled(t, "/don-vi/"+p.Unit["ky-son"]+"/truc-thuoc/excel", p.Unit["ky-son"], nil)); w.Code != http.StatusBadRequest {
			t.Errorf("another unit's file: %d", w.Code)
		}
		for _, stranger := range []string{"head", "officer:con-cuong", "inspector"} {
			if w := p.As(stranger).Get(at + "?dang=xlsx"); w.Code != http.StatusForbidden {
				t.Errorf("%s takes the file: %d", stranger, w.Code)
			}
			if w := p.As(stranger).Post(at, form); w.Code != http.StatusForbidden {
				t.Errorf("%s renames: %d", stranger, w.Code)
			}
		}
	})
}
