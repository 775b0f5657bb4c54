package season_test

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/cluster"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var (
	ctx      = context.Background()
	day      = vi.MustDay("2014-11-22")
	standing = access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}
)

func ratio(n int) exact.Number { return exact.Int(int64(n)) }

// ground is a cluster of one unit with its year open.
type ground struct{ season, unit, cluster string }

func lay(t *testing.T, db *store.DB) (g ground) {
	t.Helper()
	do(t, db, func(tx *store.Tx) (err error) {
		if g.unit, err = org.Add(ctx, tx, standing, day, org.Unit{Name: "Huyện Con Cuông"}); err != nil {
			return err
		}
		if g.cluster, err = cluster.SetUp(ctx, tx, standing, day, cluster.Cluster{Name: "Cụm thi đua đường 7"}); err != nil {
			return err
		}
		if err = cluster.Enrol(ctx, tx, standing, day, cluster.Enrolment{Cluster: g.cluster, Label: "2014", Members: []string{g.unit}}); err != nil {
			return err
		}
		g.season, err = season.Open(ctx, tx, standing, day, year(g.cluster))
		return err
	})
	return g
}

func year(cluster string) season.Season {
	return season.Season{Cluster: cluster, Slug: "duong7-2014", Label: "2014", Year: 2014, MembersCount: 5,
		Calendar: season.Calendar{span(season.Pledging, "2014-03-01", "2014-03-28")},
		Sources:  []season.Source{{Title: "Giao ban cụm đường 7"}}}
}

func do(t *testing.T, db *store.DB, work func(*store.Tx) error) {
	t.Helper()
	if err := db.Write(ctx, work); err != nil {
		t.Fatal(err)
	}
}

func refuses(t *testing.T, db *store.DB, kind refusal.Kind, says string, work func(*store.Tx) error) {
	t.Helper()
	err := db.Write(ctx, work)
	if e := refusal.Of(err); e == nil || e.Kind != kind || !strings.Contains(e.Sentence, says) {
		t.Errorf("got %v, want %s saying %q", err, kind, says)
	}
}

func TestSeason_readsBackWhatWasRecorded(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		rules := season.Rules{Scale: exact.Int(100), Quotas: []season.Quota{{Title: "Cờ", Max: 1}}}
		do(t, db, func(tx *store.Tx) error {
			for _, err := range []error{
				season.Sign(ctx, tx, standing, day, g.season, rules),
				season.SignPledge(ctx, tx, standing, day, g.season, season.Pledge{Day: vi.MustDay("2014-03-28"), Units: []string{g.unit}}),
				season.Register(ctx, tx, access.Actor{Role: access.EmulationOfficer, Unit: g.unit}, day, g.season, season.Registration{Unit: g.unit, Day: vi.MustDay("2014-03-20"), Titles: []string{"Cờ thi đua"}, Sample: true}),
				season.Write(ctx, tx, standing, day, g.season, []season.Note{{Kind: season.Finding, Position: 1, Text: " Chất lượng  chưa đều. ", Key: true}, {Kind: season.Task, Position: 1, Text: "Rà soát chỉ tiêu", OwnerText: "các đơn vị"}}),
				season.Report(ctx, tx, standing, day, g.season, 1, season.Figure{Name: "Chi hội", Count: exact.Int(83), Of: exact.Int(85), Printed: "97,6"}),
				season.Elect(ctx, tx, standing, day, g.season, season.Election{Head: g.unit}),
				season.Move(ctx, tx, standing, day, g.season, "open_pledge"),
				season.Publish(ctx, tx, standing, day, g.season, true),
			} {
				if err != nil {
					return err
				}
			}
			return nil
		})
		do(t, db, func(tx *store.Tx) error {
			s, err := season.BySlug(ctx, tx, "duong7-2014")
			if err != nil {
				return err
			}
			if s.ID != g.season || s.Phase != season.Pledging || s.PublishedOn != day || !s.SamplePublication || s.Elected.Head != g.unit || len(s.Calendar) != 1 || s.MembersCount != 5 || s.Pledge.Units[0] != g.unit || s.Sources[0].Title == "" {
				t.Errorf("season: %+v", s)
			}
			signed, err := season.RulesOf(ctx, tx, g.season)
			if err != nil {
				return err
			}
			if signed.Version != 1 || signed.Scale.Cmp(exact.Int(100)) != 0 || signed.Quotas[0].Max != 1 {
				t.Errorf("rules: %+v", signed)
			}
			notes, err := season.Notes(ctx, tx, g.season)
			if err != nil {
				return err
			}
			if len(notes) != 2 || notes[0].Text != "Chất lượng chưa đều." || !notes[0].Key || notes[1].OwnerText != "các đơn vị" {
				t.Errorf("notes: %+v", notes)
			}
			registered, err := season.Registrations(ctx, tx, g.season)
			if err != nil || len(registered) != 1 || registered[0].Titles[0] != "Cờ thi đua" || !registered[0].Sample {
				t.Errorf("registrations: %+v %v", registered, err)
			}
			figures, err := season.Figures(ctx, tx, g.season)
			if err != nil || len(figures) != 1 || figures[0].PrintedBy() != exact.HalfUp {
				t.Errorf("figures: %+v %v", figures, err)
			}
			return nil
		})
	})
}

