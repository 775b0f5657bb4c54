package scoring

import (
	"context"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/exact"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/vi"
	"thidua/web/ui"
)

func actOf(stage season.Stage) access.Act {
	if stage == season.Cross {
		return access.CrossScore
	}
	return access.Appraise
}

func figureOf(n exact.Number) string { return n.Figure(exact.HalfUp, 2) }

// limitWords is the gap from which the rules want a reason.
func limitWords(rules season.Rules) string {
	if !rules.Scoring.GapNeedsReason.Known() {
		return "100"
	}
	return figureOf(rules.Scoring.GapNeedsReason)
}

func selfTotal(p judgedView) exact.Number {
	s, _ := p.Seen.Score(p.Member.Unit, season.Self)
	return s.Points
}

// judgedLabels name the fields of a leaf.
var judgedLabels = map[string]ui.Words{
	"actual":            {Vietnamese: "Thực hiện", English: "Result"},
	"count":             {Vietnamese: "Số việc", English: "Count"},
	"bonus":             {Vietnamese: "Số việc được cộng", English: "Bonuses"},
	"penalty":           {Vietnamese: "Số việc bị trừ", English: "Penalties"},
	"met":               {Vietnamese: "Kết quả", English: "Met or not"},
	"ranks":             {Vietnamese: "Thứ hạng", English: "Ranks"},
	"figure":            {Vietnamese: "Điểm của cơ quan khác", English: "The other body's figure"},
	"word":              {Vietnamese: "Xếp loại", English: "Grade"},
	scoring.PointsField: {Vietnamese: "hoặc điểm", English: "or points"},
}

func judgedLabel(ctx context.Context, c season.Criterion, field string) string {
	words := judgedLabels[field].In(ctx)
	if field == "actual" && c.Unit != "" {
		words += " (" + c.Unit + ")"
	}
	return words
}

// wrongAttrs tie a field to what is wrong with it.
func wrongAttrs(sentence, name string) templ.Attributes {
	if sentence == "" {
		return nil
	}
	return templ.Attributes{"aria-invalid": "true", "aria-describedby": ui.FieldID(name) + "-e"}
}

// lineErrors are what was refused of a line.
func lineErrors(p judgedView, x judgedLine) (all []*refusal.Error) {
	fields := []string{"marks." + x.Code}
	for _, f := range append(judgedFields(x.Criterion), "target") {
		fields = append(fields, fieldName(x.Code, f))
	}
	for _, e := range p.form.Refusals {
		if slices.Contains(fields, e.Field) {
			all = append(all, e)
		}
	}
	return all
}

// clashWords are what a colleague wrote into the leaf meanwhile.
func clashWords(x judgedLine) string {
	var parts []string
	t := x.Clash.Mark.Typed()
	for _, field := range judgedFields(x.Criterion) {
		if t[field] != "" {
			parts = append(parts, vi.LowerFirst(strings.TrimPrefix(judgedLabels[field].Vietnamese, "hoặc "))+" "+t[field])
		}
	}
	if len(parts) == 0 {
		return "để trống"
	}
	return strings.TrimSpace(strings.Join(parts, "; "))
}

// noticeClass is green for what is settled, amber for what waits.
func noticeClass(settled bool) string {
	if settled {
		return "said"
	}
	return "notice"
}

// script lets a sheet that may be written on save each cell as it is typed.
func (p judgedView) script(ctx context.Context) templ.Attributes {
	if p.Shut != nil {
		return nil
	}
	return templ.Attributes{
		"data-sheet":  p.Lam(p.path(), p.Slug(p.Member.Unit), "o"),
		"data-saving": ui.T(ctx, "Đang lưu…", "Saving…"),
		"data-lost":   ui.T(ctx, "Chưa lưu được, đường truyền gián đoạn; chương trình sẽ thử lại.", "Not saved, the line is broken; it will be tried again."),
	}
}

// row marks a line that is saved by itself.
func (x judgedLine) row(p judgedView) templ.Attributes {
	if p.Shut != nil || !x.Leaf() || !x.Covered {
		return nil
	}
	return templ.Attributes{"data-cell": x.Code}
}
