package dossier

import (
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// among finds a candidate among those proposed for the same title and the same
// kind of achievement: a sudden one is no reason to be silent of the year's merit.
type among map[sought]Nomination

// sought is by what a candidate is found: the kind of achievement and the title,
// with its code, or its name when it has none; and the unit with what is
// proposed, or the name's spelling.
type sought struct {
	title, unit, name string
	kind              CandidateKind
	unlisted          bool // only of those that are no unit on record
}

func (a among) add(n Nomination) {
	title := n.forTitle("?" + titleKey(n.Title))
	if c := CodeOf(n.Title); c != "" {
		title = n.forTitle(string(c))
	}
	name := vi.SpellingKey(n.CandidateName)
	a.keep(sought{title: title, name: name}, n)
	if n.CandidateUnit != "" {
		a.keep(sought{title: title, unit: n.CandidateUnit, kind: n.CandidateKind}, n)
	} else {
		a.keep(sought{title: title, name: name, unlisted: true}, n)
	}
}

// forTitle tells a title for one kind of achievement from the same for another.
func (n *Nomination) forTitle(title string) string { return string(n.Category) + " " + title }

func (a among) keep(s sought, n Nomination) {
	if _, kept := a[s]; !kept {
		a[s] = n
	}
}

// find is the candidate's nomination for the same title and kind of achievement:
// two units are told by their ids, all others by the spelling of their names.
func (a among) find(n Nomination) (Nomination, bool) {
	titles := []string{n.forTitle("?" + titleKey(n.Title))}
	if c := CodeOf(n.Title); c != "" {
		titles = append(titles, n.forTitle(string(c)))
	}
	name := vi.SpellingKey(n.CandidateName)
	for _, title := range titles {
		if n.CandidateUnit == "" {
			if x, found := a[sought{title: title, name: name}]; found {
				return x, true
			}
			continue
		}
		for _, s := range []sought{{title: title, unit: n.CandidateUnit, kind: n.CandidateKind}, {title: title, name: name, unlisted: true}} {
			if x, found := a[s]; found {
				return x, true
			}
		}
	}
	return Nomination{}, false
}

// sameCandidate reports whether two nominations are of one candidate.
func (n *Nomination) sameCandidate(x Nomination) bool {
	if n.CandidateUnit != "" && x.CandidateUnit != "" {
		return n.CandidateUnit == x.CandidateUnit && n.CandidateKind == x.CandidateKind
	}
	return vi.SpellingKey(n.CandidateName) == vi.SpellingKey(x.CandidateName)
}

// proposedTwice refuses whoever is proposed already, as x tells.
func proposedTwice(x Nomination) error {
	return refusal.New(refusal.Conflict, fmt.Sprintf("%s đã được đề nghị %s (%s).", vi.UpperFirst(x.CandidateName), x.Title, vi.LowerFirst(x.Category.Label())))
}
