package council

import (
	"thidua/access"
	"thidua/exact"
	"thidua/vi"
	"thidua/voting"
)

// State is where a meeting stands.
type State string

// The states.
const (
	Called    State = "called"    // đã triệu tập, đang chuẩn bị
	Voting    State = "voting"    // đang bỏ phiếu, kiểm phiếu
	Closed    State = "closed"    // đã có kết quả
	Cancelled State = "cancelled" // đã hủy
)

// States are all states in order.
var States = []State{Called, Voting, Closed, Cancelled}

var stateLabels = map[State]string{
	Called: "Đang chuẩn bị", Voting: "Đang bỏ phiếu, kiểm phiếu", Closed: "Đã có kết quả", Cancelled: "Đã hủy",
}

// Label is the state's Vietnamese name; "" for an unknown word.
func (s State) Label() string { return stateLabels[s] }

// Step is what is done with a meeting.
type Step string

// The steps.
const (
	Calling    Step = "call"
	Listing    Step = "list"
	RollCall   Step = "roll"
	Opening    Step = "open"
	Counting   Step = "count"
	Closing    Step = "close"
	Carrying   Step = "carry"
	Cancelling Step = "cancel"
	Deciding   Step = "decide"
	Refusing   Step = "refuse"
)

// Transition is one row of the state machine.
type Transition struct {
	From  State // empty: the record begins here
	Step  Step
	To    State
	Act   access.Act
	Guard string
}

// Transitions is the whole machine; what is not in it cannot happen.
var Transitions = []Transition{
	{"", Calling, Called, access.CallCouncil, "Hội đồng có danh sách còn hiệu lực vào ngày họp"},
	{Called, Listing, Called, access.CallCouncil, "hồ sơ chưa được Hội đồng xét"},
	{Called, RollCall, Called, access.RecordCouncil, "mỗi ủy viên một dòng; vắng gửi văn bản thì ghi số văn bản"},
	{Called, Opening, Voting, access.RecordCouncil, "đủ số thành viên có mặt; có hồ sơ; biết tỷ lệ phải đạt; ban kiểm phiếu từ hai người"},
	{Voting, Counting, Voting, access.CountBallots, "hai người của ban kiểm phiếu nhập như nhau từng hồ sơ"},
	{Voting, Closing, Closed, access.RecordCouncil, "mọi hồ sơ đã kiểm phiếu xong"},
	{Closed, Carrying, Closed, access.RecordCouncil, "hồ sơ bị tạm dừng hoặc trả lại lúc kết thúc, nay không còn"},
	{Called, Cancelling, Cancelled, access.RecordCouncil, "có lý do"},
	{Closed, Deciding, Closed, access.RecordDecision, "chỉ người được thông qua; người mở phiếu, kiểm phiếu không ghi quyết định"},
	{Closed, Refusing, Closed, access.RecordCouncil, "chỉ người không được thông qua"},
}

// May reports whether a meeting in the state can take the step.
func (s State) May(step Step) bool {
	for _, t := range Transitions {
		if t.From == s && t.Step == step {
			return true
		}
	}
	return false
}

// Presence is where a member was.
type Presence string

// The presences.
const (
	Here    Presence = "here"    // có mặt
	Writing Presence = "writing" // vắng, gửi ý kiến bằng văn bản
	Away    Presence = "away"    // vắng
)

// Attendance is one member's line of the roll. What the member voted is never
// kept, neither for those present nor for those who wrote.
type Attendance struct {
	Seat     int      `json:"seat"` // place in the establishment
	Presence Presence `json:"presence"`
	Document string   `json:"document,omitempty"` // Writing: number and day of the paper, as the minutes state it
}

// Meeting is one meeting of a council.
type Meeting struct {
	ID            string
	Council       string // council id
	Establishment string // establishment id: who sat then
	Name          string // "Phiên họp lần 1 năm 2014"
	Day           vi.Day
	Place         string
	State         State
	Roll          []Attendance
	Board         []voting.Teller // ban kiểm phiếu
	FlagBase      *int            // collectives that led a cluster or block that year: base of the quota of Government flags; nil = not known
	Note          string          // why it was cancelled
	OpenedBy      string          // person id of who opened the ballot
	Sample        bool
}

// Basis is the share of all members that decides a dossier, and where it comes from.
type Basis struct {
	Share  exact.Number `json:"share"`
	Source string       `json:"source"` // document, article, clause
	Mark   string       `json:"mark"`   // of the law's text: "V", "V2"; "own" = the council's own rules
}

// Own marks a share that the council's own rules say.
const Own = "own"

// Item is a dossier on a meeting's list.
type Item struct {
	Meeting    string
	Nomination string
	Place      int
	Poll       string // voting poll id; empty until the ballot is opened
	Basis      Basis
	Conflicts  []Conflict
}

// Present and Wrote count the roll's members.
func (m Meeting) Present() int { return m.counted(Here) }

// Wrote is how many absent members sent their opinion in writing.
func (m Meeting) Wrote() int { return m.counted(Writing) }

func (m Meeting) counted(p Presence) (n int) {
	for _, a := range m.Roll {
		if a.Presence == p {
			n++
		}
	}
	return n
}

// Of is the seat's line of the roll; Away when it has none.
func (m Meeting) Of(seat int) Attendance {
	for _, a := range m.Roll {
		if a.Seat == seat {
			return a
		}
	}
	return Attendance{Seat: seat, Presence: Away}
}

// presence is the roll as a vote of the council counts it.
func (m Meeting) presence(e Establishment) voting.Presence {
	return voting.Presence{Establishment: new(e.Members()), Present: new(m.Present()), AbsentInWriting: new(m.Wrote())}
}

// Turnout is the quorum by the roll as it stands.
func (m Meeting) Turnout(c Council, e Establishment) voting.Turnout {
	return voting.Quorum(new(m.Present()), new(e.Members()), c.Rules.Quorum)
}

// recused is how many of those who could vote do not vote on the dossier.
func (m Meeting) recused(c Council, x Item) (n int) {
	for _, k := range x.Conflicts {
		if c.Rules.Recuse && m.Of(k.Seat).Presence != Away {
			n++
		}
	}
	return n
}
