package template

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/intake"
	"thidua/paper"
	"thidua/store"
	"thidua/template"
	"thidua/web/work"
)

// trialKey of the address asks for a version filled, to be looked at before it is
// put in force.
const trialKey = "xem-thu"

// trial is a version filled with a paper on record, for those who draw up papers;
// with examples for others, and where no such paper is on record.
func trial(ctx context.Context, tx *store.Tx, v work.Visit, id, form string) (templ.Component, error) {
	t, raw, err := template.ByID(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	facts := paper.Examples(t.Kind)
	if v.By.Role == access.StandingBody {
		s, err := shelfOf(ctx, tx, v)
		if err != nil {
			return nil, err
		}
		p, found, err := template.TrialPaper(ctx, tx, t, s.clusters, v.Today)
		if err != nil {
			return nil, err
		}
		if found {
			facts = p.Facts()
		}
	}
	raw, err = template.Fill(raw, facts)
	if !slices.Contains([]string{paper.DOCX, paper.PDF}, form) {
		form = paper.DOCX
	}
	return file{name: "xem-thu-" + fileName(t), form: form, raw: raw, request: v.Request()}, err
}

func fileName(t template.Template) string {
	return fmt.Sprintf("mau-%s-ban-%d", slug(t.Kind), t.Version)
}

func slug(k paper.Kind) string { return strings.ReplaceAll(string(k), "_", "-") }

// file is a page that is a Word file instead, or the PDF printed from one.
type file struct {
	name    string
	form    string
	raw     []byte        // Word
	request *http.Request // of a PDF: when its reader leaves, printing stops
}

// FileName implements work.Download.
func (f file) FileName() string { return f.name + "." + f.form }

// Write implements work.Download. It is done when the reading is over: printing
// takes seconds.
func (f file) Write(w io.Writer) (err error) {
	raw := f.raw
	if f.form == paper.PDF {
		raw, err = intake.PDF(f.request.Context(), raw)
	}
	if err == nil {
		_, err = w.Write(raw)
	}
	return err
}

// Render is never reached: the desk sends the file instead.
func (f file) Render(_ context.Context, w io.Writer) error { return f.Write(w) }
