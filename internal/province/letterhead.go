package province

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http/httptest"
	"strings"
	"testing"

	"thidua/access"
	"thidua/document"
	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/store"
	"thidua/template"
	"thidua/vi"
)

// Letterhead puts a template in force for every kind of paper that a locality
// sets, since long and for every cluster and council: the starter with the word
// above the issuer's name.
func (p *Province) Letterhead(word string) {
	p.t.Helper()
	by, day := access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}, vi.DayOf(testkit.Today)
	testkit.Write(p.t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		for _, k := range paper.TemplateKinds() {
			starter, err := template.Starter(k, day)
			if err != nil {
				return err
			}
			v, err := template.Upload(ctx, tx, by, day, template.Template{Kind: k}, Reworded(p.t, starter, "{cơ quan ban hành}", word+" {cơ quan ban hành}"))
			if err != nil {
				return err
			}
			if err := template.PutInForce(ctx, tx, by, day, template.Force{Kind: k, Version: v.Version, From: day}); err != nil {
				return err
			}
		}
		return nil
	})
	testkit.Exec(p.t, p.DB, `UPDATE template_force SET from_day = '2000-01-01'`) // the province's year is one of before
}

// Reworded is a Word file with another text in the place of one.
func Reworded(t testing.TB, file []byte, old, text string) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range from.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, strings.ReplaceAll(string(raw), old, text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Word is the text of a Word file that was sent.
func Word(t testing.TB, w *httptest.ResponseRecorder) string {
	t.Helper()
	text, err := document.ReadDOCXText(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatalf("%d is no Word file: %v", w.Code, err)
	}
	return text
}
