package exemplar

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/exemplar"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// introducers bring exemplars forward (access.RecordExemplar).
var introducers = []access.Role{access.EmulationOfficer, access.Leader, access.ClusterHead, access.StandingBody}

// Desk are the working pages of exemplars: found, verified, recognised, made
// public, taken up.
var Desk = []work.Page{
	{Path: "/lam/{slug}/dien-hinh", Title: ui.Words{Vietnamese: "Điển hình tiên tiến", English: "Exemplars"}, Read: deskList},
	{Path: "/lam/{slug}/dien-hinh/moi", Title: ui.Words{Vietnamese: "Giới thiệu điển hình", English: "Introduce an exemplar"}, Who: introducers, Read: deskNew,
		Acts: map[string]work.Act{"gioi-thieu": introduce}},
	{Path: "/lam/{slug}/dien-hinh/{exemplar}", Title: ui.Words{Vietnamese: "Điển hình", English: "Exemplar"}, Read: deskOne,
		Acts: map[string]work.Act{"xac-minh": step(exemplar.Verifying), "cong-nhan": step(exemplar.Recognition), "cong-bo": step(exemplar.Publication), "nhan-rong": adopt}},
}

// mayRead reports whether the reader may read an exemplar that is not public:
// its own unit's people and those who judge it.
func mayRead(v work.Visit, e exemplar.Exemplar) bool {
	return e.Public() || e.Unit != "" && e.Unit == v.By.Unit || v.Has(access.ClusterHead, access.ClusterDeputy, access.StandingBody)
}

func deskList(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := exemplar.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var seen []exemplar.Exemplar
	var units []string
	for _, e := range all {
		if mayRead(v, e) {
			seen, units = append(seen, e), append(units, e.Unit)
		}
	}
	if v.Visit, err = v.Knows(ctx, tx, units); err != nil {
		return nil, err
	}
	view := table(v).Of(v.Request().URL, seen)
	if view.Excel() {
		return view.File(v.Name(), remarks(seen)...), nil
	}
	return deskListPage(v, view), nil
}

func remarks(all []exemplar.Exemplar) []string {
	for _, e := range all {
		if e.Sample {
			return []string{"Có số liệu minh họa"}
		}
	}
	return nil
}

func table(v work.Visit) list.Table[exemplar.Exemplar] {
	return list.Table[exemplar.Exemplar]{
		Name:   ui.Words{Vietnamese: "Điển hình tiên tiến", English: "Exemplars"},
		File:   "dien-hinh",
		Search: func(e exemplar.Exemplar) string { return heading(e) + " " + e.Story + " " + v.Unit(e.Unit) },
		Columns: []list.Column[exemplar.Exemplar]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Điển hình", English: "Exemplar"}, Text: heading, Cell: func(e exemplar.Exemplar) templ.Component { return named(v, e) }, Width: 40, Wide: true},
			{Key: "loai", Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Text: func(e exemplar.Exemplar) string { return e.Kind.Label() }},
			{Key: "don-vi", Words: ui.Words{Vietnamese: "Đơn vị", English: "Unit"}, Text: func(e exemplar.Exemplar) string { return v.Unit(e.Unit) }, Width: 24},
			{Key: "buoc", Words: ui.Words{Vietnamese: "Đến bước", English: "State"}, Text: func(e exemplar.Exemplar) string { return e.State.Label() }, Cell: stateTag},
		},
		Filters: []list.Filter[exemplar.Exemplar]{{Key: "buoc", Words: ui.Words{Vietnamese: "Bước", English: "State"}, Options: states(),
			Keep: func(e exemplar.Exemplar, state string) bool { return string(e.State) == state }}},
		Empty: ui.Words{Vietnamese: "Chưa có điển hình nào được giới thiệu.", English: "No exemplar has been introduced yet."},
	}
}

func states() (all []ui.Option) {
	for _, s := range []exemplar.State{exemplar.Discovered, exemplar.Verified, exemplar.Recognised, exemplar.Published, exemplar.Replicated} {
		all = append(all, ui.Option{Value: string(s), Label: s.Label()})
	}
	return all
}

