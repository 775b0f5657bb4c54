package season

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/season"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// striving is one member with what it registered.
type striving struct {
	member cluster.Member
	season.Registration
	done bool
}

var strivings = list.Table[striving]{
	Name:   words("Đăng ký thi đua của các đơn vị", "Registrations"),
	File:   "dang-ky-thi-dua",
	Search: func(s striving) string { return s.member.Name + " " + strings.Join(s.Titles, " ") },
	Columns: []list.Column[striving]{
		{Key: "stt", Words: words("Số", "No."), Text: func(s striving) string { return fmt.Sprint(s.member.Position) }, Num: true, Order: func(a, b striving) int { return a.member.Position - b.member.Position }, Value: func(s striving) any { return s.member.Position }, Width: 6},
		{Key: "don-vi", Words: words("Đơn vị", "Unit"), Text: func(s striving) string { return s.member.Name }, Width: 30},
		{Key: "ngay", Words: words("Ngày đăng ký", "Registered on"), Text: func(s striving) string { return s.Day.Short() }, Order: func(a, b striving) int { return a.Day.Compare(b.Day) }, Width: 16},
		{Key: "danh-hieu", Words: words("Danh hiệu, hình thức đăng ký", "Titles"), Text: titlesOf, Cell: titlesCell, Wide: true, Width: 80},
	},
	Filters: []list.Filter[striving]{{Key: "tt", Words: words("Tình trạng", "State"), Options: []ui.Option{{Value: "roi", Label: "Đã đăng ký"}, {Value: "chua", Label: "Chưa đăng ký"}},
		Keep: func(s striving, chosen string) bool { return s.done == (chosen == "roi") }}},
	Sort:  "stt",
	Empty: words("Chưa có thành viên nào được ghi cho năm này.", "No member is on record."),
}

func titlesOf(s striving) string {
	if !s.done {
		return "chưa đăng ký"
	}
	return strings.Join(s.Titles, "; ")
}

// registering is what the page of registrations shows.
type registering struct {
	list  list.View[striving]
	form  work.Form
	all   []striving
	own   striving // of the reader's unit
	may   bool     // the reader may register now
	late  string   // why no more; empty while it is open
	known []string // titles the rules name
}

func registrationsPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := season.Registrations(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	r := registering{form: f}
	for _, m := range v.Members {
		s := striving{member: m}
		for _, x := range all {
			if x.Unit == m.Unit {
				s.Registration, s.done = x, true
			}
		}
		r.all = append(r.all, s)
		if m.Unit == v.UnitHere() {
			r.own = s
		}
	}
	if r.list = strivings.Of(v.Request().URL, r.all); r.list.Excel() {
		return r.list.File(v.Name(), remarks(v.Season)...), nil
	}
	_, r.may = v.OwnCapacity(access.Register)
	if err := v.Season.Calendar.Open(season.Pledging, v.Today); err != nil && r.may {
		r.may, r.late = false, err.Error()
	}
	rules, err := season.RulesOf(ctx, tx, v.Season.ID)
	for _, q := range rules.Quotas {
		if !slices.Contains(r.known, q.Title) {
			r.known = append(r.known, q.Title)
		}
	}
	return registrationsView(v, r), err
}

func remarks(s season.Season) []string {
	if s.Sample {
		return []string{"Số liệu minh họa"}
	}
	return nil
}

// waiting are the members that have not registered.
func (r registering) waiting() (names []string) {
	for _, s := range r.all {
		if !s.done {
			names = append(names, s.member.Name)
		}
	}
	return names
}

// lines are the titles to be typed: those typed, else those on record, with room
// for three more.
func (r registering) lines() []string {
	lines := slices.Clone(r.own.Titles)
	if r.form.Posted() {
		lines = typedTitles(r.form)
	}
	return append(lines, "", "", "")
}

// typedTitles are the titles typed, empty fields left out.
func typedTitles(f work.Form) (titles []string) {
	for i := 0; f.Has(titleField(i)) && i < 40; i++ {
		if strings.TrimSpace(f.Get(titleField(i))) != "" {
			titles = append(titles, f.Get(titleField(i)))
		}
	}
	return titles
}

func titleField(i int) string { return fmt.Sprintf("titles[%d]", i) }

// register records the titles, or puts them right.
func register(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.OwnCapacity(access.Register)
	r := season.Registration{Unit: by.Unit, Titles: typedTitles(f), Sample: v.Season.Sample}
	if f.Get("sua") == "" {
		return work.Done{Say: words("Đã đăng ký thi đua.", "Registered.")}, season.Register(ctx, tx, by, v.Today, v.Season.ID, r)
	}
	return work.Done{Say: words("Đã sửa bản đăng ký; nhật ký giữ bản trước.", "The registration was corrected; the journal keeps the one before.")},
		season.CorrectRegistration(ctx, tx, by, v.Today, v.Season.ID, r, f.All("da-xem"))
}
