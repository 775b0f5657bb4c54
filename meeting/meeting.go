// Package meeting is the cluster's conferences, from the invitation to the
// minutes: when and where, the agenda and its papers, who came and who was
// absent, who spoke on what, and what was concluded.
package meeting

import "thidua/vi"

// Kind is what a conference is held for.
type Kind string

// The kinds of conference.
const (
	Briefing Kind = "briefing"     // giao ban
	Interim  Kind = "interim"      // sơ kết
	Closing  Kind = "closing"      // tổng kết
	Review   Kind = "review_round" // bình xét, chấm điểm, suy tôn without a review of the year
	Council  Kind = "council"      // họp hội đồng
	Signing  Kind = "signing"      // ký kết giao ước
)

// kindLabels are the kinds as they stand after "Hội nghị".
var kindLabels = map[Kind]string{
	Briefing: "giao ban",
	Interim:  "sơ kết",
	Closing:  "tổng kết",
	Review:   "bình xét",
	Council:  "họp Hội đồng Thi đua - Khen thưởng",
	Signing:  "ký kết giao ước thi đua",
}

// Label is the kind's Vietnamese name; "" for an unknown word.
func (k Kind) Label() string { return kindLabels[k] }

// Conference is one meeting of the cluster, or of the council that judges it.
// What nobody reported stays empty and is left out of every paper.
type Conference struct {
	ID              string       `json:"id"`
	Season          string       `json:"season"` // season id
	Kind            Kind         `json:"kind"`
	Also            []Kind       `json:"also,omitempty"`  // held together with it: a closing review at which the pledge is signed
	Title           string       `json:"title,omitempty"` // its own name, as the source writes it
	Day             vi.Day       `json:"day,omitzero"`
	TimeOfDay       string       `json:"time_of_day,omitempty"` // as written: "sáng", "08 giờ 00"
	Place           string       `json:"place,omitempty"`
	Host            string       `json:"host,omitempty"`             // unit id of the host
	ConvenedBy      string       `json:"convened_by,omitempty"`      // who convened it, in words: "Sở Nội vụ"
	ConvenedByUnit  string       `json:"convened_by_unit,omitempty"` // the same as a unit id, when it is on record
	Chair           string       `json:"chair,omitempty"`
	Secretary       string       `json:"secretary,omitempty"`
	ChairPerson     string       `json:"chair_person,omitempty"`     // person id of the chair, who signs the minutes
	SecretaryPerson string       `json:"secretary_person,omitempty"` // person id of the secretary, who writes and signs them
	Agenda          []AgendaItem `json:"agenda,omitempty"`
	Papers          []string     `json:"papers,omitempty"` // titles of the papers laid before it
	Attendance      Attendance   `json:"attendance,omitzero"`
	Delegates       []Delegate   `json:"delegates,omitempty"`
	Reports         []string     `json:"reports,omitempty"` // reports heard
	Speeches        []Speech     `json:"speeches,omitempty"`
	Conclusions     []string     `json:"conclusions,omitempty"`
	Photos          []string     `json:"photos,omitempty"` // captions
	Held            bool         `json:"held"`             // false while it is only called
	Stage           Stage        `json:"stage,omitempty"`
	Version         int64        `json:"-"` // how many events it has had
	Sample          bool         `json:"illustrative,omitempty"`
}

// AgendaItem is one line of the agenda, in the order of the agenda.
type AgendaItem struct {
	Time    string     `json:"time,omitempty"` // "08 giờ 00 - 08 giờ 15"
	Content string     `json:"content"`
	Who     string     `json:"who,omitempty"`
	Length  int        `json:"minutes,omitempty"` // how long it is to take; 0 = not stated
	Status  ItemStatus `json:"status,omitempty"`
	Sample  bool       `json:"illustrative,omitempty"`
}

// ItemStatus is where an agenda item stands while the conference sits; empty
// before its turn.
type ItemStatus string

// The two that are not before.
const (
	ItemCurrent  ItemStatus = "current" // đang thực hiện
	ItemFinished ItemStatus = "done"    // đã xong
)

// Delegate is a guest, or someone named as taking part.
type Delegate struct {
	Name   string `json:"name,omitempty"`
	Post   string `json:"post,omitempty"` // "Giám đốc"
	Body   string `json:"body,omitempty"` // "Sở Nội vụ"
	Role   string `json:"role,omitempty"` // "dự và phát biểu chỉ đạo"
	Sample bool   `json:"illustrative,omitempty"`
}

// Speech is what somebody said: enough of it for the minutes.
type Speech struct {
	Name    string `json:"name,omitempty"`
	Post    string `json:"post,omitempty"`
	Unit    string `json:"unit,omitempty"` // unit id, when a unit on record spoke through them
	Body    string `json:"body,omitempty"` // the body in words, when it is no unit on record
	About   string `json:"about,omitempty"`
	Summary string `json:"summary,omitempty"`
	Item    int    `json:"item,omitempty"` // the agenda item it belongs to, from 1; 0 = none
	Sample  bool   `json:"illustrative,omitempty"`
}

// Name is the conference's own title, or one made of its kinds: "Hội nghị tổng
// kết và ký kết giao ước thi đua".
func (c Conference) Name() string {
	if c.Title != "" {
		return c.Title
	}
	if c.Kind == Council {
		return vi.UpperFirst(c.Kind.Label())
	}
	words := []string{c.Kind.Label()}
	for _, k := range c.Also {
		words = append(words, k.Label())
	}
	return "Hội nghị " + vi.JoinAnd(words)
}
