package dossier

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/bylaw"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// aCase is a candidate of whom anything may be known, for any title.
func aCase() *rapid.Generator[Case] {
	return rapid.Custom(func(t *rapid.T) Case {
		kind := rapid.SampledFrom([]CandidateKind{Collective, Person, Household}).Draw(t, "kind")
		c := Case{Nomination: Nomination{CandidateKind: kind, TitleCode: rapid.SampledFrom(rulebook.Names()).Draw(t, "title").Code},
			Year: rapid.IntRange(2014, 2026).Draw(t, "year"), Facts: rulebook.Facts{}}
		for _, term := range rulebook.Terms() {
			if rapid.Bool().Draw(t, "known "+term.Name) {
				c.Facts[term.Name] = aFact(t, term)
			}
		}
		return c
	})
}

func aFact(t *rapid.T, term rulebook.Term) rulebook.Fact {
	switch term.Kind {
	case rulebook.Count:
		return rulebook.Amount(exact.Ratio(rapid.Int64Range(0, 240).Draw(t, term.Name), 2), "Văn bản")
	case rulebook.Years:
		return rulebook.InYears(rapid.SliceOfNDistinct(rapid.IntRange(2005, 2026), 0, 8, rapid.ID).Draw(t, term.Name), "Sổ")
	case rulebook.Choice:
		return rulebook.Fact{Word: rapid.SampledFrom(term.Words).Draw(t, term.Name), From: "Văn bản"}
	}
	return rulebook.Truth(rapid.Bool().Draw(t, term.Name), "Sổ")
}

func TestJudged_whatIsKeptOfAVerdictLeadsToItOnceMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := aCase().Draw(t, "case")
		for _, v := range c.UnderAll() {
			body, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			kept, ok := Taken{Verdict: string(body)}.Judged()
			if !ok {
				t.Fatalf("cannot be read again: %s", body)
			}
			r, _ := rulebook.RegimeByID(kept.Regime)
			again := rulebook.Judge(c.Law(r), kept.Title, kept.For, kept.Year, kept.Used())
			if again.Answer != v.Answer || !reflect.DeepEqual(again.Missing, v.Missing) || !reflect.DeepEqual(again.Changes, v.Changes) {
				t.Fatalf("%s: %v from all that was known, %v from what was kept", v.Regime, v.Answer, again.Answer)
			}
			if twice, err := json.Marshal(again); err != nil || string(twice) != string(body) {
				t.Fatalf("%s: the explanation is another one:\n%s\n%s", v.Regime, body, twice)
			}
		}
	})
}

// stating records a fact that no record holds.
func stating(by access.Actor, day vi.Day, id, name, value string) work {
	return func(ctx context.Context, tx *store.Tx) error {
		return StateFact(ctx, tx, by, day, StatedFact{Dossier: id, Name: name, Value: value, Document: "Công văn 5/SNV"})
	}
}

func caseOn(t *testing.T, db *store.DB, id string, day vi.Day) (c Case) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) error {
		n, err := ByID(context.Background(), tx, id)
		if err == nil {
			c, err = CaseOf(context.Background(), tx, n, day)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return c
}

// loads puts a by-law on record that asks the Government flag for excellent
// results, in force from the day.
func loads(t *testing.T, db *store.DB, id, from string) {
	t.Helper()
	text := fmt.Sprintf(`id: %s
name: Quy định thử của tỉnh
number: 59/2013/QĐ-UBND
province: Nghệ An
from: %s
titles:
  - code: government_flag
    clauses:
      - id: more
        says: Có thành tích xuất sắc.
        mark: V
        cite: {document: 59/2013/QĐ-UBND, article: "3"}
        when: {fact: excellent_results, is: có}
`, id, from)
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := bylaw.Load(ctx, tx, access.Actor{Name: "Quản trị", Role: access.Admin}, seedDay, []byte(text))
		return err
	})
}

