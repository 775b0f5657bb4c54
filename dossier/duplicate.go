package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/rulebook"
	"thidua/vi"
)

// Claim is one line held against others for duplicates: a nomination of a list,
// or an award of the register.
type Claim struct {
	ID          string // of the nomination or award
	Kind        CandidateKind
	Unit        string // id of the unit itself, of a collective
	Name        string
	Birth       string // as written; empty = not known
	Workplace   string // where a person works, in words
	Code        Code
	Title       string
	Year        int               // the year rewarded; 0 = not known
	Achievement string            // what it is for, in words; empty = not known
	Category    rulebook.Category // its kind of achievement; empty = not known
	Awarded     bool              // it stands in the register already
}

// Suspicion is what two claims have in common that the law or good sense
// forbids.
type Suspicion string

// The suspicions.
const (
	SameAward      Suspicion = "same_award"       // the same title for the same year, twice
	AlreadyAwarded Suspicion = "already_awarded"  // the title of that year stands in the register
	OneAchievement Suspicion = "one_achievement"  // one achievement, two forms
	ManySpellings  Suspicion = "many_spellings"   // one name written in two ways
	MaybeOnePerson Suspicion = "maybe_one_person" // the same name in two units
)

// Two texts tell of one achievement when so many percent of their words are in
// common; texts of fewer words say too little to be compared.
const (
	enoughInCommon = 80
	fewestWords    = 4
)

// Pair is two claims with what they have in common, in a sentence.
type Pair struct {
	A, B  Claim
	Found Suspicion
	Says  string
}

// Duplicates finds the pairs of claims that may be one: the same candidate for
// the same title, year and kind of achievement, in the list or already in the
// register; one achievement rewarded in two forms (Law 06/2022/QH15, Article 5); a person
// whose name or unit is written in two ways. It judges nothing: each pair is
// for an officer to look at. Pairs of two awards are left out.
func Duplicates(list []Claim) (pairs []Pair) {
	byName := map[string][]keyed{}
	for _, c := range list {
		k := keyOf(c)
		byName[k.loose] = append(byName[k.loose], k)
	}
	for _, same := range byName {
		for i, a := range same {
			for _, b := range same[i+1:] {
				if p, found := suspect(a, b); found {
					pairs = append(pairs, p)
				}
			}
		}
	}
	slices.SortFunc(pairs, func(p, q Pair) int {
		return cmp.Or(strings.Compare(p.A.ID, q.A.ID), strings.Compare(p.B.ID, q.B.ID))
	})
	return pairs
}

// keyed is a claim with the keys by which it is compared.
type keyed struct {
	Claim
	loose  string          // name without accents, spaces and marks: the same for all spellings
	strict string          // name with its accents, one spelling
	place  string          // workplace without accents
	words  map[string]bool // of the achievement, without accents
}

func keyOf(c Claim) keyed {
	name := c.Name
	if c.Kind == Collective && c.Unit != "" {
		name = c.Unit
	}
	k := keyed{Claim: c, strict: vi.SpellingKey(name), place: vi.Fold(c.Workplace), words: map[string]bool{}}
	k.loose = string(c.Kind) + "|" + strings.ReplaceAll(vi.Fold(vi.SpellingKey(name)), " ", "")
	for _, w := range strings.Fields(vi.Fold(c.Achievement)) {
		k.words[strings.Trim(w, ".,;:()“”\"'")] = true
	}
	return k
}

// suspect says what two claims of one loose name have in common; false when
// nothing is to be asked.
func suspect(a, b keyed) (Pair, bool) {
	if a.Awarded && b.Awarded || a.otherPerson(b) {
		return Pair{}, false
	}
	if b.ID < a.ID {
		a, b = b, a
	}
	p := Pair{A: a.Claim, B: b.Claim}
	switch {
	case a.sameAward(b) && (a.Awarded || b.Awarded):
		p.Found, p.Says = AlreadyAwarded, fmt.Sprintf("%s năm %d đã có trong sổ khen thưởng.", a.Title, a.Year)
	case a.sameAward(b):
		p.Found, p.Says = SameAward, fmt.Sprintf("Hai lần đề nghị %s cho cùng năm %d.", a.Title, a.Year)
	case a.Year == b.Year && a.sameTitle(b) && a.sameWork(b):
		p.Found, p.Says = OneAchievement, fmt.Sprintf("Một thành tích, hai lần %s theo hai loại hình. Không tặng nhiều lần cho một thành tích.", a.Title)
	case a.Year == b.Year && a.sameWork(b):
		p.Found, p.Says = OneAchievement, fmt.Sprintf("Một thành tích, hai hình thức: %s và %s. Không tặng nhiều hình thức cho một thành tích.", a.Title, b.Title)
	case a.strict != b.strict:
		p.Found, p.Says = ManySpellings, fmt.Sprintf("“%s” và “%s”: có thể là một, ghi hai cách.", a.Name, b.Name)
	case a.Kind == Person && a.place != b.place:
		p.Found, p.Says = MaybeOnePerson, fmt.Sprintf("“%s” ở hai đơn vị (%s; %s): có thể là một người chuyển công tác.", a.Name, a.Workplace, b.Workplace)
	default:
		return p, false
	}
	return p, true
}

// otherPerson reports two people who share a name and nothing else: both births
// are known and differ.
func (k keyed) otherPerson(o keyed) bool { return k.Birth != "" && o.Birth != "" && k.Birth != o.Birth }

// sameAward reports the same title of the same year, unless it is known to be for
// two kinds of achievement.
func (k keyed) sameAward(o keyed) bool {
	return k.sameTitle(o) && k.Year == o.Year && (k.Category == o.Category || k.Category == "" || o.Category == "")
}

func (k keyed) sameTitle(o keyed) bool {
	if k.Code != "" || o.Code != "" {
		return k.Code == o.Code
	}
	return sameTitle(k.Title, o.Title)
}

// sameWork reports whether both tell of one achievement: four words in five in
// common.
func (k keyed) sameWork(o keyed) bool {
	if len(k.words) < fewestWords || len(o.words) < fewestWords {
		return false
	}
	common := 0
	for w := range k.words {
		if o.words[w] {
			common++
		}
	}
	return common*100 >= enoughInCommon*(len(k.words)+len(o.words)-common)
}
