package rulebook

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/vi"
)

// placed is a clause with where it stands.
type placed struct {
	regime Regime
	title  Code
	clause Clause
}

// everyClause lists the clauses of all regimes.
func everyClause() (all []placed) {
	for _, r := range Regimes() {
		for _, c := range r.General {
			all = append(all, placed{r, "", c})
		}
		for _, t := range r.Titles {
			for _, c := range t.Clauses {
				all = append(all, placed{r, t.Code, c})
			}
		}
	}
	return all
}

func factsOf(t *testing.T, c Case) Facts {
	t.Helper()
	facts := Facts{}
	for name, text := range c.Facts {
		if text == "" {
			continue
		}
		term, known := TermOf(name)
		if !known {
			t.Fatalf("no term %q", name)
		}
		f, said, err := ReadFact(term, text, "ví dụ")
		if err != nil || !said {
			t.Fatalf("%s: %v", name, err)
		}
		facts[name] = f
	}
	return facts
}

// TestClauses_answerTheirCases holds every verified clause to its own examples:
// at least one that it lets through, one that it refuses, and one day on which
// it begins or ends.
func TestClauses_answerTheirCases(t *testing.T) {
	for _, p := range everyClause() {
		where := fmt.Sprintf("%s %s %s", p.regime.ID, p.title, p.clause.ID)
		if !p.clause.Enforced() {
			if len(p.clause.Cases) > 0 || p.clause.Missing == "" {
				t.Errorf("%s: unverified, with cases or without the text that is missing", where)
			}
			continue
		}
		seen := map[string]int{}
		for _, c := range p.clause.Cases {
			seen[c.Is]++
			if c.Day == p.regime.From || c.Day == p.regime.Until || c.Is == "absent" {
				seen["boundary"]++
			}
			if inForce := p.regime.On(c.Day); inForce == (c.Is == "absent") {
				t.Errorf("%s on %s: in force %t", where, c.Day, inForce)
			}
			if c.Is == "absent" {
				continue
			}
			answer, _ := held.judge(*p.clause.When, c.Day.Year(), factsOf(t, c)).Answer.MarshalText()
			if string(answer) != c.Is {
				t.Errorf("%s on %s with %v: %s, want %s", where, c.Day, c.Facts, answer, c.Is)
			}
		}
		for _, kind := range []string{"yes", "no", "boundary"} {
			if seen[kind] == 0 {
				t.Errorf("%s has no case of the kind %q", where, kind)
			}
		}
	}
}

func TestReport_countsEveryClauseOnce(t *testing.T) {
	enforced, shown := 0, 0
	for _, p := range everyClause() {
		if p.clause.Enforced() {
			enforced++
		} else {
			shown++
		}
	}
	all := Tally{}
	for _, r := range Tallies() {
		all.Enforced, all.Unknown, all.Shown = all.Enforced+r.Enforced, all.Unknown+r.Unknown, all.Shown+r.Shown
	}
	if all.Enforced != enforced || all.Unknown+all.Shown != shown || enforced < 20 {
		t.Errorf("%+v, want %d enforced and %d not", all, enforced, shown)
	}
}

func TestRegimeOn_changesOnItsDay(t *testing.T) {
	for day, want := range map[string]string{
		"2004-06-30": "", "2004-07-01": "A1", "2014-06-30": "A1", "2014-07-01": "A2", "2014-11-22": "A2", "2017-07-30": "A2",
		"2017-07-31": "", "2017-12-31": "", "2018-01-01": "A3", "2023-12-31": "A3", "2024-01-01": "B", "2025-06-30": "B",
		"2025-07-01": "C", "2026-09-30": "C", "2026-10-01": "D",
	} {
		r, ok := RegimeOn(vi.MustDay(day))
		if r.ID != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", day, r.ID, want)
		}
	}
	if _, ok := RegimeOn(vi.Day{}); ok {
		t.Error("an unknown day has a law")
	}
}

func TestJudge_withoutTheTextAnswersNothing(t *testing.T) {
	d, _ := RegimeByID("D")
	v := Judge(d, GovernmentFlag, Collective, 2026, everyFact(GovernmentFlag, true))
	if v.Answer != Unknown || len(v.Findings) > 0 || len(v.Missing) != 1 || !strings.Contains(v.Missing[0], "06/2026/QH16") {
		t.Errorf("%+v", v)
	}
}

// everyFact answers every term alike.
func everyFact(_ Code, good bool) Facts {
	facts := Facts{}
	for _, term := range Terms() {
		switch term.Kind {
		case YesNo:
			bad := slices.Contains([]string{"frozen", "achievement_rewarded", "thematic_only", "member_disciplined"}, term.Name)
			facts[term.Name] = Truth(good != bad, "thử")
		case Count:
			facts[term.Name] = Amount(exact.Int(100), "thử")
		case Years:
			facts[term.Name] = InYears([]int{2009, 2010, 2011, 2012, 2013, 2014, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026}, "thử")
		}
	}
	return facts
}

