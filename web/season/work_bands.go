package season

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/a-h/templ"

	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// spare is how many empty lines the lists of a form offer.
const spare = 3

// mostLines bounds the lines that one form sends.
const mostLines = 60

func bandsPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	d, err := season.DraftOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	return bandsForm(v, f, d), nil
}

// saveBands records how units are classified, what parts them when they are
// even, and how many may be proposed.
func saveBands(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	bands, err1 := typedBands(f)
	ties, err2 := typedTies(f)
	quotas, err3 := typedQuotas(f)
	if err := errors.Join(err1, err2, err3); err != nil {
		return work.Done{}, err
	}
	err := editDraft(ctx, tx, v, f, "bands", nil, func(r *season.Rules) error {
		r.Bands, r.Ties, r.Quotas = bands, ties, quotas
		return nil
	})
	return work.Done{To: criteria(v), Say: words("Đã ghi xếp loại, hạn mức.", "Saved.")}, err
}

// at names a field of one line of a list, as acts name it.
func at(list string, i int, name string) string { return fmt.Sprintf("%s[%d].%s", list, i, name) }

// lined runs read for every line of a list of which something was typed.
func lined(f work.Form, list, first string, read func(i int) error) error {
	var faults []error
	for i := range mostLines {
		if vi.Clean(f.Get(at(list, i, first))) != "" {
			faults = append(faults, read(i))
		}
	}
	return errors.Join(faults...)
}

func typedBands(f work.Form) (bands []season.Band, err error) {
	err = lined(f, "bands", "name", func(i int) error {
		b := season.Band{Name: f.Get(at("bands", i, "name")), FloorOn: f.Get(at("bands", i, "on"))}
		err := errors.Join(refusal.Texts(refusal.Text{Field: at("bands", i, "name"), Value: &b.Name}),
			numberOf(f, at("bands", i, "from"), &b.From), numberOf(f, at("bands", i, "floor"), &b.Floor),
			among(f, at("bands", i, "on"), season.FloorGroups, season.FloorLeaves))
		bands = append(bands, b)
		return err
	})
	return bands, err
}

func typedTies(f work.Form) (ties []season.TieStep, err error) {
	for i := range season.TieSteps {
		step := season.TieStep(f.Get(fmt.Sprintf("ties[%d]", i)))
		switch {
		case step == "":
		case !slices.Contains(season.TieSteps, step):
			return nil, refusal.Field(fmt.Sprintf("ties[%d]", i), "Chọn một trong các mục đã nêu.")
		case slices.Contains(ties, step):
			return nil, refusal.Field(fmt.Sprintf("ties[%d]", i), "Mỗi cách phân định chỉ ghi một lần.")
		default:
			ties = append(ties, step)
		}
	}
	return ties, nil
}

func typedQuotas(f work.Form) (quotas []season.Quota, err error) {
	err = lined(f, "quotas", "title", func(i int) error {
		q := season.Quota{Title: f.Get(at("quotas", i, "title")), Round: f.Get(at("quotas", i, "round")), Outside: f.Has(at("quotas", i, "outside"))}
		err := errors.Join(refusal.Texts(refusal.Text{Field: at("quotas", i, "title"), Value: &q.Title}),
			countOf(f, at("quotas", i, "max"), 100_000, &q.Max), numberOf(f, at("quotas", i, "percent"), &q.Percent),
			among(f, at("quotas", i, "round"), "down", "up", "half_up"))
		quotas = append(quotas, q)
		return err
	})
	return quotas, err
}

// lineCount is how many lines a list is shown with: those on record or typed,
// and some to spare.
func lineCount(f work.Form, list, first string, recorded int) int {
	for i := recorded; i < mostLines; i++ {
		if f.Get(at(list, i, first)) != "" {
			recorded = i + 1
		}
	}
	return min(recorded+spare, mostLines)
}

// bandAt, tieAt and quotaAt are what stands on a line, nothing on a spare one.
func bandAt(r season.Rules, i int) (b season.Band) {
	if i < len(r.Bands) {
		b = r.Bands[i]
	}
	return b
}

func tieAt(r season.Rules, i int) string {
	if i < len(r.Ties) {
		return string(r.Ties[i])
	}
	return ""
}

func quotaAt(r season.Rules, i int) (q season.Quota) {
	if i < len(r.Quotas) {
		q = r.Quotas[i]
	}
	return q
}

func tieLabels() (values []string, labels map[string]string) {
	labels = map[string]string{}
	for _, step := range season.TieSteps {
		values = append(values, string(step))
		labels[string(step)] = season.TieLabels[step]
	}
	return values, labels
}
