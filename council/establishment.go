package council

import (
	"errors"
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// Office is what somebody is on the council.
type Office string

// The offices. Only a clerk, who helps the secretary, is no member.
const (
	Chair     Office = "chair"     // Chủ tịch Hội đồng
	Deputy    Office = "deputy"    // Phó Chủ tịch Hội đồng
	Member    Office = "member"    // Ủy viên
	Secretary Office = "secretary" // Ủy viên, thư ký
	Clerk     Office = "clerk"     // Thư ký giúp việc, không phải ủy viên
)

// Offices are all offices in their order.
var Offices = []Office{Chair, Deputy, Secretary, Member, Clerk}

var officeLabels = map[Office]string{
	Chair: "Chủ tịch Hội đồng", Deputy: "Phó Chủ tịch Hội đồng", Member: "Ủy viên",
	Secretary: "Ủy viên, thư ký", Clerk: "Thư ký giúp việc (không phải ủy viên)",
}

// Label is the office's Vietnamese name; "" for an unknown word.
func (o Office) Label() string { return officeLabels[o] }

// Votes reports whether who holds the office is a member of the council.
func (o Office) Votes() bool { return o != Clerk }

// Seat is one person of the establishment.
type Seat struct {
	Place  int    `json:"place"` // 1, 2, …: its name within the establishment
	Name   string `json:"name"`
	Post   string `json:"post,omitempty"` // "Giám đốc Sở Nội vụ"
	Office Office `json:"office"`
	Person string `json:"person,omitempty"` // person id, when they have an account
	Unit   string `json:"unit,omitempty"`   // unit id of where they work, when it is on record
}

// Establishment is who sits on the council from a day until a day, by a
// decision. Its members are the denominator of every vote.
type Establishment struct {
	ID       string
	Council  string // council id
	Document string // number of the decision
	Day      vi.Day // its day
	From     vi.Day
	Until    vi.Day // last day; zero = open
	Seats    []Seat
}

// Members is how many vote: the denominator of every share.
func (e Establishment) Members() (n int) {
	for _, s := range e.Seats {
		if s.Office.Votes() {
			n++
		}
	}
	return n
}

// Seat returns the seat of that place.
func (e Establishment) Seat(place int) (Seat, bool) {
	for _, s := range e.Seats {
		if s.Place == place {
			return s, true
		}
	}
	return Seat{}, false
}

// SeatOf returns the seat the person holds.
func (e Establishment) SeatOf(person string) (Seat, bool) {
	for _, s := range e.Seats {
		if person != "" && s.Person == person {
			return s, true
		}
	}
	return Seat{}, false
}

// On reports whether the establishment is in force on the day.
func (e Establishment) On(day vi.Day) bool {
	return !day.Before(e.From) && !day.After(e.Until)
}

func (e Establishment) cleaned() (Establishment, error) {
	e.Seats = append([]Seat(nil), e.Seats...)
	texts := []refusal.Text{{Field: "document", Value: &e.Document}}
	for i := range e.Seats {
		e.Seats[i].Place = i + 1
		texts = append(texts, refusal.Text{Field: seatField(i, "name"), Value: &e.Seats[i].Name}, refusal.Text{Field: seatField(i, "post"), Value: &e.Seats[i].Post})
	}
	return e, refusal.Texts(texts...)
}

func seatField(i int, name string) string { return fmt.Sprintf("seats[%d].%s", i, name) }

// mostSeats bounds a council.
const mostSeats = 100

// CheckEstablishment refuses, all at once, what is wrong with the list.
func CheckEstablishment(e Establishment) error {
	var faults []error
	add := func(field, format string, args ...any) {
		faults = append(faults, refusal.Field(field, fmt.Sprintf(format, args...)))
	}
	if e.Document == "" {
		add("document", "Ghi số quyết định thành lập, kiện toàn.")
	}
	switch {
	case e.Day.IsZero():
		add("day", "Ghi ngày quyết định.")
	case e.From.IsZero():
		add("from", "Ghi ngày có hiệu lực.")
	}
	if !e.Until.IsZero() && e.Until.Before(e.From) {
		add("until", "Ngày kết thúc trước ngày có hiệu lực.")
	}
	if len(e.Seats) > mostSeats {
		add("seats", "Hội đồng không quá %d người.", mostSeats)
	}
	chairs, seen := 0, map[string]int{}
	for i, s := range e.Seats {
		if s.Name == "" {
			add(seatField(i, "name"), "Người thứ %d chưa có họ tên.", i+1)
		}
		if s.Office.Label() == "" {
			add(seatField(i, "office"), "Chọn chức danh trong Hội đồng của người thứ %d.", i+1)
		}
		if s.Office == Chair {
			chairs++
		}
		if j, twice := seen[s.who()]; twice && s.Name != "" {
			add(seatField(i, "name"), "%s đã có ở dòng %d.", s.Name, j+1)
		}
		seen[s.who()] = i
	}
	switch {
	case chairs != 1:
		add("seats", "Hội đồng có đúng một Chủ tịch; danh sách có %d.", chairs)
	case e.Members() < 2:
		add("seats", "Hội đồng phải có Chủ tịch và các ủy viên.")
	}
	return errors.Join(faults...)
}

// who tells two seats of one person: by account, else by name and post.
func (s Seat) who() string {
	if s.Person != "" {
		return s.Person
	}
	return vi.SpellingKey(s.Name) + "|" + vi.SpellingKey(s.Post)
}
