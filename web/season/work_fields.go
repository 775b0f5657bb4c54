package season

import (
	"context"
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"thidua/exact"
	"thidua/season"
	"thidua/web/ui"
	"thidua/web/work"
)

// numeric brings up the keys for digits on a phone.
var numeric = templ.Attributes{"inputmode": "decimal", "autocomplete": "off"}

func kindOptions(ctx context.Context) []ui.Option {
	all := []ui.Option{{Value: "", Label: ui.T(ctx, "chưa chọn (nhóm)", "none (a group)")}}
	for _, k := range season.LeafKinds {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

// ticked is a box as typed, else as on record.
func ticked(f work.Form, name string, recorded bool) string {
	if f.Posted() {
		recorded = f.Has(name)
	}
	if recorded {
		return "co"
	}
	return ""
}

func gradeLines(grades []season.GradePoints) string {
	return strings.ReplaceAll(season.GradesText(grades), "; ", "\n")
}

// sharing says how much of a group's points is not given to a child yet.
func sharing(left exact.Number) string {
	switch {
	case !left.Known():
		return ""
	case left.Sign() > 0:
		return fmt.Sprintf("Nhóm còn %s điểm chưa chia.", figure(left))
	case left.Sign() < 0:
		return fmt.Sprintf("Các mục con vượt nhóm %s điểm.", figure(exact.Int(0).Sub(left)))
	}
	return "Điểm của nhóm đã chia đủ."
}

// proposed is what a new child may take: all that is left.
func proposed(left exact.Number) exact.Number {
	if left.Sign() <= 0 {
		return exact.Number{}
	}
	return left
}

func removal(ctx context.Context, n node) string {
	if n.Leaf() {
		return ui.T(ctx, "Bỏ mục này", "Remove it")
	}
	return fmt.Sprintf(ui.T(ctx, "Bỏ nhóm cùng %d mục con", "Remove it with its %d children"), len(n.Children))
}

// wrong ties a field of a table to the sentence below it.
func wrong(f work.Form, name string) templ.Attributes {
	if f.Err(name) == "" {
		return nil
	}
	return templ.Attributes{"aria-invalid": "true", "aria-describedby": ui.FieldID(name) + "-e"}
}