func TestJudge_letsThroughOnlyWhereEveryClauseIsVerified(t *testing.T) {
	for _, c := range []struct {
		regime string
		title  Code
		to     Recipient
		want   Answer
	}{
		{"A1", GovernmentFlag, Collective, Unknown}, {"A2", GovernmentFlag, Collective, Unknown},
		{"A3", GovernmentFlag, Collective, Yes}, {"B", GovernmentFlag, Collective, Yes}, {"C", GovernmentFlag, Collective, Yes},
		{"B", NationalFighter, Individual, Yes}, {"B", ProvinceFighter, Individual, Yes}, {"A3", ProvinceFighter, Individual, Unknown},
		{"B", PrimeMinisterMerit, Individual, Yes}, {"B", PrimeMinisterMerit, Collective, Unknown},
		{"B", GovernmentFlag, Individual, No}, {"C", CulturalVillage, Collective, Unknown}, {"A2", BaseFighter, Individual, Unknown},
	} {
		r, _ := RegimeByID(c.regime)
		v := Judge(r, c.title, c.to, r.From.Year()+1, everyFact(c.title, true))
		if v.Answer != c.want {
			t.Errorf("%s %s for a %s: %v, want %v (%v, %v)", c.regime, c.title, c.to, v.Answer.Whole(), c.want.Whole(), v.Missing, v.Changes)
		}
		if v.Answer == Unknown && len(v.Missing) == 0 {
			t.Errorf("%s %s: unknown, and nothing is said to be missing", c.regime, c.title)
		}
	}
}

func TestJudge_saysWhatWouldChangeTheAnswer(t *testing.T) {
	b, _ := RegimeByID("B")
	v := Judge(b, ProvinceFighter, Individual, 2024, Facts{"base_fighter_years": InYears([]int{2021, 2023, 2024}, "Sổ khen thưởng"), "initiative_province": Truth(false, "Biên bản")})
	for _, want := range []string{"thiếu 1 năm liên tục: Chiến sĩ thi đua cơ sở", "nếu “Có sáng kiến áp dụng hiệu quả, nhân rộng trong bộ, ngành, tỉnh” thì đạt"} {
		if !slices.Contains(v.Changes, want) {
			t.Errorf("%q is not among %q", want, v.Changes)
		}
	}
	if v.Answer != No || !slices.ContainsFunc(v.Missing, func(s string) bool { return strings.HasPrefix(s, "cần biết: Đang bị xem xét kỷ luật") }) {
		t.Errorf("%v %q", v.Answer, v.Missing)
	}
}

// aCandidate draws facts, some of them unknown.
func aCandidate() *rapid.Generator[Facts] {
	return rapid.Custom(func(t *rapid.T) Facts {
		facts := Facts{}
		for _, term := range Terms() {
			if !rapid.Bool().Draw(t, "known "+term.Name) {
				continue
			}
			switch term.Kind {
			case YesNo:
				facts[term.Name] = Truth(rapid.Bool().Draw(t, term.Name), "thử")
			case Count:
				facts[term.Name] = Amount(exact.Int(rapid.Int64Range(0, 120).Draw(t, term.Name)), "thử")
			case Years:
				facts[term.Name] = InYears(rapid.SliceOfNDistinct(rapid.IntRange(2005, 2026), 0, 8, rapid.ID).Draw(t, term.Name), "thử")
			}
		}
		return facts
	})
}

func aRule(t *rapid.T) (Regime, Title, Recipient, int) {
	var rules []Regime
	for _, r := range Regimes() {
		if len(r.Titles) > 0 {
			rules = append(rules, r)
		}
	}
	r := rapid.SampledFrom(rules).Draw(t, "regime")
	title := rapid.SampledFrom(r.Titles).Draw(t, "title")
	return r, title, rapid.SampledFrom([]Recipient{Individual, Collective, Household}).Draw(t, "to"), rapid.IntRange(r.From.Year(), 2026).Draw(t, "year")
}

func TestJudge_theFactsItShowsReproduceItsAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, title, to, year := aRule(t)
		v := Judge(r, title.Code, to, year, aCandidate().Draw(t, "facts"))
		if again := Judge(r, title.Code, to, year, v.Used()); again.Answer != v.Answer || len(again.Changes) != len(v.Changes) {
			t.Fatalf("%v from all facts, %v from those shown", v.Answer, again.Answer)
		}
	})
}