func TestSeason_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		officer := access.Actor{Name: "Con Cuông", Role: access.EmulationOfficer, Unit: g.unit}
		do(t, db, func(tx *store.Tx) error {
			if err := season.Sign(ctx, tx, standing, day, g.season, season.Rules{Version: 2}); err != nil {
				return err
			}
			return season.Register(ctx, tx, officer, day, g.season, season.Registration{Unit: g.unit, Day: vi.MustDay("2014-03-01")})
		})
		for name, c := range map[string]struct {
			kind refusal.Kind
			says string
			act  func(tx *store.Tx) error
		}{
			"the same year twice": {refusal.Conflict, "đã có", func(tx *store.Tx) error {
				_, err := season.Open(ctx, tx, standing, day, year(g.cluster))
				return err
			}},
			"an officer opening a year": {refusal.NotAllowed, "cơ quan thường trực", func(tx *store.Tx) error {
				_, err := season.Open(ctx, tx, officer, day, year(g.cluster))
				return err
			}},
			"rules of a version already signed": {refusal.Conflict, "bản 2", func(tx *store.Tx) error {
				return season.Sign(ctx, tx, standing, day, g.season, season.Rules{Version: 2})
			}},
			"a threshold above one": {refusal.Invalid, "không quá 1", func(tx *store.Tx) error {
				return season.Sign(ctx, tx, standing, day, g.season, season.Rules{Ballot: season.Ballot{Threshold: exact.Must("1.5")}})
			}},
			"a quota by number and by percent": {refusal.Invalid, "một cách tính", func(tx *store.Tx) error {
				return season.Sign(ctx, tx, standing, day, g.season, season.Rules{Quotas: []season.Quota{{Title: "Cờ", Max: 1, Percent: exact.Int(20)}}})
			}},
			"registering twice": {refusal.Conflict, "đã đăng ký", func(tx *store.Tx) error {
				return season.Register(ctx, tx, officer, day, g.season, season.Registration{Unit: g.unit, Day: vi.MustDay("2014-03-02")})
			}},
			"registering after the deadline": {refusal.Closed, "hết hạn", func(tx *store.Tx) error {
				return season.Register(ctx, tx, officer, day, g.season, season.Registration{Unit: g.unit, Day: vi.MustDay("2014-03-29")})
			}},
			"registering another unit": {refusal.NotAllowed, "tự đăng ký", func(tx *store.Tx) error {
				return season.Register(ctx, tx, officer, day, g.season, season.Registration{Unit: "x", Day: vi.MustDay("2014-03-02")})
			}},
			"a head that is its own deputy": {refusal.Invalid, "phải khác", func(tx *store.Tx) error {
				return season.Elect(ctx, tx, standing, day, g.season, season.Election{Head: g.unit, Deputy: g.unit})
			}},
			"a step the machine does not have": {refusal.Closed, "không chuyển", func(tx *store.Tx) error {
				return season.Move(ctx, tx, standing, day, g.season, "decide")
			}},
			"an empty note": {refusal.Invalid, "còn trống", func(tx *store.Tx) error {
				return season.Write(ctx, tx, standing, day, g.season, []season.Note{{Kind: season.Finding, Text: "  "}})
			}},
			"a note in a place that is taken": {refusal.Conflict, "đã được ghi", func(tx *store.Tx) error {
				note := season.Note{Kind: season.Finding, Position: 1, Text: "Chưa đều"}
				return season.Write(ctx, tx, standing, day, g.season, []season.Note{note, note})
			}},
			"a figure in a place that is taken": {refusal.Conflict, "đã được ghi", func(tx *store.Tx) error {
				f := season.Figure{Name: "Chi hội", Count: exact.Int(83)}
				if err := season.Report(ctx, tx, standing, day, g.season, 1, f); err != nil {
					return err
				}
				return season.Report(ctx, tx, standing, day, g.season, 1, f)
			}},
			"more counted than there are": {refusal.Invalid, "nhiều hơn tổng số", func(tx *store.Tx) error {
				return season.Report(ctx, tx, standing, day, g.season, 1, season.Figure{Name: "Chi hội", Count: exact.Int(86), Of: exact.Int(85)})
			}},
			"a printed percentage nothing gives": {refusal.Invalid, "97,647", func(tx *store.Tx) error {
				return season.Report(ctx, tx, standing, day, g.season, 1, season.Figure{Name: "Chi hội", Count: exact.Int(83), Of: exact.Int(85), Printed: "98,1"})
			}},
			"a season that is not there": {refusal.NotFound, "Không có năm", func(tx *store.Tx) error {
				return season.Publish(ctx, tx, standing, day, "none", false)
			}},
			"a unit publishing": {refusal.NotAllowed, "Công bố", func(tx *store.Tx) error {
				return season.Publish(ctx, tx, officer, day, g.season, false)
			}},
		} {
			t.Run(name, func(t *testing.T) { refuses(t, db, c.kind, c.says, c.act) })
		}
	})
}

