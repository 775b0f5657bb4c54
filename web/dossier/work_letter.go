package dossier

import (
	"bytes"
	"context"
	"io"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
	"thidua/yearbook"
)

var (
	letterTitle   = ui.Words{Vietnamese: "Tờ trình (dự thảo)", English: "Submission letter (draft)"}
	letterReaders = []access.Role{access.ClusterHead, access.ClusterDeputy, access.StandingBody, access.CouncilSecretary, access.CouncilMember, access.Decider}
)

// letterIn reads the draft of the submission letter, drawn up anew from the
// records each time, as a file of that format.
func letterIn(format string) work.Read {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
		y, err := yearbook.Load(ctx, tx, v.Season)
		if err != nil {
			return nil, err
		}
		for _, p := range paper.Compose(y) {
			if p.Kind == paper.SubmissionLetter {
				return letter{p, format}, nil
			}
		}
		return nil, refusal.New(refusal.NotFound, "Chưa đủ dữ kiện để lập tờ trình: cần có đề nghị và hội nghị của năm.")
	}
}

// letter is a page that is the file instead.
type letter struct {
	paper  paper.Paper
	format string
}

// FileName names it a draft: what is issued has a number and lies among the
// papers.
func (l letter) FileName() string { return "du-thao-" + l.paper.File + "." + l.format }

// Write writes the file.
func (l letter) Write(w io.Writer) error {
	files, err := paper.Render(l.paper)
	for _, f := range files {
		if f.Format == l.format {
			_, err = io.Copy(w, bytes.NewReader(f.Bytes))
		}
	}
	return err
}

// Render is never reached: the desk sends the file instead.
func (l letter) Render(_ context.Context, w io.Writer) error { return l.Write(w) }
