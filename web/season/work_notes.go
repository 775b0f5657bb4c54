package season

import (
	"context"
	"net/url"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/evidence"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// followed is a finding or a task with what was done about it.
type followed struct {
	season.Note
	steps []season.NoteStep
	owner string // name
	today vi.Day
	at    string // address of its page, leading back here
}

func (n followed) state() season.NoteState { return season.StateAfter(n.steps) }

// overdue reports whether its day has gone by and it is not done.
func (n followed) overdue() bool {
	return !n.Due.IsZero() && n.Due.Before(n.today) && n.state() != season.NoteDone
}

func (n followed) kind() string {
	if n.Kind == season.Task {
		return "Nhiệm vụ"
	}
	return "Hạn chế"
}

func (n followed) last() string {
	if len(n.steps) == 0 {
		return ""
	}
	x := n.steps[len(n.steps)-1]
	return x.On.Short() + ": " + x.Text
}

var notesTable = list.Table[followed]{
	Name:   words("Hạn chế và nhiệm vụ", "Findings and tasks"),
	File:   "han-che-nhiem-vu",
	Search: func(n followed) string { return n.Text + " " + n.owner + " " + n.OwnerText },
	Columns: []list.Column[followed]{
		{Key: "loai", Words: words("Loại", "Kind"), Text: followed.kind, Width: 14},
		{Key: "noi-dung", Words: words("Nội dung", "What"), Text: func(n followed) string { return n.Text }, Cell: noteCell, Wide: true, Width: 70},
		{Key: "ai", Words: words("Ai làm", "Owner"), Text: func(n followed) string { return n.owner }, Width: 28},
		{Key: "han", Words: words("Hạn", "Due"), Text: func(n followed) string { return n.Due.Short() }, Order: func(a, b followed) int { return a.Due.Compare(b.Due) }, Width: 14},
		{Key: "tt", Words: words("Tình trạng", "State"), Text: func(n followed) string { return n.state().Label() }, Cell: noteStateCell, Width: 28},
		{Key: "moi", Words: words("Mới nhất", "Latest"), Text: followed.last, Wide: true, Width: 60},
	},
	Filters: []list.Filter[followed]{
		{Key: "loai", Words: words("Loại", "Kind"), Options: []ui.Option{{Value: "finding", Label: "Hạn chế"}, {Value: "task", Label: "Nhiệm vụ"}},
			Keep: func(n followed, k string) bool { return string(n.Kind) == k }},
		{Key: "tt", Words: words("Tình trạng", "State"), Options: noteStates(true), Keep: func(n followed, s string) bool {
			return string(n.state()) == s || s == "late" && n.overdue()
		}},
	},
	Empty: words("Chưa ghi hạn chế, nhiệm vụ nào.", "No finding and no task is on record."),
}

// noteStates are the states as a filter offers them.
func noteStates(withLate bool) (all []ui.Option) {
	for _, s := range []season.NoteState{season.NoteOpen, season.NoteWorking, season.NoteReported, season.NoteDone} {
		all = append(all, ui.Option{Value: string(s), Label: s.Label()})
	}
	if withLate {
		all = append(all, ui.Option{Value: "late", Label: "Quá hạn"})
	}
	return all
}

// readNotes are the year's findings and tasks, findings first.
func readNotes(ctx context.Context, tx *store.Tx, v work.Visit) (all []followed, err error) {
	notes, err := season.Notes(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	steps, err := season.NoteSteps(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var owners []string
	for _, n := range notes {
		owners = append(owners, n.Owner)
	}
	if v.Visit, err = v.Knows(ctx, tx, owners); err != nil {
		return nil, err
	}
	for _, n := range notes {
		if n.Kind != season.Finding && n.Kind != season.Task {
			continue
		}
		owner := n.OwnerText
		if n.Owner != "" {
			owner = v.Unit(n.Owner)
		}
		all = append(all, followed{n, steps[n.ID], owner, v.Today, v.Lam("han-che", n.ID) + "?" + url.Values{"ve": {v.HereAgain()}}.Encode()})
	}
	return all, err
}

func notesPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := readNotes(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	view := notesTable.Of(v.Request().URL, all)
	if view.Excel() {
		return view.File(v.Name(), remarks(v.Season)...), nil
	}
	_, may := v.Capacity(access.NoteFinding)
	return notesView(v, view, f, may), nil
}

func addNote(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n := season.Note{Kind: season.NoteKind(f.Get("kind")), Text: f.Get("text"), Owner: f.Get("owner"), Key: f.Has("key"), Sample: v.Season.Sample}
	if n.Owner == "" {
		n.OwnerText = f.Get("owner_text")
	}
	var err error
	if n.Due, err = f.Day("due"); err != nil {
		return work.Done{}, err
	}
	act := access.NoteFinding
	if n.Kind == season.Task {
		act = access.AssignTask
	}
	by, _ := v.Capacity(act)
	id, err := season.Add(ctx, tx, by, v.Today, v.Season.ID, n)
	return work.Done{To: v.Lam("han-che", id), Say: words("Đã ghi.", "Recorded.")}, err
}

// tracking is what the page of one finding or task shows.
type tracking struct {
	followed
	form   work.Form
	picker evidence.Picker
	shelf  evidence.Shelf
	may    []ui.Option // states the reader may record now
}

func notePage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := readNotes(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	for _, n := range all {
		if n.ID != v.Asked("id") {
			continue
		}
		t := tracking{followed: n, form: f}
		var entries []string
		for _, x := range n.steps {
			entries = append(entries, x.Evidence...)
		}
		if t.shelf, err = evidence.ShelfOf(ctx, tx, entries); err != nil {
			return nil, err
		}
		by := follower(v, n.Owner)
		t.may = openStates(by, n)
		if by.Role == access.EmulationOfficer || by.Role == access.Leader {
			t.picker, err = evidence.PickerOf(ctx, tx, v, f, by.Unit, nil)
		}
		return noteView(v, t), err
	}
	return nil, refusal.New(refusal.NotFound, "Không có hạn chế, nhiệm vụ này.")
}

// follower is the capacity in which the reader tells of the note: its overseer,
// else somebody of the unit that answers for it.
func follower(v work.Visit, owner string) access.Actor {
	best := v.By
	for _, g := range v.Grants {
		by := g.Actor(v.Person, v.Season.Cluster)
		switch {
		case by.Role == access.StandingBody:
			return by
		case by.Role == access.ClusterHead && by.Unit != owner, (by.Role == access.EmulationOfficer || by.Role == access.Leader) && by.Unit == owner:
			best = by
		}
	}
	return best
}

// openStates are the states that the capacity may record of the note now.
func openStates(by access.Actor, n followed) (all []ui.Option) {
	for _, s := range season.NoteStates {
		if season.MayFollow(by, n.Owner, n.state(), s) == nil {
			all = append(all, ui.Option{Value: string(s), Label: s.Label()})
		}
	}
	return all
}

func followUp(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	all, err := readNotes(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	for _, n := range all {
		if n.ID == v.Asked("id") {
			err := season.FollowUp(ctx, tx, follower(v, n.Owner), v.Today, season.NoteStep{Note: n.ID, State: season.NoteState(f.Get("state")), Text: f.Get("text"), Evidence: evidence.Picked(f)})
			return work.Done{Say: words("Đã ghi kết quả.", "Recorded.")}, err
		}
	}
	return work.Done{}, refusal.New(refusal.NotFound, "Không có hạn chế, nhiệm vụ này.")
}
