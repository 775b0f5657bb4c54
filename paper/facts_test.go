package paper_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/document"
	"thidua/paper"
	"thidua/vi"
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
				facts := p.Facts()
				seen[p.Kind] = true
				whole := squeezed(text(p.Doc))
				for _, s := range p.Doc.Signatures {
					whole += squeezed(s.Note)
				}
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
				facts := p.Facts()
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
	if len(paper.FieldsOf("none")) > 0 {
		t.Error("a kind that no locality sets has fields")
	}
}

// factsOf are the paper's facts by name, each as one text.
func factsOf(p paper.Paper) map[string]string {
	all := map[string]string{}
	for _, f := range p.Facts().All {
		said := append(append([]string{}, f.Lines...), f.Text)
		for _, row := range f.Rows {
			said = append(said, strings.Join(row, "|"))
		}
		for _, b := range f.Blocks {
			said = append(said, text(document.Doc{Body: []document.Block{b}}))
		}
		all[f.Name] = strings.TrimSpace(strings.Join(said, "\n"))
	}
	return all
}

func TestFacts_ofACouncilsPapersTellItsMeetingItsBallotAndWhatIsDecided(t *testing.T) {
	m := hall2025()
	for kind, want := range map[paper.Kind]map[string]string{
		paper.Invitation:   {"tên cụm": "Hội đồng", "thời gian": m.Day.Long(), "địa điểm": m.Place},
		paper.BallotPaper:  {"phương án": "1|" + m.Lines[0].Nomination.CandidateName},
		paper.TallyMinutes: {"kết quả phiếu": "1|" + m.Lines[0].Nomination.CandidateName},
		paper.Decision: {"thẩm quyền ban hành": "CHỦ TỊCH", "căn cứ": "Căn cứ", "nội dung": "Điều 1.", "phụ lục": "DANH SÁCH KHEN THƯỞNG",
			"đề nghị": "1|"},
	} {
		all := factsOf(ofCouncil(t, m, kind))
		for field, says := range want {
			if !strings.Contains(all[field], says) {
				t.Errorf("%s: %s is %q", kind, field, all[field])
			}
		}
		if strings.Contains(all["nội dung"], "Căn cứ kết quả") || strings.Contains(all["nội dung"], "DANH SÁCH KHEN") {
			t.Errorf("%s: the matter has parts of other fields: %s", kind, all["nội dung"])
		}
	}
}

func TestFacts_followNumberAndDayOnceAPaperHasThem(t *testing.T) {
	for _, o := range paper.Offers(border2014(), true) {
		if o.Kind != paper.SubmissionLetter {
			continue
		}
		p := o.Papers[0]
		p.File, p.Doc.Number, p.Doc.Day = "to-trinh-so-07", "Số: 07/TTr-CTĐ", vi.MustDay("2014-12-01").Time()
		if all := factsOf(p); all["số ký hiệu"] != "07/TTr-CTĐ" || all["ngày ban hành"] != "ngày 01 tháng 12 năm 2014" || !strings.Contains(all["đề nghị"], "Huyện Con Cuông") {
			t.Errorf("%q", all)
		}
		return
	}
	t.Fatal("no letter")
}
