package meeting

import (
	"context"

	"thidua/access"
	"thidua/meeting"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// holders may hold a conference: prepare it, run it, decide on amendments.
var holders = []access.Role{access.ClusterHead, access.StandingBody, access.CouncilSecretary}

// Desk are the working pages of the year's conferences.
var Desk = []work.Page{
	{Path: "/lam/{slug}/hoi-nghi", Title: ui.Words{Vietnamese: "Hội nghị", English: "Conferences"}, Read: readList},
	{Path: "/lam/{slug}/hoi-nghi/moi", Title: ui.Words{Vietnamese: "Triệu tập hội nghị", English: "Call a conference"}, Who: holders,
		Read: readNew, Acts: map[string]work.Act{"luu": callNew}},
	{Path: "/lam/{slug}/hoi-nghi/{id}", Title: ui.Words{Vietnamese: "Hội nghị", English: "Conference"}, Read: readOne,
		Acts: map[string]work.Act{"cu": nameSigners}},
	{Path: "/lam/{slug}/hoi-nghi/{id}/sua", Title: ui.Words{Vietnamese: "Sửa việc triệu tập", English: "Edit the call"}, Who: holders,
		Read: readEdit, Acts: map[string]work.Act{"luu": callAgain}},
	{Path: "/lam/{slug}/hoi-nghi/{id}/diem-danh", Title: ui.Words{Vietnamese: "Điểm danh", English: "Roll call"}, Read: readRoll,
		Acts: map[string]work.Act{"luu": callRoll, "co-mat": markRest}},
	{Path: "/lam/{slug}/hoi-nghi/{id}/dieu-hanh", Title: ui.Words{Vietnamese: "Điều hành hội nghị", English: "Run the conference"}, Read: readRun, Acts: runActs},
	{Path: "/lam/{slug}/hoi-nghi/{id}/bien-ban", Title: ui.Words{Vietnamese: "Biên bản hội nghị", English: "Minutes"}, Read: readMinutes, Acts: minutesActs},
	{Path: "/lam/{slug}/hoi-nghi/{id}/tai/{file}", Title: ui.Words{Vietnamese: "Văn bản của hội nghị", English: "Papers of the conference"}, Read: readFile},
	{Path: "/lam/{slug}/hoi-nghi/{id}/trinh-chieu", Title: ui.Words{Vietnamese: "Trình chiếu", English: "Projector"}, Read: readScreen},
	rollByExcel.Page(),
}

// Raws are the addresses that are no pages: the projector's stream, a roll that
// comes back as a file.
var Raws = []work.Raw{rollByExcel.Raw(), {Pattern: "GET /lam/{slug}/hoi-nghi/{id}/trinh-chieu/dong", Serve: stream}}

// asked is the conference of the address, when it belongs to this year, and the
// visit knowing every unit that it names.
func asked(ctx context.Context, tx *store.Tx, v work.Visit) (meeting.Conference, work.Visit, error) {
	c, err := meeting.ByID(ctx, tx, v.Asked("id"))
	if err != nil {
		return c, v, err
	}
	if c.Season != v.Season.ID {
		return c, v, refusal.New(refusal.NotFound, "Không có hội nghị này.")
	}
	v.Visit, err = v.Knows(ctx, tx, units([]meeting.Conference{c}))
	return c, v, err
}

// may reports whether the visitor's capacity allows the act in this year now.
func may(v work.Visit, act access.Act) bool {
	return season.Permit(v.By, act, v.By.Unit, v.Season) == nil
}

// writes reports whether the visitor writes this conference down.
func writes(v work.Visit, c meeting.Conference) bool {
	return may(v, access.TakeMinutes) && c.MayWrite(v.By)
}

// mustWrite refuses whoever does not write this conference down.
func mustWrite(v work.Visit, c meeting.Conference) error {
	if writes(v, c) {
		return nil
	}
	if err := season.Permit(v.By, access.TakeMinutes, v.By.Unit, v.Season); err != nil {
		return err
	}
	rule, _ := access.Of(access.TakeMinutes)
	return refusal.By(string(access.TakeMinutes), rule.Says)
}

// of is the address of one of the conference's pages: of(v, c, "diem-danh").
func of(v work.Visit, c meeting.Conference, parts ...string) string {
	return v.Lam(append([]string{"hoi-nghi", c.ID}, parts...)...)
}

// say is the sentence an act leaves behind.
func say(vietnamese, english string) work.Done {
	return work.Done{Say: ui.Words{Vietnamese: vietnamese, English: english}}
}
