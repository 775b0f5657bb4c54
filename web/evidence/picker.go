package evidence

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"thidua/access"
	"thidua/evidence"
	"thidua/store"
	"thidua/web/work"
)

// offered is how many files of the library a picker offers at once, the newest.
const offered = 40

// Picker is what a form needs to cite evidence of the unit's library: the files
// it offers, and what stands cited.
type Picker struct {
	Files  []evidence.Evidence // cited ones first
	cited  []string            // entries on record
	form   work.Form
	adding string // address of the page that brings more
}

// pickField and wordsField are the picker's fields; refusals name the first.
const (
	pickField  = "evidence"
	wordsField = "evidence.words"
)

// PickerOf reads what the unit's people may cite, with what stands cited.
func PickerOf(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, unit string, cited []string) (Picker, error) {
	p := Picker{cited: cited, form: f, adding: "/minh-chung/them?" + url.Values{"ve": {v.HereAgain()}}.Encode()}
	standing, err := evidence.ByIDs(ctx, tx, evidence.Cited(cited))
	if err != nil {
		return p, err
	}
	for _, id := range evidence.Cited(cited) {
		if e, there := standing[id]; there {
			p.Files = append(p.Files, e)
		}
	}
	all, err := evidence.OfUnit(ctx, tx, unit, "")
	for _, e := range all[:min(len(all), offered)] {
		if _, there := standing[e.ID]; !there {
			p.Files = append(p.Files, e)
		}
	}
	return p, err
}

// Picked are the entries that the form cites: files ticked, then words, one a
// line.
func Picked(f work.Form) (entries []string) {
	for _, id := range f.All(pickField) {
		entries = append(entries, evidence.Ref(id))
	}
	for _, line := range strings.Split(f.Get(wordsField), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			entries = append(entries, line)
		}
	}
	return entries
}

func (p Picker) ticked(id string) bool {
	if p.form.Posted() {
		return slices.Contains(p.form.All(pickField), id)
	}
	return slices.Contains(p.cited, evidence.Ref(id))
}

// words are the entries that are no files, one a line.
func (p Picker) words() string {
	var lines []string
	for _, entry := range p.cited {
		if _, isFile := evidence.ParseRef(entry); !isFile {
			lines = append(lines, entry)
		}
	}
	return p.form.Value(wordsField, strings.Join(lines, "\n"))
}

// Shelf names the files that entries cite, for pages that show them.
type Shelf map[string]evidence.Evidence

// ShelfOf reads the files that any of the lists of entries cites, in one
// statement.
func ShelfOf(ctx context.Context, tx *store.Tx, lists ...[]string) (Shelf, error) {
	return evidence.ByIDs(ctx, tx, evidence.Cited(slices.Concat(lists...)))
}

// opens reports whether one of the reader's capacities may open a file that its
// own unit's report cites.
func opens(v work.Visit, e evidence.Evidence) bool {
	return slices.ContainsFunc(capacities(v), func(by access.Actor) bool {
		return evidence.MayRead(by, e) || oversees(by) && evidence.MayReadCited(by, e, e.Unit)
	})
}

// oversees reports whether the actor reads what the units' reports cite: the
// standing body, and the head who draws the work together.
func oversees(by access.Actor) bool {
	return by.Role == access.StandingBody || by.Role == access.ClusterHead
}
