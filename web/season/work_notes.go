package season

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// noters write findings and tasks down (access.NoteFinding, access.AssignTask).
var noters = []access.Role{access.ClusterHead, access.StandingBody, access.CouncilSecretary}

// NotesDesk are the pages of what fell short and what is to be done.
var NotesDesk = []work.Page{
	{Path: "/lam/{slug}/han-che", Title: words("Hạn chế, nhiệm vụ", "Findings and tasks"), Read: notesPage},
	{Path: "/lam/{slug}/han-che/moi", Title: words("Ghi hạn chế, nhiệm vụ", "Add a finding or task"), Who: noters, Read: newNote, Acts: map[string]work.Act{"ghi": addNote}},
}

func noteTable(v work.Visit) list.Table[season.Note] {
	return list.Table[season.Note]{
		Name:   words("Hạn chế, nhiệm vụ", "Findings and tasks"),
		File:   "han-che-nhiem-vu",
		Search: func(n season.Note) string { return n.Text + " " + ownerOf(v, n) },
		Columns: []list.Column[season.Note]{
			{Key: "loai", Words: words("Loại", "Kind"), Text: noteKind},
			{Key: "noi-dung", Words: words("Nội dung", "Text"), Text: func(n season.Note) string { return n.Text }, Cell: noteText, Wide: true, Width: 60},
			{Key: "ai", Words: words("Ai lo", "Owner"), Text: func(n season.Note) string { return ownerOf(v, n) }, Width: 26},
			{Key: "han", Words: words("Hạn", "Due"), Text: func(n season.Note) string { return n.Due.Short() }, Cell: func(n season.Note) templ.Component { return noteDue(v, n) },
				Order: func(a, b season.Note) int { return a.Due.Compare(b.Due) }},
		},
		Filters: []list.Filter[season.Note]{{Key: "loai", Words: words("Loại", "Kind"),
			Options: []ui.Option{{Value: string(season.Finding), Label: "Hạn chế"}, {Value: string(season.Task), Label: "Nhiệm vụ"}},
			Keep:    func(n season.Note, kind string) bool { return string(n.Kind) == kind }}},
		Empty: words("Chưa ghi hạn chế, nhiệm vụ nào.", "No findings or tasks yet."),
	}
}

func noteKind(n season.Note) string {
	if n.Kind == season.Task {
		return "Nhiệm vụ"
	}
	return "Hạn chế"
}

func ownerOf(v work.Visit, n season.Note) string {
	if n.Owner != "" {
		return v.Unit(n.Owner)
	}
	return n.OwnerText
}

func notesPage(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := season.Notes(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var shown []season.Note
	var owners, remarks []string
	for _, n := range all {
		if n.Kind == season.Finding || n.Kind == season.Task {
			shown, owners = append(shown, n), append(owners, n.Owner)
			if n.Sample && remarks == nil {
				remarks = []string{"Có số liệu minh họa"}
			}
		}
	}
	if v.Visit, err = v.Knows(ctx, tx, owners); err != nil {
		return nil, err
	}
	view := noteTable(v).Of(v.Request().URL, shown)
	if view.Excel() {
		return view.File(v.Name(), remarks...), nil
	}
	return notesList(v, view), nil
}

func newNote(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return newNotePage(v, f), nil
}

func addNote(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n := season.Note{Kind: season.NoteKind(f.Get("kind")), Text: f.Get("text"), Owner: f.Get("unit"), OwnerText: f.Get("owner"), Key: f.Has("key")}
	if n.Owner != "" {
		n.OwnerText = ""
	}
	if text := strings.TrimSpace(f.Get("due")); text != "" {
		day, err := vi.ParseDay(text)
		if err != nil {
			return work.Done{}, refusal.Field("due", "Ngày viết như 22/11/2014.")
		}
		n.Due = day
	}
	_, err := season.Add(ctx, tx, v.By, v.Today, v.Season.ID, n)
	return work.Done{To: v.Lam("han-che"), Say: words("Đã ghi.", "It was recorded.")}, err
}

// membersToChoose are the year's units, with none first.
func membersToChoose(v work.Visit) []ui.Option {
	all := []ui.Option{{Label: "–"}}
	for _, m := range v.Members {
		all = append(all, ui.Option{Value: m.Unit, Label: m.Name})
	}
	return all
}
