package season

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/a-h/templ"

	"thidua/document"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func toolsPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	d, err := season.DraftOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	offered, err := season.RuleSets(ctx, tx, v.By, v.Season)
	if err != nil {
		return nil, err
	}
	return toolsForm(v, f, d, offered), nil
}

func ruleSetOptions(ctx context.Context, all []season.RuleSet) []ui.Option {
	options := []ui.Option{{Value: "", Label: ui.T(ctx, "chọn…", "choose…")}}
	for _, r := range all {
		options = append(options, ui.Option{Value: r.Season, Label: fmt.Sprintf("%s, năm %s (bản %d)", r.Cluster, r.Label, r.Version)})
	}
	return options
}

func copyRules(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	err := season.CopyRules(ctx, tx, v.By, v.Today, v.Season.ID, revisionOf(f), f.Get("from"))
	return work.Done{To: criteria(v), Say: words("Đã chép bộ quy tắc vào dự thảo.", "Copied into the draft.")}, err
}

// importTree puts the tree of an Excel file in the place of the draft's; what
// the rules say beside the tree stays.
func importTree(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	file, head, err := f.File("file")
	if errors.Is(err, http.ErrMissingFile) {
		return work.Done{}, refusal.Field("file", "Chưa chọn tệp Excel.")
	}
	if err != nil {
		return work.Done{}, err
	}
	defer file.Close()
	if head.Size > longestFile {
		return work.Done{}, refusal.Field("file", "Tệp lớn quá 4 MB.")
	}
	rows, err := document.ReadXLSX(file, head.Size)
	if e := refusal.Of(err); e != nil {
		return work.Done{}, refusal.Field("file", e.Sentence)
	}
	if err != nil {
		return work.Done{}, err
	}
	tree, faults := season.ReadTable(rows)
	if len(faults) > 0 {
		return work.Done{}, joinedRefusals(faults)
	}
	err = editDraft(ctx, tx, v, f, "import", nil, func(r *season.Rules) error { r.Criteria = tree; return nil })
	return work.Done{To: criteria(v), Say: words(fmt.Sprintf("Đã nhập %d mục vào dự thảo.", size(tree)), "Imported into the draft.")}, err
}

func size(tree []season.Criterion) (n int) {
	for range (season.Rules{Criteria: tree}).Walk() {
		n++
	}
	return n
}

func undo(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	err := season.UndoDraft(ctx, tx, v.By, v.Today, v.Season.ID, revisionOf(f))
	return work.Done{To: criteria(v), Say: words("Đã hoàn tác bước vừa rồi.", "The last change was taken back.")}, err
}

func dropDraft(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	err := season.DropDraft(ctx, tx, v.By, v.Today, v.Season.ID, revisionOf(f))
	return work.Done{To: criteria(v), Say: words("Đã bỏ dự thảo.", "The draft was dropped.")}, err
}
