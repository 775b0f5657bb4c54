package season

import (
	"context"
	"fmt"
	"strings"

	"thidua/access"
	"thidua/exact"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Figure is a count a report gives of the year: so many, of so many, and the
// percentage as the report prints it.
type Figure struct {
	Name    string
	Count   exact.Number
	Of      exact.Number // unknown when the report gives no whole
	Printed string       // "97,6"; empty when the report prints none
	Sample  bool
}

// Percent is 100 · Count ÷ Of, unknown without a whole.
func (f Figure) Percent() exact.Number { return f.Count.Mul(exact.Int(100)).Quo(f.Of) }

// PrintedBy tells how the report got from the exact percentage to the printed
// one: HalfUp, Cut, or "" when neither gives it.
func (f Figure) PrintedBy() exact.Mode {
	printed, decimals, err := f.printed()
	if err != nil || !printed.Known() {
		return ""
	}
	for _, mode := range []exact.Mode{exact.HalfUp, exact.Cut} {
		if f.Percent().Round(mode, decimals).Cmp(printed) == 0 {
			return mode
		}
	}
	return ""
}

func (f Figure) printed() (n exact.Number, decimals int, err error) {
	text := strings.TrimSuffix(strings.TrimSpace(f.Printed), "%")
	if text == "" {
		return exact.Number{}, 0, nil
	}
	r, err := vi.ParseNumber(text)
	if err != nil {
		return exact.Number{}, 0, err
	}
	if i := strings.IndexAny(strings.TrimSpace(text), ",."); i >= 0 {
		decimals = len(strings.TrimSpace(text)) - i - 1
	}
	return exact.Of(r), decimals, nil
}

// Check refuses a figure that cannot be: more than the whole, or a printed
// percentage that neither rounding nor cutting gives.
func (f Figure) Check() error {
	switch {
	case f.Name == "":
		return refusal.Field("name", "Số liệu phải có tên.")
	case f.Count.Sign() < 0:
		return refusal.Field("count", "Số đếm không được âm.")
	case f.Of.Known() && f.Count.Cmp(f.Of) > 0:
		return refusal.Field("count", fmt.Sprintf("Số đếm (%s) nhiều hơn tổng số (%s).", f.Count.Figure(exact.HalfUp, 2), f.Of.Figure(exact.HalfUp, 2)))
	}
	if _, _, err := f.printed(); err != nil {
		return refusal.Field("printed", "Tỷ lệ in trong báo cáo phải là một số, ví dụ 97,6.")
	}
	if f.Printed != "" && f.Percent().Known() && f.PrintedBy() == "" {
		return refusal.Field("printed", fmt.Sprintf("Tỷ lệ in là %s, nhưng %s trên %s là %s %%.", f.Printed, f.Count.Figure(exact.HalfUp, 2), f.Of.Figure(exact.HalfUp, 2), f.Percent().Figure(exact.HalfUp, 3)))
	}
	return nil
}

// Report records the figures a report gives of the year, in order.
func Report(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, position int, f Figure) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := Permit(by, access.StateResult, "", s); err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "name", Value: &f.Name}); err != nil {
		return err
	}
	if err := f.Check(); err != nil {
		return err
	}
	if err := s.NotClosed("số liệu"); err != nil {
		return err
	}
	added, err := tx.Exec(ctx, `INSERT INTO season_figure (season_id, position, name, counted, whole, printed, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (season_id, position) DO NOTHING`, seasonID, position, f.Name, f.Count, f.Of, f.Printed, f.Sample)
	if err != nil {
		return err
	}
	if added == 0 {
		return refusal.New(refusal.Conflict, "Số liệu này đã được ghi; ghi thêm thì dùng số thứ tự tiếp theo.")
	}
	return record(ctx, tx, by, day, access.StateResult, seasonID, f)
}

// Figures returns the figures reported of the year, in order.
func Figures(ctx context.Context, tx *store.Tx, seasonID string) ([]Figure, error) {
	return store.All(ctx, tx, func(f *Figure) []any {
		return []any{&f.Name, &f.Count, &f.Of, &f.Printed, &f.Sample}
	}, `SELECT name, counted, whole, printed, illustrative FROM season_figure WHERE season_id = $1 ORDER BY position`, seasonID)
}