func TestMove_aSignedPledgeIsNotSteppedOver(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error {
			return season.SignPledge(ctx, tx, standing, day, g.season, season.Pledge{Day: vi.MustDay("2014-03-28")})
		})
		refuses(t, db, refusal.Unsatisfied, "giao ước đã ký", func(tx *store.Tx) error { return season.Move(ctx, tx, standing, day, g.season, "start_work") })
		do(t, db, func(tx *store.Tx) error { return season.Move(ctx, tx, standing, day, g.season, "open_pledge") })
	})
}

func TestPublish_happensOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error { return season.Publish(ctx, tx, standing, day, g.season, false) })
		refuses(t, db, refusal.Conflict, "đã công bố", func(tx *store.Tx) error { return season.Publish(ctx, tx, standing, day, g.season, false) })
	})
}

func TestList_pagesWithoutLosingAYear(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error {
			for _, label := range []string{"2015", "2016", "2017"} {
				s := year(g.cluster)
				s.Label, s.Slug = label, "duong7-"+label
				if _, err := season.Open(ctx, tx, standing, day, s); err != nil {
					return err
				}
			}
			return nil
		})
		var slugs []string
		do(t, db, func(tx *store.Tx) error {
			for offset, more := 0, true; more; offset += 3 {
				var page []season.Listing
				var err error
				if page, more, err = season.List(ctx, tx, 3, offset); err != nil {
					return err
				}
				for _, l := range page {
					slugs = append(slugs, l.Slug)
				}
			}
			return nil
		})
		if len(slugs) != 4 {
			t.Fatalf("got %v", slugs)
		}
	})
}

func TestFigure_tellsHowItsPercentageWasPrinted(t *testing.T) {
	for _, c := range []struct {
		count, of int64
		printed   string
		want      exact.Mode
	}{
		{83, 85, "97,6", exact.HalfUp}, {83, 85, "97,64", exact.Cut}, {3081, 3135, "98,27", exact.Cut}, {2941, 2966, "99,16", exact.HalfUp}, {1, 2, "50", exact.HalfUp}, {1, 3, "34", ""},
	} {
		f := season.Figure{Name: "x", Count: exact.Int(c.count), Of: exact.Int(c.of), Printed: c.printed}
		if got := f.PrintedBy(); got != c.want {
			t.Errorf("%d/%d printed %s: %q, want %q", c.count, c.of, c.printed, got, c.want)
		}
	}
}
