package bonus

import (
	"fmt"
	"strings"

	"thidua/vi"
)

// State is where a payment stands.
type State string

// The states.
const (
	ToPay   State = "due"     // phải chi
	Lower   State = "lower"   // không chi: cùng kỳ đã hưởng mức cao nhất
	Unknown State = "unknown" // chưa tính được
	Paid    State = "paid"    // đã chi
)

// States are all states in order.
var States = []State{ToPay, Unknown, Lower, Paid}

var stateLabels = map[State]string{ToPay: "Phải chi", Lower: "Không chi (đã hưởng mức cao nhất cùng kỳ)", Unknown: "Chưa tính được", Paid: "Đã chi"}

// Label is the state's Vietnamese name; "" for an unknown word.
func (s State) Label() string { return stateLabels[s] }

// Given is one award as the rules of money see it.
type Given struct {
	Award       string // award id
	Recipient   string // the same for all awards of one recipient
	Title       string // its name
	Code        Code
	Commends    bool   // a commendation (hình thức khen thưởng); else an emulation title
	Day         vi.Day // of the decision
	Period      int    // the year it was achieved in
	Achievement string
	Amount      Amount
}

// Due is what is paid for an award, and why.
type Due struct {
	Given
	State State
	VND   int64 // 0 unless State is ToPay
	Words string
}

// Settle applies the rules of several awards given to one recipient at one time,
// taken as one day: titles of different periods are each paid, of the same
// period only the highest; commendations for different achievements are each
// paid; a title and a commendation both. Where a rule or an amount it needs is
// not verified, nothing is computed and the words say what is missing.
func Settle(all []Given) []Due {
	dues := make([]Due, len(all))
	for i, g := range all {
		dues[i] = Due{Given: g, State: ToPay, VND: g.Amount.VND, Words: g.Amount.Words}
		if !g.Amount.Known {
			dues[i].State, dues[i].VND = Unknown, 0
		}
	}
	groups := map[string][]int{}
	var order []string
	for i, g := range all {
		k := g.rival()
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], i)
	}
	for _, k := range order {
		if rivals := groups[k]; len(rivals) > 1 {
			together(dues, rivals)
		}
	}
	return dues
}

// rival is the same text for awards of which the rules may pay only one.
func (g Given) rival() string {
	if g.Commends {
		return fmt.Sprint(g.Recipient, "|", g.Day, "|khen|", vi.SpellingKey(g.Achievement))
	}
	return fmt.Sprint(g.Recipient, "|", g.Day, "|", g.Period)
}

// together settles awards of which the rules pay one only, or do not say.
func together(dues []Due, rivals []int) {
	first := dues[rivals[0]]
	switch {
	case rulesSource(first.Day) == "":
		leave(dues, rivals, "quy tắc hưởng tiền thưởng khi được tặng nhiều danh hiệu cùng lúc ở thời điểm này chưa kiểm chứng")
	case first.Commends:
		leave(dues, rivals, "nhiều hình thức khen thưởng ghi cùng một thành tích; luật không tặng nhiều hình thức cho một thành tích: cần kiểm tra lại")
	default:
		highest(dues, rivals)
	}
}

func leave(dues []Due, rivals []int, why string) {
	for _, i := range rivals {
		dues[i].State, dues[i].VND, dues[i].Words = Unknown, 0, "Chưa tính: "+why+". "+dues[i].Amount.Words
	}
}

// highest pays the highest of the titles of one period; the first of equal ones.
func highest(dues []Due, rivals []int) {
	best := -1
	var names []string
	for _, i := range rivals {
		if dues[i].State == Unknown {
			leave(dues, rivals, "chưa biết mức của "+dues[i].Title+" nên chưa biết mức cao nhất")
			return
		}
		names = append(names, dues[i].Title)
		if best < 0 || dues[i].VND > dues[best].VND {
			best = i
		}
	}
	why := fmt.Sprintf("Cùng lúc, cùng kỳ %d được tặng %s: chỉ hưởng mức cao nhất (%s).", dues[best].Period, strings.Join(names, ", "), rulesSource(dues[best].Day))
	for _, i := range rivals {
		dues[i].Words += ". " + why
		if i != best {
			dues[i].State, dues[i].VND = Lower, 0
		}
	}
}
