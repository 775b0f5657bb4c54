package seasonfile

import (
	"thidua/exact"
	"thidua/vi"
)

// Conference is a meeting of the cluster or council.
type Conference struct {
	Kind        string      `yaml:"kind" need:"true" words:"briefing|interim|closing|review_round|council|signing"`
	Also        []string    `yaml:"also" words:"briefing|interim|closing|review_round|council|signing"`
	Title       string      `yaml:"title"`
	Date        vi.Day      `yaml:"date"`
	Time        string      `yaml:"time"`
	Place       string      `yaml:"place"`
	Host        string      `yaml:"host"`
	ConvenedBy  string      `yaml:"convened_by"`
	Chair       string      `yaml:"chair"`
	Secretary   string      `yaml:"secretary"`
	Agenda      []Agenda    `yaml:"agenda"`
	Papers      []string    `yaml:"papers"`
	Attendance  *Attendance `yaml:"attendance"`
	Guests      []Guest     `yaml:"guests"`
	Reports     []string    `yaml:"reports"`
	Speeches    []Speech    `yaml:"speeches"`
	Conclusions []string    `yaml:"conclusions"`
	Photos      []string    `yaml:"photos"`
	Sample
}

// Agenda is one item of the programme.
type Agenda struct {
	Content string `yaml:"content,short" need:"true"`
	Time    string `yaml:"time"`
	Who     string `yaml:"who"`
	Sample
}

// Attendance is who came, by name or by number.
type Attendance struct {
	Establishment *int      `yaml:"establishment"`
	Present       []string  `yaml:"present"`
	PresentCount  *int      `yaml:"present_count"`
	Proxies       []Proxy   `yaml:"proxies"`
	Absent        []Absence `yaml:"absent"`
}

// Proxy is a unit represented by someone it authorised.
type Proxy struct {
	Unit string `yaml:"unit" need:"true"`
	By   string `yaml:"by" need:"true"`
}

// Absence is a unit that did not come.
type Absence struct {
	Unit   string `yaml:"unit,short" need:"true"`
	Reason string `yaml:"reason"`
}

// Guest is someone who attends without a vote.
type Guest struct {
	Name string `yaml:"name,short"`
	Post string `yaml:"post"`
	Body string `yaml:"body"`
	Role string `yaml:"role"`
	Sample
}

// Speech is what somebody said.
type Speech struct {
	Speaker string `yaml:"speaker"`
	Post    string `yaml:"post"`
	Unit    string `yaml:"unit"`
	About   string `yaml:"about"`
	Summary string `yaml:"summary"`
	Sample
}

// Vote is a question put to the members or the council.
type Vote struct {
	Question        string       `yaml:"question" need:"true"`
	Conference      int          `yaml:"conference"` // number in the list, from 1; the last one when not stated
	Round           int          `yaml:"round"`
	Method          string       `yaml:"method" need:"true" words:"consensus|open|paper|electronic"`
	Body            string       `yaml:"body" words:"cluster|council"`
	Establishment   *int         `yaml:"establishment"`
	Present         *int         `yaml:"present"`
	AbsentInWriting *int         `yaml:"absent_in_writing"`
	Issued          *int         `yaml:"issued"`
	Returned        *int         `yaml:"returned"`
	Valid           *int         `yaml:"valid"`
	Invalid         *int         `yaml:"invalid"`
	Options         []Option     `yaml:"options"`
	Roll            []RollCall   `yaml:"roll"`
	Objections      string       `yaml:"objections"`
	Unanimous       bool         `yaml:"unanimous"`
	Denominator     string       `yaml:"denominator" words:"establishment|present|issued|returned|valid"`
	Threshold       exact.Number `yaml:"threshold"`
	Strict          *bool        `yaml:"strict"`
	Quorum          exact.Number `yaml:"quorum"`
	Seats           int          `yaml:"seats"`
	Tie             *Tie         `yaml:"tie"`
	TallyBoard      []string     `yaml:"tally_board"`
	Passed          *bool        `yaml:"passed"`
	Sample
}

// Option is a candidate or answer with its votes.
type Option struct {
	Label   string `yaml:"label,short" need:"true"`
	For     *int   `yaml:"for"`
	Against *int   `yaml:"against"`
	Blank   *int   `yaml:"blank"`
}

// RollCall is one named vote.
type RollCall struct {
	Unit   string `yaml:"unit" need:"true"`
	Option string `yaml:"option"`
	Choice string `yaml:"choice" need:"true" words:"for|against|blank"`
}

// Tie is how equal votes at the last place were decided.
type Tie struct {
	Chosen []string `yaml:"chosen" need:"true"`
	Reason string   `yaml:"reason" need:"true"`
}

// Nomination proposes a candidate for a title.
type Nomination struct {
	Candidate  string    `yaml:"candidate" need:"true"`
	Kind       string    `yaml:"kind" words:"collective|person|household"`
	Title      string    `yaml:"title" need:"true"`
	Category   string    `yaml:"category" words:"merit|ad_hoc|thematic|dedication|long_service|foreign"`
	Reason     string    `yaml:"reason"`
	ProposedBy string    `yaml:"proposed_by"`
	Path       []string  `yaml:"path"`
	Vote       int       `yaml:"vote"` // number in the list of votes, from 1
	Status     string    `yaml:"status" words:"proposed|endorsed|not_endorsed|passed|cut|decided"`
	Decision   *Decision `yaml:"decision"`
	Papers     []string  `yaml:"papers" words:"submission_letter|achievement_report|review_minutes|vote_result|initiative_proof|opinions|originals"`
	Sample
}

// Decision is the act that gave the award.
type Decision struct {
	Number string `yaml:"number"`
	Date   vi.Day `yaml:"date"`
	By     string `yaml:"by"`
}

// Tally is a council's numbers for one title.
type Tally struct {
	Title    string `yaml:"title" need:"true"`
	Kind     string `yaml:"kind" words:"collective|person|household"`
	Proposed *int   `yaml:"proposed"`
	Passed   *int   `yaml:"passed"`
	Sample
}
