package award

import (
	"errors"
	"fmt"

	"thidua/refusal"
)

// Fault is one thing wrong in a list of awards, where it stands, and a sentence
// for whoever mends it.
type Fault struct {
	Line     int    // counted from 1; 0 when the file as a whole is meant
	Column   string // as the file's head names it; may be empty
	Sentence string
}

// String is the fault as it is shown.
func (f Fault) String() string {
	switch {
	case f.Line == 0:
		return f.Sentence
	case f.Column == "":
		return fmt.Sprintf("Dòng %d: %s", f.Line, f.Sentence)
	}
	return fmt.Sprintf("Dòng %d, cột “%s”: %s", f.Line, f.Column, f.Sentence)
}

// Faults refuse a whole list: what is wrong in it, in the order of its rows.
// Nothing of such a list is recorded.
type Faults struct {
	List []Fault // the first mostFaults
	Rows int     // rows at fault in all
}

// mostFaults is how many faults are kept of one list.
const mostFaults = 1000

func (f *Faults) add(faults ...Fault) {
	if len(faults) == 0 {
		return
	}
	f.Rows++
	if room := mostFaults - len(f.List); room > 0 {
		f.List = append(f.List, faults[:min(room, len(faults))]...)
	}
}

func (f Faults) Error() string {
	if len(f.List) == 0 {
		return "award: no faults"
	}
	if f.Rows == 1 {
		return f.List[0].String()
	}
	return fmt.Sprintf("%s (và %d dòng khác có lỗi)", f.List[0], f.Rows-1)
}

// Unwrap is the refusal that edges know.
func (f Faults) Unwrap() error { return refusal.Field("file", f.Error()) }

// whole refuses a file for what it is, not for one of its rows.
func whole(format string, args ...any) error {
	return Faults{List: []Fault{{Sentence: fmt.Sprintf(format, args...)}}, Rows: 1}
}

// FaultsOf returns the faults inside err; false when it is something else.
func FaultsOf(err error) (Faults, bool) {
	var f Faults
	ok := errors.As(err, &f)
	return f, ok
}
