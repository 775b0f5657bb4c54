package template

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/document"
	"thidua/paper"
	"thidua/vi"
)

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// letter is a Word file of that body, and of further parts.
func letter(t testing.TB, body string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<w:document ` + spaces + `><w:body>` + body + `</w:body></w:document>`,
	}
	for name, content := range more {
		parts[name] = content
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, first := range []bool{true, false} {
		for name, content := range parts {
			if (name == "[Content_Types].xml") != first {
				continue
			}
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, content); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// para is a paragraph whose text Word split into these runs.
func para(runs ...string) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(`<w:r><w:t>` + r + `</w:t></w:r><w:proofErr w:type="spellStart"/>`)
	}
	return `<w:p>` + b.String() + `</w:p>`
}

func row(cells ...string) string {
	all := ""
	for _, c := range cells {
		all += `<w:tc>` + para(c) + `</w:tc>`
	}
	return `<w:tr>` + all + `</w:tr>`
}

// facts are those of a submission letter, some given.
func facts(change map[string]paper.Fact) paper.Facts {
	all := paper.Examples(paper.SubmissionLetter)
	all.Doc.Illustrative = false
	for i, f := range all.All {
		if c, given := change[f.Name]; given {
			c.Field = f.Field
			all.All[i] = c
		}
	}
	return all
}

// filledText fills a template and reads the text back.
func filledText(t testing.TB, file []byte, f paper.Facts) string {
	t.Helper()
	out, err := Fill(file, f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := document.ReadDOCXText(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestFill_findsAFieldHoweverItWasTyped(t *testing.T) {
	for name, runs := range map[string][]string{
		"in one run":                  {"Số: {số ký hiệu}."},
		"without accents":             {"Số: {so ky hieu}."},
		"in capitals":                 {"Số: {SỐ KÝ HIỆU}."},
		"with accents that stand off": {"Số: {" + norm.NFD.String("số ký hiệu") + "}."},
		"with more spaces":            {"Số: { số  ký\u00a0hiệu }."},
		"split over runs":             {"Số: {s", "ố k", "ý hiệu", "}", "."},
		"split at its braces":         {"Số: ", "{", "", "số ký hiệu", "}."},
		"split within a letter":       {"Số: {so\u0302", "\u0301 ký hiệu}."},
	} {
		got := filledText(t, letter(t, para(runs...), nil), facts(map[string]paper.Fact{"số ký hiệu": {Text: "05/TTr-CTĐ"}}))
		if got != "Số: 05/TTr-CTĐ.\n" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestFill_fillsSeveralFieldsOfOneParagraph(t *testing.T) {
	got := filledText(t, letter(t, para("{địa da", "nh}, {ngày ban hành}; {tên", " cụm}", "!"), nil), facts(map[string]paper.Fact{
		"địa danh": {Text: "Vinh"}, "ngày ban hành": {Text: "ngày 1"}, "tên cụm": {Text: "Cụm {không phải trường}"}}))
	if got != "Vinh, ngày 1; Cụm {không phải trường}!\n" {
		t.Error(got)
	}
}

func TestFill_repeatsARowForEachMemberOfTheList(t *testing.T) {
	table := `<w:tbl>` + row("TT", "Tên", "Danh hiệu") + row("{đề nghị: số thứ tự}", "{de nghi: TÊN} ({tên cụm})", "{đề nghị: danh hiệu}") + `</w:tbl>` + para("hết")
	rows := [][]string{{"1", "A", "Tập thể", "Cờ", "", "", ""}, {"2", "B & <C>", "Cá nhân", "Bằng khen", "", "", ""}}
	got := filledText(t, letter(t, table, nil), facts(map[string]paper.Fact{"đề nghị": {Rows: rows}, "tên cụm": {Text: "Cụm 1"}}))
	if want := "TT\nTên\nDanh hiệu\n1\nA (Cụm 1)\nCờ\n2\nB & <C> (Cụm 1)\nBằng khen\nhết\n"; got != want {
		t.Errorf("%q", got)
	}
	if got := filledText(t, letter(t, table, nil), facts(map[string]paper.Fact{"đề nghị": {}})); got != "TT\nTên\nDanh hiệu\nhết\n" {
		t.Errorf("without members: %q", got)
	}
	got = filledText(t, letter(t, para("- {đề nghị: tên}: {đề nghị: danh hiệu};"), nil), facts(map[string]paper.Fact{"đề nghị": {Rows: rows}}))
	if got != "- A: Cờ;\n- B & <C>: Bằng khen;\n" {
		t.Errorf("a paragraph of its own: %q", got)
	}
}

func TestFill_setsLinesBlocksAndOptionalParts(t *testing.T) {
	body := para("{nếu: căn cứ}") + para("Căn cứ:") + para("{căn cứ}") + para("{hết nếu}") + para("Kính gửi: {kính gửi}") + para("{nội dung}")
	table := document.Table{Columns: []document.Column{{Width: 1}, {Width: 2}}, Head: [][]document.Cell{{{Runs: document.Plain("Đầu"), ColSpan: 2}}}, Rows: [][]document.Cell{document.Row("a", "b")}}
	blocks := []document.Block{document.Heading{Level: 1, Text: "I. ĐẦU"}, document.Bullet{Runs: []document.Run{{Text: "x", Illustrative: true}}}, table}
	got := filledText(t, letter(t, body, nil), facts(map[string]paper.Fact{"căn cứ": {Lines: []string{"Căn cứ một;", "Căn cứ hai."}}, "kính gửi": {Lines: []string{"A;", "B"}}, "nội dung": {Blocks: blocks}}))
	if want := "Căn cứ:\nCăn cứ một;\nCăn cứ hai.\nKính gửi: A; B\nI. ĐẦU\n- x (*)\nĐầu\na\nb\n(*) số liệu minh họa\n"; got != want {
		t.Errorf("%q", got)
	}
	if got := filledText(t, letter(t, body, nil), facts(map[string]paper.Fact{"căn cứ": {}, "kính gửi": {}, "nội dung": {}})); got != "Kính gửi: \n" {
		t.Errorf("without a căn cứ: %q", got)
	}
}

func TestFill_keepsWhatEveryValueSays(t *testing.T) {
	file := letter(t, para("[{trích ", "yếu}]"), nil)
	rapid.Check(t, func(r *rapid.T) {
		value := strings.TrimSpace(rapid.StringMatching(`[a-zđơẦử<>&"'{} ]{0,400}`).Draw(r, "value"))
		if got := filledText(t, file, facts(map[string]paper.Fact{"trích yếu": {Text: value}})); got != "["+value+"]\n" {
			r.Fatalf("%q became %q", value, got)
		}
	})
}

