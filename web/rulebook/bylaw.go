package rulebook

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/bylaw"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// longestFile bounds a by-law's file, in bytes; the longest regime of the law
// has some 60 000.
const longestFile = 1 << 20

// Desk is where by-laws are loaded.
var Desk = []work.Page{
	{Path: "/quan-tri/quy-dinh", Title: ui.Words{Vietnamese: "Quy định của địa phương", English: "By-laws"}, Who: []access.Role{access.Admin}, Read: loading, Acts: map[string]work.Act{"nap": load}, Files: longestFile},
}

func loading(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := bylaw.All(ctx, tx)
	return loadPage(v, f, all), err
}

// load takes a by-law's file; everything wrong in it is said at once.
func load(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	file, _, err := f.File("file")
	if errors.Is(err, http.ErrMissingFile) {
		return work.Done{}, refusal.Field("file", "Chưa chọn tệp.")
	}
	if err != nil {
		return work.Done{}, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, longestFile))
	if err != nil {
		return work.Done{}, err
	}
	l, err := bylaw.Load(ctx, tx, v.By, v.Today, raw)
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã nạp %s, bản %d.", l.Name, l.Version), English: fmt.Sprintf("Loaded %s, version %d.", l.Name, l.Version)}}, err
}

// local is the page of one by-law.
func local(r *http.Request, tx *store.Tx) (templ.Component, error) {
	l, err := bylaw.ByID(r.Context(), tx, r.PathValue("id"))
	return localPage(l, r.URL.RequestURI()), err
}

// scope is for whom a by-law holds.
func scope(l rulebook.Local) string {
	if l.Cluster == "" {
		return "áp dụng ở " + l.Province
	}
	return "áp dụng ở " + l.Province + ", " + l.Cluster
}
