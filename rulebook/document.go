// Package rulebook is the law of emulation and commendation through time: which
// documents were in force on a day, and how far we can vouch for each of them.
package rulebook

import (
	"fmt"

	"thidua/vi"
)

// Mark is how a document came to be known here.
type Mark string

// The marks. Only the first two may be cited.
const (
	Read      Mark = "V"  // read in a copy of the text
	Secondary Mark = "V2" // read in a newspaper, an official summary or another act's preamble
	Recalled  Mark = "R"  // from general knowledge only, not verified
	NameOnly  Mark = "?"  // known to exist, its text not found
)

// Citable reports whether a paper may name the document as its legal basis.
func (m Mark) Citable() bool { return m == Read || m == Secondary }

// Document is one act of law.
type Document struct {
	Number string // "65/2014/NĐ-CP"
	Kind   string // "Luật", "Nghị định", "Thông tư"
	Issuer string // "Chính phủ", "Bộ trưởng Bộ Nội vụ"; empty for a law, whose preambles name no issuer
	About  string // its subject as its head prints it; empty where no copy or preamble with it was read
	Issued vi.Day
	// From is the first day on which it is cited: the day it took effect where
	// that was verified, else the first day on which it surely had.
	From  vi.Day
	Until vi.Day // the last day on which it is cited; zero while nothing is known to have ended it
	Mark  Mark
}

// On reports whether the document may be cited on the day.
func (d Document) On(day vi.Day) bool {
	return d.Mark.Citable() && !day.IsZero() && !day.Before(d.From) && !day.After(d.Until)
}

// Citation is the document as a legal basis names it, after "Căn cứ": a law by
// its name and day, others by number, day, issuer and subject (NĐ
// 30/2020/NĐ-CP, Phụ lục I, and the preambles of TT 07/2014/TT-BNV before it).
func (d Document) Citation() string {
	if d.Kind == law {
		return d.About + " " + d.Issued.Long()
	}
	text := fmt.Sprintf("%s số %s %s của %s", d.Kind, d.Number, d.Issued.Long(), d.Issuer)
	if d.About != "" {
		text += " " + d.About
	}
	return text
}

// BasesOn lists the documents a proposal for a title of the State may cite on
// the day, laws first, then decrees, then circulars, each in order of issue. It
// is empty for an unknown day. What the table leaves out, and why, stands with
// it.
func BasesOn(day vi.Day) (bases []Document) {
	for _, d := range documents {
		if d.On(day) {
			bases = append(bases, d)
		}
	}
	return bases
}
