package org

import (
	"fmt"
	"strings"

	"thidua/refusal"
)

// Fault is one thing wrong in a file, where it stands, and a Vietnamese
// sentence for whoever mends it.
type Fault struct {
	Line     int    // counted from 1; 0 when the file as a whole is meant
	Column   string // as the file's first line names it; may be empty
	Sentence string
}

// String is the fault as it is shown: "Dòng 5, cột code: …".
func (f Fault) String() string {
	switch {
	case f.Line == 0:
		return f.Sentence
	case f.Column == "":
		return fmt.Sprintf("Dòng %d: %s", f.Line, f.Sentence)
	}
	return fmt.Sprintf("Dòng %d, cột %s: %s", f.Line, f.Column, f.Sentence)
}

// Faults refuse a whole file: all that is wrong in it, in the order of its
// lines. Nothing of such a file is recorded.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// Unwrap is the refusal that edges know: the first fault, and how many follow.
func (f Faults) Unwrap() error {
	if len(f) == 0 {
		return nil
	}
	sentence := f[0].String()
	if len(f) > 1 {
		sentence = fmt.Sprintf("%s (và %d lỗi khác)", sentence, len(f)-1)
	}
	return refusal.Field(f[0].Column, sentence)
}
