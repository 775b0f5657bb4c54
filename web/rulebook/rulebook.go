// Package rulebook sets the pages of the law: the regimes in time, what each lays
// down about a title, where it stands and how far it is known; and the by-laws of
// provinces and clusters, which an administrator loads.
package rulebook

import (
	"context"
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"thidua/bylaw"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/year"
)

// Routes adds the pages to the site. They are public, as the law and by-laws
// are.
func Routes(desk year.Desk, mux *http.ServeMux) {
	mux.HandleFunc("GET /luat", page(desk, recorded(desk, home)))
	mux.HandleFunc("GET /luat/{regime}", page(desk, regime))
	mux.HandleFunc("GET /luat/{regime}/{title}", page(desk, title))
	mux.HandleFunc("GET /luat/dia-phuong/{id}", page(desk, recorded(desk, local)))
}

type reader func(*http.Request) (templ.Component, error)

// recorded is a reader that looks into the records.
func recorded(desk year.Desk, read func(*http.Request, *store.Tx) (templ.Component, error)) reader {
	return func(r *http.Request) (page templ.Component, err error) {
		err = desk.DB.Read(r.Context(), func(tx *store.Tx) error {
			page, err = read(r, tx)
			return err
		})
		return page, err
	}
}

func page(desk year.Desk, read reader) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		page, err := read(r)
		if err != nil {
			desk.Refuse(w, r, err)
			return
		}
		desk.Show(w, r, http.StatusOK, page)
	}
}

// asked is the question of which law held on a day.
type asked struct {
	Day   string // as typed
	Error string
	Found bool
	On    rulebook.Regime
	Past  bool // a day was asked for
}

func home(r *http.Request, tx *store.Tx) (templ.Component, error) {
	locals, err := bylaw.All(r.Context(), tx)
	if err != nil {
		return nil, err
	}
	a := asked{Day: r.URL.Query().Get("ngay")}
	if a.Day != "" {
		day, err := vi.ParseDay(a.Day)
		if err != nil {
			a.Error = err.Error()
		} else {
			a.Past = true
			a.On, a.Found = rulebook.RegimeOn(day)
		}
	}
	return homePage(a, locals, r.URL.RequestURI()), nil
}

func regimeOf(r *http.Request) (rulebook.Regime, error) {
	x, ok := rulebook.RegimeByID(r.PathValue("regime"))
	if !ok {
		return x, refusal.New(refusal.NotFound, "Không có chế độ này.")
	}
	return x, nil
}

func regime(r *http.Request) (templ.Component, error) {
	x, err := regimeOf(r)
	return regimePage(x, r.URL.RequestURI()), err
}

func title(r *http.Request) (templ.Component, error) {
	x, err := regimeOf(r)
	if err != nil {
		return nil, err
	}
	t, ok := x.Title(rulebook.Code(r.PathValue("title")))
	if !ok {
		return nil, refusal.New(refusal.NotFound, "Chế độ này chưa có quy định nào được ghi về danh hiệu, hình thức ấy.")
	}
	return titlePage(x, t, r.URL.RequestURI()), nil
}

// at is the address of a regime, or of a title in it.
func at(parts ...string) templ.SafeURL {
	to := "/luat"
	for _, p := range parts {
		to += "/" + url.PathEscape(p)
	}
	return templ.URL(to)
}

// span is from when until when something holds.
func span(ctx context.Context, from, until vi.Day) string {
	if until.IsZero() {
		return ui.T(ctx, "từ ", "from ") + from.Short()
	}
	return ui.T(ctx, "từ ", "from ") + from.Short() + ui.T(ctx, " đến ", " to ") + until.Short()
}

func nameOf(code rulebook.Code) string {
	n, _ := rulebook.NameOf(code)
	return n.Name
}

// others are the regimes that say something of the title, for comparison.
func others(code rulebook.Code) (all []rulebook.Regime) {
	for _, r := range rulebook.Regimes() {
		if _, ok := r.Title(code); ok {
			all = append(all, r)
		}
	}
	return all
}
