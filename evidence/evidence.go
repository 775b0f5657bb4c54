// Package evidence is each unit's library of minh chứng: the files that prove
// what it reports, kept once and cited by its criteria in as many years as they
// serve.
package evidence

import (
	"thidua/signature"
	"thidua/store"
	"thidua/vi"
)

// Bounds of the library.
const (
	MaxSize = 20 << 20  // bytes of one file
	Quota   = 500 << 20 // bytes of one unit's files, retired ones included
)

// Evidence is one file of a unit's library, without its bytes.
type Evidence struct {
	ID          string
	Unit        string // unit id of its owner
	Name        string // as the file was called, without any folder
	Format      Format // what its bytes are
	Kind        Kind   // what document it is
	Description string // what it proves, in the unit's words
	Day         vi.Day // the document's own day; zero when not stated
	Size        int64  // bytes
	SHA256      string // of all its bytes, hex
	Sensitive   bool   // holds personal data: see MayRead
	RetiredOn   vi.Day // zero while it may be cited anew
	RetiredWhy  string
	AddedOn     vi.Day
	AddedBy     string // who brought it, as the journal names them
	Sample      bool   // made up for an example
	// Signatures are those of a PDF, as it was when it came.
	Signatures store.JSON[[]signature.Found]
	stored     string // the random name its parts lie under
}

// Retired reports whether it may no longer be cited anew. Where it was cited it
// stays readable.
func (e Evidence) Retired() bool { return !e.RetiredOn.IsZero() }

// Kind is what document a file is.
type Kind string

// The kinds of document.
const (
	ReportKind   Kind = "report"
	DecisionKind Kind = "decision"
	MinutesKind  Kind = "minutes"
	TableKind    Kind = "table"
	PictureKind  Kind = "picture"
	OtherKind    Kind = "other"
)

// Kinds are all kinds, as a form offers them.
var Kinds = []Kind{ReportKind, DecisionKind, MinutesKind, TableKind, PictureKind, OtherKind}

// Label is the kind in Vietnamese; empty for a word that is none.
func (k Kind) Label() string { return kindLabels[k] }

var kindLabels = map[Kind]string{
	ReportKind:   "Báo cáo",
	DecisionKind: "Quyết định, văn bản",
	MinutesKind:  "Biên bản",
	TableKind:    "Bảng số liệu",
	PictureKind:  "Hình ảnh",
	OtherKind:    "Khác",
}