func TestJudge_knowingMoreNeverTurnsAYesIntoANoOrBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, title, to, year := aRule(t)
		more := aCandidate().Draw(t, "facts")
		less := maps.Clone(more)
		for name := range more {
			if rapid.Bool().Draw(t, "forget "+name) {
				delete(less, name)
			}
		}
		before, after := Judge(r, title.Code, to, year, less).Answer, Judge(r, title.Code, to, year, more).Answer
		if before != Unknown && after != before {
			t.Fatalf("%v became %v by knowing more", before, after)
		}
	})
}

func TestBook_aFutureRuleChangesNoPastResult(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, title, to, year := aRule(t)
		facts := aCandidate().Draw(t, "facts")
		before := Judge(r, title.Code, to, year, facts)
		later := *held
		open, _ := RegimeByID("D")
		closed := open
		closed.Until = vi.MustDay("2027-12-31")
		later.regimes = append(slices.Clone(held.regimes[:len(held.regimes)-1]), closed,
			Regime{ID: "E", Name: "Luật mai sau", From: vi.MustDay("2028-01-01"), Loaded: true, Titles: []Title{{Code: title.Code, Clauses: []Clause{{ID: "x", Sentence: "Không ai đạt.", Known: Known{Mark: Read, Cite: Citation{Document: "Luật"}}, When: &Condition{Fact: "frozen", Is: yesWord}}}}}})
		day := r.From
		again, ok := later.on(day)
		if !ok || again.ID != r.ID {
			t.Fatalf("%s is under %q", day, again.ID)
		}
		if v := later.verdict(again, title.Code, to, year, facts); v.Answer != before.Answer {
			t.Fatalf("%v became %v", before.Answer, v.Answer)
		}
	})
}

