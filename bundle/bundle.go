// Package bundle puts the papers of a dossier together for sending: a zip with
// the table of contents, the papers in order and their checksums, and one PDF
// with bookmarks and running page numbers.
package bundle

import (
	"fmt"
	"io"

	"thidua/document"
	"thidua/vi"
)

// Dossier is what is put together.
type Dossier struct {
	Candidate string
	Award     string // the title asked for, as the nomination names it
	Office    string // who puts it together, in capitals
	Day       vi.Day // its date, by which the table of contents is laid out
	Law       string // by which law the papers are listed; empty when none is at hand
	Papers    []Paper
	Sample    bool // made up for an example
}

// Paper is one line of the table of contents: a file, or a paper that the
// dossier holds without one, or still lacks.
type Paper struct {
	Title  string // what paper it is: "Báo cáo thành tích"
	File   string // as its file was called; empty without one
	Ending string // of the file's format, without a dot: "pdf"; empty without a file
	Size   int64  // bytes of the file
	State  string // said of it in the contents; empty says nothing more
	Lacks  bool   // neither a file nor on paper
	// Write gives the file's bytes; nil without one. It may be called more than once.
	Write func(io.Writer) error
	// Picture gives a picture's page as an upright JPEG; nil for what is none.
	Picture func() ([]byte, error)
}

// had counts the kinds of papers that are there, and how many are asked for.
func (d Dossier) had() (had, need int) {
	lacks := map[string]bool{}
	for _, p := range d.Papers {
		lacks[p.Title] = p.Lacks
	}
	for _, missing := range lacks {
		need++
		if !missing {
			had++
		}
	}
	return had, need
}

// placed is a paper with its name in the zip and its place in the one PDF.
type placed struct {
	Paper
	name     string
	pdf      []byte // its pages; nil when it is not among them
	from     int    // the first page in the one PDF; 0 when it is not in it
	pages    int
	attached string // why it is only in the zip; empty when it is in both
}

// named gives every file its name in the zip.
func (d Dossier) named() (all []placed) {
	n := 0
	for _, p := range d.Papers {
		x := placed{Paper: p}
		if p.Write != nil {
			n++
			x.name = Name(n, p.Title+" "+stem(p.File), p.Ending)
		}
		all = append(all, x)
	}
	return all
}

func (d Dossier) title() string { return fmt.Sprintf("%s – %s", d.Candidate, d.Award) }

func (d Dossier) layout() document.Layout { return document.LayoutOn(d.Day.Time()) }