func TestByLaw_holdsFromItsDayForWhatWasNotReceivedBeforeItWasKnown(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := filed(t, db)
		testkit.Exec(t, db, `UPDATE cluster SET province = 'Nghệ An' WHERE id = 'c'`)
		a2, _ := rulebook.RegimeByID("A2")
		clauses := func() int { return len(caseOn(t, db, id, seedDay).Under(a2).Findings) }
		law := clauses()
		loads(t, db, "mai-sau", "2014-11-23")
		if got := clauses(); got != law {
			t.Errorf("a by-law of tomorrow: %d conditions, the law has %d", got, law)
		}
		loads(t, db, "hom-nay", "2014-11-22")
		if got := clauses(); got != law+1 {
			t.Errorf("a by-law of today: %d conditions, the law has %d", got, law)
		}
		testkit.Exec(t, db, `UPDATE cluster SET province = 'Thanh Hóa' WHERE id = 'c'`)
		if got := clauses(); got != law {
			t.Errorf("another province's by-law: %d conditions, the law has %d", got, law)
		}
		testkit.Exec(t, db, `UPDATE cluster SET province = 'Nghệ An' WHERE id = 'c'`)
		testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
		testkit.Write(t, db, receiving(atStanding, id, Reception{}))
		kept := history(t, db, id)[1].Verdict
		db.SetClock(func() time.Time { return testkit.Today.Add(time.Hour) })
		loads(t, db, "nap-muon", "2014-01-01")
		if got := clauses(); got != law+1 {
			t.Errorf("a by-law that was loaded after the reception: %d conditions, %d were fixed", got, law+1)
		}
		v, ok := history(t, db, id)[1].Judged()
		if !ok || history(t, db, id)[1].Verdict != kept || len(v.Findings) != law+1 {
			t.Error("what was kept on reception changed")
		}
		testkit.Write(t, db, taking(atStanding, id, Move{Step: Return, Reason: "Sai mẫu"}))
		if got := clauses(); got != law+2 {
			t.Errorf("returned, its law is open again: %d conditions, want %d", got, law+2)
		}
	})
}

func TestReceive_whereTheTextIsNotLoadedAnOfficerDecidesOnADocument(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := filed(t, db)
		testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
		on := vi.MustDay("2026-11-22")
		receive := func(r Reception) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return ReceiveForAppraisal(ctx, tx, atStanding, on, id, r)
			})
		}
		wants(t, receive(Reception{}), refusal.Invalid, "không tự xét")
		wants(t, receive(Reception{Reason: "Theo hướng dẫn của Bộ"}), refusal.Invalid, "số văn bản")
		wants(t, receive(Reception{Number: "1234/BNV-TĐKT"}), refusal.Invalid, "lý do")
		if err := receive(Reception{Reason: "Theo hướng dẫn của Bộ", Number: "1234/BNV-TĐKT"}); err != nil {
			t.Fatal(err)
		}
		step, ok := ReceptionOf(history(t, db, id))
		v, kept := step.Judged()
		if !ok || !kept || step.Reason != "Theo hướng dẫn của Bộ" || step.Number != "1234/BNV-TĐKT" || step.Role != access.StandingBody || v.Regime != "D" || v.Answer != rulebook.Unknown || len(v.Missing) != 1 {
			t.Fatalf("%+v %+v", step, v)
		}
		if n := get(t, db, id); n.Regime != "D" || n.ReceivedOn != on {
			t.Fatalf("%+v", n)
		}
	})
}

func TestReceive_aMoreFavourableLawNeedsAReason(t *testing.T) {
	db := testkit.SQLite(t)
	begin(t, db)
	n, id := flagFor("con_cuong"), ""
	n.Title = "Cờ thi đua của Ủy ban nhân dân tỉnh"
	testkit.Write(t, db, nominating(atHead, n, &id))
	on := vi.MustDay("2024-05-02")
	for _, fact := range []string{"targets_exceeded", "leads_province_movement"} {
		testkit.Write(t, db, stating(atHead, on, id, fact, "không"))
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return Take(ctx, tx, atHead, on, id, Move{Step: Send}) })
	receive := func(r Reception) error {
		return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return ReceiveForAppraisal(ctx, tx, atStanding, on, id, r)
		})
	}
	wants(t, receive(Reception{}), refusal.Unsatisfied, "Luật 06/2022/QH15, Điều 26")
	wants(t, receive(Reception{Regime: "A3"}), refusal.Invalid, "vì sao có lợi hơn")
	wants(t, receive(Reception{Regime: "C", Reason: "Có lợi hơn"}), refusal.Invalid, "chưa có hiệu lực")
	wants(t, receive(Reception{Regime: "Z", Reason: "Có lợi hơn"}), refusal.Invalid, "trong danh sách")
	if err := receive(Reception{Regime: "A3", Reason: "Thành tích của năm theo quy định cũ"}); err != nil {
		t.Fatal(err)
	}
	if n := get(t, db, id); n.Regime != "A3" || n.RegimeReason != "Thành tích của năm theo quy định cũ" || n.LawKnown.IsZero() {
		t.Fatalf("%+v", n)
	}
	if v, ok := history(t, db, id)[1].Judged(); !ok || v.Regime != "A3" || v.Answer != rulebook.Unknown {
		t.Fatalf("%+v", v)
	}
}
