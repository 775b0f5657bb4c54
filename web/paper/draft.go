package paper

import (
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"thidua/intake"
	"thidua/paper"
	"thidua/store"
	"thidua/template"
	"thidua/web/work"
)

// draft is a page that is a file instead: a paper drawn up anew from the
// records each time, written once the reading is over.
type draft struct {
	template.Draft
	name    string
	form    string
	request *http.Request // when its reader leaves, nothing is written any more
}

// FileName is the name under which its reader keeps it.
func (d draft) FileName() string { return d.name + "." + d.form }

// Write writes the file.
func (d draft) Write(w io.Writer) error {
	file, err := d.Draft.Render(d.request.Context(), d.form)
	if err == nil {
		_, err = w.Write(file.Bytes)
	}
	return err
}

// Render is never reached: the desk sends the file instead.
func (d draft) Render(_ context.Context, w io.Writer) error { return d.Write(w) }

// html is the form of a paper as a page.
const html = "html"

// Taken is a paper as a file in the form that is asked for, in the template in
// force for its owner, a cluster or council. Every page hands its papers out
// through here.
func Taken(ctx context.Context, tx *store.Tx, v work.Visit, owner string, p paper.Paper, name, form string) (work.Download, error) {
	if forms[form] == "" {
		return nil, errNone
	}
	d, err := template.For(ctx, tx, owner, p, v.Today)
	return draft{d, name, form, v.Request()}, err
}

// Drafted is the paper in the form that the end of the address asks for: a Word
// or PDF file, or its accessible page, from which one goes back. The file is
// named a draft: what is issued bears number, signature and seal.
func Drafted(ctx context.Context, tx *store.Tx, v work.Visit, owner string, p paper.Paper, form, back string) (templ.Component, error) {
	if form == html {
		blocks, err := ofDraft(p)
		if err != nil {
			return nil, err
		}
		holds, err := template.HoldsFor(ctx, tx, owner, v.Today)
		under := strings.TrimSuffix(v.Request().URL.Path, p.File+"."+html)
		return draftTwin(v, p.Title, back, Drafts(under, holds, p)[0].here(), blocks), err
	}
	return Taken(ctx, tx, v, owner, p, DraftName(p), form)
}

// DraftName is how the file of a draft is called, without its ending.
func DraftName(p paper.Paper) string { return "du-thao-" + p.File }

// Drafts are papers as links below an address that ends in "/", each told by the
// template that holds for it.
func Drafts(under string, holds template.Holds, papers ...paper.Paper) (links []Link) {
	for _, p := range papers {
		links = append(links, urged(drafted(p, under, holds.Over(p)), p))
	}
	return links
}

func drafted(p paper.Paper, under string, own bool) Link {
	l := Link{Title: p.Title, Sample: p.Illustrative(), Read: under + p.File + "." + html}
	for _, form := range []string{paper.DOCX, paper.PDF} {
		l.Files = append(l.Files, File{Address: under + p.File + "." + form, Form: formWords(form, own)})
	}
	return l
}

// formWords name a form of a draft: what follows the locality's template says so,
// and what cannot, too.
func formWords(form string, own bool) string {
	switch {
	case !own:
		return forms[form]
	case form == paper.PDF && !intake.PrintsPDF():
		return "PDF dựng sẵn"
	}
	return forms[form] + " theo mẫu"
}
