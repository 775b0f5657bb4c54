package paper_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var (
	issuing = vi.MustDay("2014-12-01")
	theYear = season.Season{ID: "s", Cluster: "c", Label: "2014", Year: 2014, Phase: season.Nomination}
)

// draftOf is a paper of the border districts' year before it is issued.
func draftOf(t testing.TB, k paper.Kind) paper.Paper {
	t.Helper()
	for _, o := range paper.Offers(border2014(), true) {
		if o.Kind == k && len(o.Papers) > 0 {
			return o.Papers[0]
		}
	}
	t.Fatalf("no draft of kind %s", k)
	return paper.Paper{}
}

func numbered(t testing.TB, k paper.Kind, number int) (paper.Paper, []paper.File) {
	t.Helper()
	p, err := draftOf(t, k).As(number, issuing, issuing)
	if err != nil {
		t.Fatal(err)
	}
	files, err := paper.Render(p)
	if err != nil {
		t.Fatal(err)
	}
	return p, files
}

func issueOne(db *store.DB, by access.Actor, s season.Season, p paper.Paper, files []paper.File) error {
	return db.Write(context.Background(), func(tx *store.Tx) error {
		return paper.IssueOne(context.Background(), tx, by, issuing, s, p, files)
	})
}

func TestAs_putsNumberAndDayWhereTheDraftLeavesRoom(t *testing.T) {
	p, files := numbered(t, paper.SubmissionLetter, 5)
	if p.Symbol() != "05/TTr-CTĐ" || p.Day != issuing || !strings.HasSuffix(p.Title, "(số 05/TTr-CTĐ, ngày 01/12/2014)") || p.File != "to-trinh-so-05-2014" {
		t.Errorf("%q of %s, titled %q, in %s", p.Symbol(), p.Day, p.Title, p.File)
	}
	for i, read := range []func(*testing.T, []byte) string{wordText, pageText} {
		text := read(t, files[i].Bytes)
		for _, want := range []string{"Số:05/TTr-CTĐ", "ngày01tháng12năm2014"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %s", files[i].Name, want)
			}
		}
	}
}

func TestAs_keepsTheDayThatTheRecordsKnow(t *testing.T) {
	d := draftOf(t, paper.Minutes)
	p, err := d.As(1, issuing, issuing)
	if err != nil || p.Day != vi.MustDay("2014-11-22") {
		t.Errorf("dated %s, %v", p.Day, err)
	}
}

func TestAs_refusesBesideItsField(t *testing.T) {
	letter := draftOf(t, paper.SubmissionLetter)
	nobody := letter
	nobody.Issuer = ""
	for name, c := range map[string]struct {
		p      paper.Paper
		number int
		day    string
		field  string
	}{
		"no number":                 {letter, 0, "2014-12-01", "number"},
		"a number below one":        {letter, -3, "2014-12-01", "number"},
		"a number beyond the book":  {letter, 100_000, "2014-12-01", "number"},
		"no day":                    {letter, 1, "", "day"},
		"a day that is not yet":     {letter, 1, "2014-12-02", "day"},
		"a body that nobody stated": {nobody, 1, "2014-12-01", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var day vi.Day
			if c.day != "" {
				day = vi.MustDay(c.day)
			}
			_, err := c.p.As(c.number, day, issuing)
			r := refusal.Of(err)
			if r == nil || r.Field != c.field {
				t.Errorf("got %v, want a refusal beside %q", err, c.field)
			}
		})
	}
}

func TestAs_givesEveryNumberAFileAndASymbolOfItsOwn(t *testing.T) {
	letter := draftOf(t, paper.SubmissionLetter)
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(1, 99_999).Draw(t, "a"), rapid.IntRange(1, 99_999).Draw(t, "b")
		p, err := letter.As(a, issuing, issuing)
		q, err2 := letter.As(b, issuing, issuing)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if (p.File == q.File) != (a == b) || (p.Symbol() == q.Symbol()) != (a == b) {
			t.Fatalf("%d and %d: %s, %s; %s, %s", a, b, p.File, q.File, p.Symbol(), q.Symbol())
		}
	})
}

func TestIssueOne_takesANumberOnceAYearForEachBody(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		putSeason(t, db)
		letter, files := numbered(t, paper.SubmissionLetter, 5)
		if err := issueOne(db, head, theYear, letter, files); err != nil {
			t.Fatal(err)
		}
		note, noteFiles := numbered(t, paper.ConclusionNotice, 5) // of another body
		if note.Issuer == letter.Issuer {
			t.Fatalf("both are of %s: the case says nothing", note.Issuer)
		}
		if err := issueOne(db, head, theYear, note, noteFiles); err != nil {
			t.Errorf("the same number of another body: %v", err)
		}
		minutes, minutesFiles := numbered(t, paper.Minutes, 5)
		if err := issueOne(db, head, theYear, minutes, minutesFiles); !refusal.Is(err, refusal.Conflict) || refusal.Of(err).Field != "number" {
			t.Errorf("the number that the letter has: %v", err)
		}
		if n := next(t, db, letter.Issuer, 2014); n != 6 {
			t.Errorf("the next number is %d, want 6", n)
		}
		if n := next(t, db, letter.Issuer, 2015); n != 1 {
			t.Errorf("a new year begins with %d, want 1", n)
		}
		kept := listed(t, db)
		if len(kept) != 4 || kept[0].File != letter.File+".docx" && kept[0].File != note.File+".docx" {
			t.Errorf("kept %+v", kept)
		}
	})
}

