package paper_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/cluster"
	"thidua/document"
	"thidua/dossier"
	"thidua/exact"
	"thidua/meeting"
	"thidua/paper"
	"thidua/season"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

func TestCompose_drawsUpAPaperOnlyWhenItsFactsAreOnRecord(t *testing.T) {
	for name, c := range map[string]struct {
		year yearbook.Year
		kind paper.Kind
		lose func(*yearbook.Year)
	}{
		"an invitation without a date":                   {border2014(), paper.Invitation, func(y *yearbook.Year) { y.Conferences[0].Day = vi.Day{} }},
		"an invitation without place and host":           {border2014(), paper.Invitation, func(y *yearbook.Year) { y.Conferences[0].Place, y.Conferences[0].Host = "", "" }},
		"an agenda without items":                        {border2014(), paper.Agenda, func(y *yearbook.Year) { y.Conferences[0].Agenda = nil }},
		"a score table of ranks without points":          {border2014(), paper.ScoreTable, func(y *yearbook.Year) { forgetPoints(y) }},
		"minutes of a conference that was only called":   {border2014(), paper.Minutes, func(y *yearbook.Year) { y.Conferences[0].Held = false }},
		"minutes without a date":                         {border2014(), paper.Minutes, func(y *yearbook.Year) { y.Conferences[0].Day = vi.Day{} }},
		"tally minutes of a show of hands":               {bloc2022(), paper.TallyMinutes, func(y *yearbook.Year) { y.Votes[0].Method = voting.Open }},
		"tally minutes without a count":                  {bloc2022(), paper.TallyMinutes, func(y *yearbook.Year) { forgetCounts(&y.Votes[0]) }},
		"a submission letter with nobody endorsed":       {border2014(), paper.SubmissionLetter, func(y *yearbook.Year) { setStatus(y, dossier.NotEndorsed) }},
		"a submission letter after others have decided":  {bloc2022(), paper.SubmissionLetter, func(y *yearbook.Year) { y.Nominations[0].Status, y.Nominations[0].Vote = dossier.Decided, "" }},
		"a notice without findings, tasks, conclusions":  {border2014(), paper.ConclusionNotice, func(y *yearbook.Year) { y.Notes = nil }},
		"a notice of conclusions alone, when those fail": {bloc2022(), paper.ConclusionNotice, func(y *yearbook.Year) { y.Conferences[0].Conclusions = nil }},
	} {
		t.Run(name, func(t *testing.T) {
			y := c.year
			if !slices.Contains(kinds(y), c.kind) {
				t.Fatalf("the whole year gives no %s: %v", c.kind, kinds(y))
			}
			if c.lose(&y); slices.Contains(kinds(y), c.kind) {
				t.Errorf("%s was drawn up all the same", c.kind)
			}
		})
	}
}

func forgetPoints(y *yearbook.Year) {
	for i := range y.Standings {
		y.Standings[i].Points = exact.Number{}
	}
}

func forgetCounts(v *voting.Vote) {
	v.Issued, v.Returned, v.Valid, v.Invalid = nil, nil, nil, nil
	for i := range v.Options {
		v.Options[i].For = nil
	}
}

func setStatus(y *yearbook.Year, s dossier.Status) {
	for i := range y.Nominations {
		y.Nominations[i].Status = s
	}
}

func TestCompose_ofAnOutcomeAloneGivesOnlyTheLetter(t *testing.T) {
	y := yearbook.Year{Season: season.Season{Label: "2025", Year: 2025}, Cluster: cluster.Cluster{Name: "Cụm thi đua số 10", Kind: cluster.Cum},
		Nominations: []dossier.Nomination{{CandidateName: "Phường Bến Cát", CandidateKind: dossier.Collective, Member: true, Title: "Cờ thi đua năm 2025", Status: dossier.Proposed}}}
	if got := kinds(y); !slices.Equal(got, []paper.Kind{paper.SubmissionLetter}) {
		t.Fatalf("drew up %v", got)
	}
	p := find(t, y, paper.SubmissionLetter)
	has(t, p, "CỤM THI ĐUA SỐ 10", "Về việc đề nghị tặng Cờ thi đua năm 2025\n", "1. Phường Bến Cát: Cờ thi đua năm 2025.", "TRƯỞNG CỤM")
	hasNot(t, p, "Căn cứ", "lý do", "kèm theo", "UBND", "suy tôn")
	if p.Doc.To != nil || p.Doc.Place != "" || !p.Doc.Day.IsZero() {
		t.Errorf("invented addressee %v, place %q or day %v", p.Doc.To, p.Doc.Place, p.Doc.Day)
	}
}

func TestCompose_givesEachConferenceItsOwnPapers(t *testing.T) {
	y := border2014()
	interim := meeting.Conference{ID: "k0", Kind: meeting.Interim, Day: vi.MustDay("2014-07-10"), Place: "huyện Kỳ Sơn", Host: "ks", Held: true, Sample: true}
	y.Conferences = append([]meeting.Conference{interim}, y.Conferences...)
	var files []string
	for _, p := range paper.Compose(y) {
		files = append(files, p.File)
	}
	want := []string{"giay-moi", "giay-moi-2", "chuong-trinh-2", "bang-tong-hop-diem", "bien-ban-hoi-nghi", "bien-ban-hoi-nghi-2", "to-trinh", "thong-bao-ket-luan-2"}
	if !slices.Equal(files, want) {
		t.Errorf("files %v, want %v", files, want)
	}
	first := find(t, y, paper.Minutes)
	has(t, first, "Hội nghị sơ kết năm 2014", "tại huyện Kỳ Sơn")
	hasNot(t, first, "Con Cuông: Cờ", "Nhiệm vụ trọng tâm", "xếp hạng")
	if !first.Illustrative() {
		t.Error("the minutes of an illustrative conference do not say so")
	}
}

