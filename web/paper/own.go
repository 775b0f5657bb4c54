package paper

import (
	"context"

	"github.com/a-h/templ"

	"thidua/paper"
	"thidua/store"
	"thidua/template"
	"thidua/web/work"
	"thidua/yearbook"
)

// own is the Word file of a paper in the locality's template in force for it;
// nil where there is none, and for every other form.
func own(ctx context.Context, tx *store.Tx, v work.Visit, y yearbook.Year, p paper.Paper, form string) (templ.Component, error) {
	if form != paper.DOCX {
		return nil, nil
	}
	raw, err := template.Draw(ctx, tx, y, p, v.Today)
	if err != nil || raw == nil {
		return nil, err
	}
	return draft{paper.File{Name: p.File + "." + form, Format: form, Bytes: raw}}, nil
}
