package paper_test

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/document"
	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/season"
	"thidua/store"
	"thidua/template"
	"thidua/vi"
)

func TestDraft_isTheLocalitysTemplateAsWordAndTheBuiltInPaperOtherwise(t *testing.T) {
	p := year(t, season.Nomination)
	get := func(form string) string {
		w := p.As("head").Get(p.Path("van-ban", "phieu-trinh."+form))
		if w.Code != 200 {
			t.Fatalf("%s: %d", form, w.Code)
		}
		return w.Body.String()
	}
	read := func() string {
		raw := get("docx")
		text, err := document.ReadDOCXText(strings.NewReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	builtIn, pdf := read(), get("pdf")
	by, day := access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}, vi.DayOf(testkit.Today)
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		starter, err := template.Starter(paper.CoverNote, day)
		if err != nil {
			return err
		}
		v, err := template.Upload(ctx, tx, by, day, template.Template{Kind: paper.CoverNote, Cluster: p.Season.Cluster}, starter)
		if err != nil {
			return err
		}
		return template.PutInForce(ctx, tx, by, day, template.Force{Kind: v.Kind, Cluster: v.Cluster, Version: v.Version, From: day})
	})
	filled := read()
	if filled == builtIn || strings.ContainsAny(filled, "{}") {
		t.Errorf("the Word file is %s", filled)
	}
	for _, line := range strings.Split(builtIn, "\n") {
		if strings.HasPrefix(line, "- ") && !strings.Contains(filled, line) {
			t.Errorf("%q is lost: %s", line, filled)
		}
	}
	if get("pdf") != pdf {
		t.Error("the PDF has changed")
	}
}