func TestFill_dropsWhatNoFileHoldsAndBreaksLines(t *testing.T) {
	got := filledText(t, letter(t, para("{trích yếu}"), nil), facts(map[string]paper.Fact{"trích yếu": {Text: "a\x00\x0bb\nc" + strings.Repeat("dài ", 20_000)}}))
	if !strings.HasPrefix(got, "ab\ncdài ") || len(got) < 90_000 {
		t.Errorf("%q", got[:20])
	}
}

// all is a template with every field of a kind.
func all(t testing.TB, k paper.Kind) []byte {
	body, table := "", ""
	for _, f := range paper.FieldsOf(k) {
		if f.Shape != paper.Rows {
			body += para("{" + f.Name + "}")
			continue
		}
		var cells []string
		for _, c := range f.Columns {
			cells = append(cells, "{"+f.Name+": "+c+"}")
		}
		table += `<w:tbl>` + row(cells...) + `</w:tbl>`
	}
	return letter(t, body+table, map[string]string{"word/header1.xml": `<w:hdr ` + spaces + `>` + para("{tên cụm}") + `</w:hdr>`})
}

func TestFill_everyKindWithAllItsFieldsTellsEveryFact(t *testing.T) {
	for _, k := range paper.TemplateKinds() {
		examples := paper.Examples(k)
		for name, file := range map[string][]byte{"all fields": all(t, k), "the starter": starter(t, k)} {
			found, err := Check(k, file)
			if err != nil || len(found.Missing) > 0 && name == "all fields" {
				t.Fatalf("%s, %s: %v, missing %v", k, name, err, found.Missing)
			}
			got := filledText(t, file, examples)
			if strings.ContainsAny(got, "{}") || !strings.HasPrefix(got, "số liệu minh họa") {
				t.Errorf("%s, %s: %s", k, name, got)
			}
			for _, f := range examples.All {
				for _, want := range f.Examples {
					if (name == "all fields" || f.Shape == paper.Blocks) && !strings.Contains(got, want) {
						t.Errorf("%s, %s lacks %q of %s: %s", k, name, want, f.Name, got)
					}
				}
			}
		}
	}
}

func starter(t testing.TB, k paper.Kind) []byte {
	t.Helper()
	file, err := Starter(k, vi.MustDay("2026-11-23"))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestFill_isOpenedByLibreOffice(t *testing.T) {
	folder := t.TempDir()
	for i, file := range [][]byte{starter(t, paper.SubmissionLetter), all(t, paper.NomineeList)} {
		k := []paper.Kind{paper.SubmissionLetter, paper.NomineeList}[i]
		out, err := Fill(file, paper.Examples(k))
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(folder, fmt.Sprintf("mau%d.docx", i))
		if err := os.WriteFile(name, out, 0o600); err != nil {
			t.Fatal(err)
		}
		command := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+folder+"/profile", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, name)
		if said, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, said)
		}
		text, err := os.ReadFile(strings.TrimSuffix(name, "docx") + "txt")
		if err != nil || !strings.Contains(string(text), "CỤM THI ĐUA SỐ 1") || strings.ContainsAny(string(text), "{}") {
			t.Errorf("%v %s", err, text)
		}
	}
}
