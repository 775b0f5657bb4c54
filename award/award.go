// Package award is the register of awards: every award as it was decided, to
// whom, for what and by which decision. Nothing in it is ever rewritten: an
// award is amended or revoked by another decision, and follows nobody when
// units merge or people move.
package award

import (
	"strconv"
	"strings"

	"thidua/exact"
	"thidua/rulebook"
	"thidua/vi"
)

// Kind is what a decision does.
type Kind string

// The kinds of decisions: tặng, truy tặng, điều chỉnh, thu hồi.
const (
	Grant      Kind = "grant"
	Posthumous Kind = "posthumous"
	Amend      Kind = "amend"
	Withdraw   Kind = "revoke"
)

// Label is the kind as people say it.
func (k Kind) Label() string { return kindLabels[k] }

var kindLabels = map[Kind]string{Grant: "Tặng", Posthumous: "Truy tặng", Amend: "Điều chỉnh", Withdraw: "Thu hồi"}

// Decision is one decision in the register, which numbers them 1, 2, 3… as they
// are recorded.
type Decision struct {
	ID        string // its place in the register
	Number    string // "155/QĐ-UBND"
	Day       vi.Day
	Authority string // "Chủ tịch UBND tỉnh Nghệ An"
	Signer    string // may be empty
	Kind      Kind
	Batch     string // the import it came by; empty when it was recorded here
	Awards    int    // how many it gives
	Sample    bool
}

// State is what has become of an award.
type State string

// The states of an award.
const (
	InForce State = "in_force"
	Amended State = "amended"
	Revoked State = "revoked"
)

// Label is the state as people say it.
func (s State) Label() string { return stateLabels[s] }

var stateLabels = map[State]string{InForce: "Có hiệu lực", Amended: "Đã điều chỉnh", Revoked: "Đã thu hồi"}

// Award is one award as it was decided; what an amendment changed stands in its
// events (see Events).
type Award struct {
	ID          string // of the decision and the place in it: "17-3"
	Decision    string // id
	Place       int    // số sổ vàng: the order in the decision, 1, 2, 3… without gaps
	Kind        Recipient
	Person      string // id of the recipient, by which their history is asked
	Unit        string // unit id: of a collective its own, of a person theirs; empty when not in the list of units
	Name        string // as named then
	Post        string // chức vụ, may be empty
	UnitName    string // the unit as it was called then
	Title       Code
	TitleName   string            // as printed in the decision
	Category    rulebook.Category // what kind of achievement it is for; empty where the records do not tell
	Year        int               // of the merit
	Achievement string
	Money       exact.Number // VND; unknown when the decision names none
	State       State
	Sample      bool
	Birth       string // only to record: "1970" or "22/11/1970"; read by Sensitive
	Sex         string // only to record: "nam", "nữ" or empty
	By          Decision
	spelling    string // the name's spelling key, where it is known
	Through     string // in a unit's history: the former or later unit it was given to; empty for the unit itself
}

// id writes and readID reads an award's id.
func id(decision, place int) string { return strconv.Itoa(decision) + "-" + strconv.Itoa(place) }

func readID(s string) (decision, place int, ok bool) {
	a, b, _ := strings.Cut(s, "-")
	decision, err1 := strconv.Atoi(a)
	place, err2 := strconv.Atoi(b)
	return decision, place, err1 == nil && err2 == nil && id(decision, place) == s && decision <= maxID && place <= maxID
}

// maxID is the greatest number the register's ids can have.
const maxID = 1<<31 - 1