func TestCompose_followsTheLayoutOfTheDay(t *testing.T) {
	for name, c := range map[string]struct {
		year yearbook.Year
		want document.Layout
	}{"a paper of 2014": {border2014(), document.Circular01}, "a paper of 2022": {bloc2022(), document.Decree30}} {
		t.Run(name, func(t *testing.T) {
			for _, p := range paper.Compose(c.year) {
				if p.Doc.Layout != c.want {
					t.Errorf("%s follows layout %d, want %d", p.Kind, p.Doc.Layout, c.want)
				}
			}
		})
	}
}

func TestCompose_marksWhatHasNoSource(t *testing.T) {
	y := border2014()
	if p := find(t, y, paper.ScoreTable); !p.Illustrative() || strings.Contains(text(p.Doc), "(*)") {
		t.Errorf("a table of illustrative scores: whole %v, single marks in\n%s", p.Illustrative(), text(p.Doc))
	}
	p := find(t, y, paper.Minutes)
	if p.Illustrative() {
		t.Error("minutes of a real conference are marked as a whole")
	}
	has(t, p, "Bình xét, suy tôn(*).", "Tiêu chí tăng thêm: Kỳ Sơn 18, Thanh Chương 41(*).", "Kết quả xếp hạng năm 2014 (số liệu minh họa)", "- Báo cáo kết quả năm 2014.\n")
	has(t, find(t, bloc2022(), paper.ScoreTable), "97,0(*)", "98,5 |")
	y.Season.Sample = true
	for _, p := range paper.Compose(y) {
		if !p.Illustrative() || strings.Contains(text(p.Doc), "(*)") || strings.Contains(text(p.Doc), "(số liệu minh họa)") {
			t.Errorf("%s of a made-up year is not marked as a whole", p.Kind)
		}
	}
}

// TestCompose_ofAnyPartOfAYearLeavesNoGaps takes parts of the records away at
// random: what is left must still make whole papers.
func TestCompose_ofAnyPartOfAYearLeavesNoGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := border2014()
		if rapid.Bool().Draw(t, "2022") {
			y = bloc2022()
		}
		lose(t, &y)
		papers := paper.Compose(y)
		for _, p := range papers {
			if gap := gapIn(p.Doc); gap != "" {
				t.Fatalf("%s: %s\n%s", p.Kind, gap, text(p.Doc))
			}
		}
		if len(papers) > 0 { // one of them is set, for setting takes its time
			one := papers[rapid.IntRange(0, len(papers)-1).Draw(t, "written")]
			if err := document.WriteDOCX(io.Discard, &one.Doc); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// lose takes single facts off the year.
func lose(t *rapid.T, y *yearbook.Year) {
	c := &y.Conferences[0]
	for _, forget := range []func(){
		func() { y.Members = nil }, func() { y.Season.MembersCount = season.SomeNamed }, func() { y.Cluster.Province = "" }, func() { y.Cluster.Kind = cluster.Other },
		func() { y.Cluster.Organisation = "Tỉnh ủy Nghệ An" }, func() { y.Rules = season.Rules{} }, func() { y.Notes = nil }, func() { y.Movements = nil },
		func() { y.Exemplars = nil }, func() { y.Indicators = nil }, func() { y.Standings = nil }, func() { y.Sheets = nil }, func() { y.Votes = nil }, func() { y.Nominations = nil },
		func() { c.Title = "" }, func() { c.Day = vi.Day{} }, func() { c.TimeOfDay = "" }, func() { c.Place = "" }, func() { c.Host = "" }, func() { c.ConvenedByUnit = "" }, func() { c.Kind = meeting.Council },
		func() { c.Chair, c.Secretary = "", "" }, func() { c.Agenda = nil }, func() { c.Delegates = nil }, func() { c.Speeches = nil }, func() { c.Conclusions = nil }, func() { c.Reports = nil },
		func() { c.Attendance = meeting.Attendance{} }, func() { c.Held = false }, func() { y.Conferences = nil }, func() { y.Season.Elected = season.Election{} },
	} {
		if rapid.IntRange(0, 3).Draw(t, "lose") == 0 {
			forget()
		}
	}
}

// gapIn tells of an empty text, a title over nothing, or a broken sentence.
func gapIn(d document.Doc) string {
	for line := range strings.Lines(text(d)) {
		for _, broken := range []string{"  ", " ,", " .", "..", ": \n", "()", "%!", ",,", "“”"} {
			if strings.Contains(line, broken) && !strings.Contains(line, d.Number) && !strings.Contains(line, " | ") {
				return fmt.Sprintf("broken text %q", broken)
			}
		}
	}
	for i, b := range d.Body {
		switch b := b.(type) {
		case document.Heading:
			if i == len(d.Body)-1 {
				return "a title at the end"
			}
			if next, ok := d.Body[i+1].(document.Heading); ok && next.Level <= b.Level {
				return "a title over nothing: " + b.Text
			}
		case document.Paragraph, document.Bullet:
			if strings.TrimSpace(strings.Trim(blockText(b)[0], "-. ")) == "" {
				return "an empty paragraph"
			}
		case document.Table:
			if len(b.Rows) == 0 {
				return "a table without rows"
			}
		}
	}
	return ""
}
