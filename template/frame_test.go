package template

import (
	"strings"
	"testing"

	"thidua/document"
	"thidua/paper"
)

// placed fills a field that stands alone in a paragraph of that look.
func placed(t *testing.T, look string, blocks ...document.Block) []string {
	t.Helper()
	file := letter(t, `<w:p><w:pPr>`+look+`</w:pPr><w:r><w:t>{nội dung}</w:t></w:r></w:p>`, nil)
	facts := paper.Examples(paper.SubmissionLetter)
	facts.Doc.Illustrative = false
	for i := range facts.All {
		if facts.All[i].Name == "nội dung" {
			facts.All[i].Blocks = blocks
		}
	}
	out, err := Fill(file, facts)
	if err != nil {
		t.Fatal(err)
	}
	p, err := unpack(out)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, n := range p.part(mainPart).root.child("w:body").kids {
		all = append(all, string(n.bytes()))
	}
	return all
}

func TestBlocks_breakThePageOnceAndStayWithTheSignatureOnce(t *testing.T) {
	got := placed(t, `<w:keepNext/><w:pageBreakBefore/>`, document.Text("một"), document.Text("hai"), document.Heading{Level: 1, Text: "ba"}, document.Text("bốn"))
	if len(got) != 4 {
		t.Fatalf("%q", got)
	}
	for i, paragraph := range got {
		if strings.Contains(paragraph, "pageBreakBefore") != (i == 0) {
			t.Errorf("the page before paragraph %d: %s", i, paragraph)
		}
		if strings.Contains(paragraph, "keepNext") != (i >= 2) { // the heading by itself, the last with what follows
			t.Errorf("what paragraph %d stays with: %s", i, paragraph)
		}
	}
}

func TestBlocks_beginThePageWithATableToo(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Width: 1}}, Rows: [][]document.Cell{{{Runs: document.Plain("1")}}}}
	if got := placed(t, `<w:pageBreakBefore/>`, table); !strings.Contains(got[0], `w:type="page"`) || !strings.Contains(got[1], "<w:tbl>") {
		t.Errorf("%q", got)
	}
}

func TestBlocks_setCellsAndCentredLinesWithoutTheIndentOfTheirStyle(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Width: 1}}, Rows: [][]document.Cell{{{Runs: document.Plain("Huyện A")}}}}
	got := placed(t, `<w:pStyle w:val="a"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>`, document.Text("một"),
		document.Paragraph{Align: document.AlignCentre, Runs: document.Plain("QUYẾT ĐỊNH:")}, table)
	for i, want := range []string{`<w:pStyle w:val="a"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>`,
		`<w:pStyle w:val="a"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/>`,
		`<w:pStyle w:val="a"/><w:spacing w:before="40" w:after="40"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/>`} {
		plain := strings.NewReplacer("></w:ind>", "/>", "></w:jc>", "/>", "></w:pStyle>", "/>", "></w:spacing>", "/>").Replace(got[i])
		if !strings.Contains(plain, want) {
			t.Errorf("%d: %s", i, plain)
		}
	}
}

func TestStarter_leavesOutWhomItGoesToWhereThatIsNobody(t *testing.T) {
	facts := paper.Examples(paper.SubmissionLetter)
	with := filledText(t, starter(t, paper.SubmissionLetter), facts)
	for i := range facts.All {
		if facts.All[i].Name == "nơi nhận" {
			facts.All[i].Lines = nil
		}
	}
	if without := filledText(t, starter(t, paper.SubmissionLetter), facts); !strings.Contains(with, "Nơi nhận:") || strings.Contains(without, "Nơi nhận:") {
		t.Errorf("with: %s\nwithout: %s", with, without)
	}
}
