package dossier

import "thidua/rulebook"

// Mark is how far a statement can be trusted.
type Mark string

// The marks. Only FromText and FromSecondary may be shown as law.
const (
	FromText      Mark = "V"          // read in a copy of the text
	FromSecondary Mark = "V2"         // read in a secondary source
	Unverified    Mark = "unverified" // not verified: shown as a question, never enforced
	FromRecord    Mark = "record"     // no statement of law: it follows from the cluster's own records
)

var markLabels = map[Mark]string{
	FromText:      "theo văn bản",
	FromSecondary: "theo nguồn thứ cấp",
	Unverified:    "chưa kiểm chứng",
	FromRecord:    "theo sổ sách của cụm",
}

// Label is the mark's wording beside a statement; "" for an unknown word.
func (m Mark) Label() string { return markLabels[m] }

// Enforced reports whether what carries the mark may be required as law.
func (m Mark) Enforced() bool { return m == FromText || m == FromSecondary }

// MarkOf is how far a rule of the rulebook can be trusted.
func MarkOf(k rulebook.Known) Mark {
	switch k.Mark {
	case rulebook.Read:
		return FromText
	case rulebook.Secondary:
		return FromSecondary
	}
	return Unverified
}

// Finding is one thing the file must reckon with: a condition of the law, or
// a question that is still open.
type Finding struct {
	Sentence string `json:"sentence"`
	Mark     Mark   `json:"mark"`
	Source   string `json:"source,omitempty"` // document, article, clause
}

// finding is a rule of the rulebook as a dossier reckons with it.
func finding(sentence string, k rulebook.Known) Finding {
	f := Finding{Sentence: sentence, Mark: MarkOf(k)}
	if k.Cite.Document != "" {
		f.Source = k.Cite.String()
	}
	return f
}
