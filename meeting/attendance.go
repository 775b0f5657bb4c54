package meeting

import (
	"thidua/exact"
	"thidua/voting"
)

// Attendance is the roll of the members entitled to take part. A report may
// name them, or give only a number, or say nothing: then it stays unknown.
type Attendance struct {
	Establishment *int      `json:"establishment,omitempty"` // members entitled; nil = unknown
	Present       []string  `json:"present,omitempty"`       // unit ids represented by those entitled
	Proxies       []Proxy   `json:"proxies,omitempty"`       // units represented by someone authorised
	PresentCount  *int      `json:"present_count,omitempty"` // members present, proxies included, when only the number is known
	Absent        []Absence `json:"absent,omitempty"`
}

// Proxy is a unit present through someone it authorised (ủy quyền dự).
type Proxy struct {
	Unit     string `json:"unit"`               // unit id
	By       string `json:"by"`                 // who came in place, with their post
	Document string `json:"document,omitempty"` // the letter of authority: "Giấy ủy quyền số 12/GUQ-UBND ngày 20/11/2014"
}

// Absence is a unit that did not come, or went before the end. An empty Reason
// is an absence without one.
type Absence struct {
	Unit   string `json:"unit"` // unit id
	Reason string `json:"reason,omitempty"`
	Left   string `json:"left,omitempty"` // the hour it left, "10 giờ 15"; empty = it was not there at all
}

// Count is the number of members present, proxies included; nil when unknown.
func (a Attendance) Count() *int {
	if n := len(a.Present) + len(a.Proxies); n > 0 {
		return &n
	}
	return a.PresentCount
}

// Quorum tells whether enough members came, by the rule "at least share of the
// members must be present"; an unknown share or figure leaves it open.
func (a Attendance) Quorum(share exact.Number) voting.Turnout {
	return voting.Quorum(a.Count(), a.Establishment, share)
}

// units lists every unit the roll names, with the field it stands in.
func (a Attendance) units() (all []named) {
	for _, u := range a.Present {
		all = append(all, named{u, "present"})
	}
	for _, p := range a.Proxies {
		all = append(all, named{p.Unit, "proxies"})
	}
	for _, x := range a.Absent {
		all = append(all, named{x.Unit, "absent"})
	}
	return all
}

type named struct{ unit, field string }