func kinds() (all []ui.Option) {
	for _, k := range []exemplar.Kind{exemplar.Collective, exemplar.Person, exemplar.Household, exemplar.Model} {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

func deskNew(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return newPage(v, f), nil
}

// introduce brings an exemplar forward. A unit's people do so for their unit;
// others name it.
func introduce(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	e := exemplar.Exemplar{Season: v.Season.ID, Kind: exemplar.Kind(f.Get("kind")), Name: f.Get("name"), Story: f.Get("story"), Unit: f.Get("unit")}
	if v.Has(access.EmulationOfficer, access.Leader) {
		e.Unit = v.By.Unit
	}
	on, err := dayOf(f, "on")
	if err != nil {
		return work.Done{}, err
	}
	id, err := exemplar.Discover(ctx, tx, v.By, v.Today, e, on)
	return work.Done{To: v.Lam("dien-hinh", id), Say: ui.Words{Vietnamese: "Đã giới thiệu điển hình.", English: "The exemplar was introduced."}}, err
}

// dayOf is the day typed into the field; zero when it was left empty.
func dayOf(f work.Form, name string) (vi.Day, error) {
	text := strings.TrimSpace(f.Get(name))
	if text == "" {
		return vi.Day{}, nil
	}
	day, err := vi.ParseDay(text)
	if err != nil {
		return day, refusal.Field(name, "Ngày viết như 22/11/2014.")
	}
	return day, nil
}

// asked is the exemplar of the address, of this year and within the reader's
// sight, with those who took it up.
func asked(ctx context.Context, tx *store.Tx, v work.Visit) (exemplar.Exemplar, error) {
	all, err := exemplar.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return exemplar.Exemplar{}, err
	}
	for _, e := range all {
		if e.ID == v.Asked("exemplar") && mayRead(v, e) {
			return e, nil
		}
	}
	return exemplar.Exemplar{}, refusal.New(refusal.NotFound, "Không có điển hình này.")
}

func deskOne(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	e, err := asked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	units := []string{e.Unit}
	for _, a := range e.Adoptions {
		units = append(units, a.Unit)
	}
	if v.Visit, err = v.Knows(ctx, tx, units); err != nil {
		return nil, err
	}
	return onePage(v, f, e, next(v, e)), nil
}

// names of the acts on the page, by what they do.
var acts = map[exemplar.Act]string{exemplar.Verifying: "xac-minh", exemplar.Recognition: "cong-nhan", exemplar.Publication: "cong-bo", exemplar.Replication: "nhan-rong"}

// next is the step that the reader may take the exemplar on by, if any.
func next(v work.Visit, e exemplar.Exemplar) (t exemplar.Transition) {
	for _, x := range exemplar.Transitions {
		if x.From == e.State && v.Has(x.Who...) {
			return x
		}
	}
	return t
}

func step(act exemplar.Act) work.Act {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
		e, err := asked(ctx, tx, v)
		if err != nil {
			return work.Done{}, err
		}
		on, err := dayOf(f, "on")
		if err != nil {
			return work.Done{}, err
		}
		err = exemplar.Advance(ctx, tx, v.By, v.Today, e.ID, exemplar.Step{Act: act, On: on, Note: f.Get("note")})
		return work.Done{Say: ui.Words{Vietnamese: "Đã ghi: " + vi.LowerFirst(act.Label()) + ".", English: "It was recorded."}}, err
	}
}

// adopt records who takes the exemplar up: a unit's people for their unit.
func adopt(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	e, err := asked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	on, err := dayOf(f, "on")
	if err != nil {
		return work.Done{}, err
	}
	a := exemplar.Adoption{Exemplar: e.ID, Unit: f.Get("unit"), By: f.Get("by"), On: on, Note: f.Get("note")}
	if v.Has(access.EmulationOfficer, access.Leader) {
		a.Unit, a.By = v.By.Unit, ""
	}
	_, err = exemplar.Adopt(ctx, tx, v.By, v.Today, a)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi việc học tập, làm theo.", English: "It was recorded."}}, err
}

// members are the units of the year to choose from.
func members(v work.Visit) []ui.Option {
	all := []ui.Option{{Label: "–"}}
	for _, m := range v.Members {
		all = append(all, ui.Option{Value: m.Unit, Label: m.Name})
	}
	return all
}