func next(t *testing.T, db *store.DB, issuer string, year int) (n int) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		n, err = paper.Next(context.Background(), tx, issuer, year)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func listed(t *testing.T, db *store.DB) (all []paper.Listing) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		all, err = paper.OfSeason(context.Background(), tx, "s")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func book(t *testing.T, db *store.DB) (all []paper.Entry) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		all, err = paper.Book(context.Background(), tx, "c")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestIssueOne_givesANumberToOneOfTwoWhoTakeItAtOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		putSeason(t, db)
		letter, files := numbered(t, paper.SubmissionLetter, 7)
		minutes, minutesFiles := numbered(t, paper.Minutes, 7)
		var both sync.WaitGroup
		var first, second error
		both.Go(func() { first = issueOne(db, head, theYear, letter, files) })
		both.Go(func() { second = issueOne(db, head, theYear, minutes, minutesFiles) })
		both.Wait()
		if (first == nil) == (second == nil) {
			t.Fatalf("one of the two should have the number: %v, %v", first, second)
		}
		for _, err := range []error{first, second} {
			if err != nil && !refusal.Is(err, refusal.Conflict) {
				t.Errorf("the other was told %v", err)
			}
		}
		if all := book(t, db); len(all) != 1 {
			t.Errorf("the book has %+v", all)
		}
	})
}

func TestRecall_keepsTheNumberAndTakesThePaperOffThePublicList(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		putSeason(t, db)
		letter, files := numbered(t, paper.SubmissionLetter, 5)
		if err := issueOne(db, head, theYear, letter, files); err != nil {
			t.Fatal(err)
		}
		id := book(t, db)[0].ID
		recall := func(by access.Actor, s season.Season, id, why string) error {
			return db.Write(context.Background(), func(tx *store.Tx) error {
				return paper.Recall(context.Background(), tx, by, issuing, s, id, why)
			})
		}
		other := theYear
		other.ID = "x"
		for name, c := range map[string]struct {
			err  error
			want refusal.Kind
		}{
			"a unit's officer":          {recall(access.Actor{Role: access.EmulationOfficer, Unit: "cc"}, theYear, id, "Sai ngày"), refusal.NotAllowed},
			"without a reason":          {recall(head, theYear, id, "  "), refusal.Invalid},
			"through another season":    {recall(head, other, id, "Sai ngày"), refusal.NotFound},
			"what was never issued":     {recall(head, theYear, "nothing", "Sai ngày"), refusal.NotFound},
			"the head of another place": {recall(access.Actor{Role: access.ClusterHead, Unit: "tc", Cluster: "elsewhere"}, theYear, id, "Sai ngày"), refusal.NotAllowed},
		} {
			if !refusal.Is(c.err, c.want) {
				t.Errorf("%s: %v, want %s", name, c.err, c.want)
			}
		}
		if len(listed(t, db)) != 2 {
			t.Fatal("a refused recall changed something")
		}
		if err := recall(head, theYear, id, "Sai tên đơn vị"); err != nil {
			t.Fatal(err)
		}
		if err := recall(head, theYear, id, "Lần nữa"); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("recalled twice: %v", err)
		}
		if all := listed(t, db); len(all) != 0 {
			t.Errorf("still on the list: %+v", all)
		}
		if e := book(t, db)[0]; e.Recalled != issuing || e.Why != "Sai tên đơn vị" || e.Number != 5 {
			t.Errorf("the book says %+v", e)
		}
		again, againFiles := numbered(t, paper.Minutes, 5)
		if err := issueOne(db, head, theYear, again, againFiles); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("a number of a recalled paper was given again: %v", err)
		}
	})
}

func TestIssueOne_isForThoseWhoMayAndAnOpenYear(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		putSeason(t, db)
		letter, files := numbered(t, paper.SubmissionLetter, 5)
		closed := theYear
		closed.Phase = season.Closed
		for name, c := range map[string]struct {
			by   access.Actor
			s    season.Season
			want refusal.Kind
		}{
			"a unit's officer":            {access.Actor{Role: access.EmulationOfficer, Unit: "cc", Person: "p"}, theYear, refusal.NotAllowed},
			"the head of another cluster": {access.Actor{Role: access.ClusterHead, Unit: "tc", Person: "p", Cluster: "elsewhere"}, theYear, refusal.NotAllowed},
			"a year that has ended":       {access.Actor{Role: access.ClusterHead, Unit: "tc", Person: "p"}, closed, refusal.Closed},
		} {
			if err := issueOne(db, c.by, c.s, letter, files); !refusal.Is(err, c.want) {
				t.Errorf("%s: %v, want %s", name, err, c.want)
			}
		}
		if len(listed(t, db)) != 0 || len(book(t, db)) != 0 {
			t.Error("a refused issue left something")
		}
	})
}
