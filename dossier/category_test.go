package dossier

import (
	"context"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
)

func TestNominate_keepsTheCategoryAndRefusesOneThatNoLawNames(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		var usual, sudden string
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &usual))
		if n := get(t, db, usual); n.Category != rulebook.Merit {
			t.Errorf("nobody said what it is for, and it is %q", n.Category)
		}
		x := flagFor("thanh_linh")
		x.Title, x.Category = "Bằng khen của UBND tỉnh", rulebook.AdHoc
		testkit.Write(t, db, nominating(atHead, x, &sudden))
		if n := get(t, db, sudden); n.Category != rulebook.AdHoc {
			t.Errorf("it was for a sudden achievement, and is %q", n.Category)
		}
		x.Title, x.Category = "Giấy khen", "resistance"
		err := testkit.Try(db, nominating(atHead, x, new(string)))
		wants(t, err, refusal.Invalid, "công trạng; đột xuất")
		if e := refusal.Of(err); e == nil || e.Field != "category" {
			t.Errorf("refused at %+v", e)
		}
	})
}

func TestReword_changesTheCategoryAndTheJournalKeepsTheOneBefore(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		var id string
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &id))
		reword := func(w Wording) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Reword(ctx, tx, atHead, seedDay, id, w) })
		}
		if err := reword(Wording{Reason: "Chống lũ", Category: rulebook.AdHoc}); err != nil {
			t.Fatal(err)
		}
		if n := get(t, db, id); n.Category != rulebook.AdHoc || n.Reason != "Chống lũ" {
			t.Errorf("got %+v", n)
		}
		if err := reword(Wording{Reason: "Cứu hộ"}); err != nil {
			t.Fatal(err)
		}
		if n := get(t, db, id); n.Category != rulebook.AdHoc || n.Reason != "Cứu hộ" {
			t.Errorf("a new reason alone changed the category: %+v", n)
		}
		wants(t, reword(Wording{Reason: "Cứu hộ", Category: "x"}), refusal.Invalid, "Không có loại hình khen thưởng tên “x”")
		if detail := lastDetail(t, db); !strings.Contains(detail, `"category":"ad_hoc"`) || !strings.Contains(detail, `"reason":"Chống lũ"`) {
			t.Errorf("the journal says %s", detail)
		}
	})
}

func TestNominate_takesACandidateOncePerTitleAndKindOfAchievement(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		x := Nomination{Season: "s", CandidateName: "Vi Thị Hòa", CandidateKind: Person, Title: "Giấy khen", Reason: "Hoàn thành tốt nhiệm vụ"}
		var usual, sudden string
		testkit.Write(t, db, nominating(atHead, x, &usual))
		x.Category, x.Reason = rulebook.AdHoc, "Cứu hai cháu nhỏ khỏi lũ ngày 5/8"
		testkit.Write(t, db, nominating(atHead, x, &sudden))
		x.CandidateName = "Vi Thị Hoà"
		wants(t, testkit.Try(db, nominating(atHead, x, new(string))), refusal.Conflict, "đã được đề nghị Giấy khen (đột xuất).")
		err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return Reword(ctx, tx, atHead, seedDay, sudden, Wording{Reason: x.Reason, Category: rulebook.Merit})
		})
		wants(t, err, refusal.Conflict, "đã được đề nghị Giấy khen (công trạng).")
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return Reword(ctx, tx, atHead, seedDay, sudden, Wording{Reason: "Cứu người", Category: rulebook.AdHoc})
		}); err != nil {
			t.Errorf("its own reason: %v", err)
		}
	})
}

// lastDetail is what the journal keeps of the last act.
func lastDetail(t *testing.T, db *store.DB) (detail string) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		detail, err = store.One(context.Background(), tx, func(s *string) []any { return []any{s} }, `SELECT detail FROM journal ORDER BY seq DESC LIMIT 1`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return detail
}

func TestJudge_holdsNoSuddenAchievementAgainstAnAwardThatIsNotForMerit(t *testing.T) {
	const term = "thematic_only"
	merit := records{Nomination: Nomination{ID: "1", Category: rulebook.Merit}}
	if _, known := merit.judged().Facts[term]; known {
		t.Error("no record tells on what an award for merit rests")
	}
	for _, c := range rulebook.Categories[1:] {
		r := records{Nomination: Nomination{ID: "1", Category: c}}
		f, known := r.judged().Facts[term]
		if !known || f.Yes == nil || *f.Yes || f.Link != NominationRecord+"1" {
			t.Errorf("%s: %+v", c, f)
		}
	}
	for _, id := range []string{"B", "C"} {
		law, _ := rulebook.RegimeByID(id)
		said := map[rulebook.Category]rulebook.Answer{}
		for _, c := range []rulebook.Category{rulebook.Merit, rulebook.AdHoc} {
			r := records{Nomination: Nomination{ID: "1", Category: c, TitleCode: ProvinceMerit, CandidateKind: Person}}
			for _, f := range r.judged().Under(law).Findings {
				if f.ID == "not_thematic" {
					said[c] = f.Answer
				}
			}
		}
		if said[rulebook.Merit] != rulebook.Unknown || said[rulebook.AdHoc] != rulebook.Yes {
			t.Errorf("%s: %v", id, said)
		}
	}
}
