package scoring

import (
	"fmt"
	"slices"

	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// SelfSheet is a unit's own self-scoring sheet with what its people are still
// changing. The Sheet in it is as last sent; nobody outside the unit sees more.
type SelfSheet struct {
	Sheet
	Turn     int64 // grows when it is sent, taken back or reopened
	Revision int64 // grows with every change
	SavedAt  store.Time
	SavedBy  string
	Cells    []Cell // what was filled in at the desk, by criterion
	Openings []Opening
}

// Cell is one leaf as it stands at the desk.
type Cell struct {
	Criterion string
	Revision  int64 // 1, 2, …; 0 = never filled in
	Mark      Mark
	SavedAt   store.Time
	SavedBy   string
}

// Opening lets a unit change some criteria of its sheet once more (mở lại), by
// the cluster head or the standing body.
type Opening struct {
	Criteria []string `json:"criteria,omitempty"` // codes of leaves; none = the whole sheet
	Reason   string   `json:"reason"`
	Until    vi.Day   `json:"until"` // last day
	On       vi.Day   `json:"on"`
	By       string   `json:"by"`
	EndedOn  vi.Day   `json:"ended_on,omitzero"` // sent again; zero while it holds
}

// holds reports whether the leaf may be changed by it on the day.
func (o Opening) holds(day vi.Day, code string) bool {
	return o.EndedOn.IsZero() && !day.After(o.Until) && (len(o.Criteria) == 0 || slices.Contains(o.Criteria, code))
}

// Cell is the leaf as it stands at the desk, the mark last sent where nobody
// filled it in there.
func (s SelfSheet) Cell(code string) Cell {
	for _, c := range s.Cells {
		if c.Criterion == code {
			return c
		}
	}
	m, _ := s.mark(code)
	m.Criterion = code
	return Cell{Criterion: code, Mark: m}
}

// Now are the marks as they stand at the desk: those sent, with what was
// changed since. Cells that say nothing are left out.
func (s SelfSheet) Now() []Mark {
	at := make(map[string]int, len(s.Cells))
	for i, c := range s.Cells {
		at[c.Criterion] = i
	}
	var marks []Mark
	for _, m := range s.Marks {
		if _, changed := at[m.Criterion]; !changed {
			marks = append(marks, m)
		}
	}
	for _, c := range s.Cells {
		if c.Mark.says() {
			marks = append(marks, c.Mark)
		}
	}
	return marks
}

// Inputs are the figures of the leaf, named.
func (m Mark) Inputs(c season.Criterion) []Input { return inputs(c, m) }

// says reports whether the mark carries anything at all.
func (m Mark) says() bool {
	return m.Unassigned || m.hasFigures() || m.Points.Known() || m.Explanation != "" || len(m.Evidence) > 0
}

// Writable refuses to change the leaf on the day: a sheet is filled in while
// self-scoring lasts, until it is sent; afterwards only what was reopened.
func (s SelfSheet) Writable(year season.Season, day vi.Day, code string) error {
	if err := year.StillOpen(day, "phiếu tự chấm"); err != nil {
		return err
	}
	if slices.ContainsFunc(s.Openings, func(o Opening) bool { return o.holds(day, code) }) {
		return nil
	}
	if s.State == Submitted {
		return refusal.New(refusal.Closed, fmt.Sprintf("Phiếu đã nộp ngày %s. Muốn sửa thì thu hồi khi còn hạn, hoặc đề nghị trưởng cụm, cơ quan thường trực mở lại tiêu chí.", s.On.Short()))
	}
	return inSelfScoring(year, day)
}

// inSelfScoring refuses a day on which units do not score themselves.
func inSelfScoring(year season.Season, day vi.Day) error {
	if year.Phase != season.SelfScoring {
		return refusal.New(refusal.Closed, fmt.Sprintf("Năm thi đua đang ở bước “%s”; phiếu tự chấm chỉ ghi ở bước “%s”.", year.Phase.Label(), season.SelfScoring.Label()))
	}
	return year.Calendar.Open(season.SelfScoring, day)
}

// Reopened are the openings that still hold on the day.
func (s SelfSheet) Reopened(day vi.Day) (all []Opening) {
	for _, o := range s.Openings {
		if o.EndedOn.IsZero() && !day.After(o.Until) {
			all = append(all, o)
		}
	}
	return all
}
