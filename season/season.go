package season

import "thidua/vi"

// Season is a cluster's year.
type Season struct {
	ID                string
	Cluster           string // cluster id
	Slug              string // its name in addresses and files: "duong7-2014"
	Label             string // "2014", "2018-2019"
	Year              int    // the calendar year that names it; the last one of a span
	Phase             Phase  // where it stands
	Calendar          Calendar
	MembersCount      int    // members in all; above the roster's length when not all are named; SomeNamed when nobody says how many
	PublishedOn       vi.Day // from this day the results are public; zero = not published
	SamplePublication bool   // no source gives that day
	Pledge            Pledge
	Elected           Election
	Sources           []Source
	Sample            bool // the whole year is a made-up example
}

// SomeNamed stands for MembersCount where the roster names only some of the
// members and nobody says how many there are.
const SomeNamed = -1

// Members is how many members the cluster has, of which named are on the
// roster; 0 when that is not known.
func (s Season) Members(named int) int {
	if s.MembersCount == SomeNamed {
		return 0
	}
	return max(s.MembersCount, named)
}

// Complete reports whether a roster of that many names every member.
func (s Season) Complete(named int) bool { return named > 0 && named == s.Members(named) }

// Source is where the year's facts were read.
type Source struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Day       vi.Day `json:"day,omitzero"`
}

// Pledge is the signing of the giao ước thi đua.
type Pledge struct {
	Day    vi.Day   `json:"day,omitzero"`
	Place  string   `json:"place,omitempty"`
	Units  []string `json:"units,omitempty"` // unit ids that signed
	Text   string   `json:"text,omitempty"`
	Sample bool     `json:"illustrative,omitempty"`
}

// Signed reports whether a pledge is on record.
func (p Pledge) Signed() bool { return !p.Day.IsZero() || len(p.Units) > 0 || p.Text != "" }

// Election is who leads the cluster next year, as the members chose; the
// program never computes it.
type Election struct {
	Head   string `json:"head,omitempty"`   // unit id
	Deputy string `json:"deputy,omitempty"` // unit id
	Method string `json:"method,omitempty"` // how they chose, in words
	Sample bool   `json:"illustrative,omitempty"`
}

// Registration is the titles a unit strives for this year.
type Registration struct {
	Unit   string // unit id
	Day    vi.Day
	Titles []string
	Sample bool
}

// NoteKind is what a note tells.
type NoteKind string

// The kinds of note.
const (
	Context     NoteKind = "context"     // đặc điểm, tình hình
	Achievement NoteKind = "achievement" // kết quả, việc làm được
	Finding     NoteKind = "finding"     // hạn chế, tồn tại
	Task        NoteKind = "task"        // nhiệm vụ năm sau
)

// Note is one thing said of the year: its context, what was achieved, a
// finding, or a task for the next year.
type Note struct {
	ID        string
	Kind      NoteKind
	Position  int
	Text      string
	Owner     string // unit id of whoever must act; empty when not stated
	OwnerText string // the owner in words when it is no unit on record
	Due       vi.Day // zero when not stated
	Movement  string // movement id it belongs to; may be empty
	Key       bool   // stressed in the source ("đáng quan tâm", "đặc biệt")
	Sample    bool
}
