// Package paper lets readers take the cluster's official papers with them.
package paper

import (
	"context"

	"thidua/dossier"
	"thidua/paper"
	"thidua/store"
	"thidua/voting"
	"thidua/web/year"
)

// Link is one paper as a page offers it.
type Link struct {
	Title  string
	Read   string // address of its page, the accessible twin of the PDF
	Files  []File
	Issue  string // address of the page on which the draft is issued; empty where it is not
	Sample bool   // the whole paper rests on data of no source
}

// File is one form of a paper.
type File struct {
	Address string
	Form    string // "PDF", "Word"
	Size    int    // bytes; 0 for a draft, which is written when it is asked for
}

// forms are the formats as readers know them.
var forms = map[string]string{paper.DOCX: "Word", paper.PDF: "PDF"}

// Links are the year's papers that may be taken, each once with its files.
func Links(ctx context.Context, tx *store.Tx, v year.Visit, votes []voting.Vote, nominations []dossier.Nomination) (links []Link, err error) {
	all, err := offered(ctx, tx, v, votes, nominations)
	for i, l := range all {
		if i == 0 || l.Title != all[i-1].Title || l.Kind != all[i-1].Kind {
			links = append(links, Link{Title: l.Title, Sample: l.Sample, Read: v.To(readPart, bare(l.File))})
		}
		last := &links[len(links)-1]
		last.Files = append(last.Files, File{v.To("van-ban", l.File), forms[l.Format], l.Size})
	}
	return links, err
}

// here is the link on the paper's own page.
func (l Link) here() Link {
	l.Read = ""
	return l
}
