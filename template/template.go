// Package template keeps the letterheads and wordings that localities bring as
// Word files with fields in braces, checks them when they come in, and fills them
// with the facts of a paper.
package template

import (
	"thidua/paper"
	"thidua/vi"
)

// Template is one version of a locality's template for a kind of paper.
type Template struct {
	ID      string
	Cluster string // its owner, the id of a cluster or council; empty: for all of them
	Kind    paper.Kind
	Version int    // from 1, of the cluster and kind
	File    string // its name as it came: "to-trinh.docx"
	Size    int    // bytes
	SHA256  string // hex
	Fields  []string
	Missing []string // needed fields that it leaves out
	On      vi.Day   // when it was uploaded
	By      string
}

// BuiltIn is the version that stands for the paper as the program sets it.
const BuiltIn = 0

// Force says which version holds from a day on.
type Force struct {
	Cluster string // its owner; empty: for every cluster and council
	Kind    paper.Kind
	Version int // BuiltIn, or that of a Template
	From    vi.Day
	By      string
}

// InForce is what holds for a kind of paper on a day, among all that was put in
// force in the order of recording: the cluster's own, else that for every
// cluster; false when neither has a template in force.
func InForce(all []Force, cluster string, k paper.Kind, day vi.Day) (Force, bool) {
	for _, owner := range []string{cluster, ""} {
		if f := lastOf(all, owner, k, day); f.Version != BuiltIn {
			return f, true
		}
	}
	return Force{}, false
}

// lastOf is what an owner last put in force up to the day.
func lastOf(all []Force, owner string, k paper.Kind, day vi.Day) (last Force) {
	for _, f := range all {
		if f.Cluster == owner && f.Kind == k && !f.From.After(day) && !f.From.Before(last.From) {
			last = f
		}
	}
	return last
}

// DayOf is the day whose template a paper follows: its own where it bears one, so
// that a paper of before keeps the template of before; else the day on which it
// is drawn up.
func DayOf(p paper.Paper, today vi.Day) vi.Day {
	if p.Doc.Day.IsZero() {
		return today
	}
	return vi.DayOf(p.Doc.Day)
}
