package account_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"thidua/account"
	"thidua/internal/testkit"
	"thidua/store"
)

func TestPeople_areEditedAndAddedByExcelAllOrNone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := open(t, db)
		const at = "/quan-tri/nguoi-dung/excel"
		d, who := p.As("admin"), p.People["officer:con-cuong"].ID
		everyone := func() (all []account.Person) {
			testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
				all, err = account.Everyone(ctx, tx)
				return err
			})
			return all
		}
		before := len(everyone())

		_, form := d.Brought(t, at, d.Filled(t, at, who, map[string]any{"F": "Phó Trưởng phòng"}))
		_, added := d.Brought(t, at, d.Filled(t, at, "moi-1", map[string]any{"C": "Vi Thị Thử", "D": "Vi Thị Thử"}))
		for name, values := range added {
			form[name] = append(form[name], values...)
		}
		if w := d.Post(at, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Vi Thị Thử") || len(everyone()) != before {
			t.Fatalf("a login with accents: %d", w.Code)
		}
		form.Set("nguoi.moi-1.login", "vi.thi.thu")
		if w := d.Post(at, form); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		found := 0
		for _, x := range everyone() {
			if x.ID == who && x.Post == "Phó Trưởng phòng" || x.Login == "vi.thi.thu" && x.Name == "Vi Thị Thử" {
				found++
			}
		}
		if found != 2 || len(everyone()) != before+1 {
			t.Errorf("%d of two are there", found)
		}
		for _, stranger := range []string{"head", "standing", "officer:con-cuong", "inspector"} {
			if w := p.As(stranger).Post(at, form); w.Code != http.StatusForbidden {
				t.Errorf("%s records people: %d", stranger, w.Code)
			}
			if w := p.As(stranger).Get(at + "?dang=xlsx"); w.Code != http.StatusForbidden {
				t.Errorf("%s takes the list: %d", stranger, w.Code)
			}
		}
	})
}
