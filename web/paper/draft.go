package paper

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/paper"
	"thidua/web/work"
)

// draft is a page that is a file instead: a paper drawn up anew from the
// records each time.
type draft struct{ paper.File }

// FileName names it a draft: what is issued bears number, signature and seal.
func (d draft) FileName() string { return "du-thao-" + d.Name }

// Write writes the file.
func (d draft) Write(w io.Writer) error {
	_, err := io.Copy(w, bytes.NewReader(d.Bytes))
	return err
}

// Render is never reached: the desk sends the file instead.
func (d draft) Render(_ context.Context, w io.Writer) error { return d.Write(w) }

// html is the form of a paper as a page.
const html = "html"

// Drafted is the paper in the form that the end of the address asks for: a Word
// or PDF file, or its accessible page, from which one goes back.
func Drafted(v work.Visit, p paper.Paper, form, back string) (templ.Component, error) {
	if form == html {
		blocks, err := ofDraft(p)
		under := strings.TrimSuffix(v.Request().URL.Path, p.File+"."+html)
		return draftTwin(v, p.Title, back, urged(drafted(p, under).here(), p), blocks), err
	}
	files, err := paper.Render(p)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(files, func(f paper.File) bool { return f.Format == form })
	if at < 0 {
		return nil, errNone
	}
	return draft{files[at]}, nil
}

// Drafts are papers as links below an address that ends in "/".
func Drafts(under string, papers ...paper.Paper) (links []Link) {
	for _, p := range papers {
		links = append(links, urged(drafted(p, under), p))
	}
	return links
}

func drafted(p paper.Paper, under string) Link {
	l := Link{Title: p.Title, Sample: p.Illustrative(), Read: under + p.File + "." + html}
	for _, form := range []string{paper.DOCX, paper.PDF} {
		l.Files = append(l.Files, File{Address: under + p.File + "." + form, Form: forms[form]})
	}
	return l
}
