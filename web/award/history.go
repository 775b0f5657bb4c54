package award

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/award"
	"thidua/document"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// past is somebody's history.
type past struct {
	name   string
	kind   award.Recipient // of a recipient; empty for a unit
	here   string          // its own address
	people string          // of a unit: where its people's awards are found
	unit   string          // of a recipient that is a unit: id
	sample bool
	awards []award.Award
}

func personHistory(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	who, err := award.PersonByID(ctx, tx, v.Asked("person"))
	if err != nil {
		return nil, err
	}
	p := past{name: who.Name, kind: who.Kind, here: personAt(who.ID), unit: who.Unit, sample: who.Sample}
	if p.awards, err = award.History(ctx, tx, award.Who{Person: who.ID}, sc); err != nil {
		return nil, err
	}
	if len(p.awards) == 0 {
		return nil, refusal.New(refusal.NotFound, "Sổ khen thưởng không có người, tập thể hoặc hộ gia đình này.")
	}
	return p.shown(v, f), nil
}

func unitHistory(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	u, err := org.ByID(ctx, tx, v.Asked("unit"), v.Today)
	if err != nil {
		return nil, err
	}
	p := past{name: u.Name, here: unitAt(u.ID), sample: u.Sample, people: peopleOf(u.Name)}
	if p.awards, err = award.History(ctx, tx, award.Who{Unit: u.ID}, sc); err != nil {
		return nil, err
	}
	return p.shown(v, f), nil
}

// peopleOf is where the awards that name a unit are found.
func peopleOf(name string) string {
	return registerPath + "?" + queryOf(unitKey, name)
}

// shown is the history as it was asked for: a page, an Excel file or a paper.
func (p past) shown(v work.Visit, f work.Form) templ.Component {
	switch v.Request().URL.Query().Get(fileKey) {
	case "xlsx":
		return list.File("lich-su-khen-thuong.xlsx", grid("Lịch sử khen thưởng – "+p.name, p.awards, sampleRemarks(p.awards)))
	case "pdf":
		return paper{p, v}
	}
	return historyPage(v, p, v.Has(access.StandingBody), f)
}

// paper is a history as an A4 paper.
type paper struct {
	past
	visit work.Visit
}

// FileName is the name under which readers keep it.
func (p paper) FileName() string { return "lich-su-khen-thuong.pdf" }

// Render is never reached: the desk sends the file instead.
func (p paper) Render(_ context.Context, w io.Writer) error { return p.Write(w) }

// Write sets the paper.
func (p paper) Write(w io.Writer) error {
	rows := make([][]document.Cell, len(p.awards))
	for i, a := range p.awards {
		unit := a.UnitName
		if a.Through != "" {
			unit = a.Through
		}
		title := a.TitleName
		if a.State != award.InForce {
			title += " (" + vi.LowerFirst(a.State.Label()) + ")"
		}
		rows[i] = document.Row(strconv.Itoa(i+1), strconv.Itoa(a.Year), a.Name, title, unit, fmt.Sprintf("%s, %s, %s", a.By.Number, a.By.Day.Short(), a.By.Authority))
	}
	return document.WritePDF(w, &document.Doc{Layout: document.LayoutOn(p.visit.Today.Time()), Kind: "trich_so_khen_thuong", TypeName: "TRÍCH SỔ KHEN THƯỞNG",
		Subject: p.name, Illustrative: p.sample || len(sampleRemarks(p.awards)) > 0, Created: p.visit.Today.Time(), Landscape: true,
		Body: []document.Block{document.Text(fmt.Sprintf("Trích đến ngày %s: %d khen thưởng.", p.visit.Today.Short(), len(p.awards))),
			document.Table{Columns: []document.Column{{Width: 1}, {Width: 1.2}, {Width: 4}, {Width: 5}, {Width: 4}, {Width: 5}},
				Head: [][]document.Cell{document.Row("TT", "Năm", "Tên", "Danh hiệu, hình thức", "Đơn vị khi ấy", "Quyết định")}, Rows: rows}}})
}

func dayHint(ctx context.Context) string {
	return ui.T(ctx, "Ví dụ: 22/11/2014", "For example: 22/11/2014")
}
