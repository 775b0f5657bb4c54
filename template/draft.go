package template

import (
	"context"

	"thidua/intake"
	"thidua/paper"
	"thidua/store"
	"thidua/vi"
)

// Draft is a paper about to leave the house, with the template in force for it.
type Draft struct {
	paper.Paper
	file []byte // the template's Word file; nil where the paper as the program sets it holds
}

// Holds is what is in force for the papers of an owner, a cluster or council.
type Holds struct {
	forces []Force
	owner  string
	today  vi.Day
}

// HoldsFor reads what is in force.
func HoldsFor(ctx context.Context, tx *store.Tx, owner string, today vi.Day) (Holds, error) {
	all, err := Forces(ctx, tx)
	return Holds{all, owner, today}, err
}

// over is the template in force for a paper on its day. A stamp of urgency has no
// place in a template: such a paper is the program's own.
func (h Holds) over(p paper.Paper) (Force, bool) {
	if p.Doc.Urgency != "" {
		return Force{}, false
	}
	return InForce(h.forces, h.owner, p.Kind, DayOf(p, h.today))
}

// Over reports whether a template is in force for the paper.
func (h Holds) Over(p paper.Paper) bool {
	_, found := h.over(p)
	return found
}

// For is the one place that decides how a paper leaves the house: in the template
// in force for its owner, a cluster or council, on its day; else as the program
// sets it.
func For(ctx context.Context, tx *store.Tx, owner string, p paper.Paper, today vi.Day) (Draft, error) {
	d := Draft{Paper: p}
	h, err := HoldsFor(ctx, tx, owner, today)
	if err != nil {
		return d, err
	}
	f, found := h.over(p)
	if !found {
		return d, nil
	}
	t, err := ofVersion(ctx, tx, f.Cluster, f.Kind, f.Version)
	if err != nil {
		return d, err
	}
	_, d.file, err = ByID(ctx, tx, t.ID)
	return d, err
}

// Own reports whether the paper leaves in the locality's own template.
func (d Draft) Own() bool { return d.file != nil }

// Render writes the paper in one format. In the locality's template the Word file is
// filled, and the PDF printed from it where LibreOffice is installed: that takes
// seconds, so it is done when the reading is over. Without LibreOffice the PDF is
// the program's own.
func (d Draft) Render(ctx context.Context, format string) (paper.File, error) {
	if !d.Own() || format != paper.DOCX && !(format == paper.PDF && intake.PrintsPDF()) {
		return paper.RenderAs(d.Paper, format)
	}
	word, err := Fill(d.file, d.Facts())
	if err == nil && format == paper.PDF {
		word, err = intake.PDF(ctx, word)
	}
	return paper.File{Name: d.File + "." + format, Format: format, Bytes: word}, err
}

// Issued is the paper with the files that are kept of it: in the locality's
// template the Word file alone, for the program's own PDF would be another paper.
func (d Draft) Issued() (paper.Issued, error) {
	if !d.Own() {
		files, err := paper.Render(d.Paper)
		return paper.Issued{Paper: d.Paper, Files: files}, err
	}
	word, err := d.Render(context.Background(), paper.DOCX)
	return paper.Issued{Paper: d.Paper, Files: []paper.File{word}}, err
}