func TestBook_refusesTwoLawsOnOneDayAndOtherNonsense(t *testing.T) {
	good := map[string]string{}
	for name, text := range map[string]string{
		"two regimes on one day":       "id: X\nname: Hai luật\nfrom: 2025-01-01\nuntil: 2025-12-31\nknown: 2026-01-01\nloaded: true\n",
		"a title that is none":         "id: X\nname: Luật\nfrom: 1990-01-01\nuntil: 1990-12-31\nknown: 2026-01-01\nloaded: true\ntitles: [{code: nothing}]\n",
		"a title twice":                "id: X\nname: Luật\nfrom: 1990-01-01\nuntil: 1990-12-31\nknown: 2026-01-01\nloaded: true\ntitles: [{code: government_flag}, {code: government_flag}]\n",
		"a verified rule without test": "id: X\nname: Luật\nfrom: 1990-01-01\nuntil: 1990-12-31\nknown: 2026-01-01\nloaded: true\ntitles: [{code: government_flag, clauses: [{id: a, says: Câu, mark: V, cite: Luật}]}]\n",
		"a fact nobody knows":          "id: X\nname: Luật\nfrom: 1990-01-01\nuntil: 1990-12-31\nknown: 2026-01-01\nloaded: true\ntitles: [{code: government_flag, clauses: [{id: a, says: Câu, mark: V, cite: Luật, when: {fact: luck, is: có}}]}]\n",
		"a number asked for yes":       "id: X\nname: Luật\nfrom: 1990-01-01\nuntil: 1990-12-31\nknown: 2026-01-01\nloaded: true\ntitles: [{code: government_flag, clauses: [{id: a, says: Câu, mark: V, cite: Luật, when: {fact: women, is: có}}]}]\n",
		"a key that is none":           "id: X\nname: Luật\nfrom: 1990-01-01\nuntil: 1990-12-31\nknown: 2026-01-01\nloaded: true\nsurprise: 1\n",
		"a mark that is none":          "id: X\nname: Luật\nfrom: 1990-01-01\nuntil: 1990-12-31\nknown: 2026-01-01\nloaded: true\nacts: [{number: 1, mark: A}]\n",
	} {
		all := fstest.MapFS{"law/regime-x.yaml": {Data: []byte(text)}}
		paths, _ := files.ReadDir("law")
		for _, p := range paths {
			raw, err := files.ReadFile("law/" + p.Name())
			if err != nil {
				t.Fatal(err)
			}
			all["law/"+p.Name()] = &fstest.MapFile{Data: raw}
		}
		if _, err := readBook(all); err == nil {
			t.Errorf("%s is let in", name)
		} else {
			good[name] = err.Error()
		}
		delete(all, "law/regime-x.yaml")
		if _, err := readBook(all); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.Contains(good["a key that is none"], "dòng 7") {
		t.Errorf("the line is not told: %s", good["a key that is none"])
	}
}

func TestTitleNamed_findsEveryWriting(t *testing.T) {
	for text, want := range map[string]Code{
		"cờ thi đua của Chính phủ": GovernmentFlag, "CO THI DUA CHINH PHU": GovernmentFlag, "Cờ thi đua của Chính phủ năm 2014": GovernmentFlag,
		"Chiến sĩ tiên tiến": AdvancedWorker, "Giay khen": CertificateOfPraise, "Cờ thi đua": "", "": "", "Huân chương Lao động hạng Ba": LabourOrder,
	} {
		if got, ok := TitleNamed(text); got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestBonus_testValuesOfTheLaw(t *testing.T) {
	day := vi.MustDay("2026-08-01")
	salary, ok := BaseSalary(day)
	if !ok || salary.Month.Cmp(exact.Int(2_530_000)) != 0 {
		t.Fatalf("%+v", salary)
	}
	for code, want := range map[Code]string{AdvancedWorker: "0.3", CulturalVillage: "1.5", GovernmentFlag: "12", ProvinceFlag: "8"} {
		to := Collective
		if code == AdvancedWorker {
			to = Individual
		}
		if n, known, ok := Multiplier(code, to, day); !ok || !known.Enforced() || n.Cmp(exact.Must(want)) != 0 {
			t.Errorf("%s: %v %v", code, n, known)
		}
	}
	if _, known, ok := Multiplier(CertificateOfPraise, Individual, day); !ok || known.Enforced() {
		t.Error("a multiplier from memory is enforced")
	}
}

func TestWorkDays_passOverHolidaysAndCountWorkedSaturdays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-20", 5, "2026-11-27"}, // a Friday
		{"2026-02-13", 1, "2026-02-23"}, // the day before Tết
		{"2026-08-21", 1, "2026-08-22"}, // a Saturday worked
		{"2026-08-28", 1, "2026-09-03"},
		{"2026-11-23", 0, "2026-11-23"},
	} {
		if got, err := WorkDays(vi.MustDay(c.from), c.n); err != nil || got.String() != c.want {
			t.Errorf("%d after %s is %s, want %s (%v)", c.n, c.from, got, c.want, err)
		}
	}
	if _, err := WorkDays(vi.MustDay("2014-11-22"), 10); err == nil || !strings.Contains(err.Error(), "2014") {
		t.Errorf("a year whose holidays are not known: %v", err)
	}
}

func FuzzReadBook(f *testing.F) {
	f.Add("id: X\nname: Luật\nfrom: 1990-01-01\nknown: 2026-01-01\nloaded: true\ntitles: [{code: government_flag, clauses: [{id: a, says: Câu, mark: V, cite: Luật, when: {not: {all: [{fact: united, is: có}]}}}]}]\n")
	f.Add("a: &a [*a, *a]\n")
	f.Add(strings.Repeat("[", 4000))
	f.Add("titles: [{code: x, clauses: [{when: " + strings.Repeat("{not: ", 200) + "{}" + strings.Repeat("}", 200) + "}]}]")
	f.Fuzz(func(t *testing.T, text string) {
		var r Regime
		if strict("x", []byte(text), &r) == nil {
			_ = held.checkRegime(r)
			_ = Judge(r, GovernmentFlag, Collective, 2025, Facts{})
		}
	})
}

func BenchmarkJudge_thousandDossiers(b *testing.B) {
	candidates := make([]Facts, 1000)
	for i := range candidates {
		candidates[i] = everyFact("", i%3 > 0)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, facts := range candidates {
			for _, r := range Regimes() {
				for _, t := range r.Titles {
					Judge(r, t.Code, Collective, 2025, facts)
					Judge(r, t.Code, Individual, 2025, facts)
				}
			}
		}
	}
}

func TestKnownOn_leavesOutWhatWasLearntLater(t *testing.T) {
	r, _ := RegimeByID("B")
	flag := func(r Regime) int { x, _ := r.Title(GovernmentFlag); return len(x.Clauses) }
	all := flag(r)
	if before := r.KnownOn(r.Since.AddDays(-1)); before.Loaded || Judge(before, GovernmentFlag, Collective, 2024, nil).Answer != Unknown {
		t.Error("judged by a text that was not known yet")
	}
	if same := r.KnownOn(r.Since); !same.Loaded || flag(same) != all || len(same.General) != len(r.General) {
		t.Error("what was known that day is left out")
	}
	later := r.KnownOn(r.Since) // a copy of its own
	later.Titles[0].Clauses = append(later.Titles[0].Clauses, Clause{ID: "x", Sentence: "x", Known: Known{Mark: Read, Cite: Citation{Document: "x"}}, Since: r.Since.AddDays(30), When: &Condition{Fact: "united", Is: noWord}})
	code := later.Titles[0].Code
	facts := everyFact("", true)
	was, then, now := Judge(r, code, Collective, 2024, facts), Judge(later.KnownOn(r.Since.AddDays(29)), code, Collective, 2024, facts), Judge(later.KnownOn(r.Since.AddDays(30)), code, Collective, 2024, facts)
	if !reflect.DeepEqual(was, then) || now.Answer != No {
		t.Errorf("a rule learnt later changes what was known: %v, %v, %v", was.Answer, then.Answer, now.Answer)
	}
}
