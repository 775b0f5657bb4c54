package voting

import (
	"thidua/access"
	"thidua/store"
)

// State is where a vote under way stands.
type State string

// The states.
const (
	Prepared  State = "prepared"  // đã chuẩn bị, chưa mở
	Opened    State = "opened"    // đang biểu quyết, kiểm phiếu
	Tied      State = "tied"      // đã kiểm phiếu, ngang phiếu ở vị trí cuối
	Closed    State = "closed"    // đã kết thúc, có kết quả
	Cancelled State = "cancelled" // đã hủy
)

var stateLabels = map[State]string{
	Prepared:  "Chưa mở",
	Opened:    "Đang biểu quyết",
	Tied:      "Ngang phiếu, chờ phân định",
	Closed:    "Đã có kết quả",
	Cancelled: "Đã hủy",
}

// Label is the state's Vietnamese name; "" for an unknown word.
func (s State) Label() string { return stateLabels[s] }

// Poll is a vote under way, from its preparation to its result. Until nobody
// can vote any more its Vote holds no count, and neither does any other record.
type Poll struct {
	Vote
	State    State
	Voters   []string    // unit ids that may vote, frozen at the opening; empty for a council
	Board    []Teller    // ban kiểm phiếu, frozen at the opening; counted paper only
	Attempt  int         // 1, 2, … how often the board has counted
	Differs  []string    // fields in which the two counts of the attempt differ
	Reason   string      // why it was cancelled, or why a third person counted
	OpenedAt *store.Time // nil before the opening
	EndedAt  *store.Time // nil while it is not over
}

// Teller is a member of the tally board.
type Teller struct {
	Person string `json:"person"` // person id
	Name   string `json:"name"`
}

// Step is what takes a vote from one state to another.
type Step string

// The steps.
const (
	Preparation Step = "prepare"
	Opening     Step = "open"
	Calling     Step = "call"
	Counting    Step = "count"
	TieBreak    Step = "break_tie"
	Cancelling  Step = "cancel"
)

// Transition is one row of the state machine.
type Transition struct {
	From  State // empty: the record begins here
	Step  Step
	To    State
	Act   access.Act // whose permission it takes
	Guard string     // what must hold besides, as the docs print it
}

// Transitions is the whole machine; what is not in it cannot happen. A vote
// that is closed or cancelled stays so: whoever votes again begins a new one.
var Transitions = []Transition{
	{"", Preparation, Prepared, access.RecordVote, "đúng quy tắc biểu quyết đã ký của năm; vòng chưa ghi"},
	{Prepared, Preparation, Prepared, access.RecordVote, ""},
	{Prepared, Opening, Opened, access.RecordVote, "đã điểm danh, đủ số thành viên; phiếu kín: ban kiểm phiếu từ hai người"},
	{Opened, Calling, Closed, access.RecordVote, "thống nhất hoặc công khai; có ý kiến của mọi đơn vị có mặt"},
	{Opened, Calling, Tied, access.RecordVote, "như trên, và ngang phiếu ở vị trí cuối"},
	{Opened, Counting, Opened, access.CountBallots, "người thứ nhất nhập, hoặc hai người nhập khác nhau"},
	{Opened, Counting, Closed, access.CountBallots, "hai người của ban kiểm phiếu nhập như nhau"},
	{Opened, Counting, Tied, access.CountBallots, "như trên, và ngang phiếu ở vị trí cuối"},
	{Tied, TieBreak, Closed, access.RecordVote, "chọn đúng số còn lại, theo một bước trong thứ tự xét của cụm; không phân định cho đơn vị mình"},
	{Prepared, Cancelling, Cancelled, access.RecordVote, "có lý do"},
	{Opened, Cancelling, Cancelled, access.RecordVote, "có lý do"},
	{Tied, Cancelling, Cancelled, access.RecordVote, "có lý do; quy tắc còn cho bỏ phiếu vòng sau"},
}

// May reports whether a vote in the state can take the step.
func (s State) May(step Step) bool {
	for _, t := range Transitions {
		if t.From == s && t.Step == step {
			return true
		}
	}
	return false
}

// Over reports whether nobody can vote any more, so that counts may be told.
func (s State) Over() bool { return s == Tied || s == Closed }
