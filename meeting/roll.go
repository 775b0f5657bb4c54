package meeting

import (
	"slices"
	"strings"
)

// Presence is how a unit stands on the roll.
type Presence string

// The ways. A unit not yet called has none.
const (
	Present Presence = "present" // có mặt
	ByProxy Presence = "proxy"   // ủy quyền dự
	Absent  Presence = "absent"  // vắng
	Left    Presence = "left"    // về trước: có mặt một phần hội nghị
)

var presenceLabels = map[Presence]string{Present: "có mặt", ByProxy: "ủy quyền dự", Absent: "vắng", Left: "về trước"}

// Label is the way as it follows a unit's name; "" for an unknown word.
func (p Presence) Label() string { return presenceLabels[p] }

// Mark is one line of the roll.
type Mark struct {
	Unit     string
	How      Presence
	Name     string // of whoever came in place, ByProxy only
	Post     string // their post; may be empty
	Document string // the letter of authority they brought
	Reason   string // Absent and Left; may be empty
}

// Of is the unit's line of the roll.
func (a Attendance) Of(unit string) Mark {
	if slices.Contains(a.Present, unit) {
		return Mark{Unit: unit, How: Present}
	}
	for _, p := range a.Proxies {
		if p.Unit == unit {
			name, post, _ := strings.Cut(p.By, ", ")
			return Mark{Unit: unit, How: ByProxy, Name: name, Post: post, Document: p.Document}
		}
	}
	for _, x := range a.Absent {
		switch {
		case x.Unit == unit && x.Left != "":
			return Mark{Unit: unit, How: Left, Reason: x.Reason}
		case x.Unit == unit:
			return Mark{Unit: unit, How: Absent, Reason: x.Reason}
		}
	}
	return Mark{Unit: unit}
}

// Attended reports whether the unit took part, though it may have left early.
func (a Attendance) Attended(unit string) bool {
	how := a.Of(unit).How
	return how == Present || how == ByProxy || how == Left
}

// Here are the units that are represented now, proxies included: those who may
// vote.
func (a Attendance) Here() []string {
	here := slices.Clone(a.Present)
	for _, p := range a.Proxies {
		here = append(here, p.Unit)
	}
	return here
}

// With is the roll with one line changed; clock is the hour at which a unit
// left.
func (a Attendance) With(m Mark, clock string) Attendance {
	a.Present = slices.DeleteFunc(slices.Clone(a.Present), func(u string) bool { return u == m.Unit })
	a.Proxies = slices.DeleteFunc(slices.Clone(a.Proxies), func(p Proxy) bool { return p.Unit == m.Unit })
	a.Absent = slices.DeleteFunc(slices.Clone(a.Absent), func(x Absence) bool { return x.Unit == m.Unit })
	switch m.How {
	case Present:
		a.Present = append(a.Present, m.Unit)
	case ByProxy:
		a.Proxies = append(a.Proxies, Proxy{Unit: m.Unit, By: m.who(), Document: m.Document})
	case Absent:
		a.Absent = append(a.Absent, Absence{Unit: m.Unit, Reason: m.Reason})
	case Left:
		a.Absent = append(a.Absent, Absence{Unit: m.Unit, Reason: m.Reason, Left: clock})
	}
	return a
}

// who is whoever came in place, with their post: a comma parts the two, so a
// name has none.
func (m Mark) who() string {
	name := strings.ReplaceAll(m.Name, ",", "")
	if m.Post == "" {
		return name
	}
	return name + ", " + m.Post
}

// words are the line as its event tells it, after the unit's name.
func (m Mark) words() string {
	words := m.How.Label()
	if m.How == ByProxy {
		words += ": " + m.who() + " (" + m.Document + ")"
	}
	if m.Reason != "" {
		words += ": " + m.Reason
	}
	return words
}
