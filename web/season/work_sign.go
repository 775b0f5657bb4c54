package season

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// signing is what whoever signs looks through first.
type signing struct {
	tree
	Differences []season.Difference
	Touched     []touched // whom the new version touches
	Scored      bool      // the reader sees sheets that were sent by the former version
	Whole       bool      // the reader sees every sheet that was sent
}

// touched is a criterion already scored, which the new version changes.
type touched struct {
	scoring.Touch
	Units []string // the units' short names
}

func signingOf(ctx context.Context, tx *store.Tx, v work.Visit) (s signing, err error) {
	if s.tree, err = treeOf(ctx, tx, v); err != nil {
		return s, err
	}
	if s.Signed.Version > 0 {
		s.Differences = season.Differences(s.Signed, s.Rules)
	}
	sheets, err := scoring.VisibleSheets(ctx, tx, v.By, v.Season, v.Today)
	if err != nil {
		return s, err
	}
	s.Whole = v.By.Role == access.StandingBody
	for _, sheet := range sheets {
		s.Scored = s.Scored || sheet.State == scoring.Submitted
	}
	for _, t := range scoring.Touched(s.Signed, s.Rules, sheets) {
		s.Touched = append(s.Touched, touched{t, namesOf(v, t.Units)})
	}
	return s, nil
}

func namesOf(v work.Visit, units []string) (names []string) {
	for _, m := range v.Members {
		for _, id := range units {
			if m.Unit == id {
				names = append(names, m.ShortName)
			}
		}
	}
	return names
}

func signPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	s, err := signingOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return signForm(v, f, s), nil
}

// sign records that the members signed the draft.
func sign(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	day, err := f.Day("signed_on")
	if err != nil {
		return work.Done{}, err
	}
	err = season.SignDraft(ctx, tx, v.By, v.Today, v.Season.ID, revisionOf(f), day)
	return work.Done{To: criteria(v, "ban"), Say: words("Đã ghi bộ quy tắc các đơn vị ký.", "The signed rules are on record.")}, err
}

func versionsPage(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := season.Versions(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	return versionList(v, all), nil
}

// versionPage shows one version whole, after what it changed.
func versionPage(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := season.Versions(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	for i, r := range all {
		if fmt.Sprint(r.Version) != v.Asked("ban") {
			continue
		}
		var changed []season.Difference
		if i+1 < len(all) {
			changed = season.Differences(all[i+1], r)
		}
		return versionSheet(v, r, rowsOf(r, nil), changed), nil
	}
	return nil, noVersion()
}

// signedOn says when a version was signed.
func signedOn(ctx context.Context, day vi.Day) string {
	if day.IsZero() {
		return ui.T(ctx, "không rõ ngày ký", "day not stated")
	}
	return ui.T(ctx, "ký ngày ", "signed on ") + day.Short()
}

func noVersion() error {
	return refusal.New(refusal.NotFound, "Không có bản này của bộ quy tắc.")
}

// changesTo counts what a version changed against the one before it.
func changesTo(all []season.Rules, i int) int {
	if i+1 >= len(all) {
		return 0
	}
	return len(season.Differences(all[i+1], all[i]))
}
