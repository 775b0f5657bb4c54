package paper_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/paper"
	"thidua/yearbook"
)

// squeezed is a text without the spaces and line ends that the layout decides.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// TestFactsOf_tellsWhatThePaperTells: what stands in the parts of a locality's
// template is what stands in the paper as the program sets it.
func TestFactsOf_tellsWhatThePaperTells(t *testing.T) {
	outside := []string{"hội nghị", "thời gian", "địa điểm", "chủ trì", "năm thi đua", "tên cụm", "ngày ban hành", "địa danh", "đề nghị", "chương trình", "xếp hạng", "lịch"}
	seen := map[paper.Kind]bool{}
	for _, y := range []yearbook.Year{border2014(), bloc2022()} {
		for _, o := range paper.Offers(y, true) {
			for _, p := range o.Papers {
				facts, err := paper.FactsOf(y, p)
				if err != nil {
					t.Fatalf("%s: %v", p.File, err)
				}
				seen[p.Kind] = true
				whole := squeezed(text(p.Doc))
				for _, f := range facts.All {
					for _, said := range append(f.Lines, f.Text) {
						if !slices.Contains(outside, f.Name) && !strings.Contains(whole, strings.TrimRight(squeezed(said), ";.")) {
							t.Errorf("%s: %s is %q, which the paper does not tell: %s", p.File, f.Name, said, whole)
						}
					}
					for _, row := range f.Rows {
						if len(row) != len(f.Columns) {
							t.Errorf("%s: a row of %s has %d columns of %d", p.File, f.Name, len(row), len(f.Columns))
						}
					}
				}
			}
		}
	}
	if len(seen) < 8 {
		t.Errorf("only %d kinds were drawn up", len(seen))
	}
}

func TestFactsOf_listsTheProposedTheProgrammeAndThePlaces(t *testing.T) {
	y := border2014()
	rows := func(kind paper.Kind, name string) [][]string {
		for _, o := range paper.Offers(y, true) {
			for _, p := range o.Papers {
				facts, err := paper.FactsOf(y, p)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range facts.All {
					if p.Kind == kind && f.Name == name {
						return f.Rows
					}
				}
			}
		}
		return nil
	}
	if got := rows(paper.SubmissionLetter, "đề nghị"); len(got) != 2 || got[0][1] != "Huyện Con Cuông" || got[1][3] != "Cờ thi đua của Chính phủ" || got[0][4] != "Đã có nhiều thành tích xuất sắc" {
		t.Errorf("%q", got)
	}
	if got := rows(paper.Agenda, "chương trình"); len(got) != 2 || got[0][1] != "Báo cáo kết quả năm 2014" || got[1][1] != "Bình xét, suy tôn (*)" {
		t.Errorf("%q", got)
	}
	if got := rows(paper.ScoreTable, "xếp hạng"); len(got) != 3 || got[0][0] != "1" || got[0][1] == "" || got[0][2] == "" {
		t.Errorf("%q", got)
	}
}

func TestFieldsOf_haveOneMeaningAndAnExampleEach(t *testing.T) {
	for _, k := range paper.TemplateKinds() {
		names := map[string]bool{}
		for _, f := range paper.FieldsOf(k) {
			if names[f.Name] || f.Means == "" || len(f.Examples) == 0 || f.Shape == paper.Rows && len(f.Examples) != len(f.Columns) {
				t.Errorf("%s: %s", k, f.Name)
			}
			names[f.Name] = true
		}
	}
	if len(paper.FieldsOf(paper.Decision)) > 0 || len(paper.FieldsOf("none")) > 0 {
		t.Error("a kind that is not drawn up from a year's records has fields")
	}
}

func TestFactsOf_refusesAPaperOfAnotherYear(t *testing.T) {
	if _, err := paper.FactsOf(border2014(), paper.Paper{Kind: paper.TallyMinutes, File: "bien-ban-kiem-phieu"}); err == nil {
		t.Error("the year has no such paper")
	}
}
