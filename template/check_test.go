package template

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"thidua/paper"
	"thidua/refusal"
)

func TestCheck_refusesWhatCannotBeFilled(t *testing.T) {
	for name, c := range map[string]struct{ body, says string }{
		"a field nobody knows":            {para("{trích yêu cầu}"), "Không có trường {trích yêu cầu} cho loại văn bản này; có phải là {trích yếu}?"},
		"a column nobody knows":           {para("{đề nghị: danh hiệuu}"), "không có cột “danh hiệuu”; có phải là “danh hiệu”?"},
		"a list without a column":         {para("{đề nghị}"), "{đề nghị: tên}"},
		"a column of what is no list":     {para("{địa danh: tên}"), "không phải danh sách"},
		"two lists in one row":            {`<w:tbl>` + row("{đề nghị: tên}", "{lịch: việc}") + `</w:tbl>`, "Không có trường {lịch: việc}"},
		"a brace without its partner":     {para("Số {số ký hiệu"), "không đi thành cặp"},
		"a brace that was closed alone":   {para("số ký hiệu}"), "không đi thành cặp"},
		"two braces":                      {para("{{số ký hiệu}}"), "một dấu { và một dấu }"},
		"the matter within a sentence":    {para("Nội dung: {nội dung}"), "phải đứng riêng một đoạn"},
		"a condition within a sentence":   {para("Nếu {nếu: căn cứ} thì") + para("{hết nếu}"), "phải đứng riêng một đoạn"},
		"a condition that does not end":   {para("{nếu: căn cứ}") + para("a"), "chưa có {hết nếu}"},
		"an end without its condition":    {para("{hết nếu}"), "không có {nếu: …} đi trước"},
		"a condition within another":      {para("{nếu: căn cứ}") + para("{nếu: địa danh}") + para("{hết nếu}"), "nằm trong một {nếu: …} khác"},
		"a condition that nobody knows":   {para("{nếu: căn bản}") + para("{hết nếu}"), "có phải là {căn cứ}?"},
		"no field at all":                 {para("Kính gửi"), "chưa có trường nào"},
		"a list of another kind of paper": {para("{chương trình: nội dung}"), "Không có trường {chương trình: nội dung}"},
	} {
		if _, err := Check(paper.SubmissionLetter, letter(t, c.body, nil)); !refusal.Is(err, refusal.Invalid) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	two := `<w:tbl>` + row("{chương trình: nội dung}", "{đề nghị: tên}") + `</w:tbl>`
	if _, err := Check(paper.Invitation, letter(t, two, nil)); err == nil {
		t.Error("a list that the invitation has not")
	}
}

func TestCheck_saysEverythingAtOnceAndWarnsOfWhatIsLeftOut(t *testing.T) {
	_, err := Check(paper.SubmissionLetter, letter(t, para("{một}")+para("{hai}")+para("{số ký hiệu}"), nil))
	if err == nil || !strings.Contains(err.Error(), "{một}") || !strings.Contains(err.Error(), "{hai}") {
		t.Errorf("%v", err)
	}
	found, err := Check(paper.SubmissionLetter, letter(t, para("{so ky hieu} {trich yeu} {co quan ban hanh} {đề nghị: tên}"), nil))
	if err != nil || !slices.Equal(found.Missing, []string{"ngày ban hành", "chức vụ ký", "người ký"}) {
		t.Errorf("%v %q", err, found.Missing)
	}
	if want := []string{"cơ quan ban hành", "số ký hiệu", "trích yếu", "đề nghị"}; !slices.Equal(found.Fields, want) {
		t.Errorf("%q", found.Fields)
	}
}

const good = `<w:p><w:r><w:t>{trích yếu}</w:t></w:r></w:p>`

func links(relation string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relation + `</Relationships>`
}

func TestCheck_refusesHostileFiles(t *testing.T) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	field := func(runs ...string) string {
		all := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>`
		for _, r := range runs {
			all += `<w:r><w:instrText>` + r + `</w:instrText></w:r>`
		}
		return all + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
	}
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":                     {nil, "Tệp trống"},
		"a text":                      {[]byte("{trích yếu}"), "không phải loại được nhận"},
		"a PDF":                       {[]byte("%PDF-1.4\n%%EOF"), "phải là tệp Word"},
		"a file of old Word":          {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("x", 600)), "kiểu cũ"},
		"a file cut short":            {letter(t, good, nil)[:400], "hỏng"},
		"macros":                      {letter(t, good, map[string]string{"word/vbaProject.bin": "x"}), "macro"},
		"another program's object":    {letter(t, good, map[string]string{"word/embeddings/oleObject1.bin": "x"}), "macro hoặc đối tượng"},
		"a workbook within":           {letter(t, good, map[string]string{"word/embeddings/bang.xlsx": "x"}), "nhúng bên trong"},
		"a page brought in":           {letter(t, good, map[string]string{"word/afchunk.xml": "<a/>"}), "nhúng bên trong"},
		"a part of another kind":      {letter(t, good, map[string]string{"word/media/a.webp": "x"}), "PNG"},
		"a signature":                 {letter(t, good, map[string]string{"_xmlsignatures/sig1.xml": "<a/>"}), "ký số"},
		"a picture from the network":  {letter(t, good, map[string]string{"word/_rels/document.xml.rels": links(`<Relationship Id="r" Type="` + office + `image" Target="http://a.example/x.png" TargetMode="External"/>`)}), "liên kết lấy nội dung"},
		"a template from the network": {letter(t, good, map[string]string{"word/_rels/settings.xml.rels": links(`<Relationship Id="r" Type="` + office + `attachedTemplate" Target="http://a.example/x.dotm" TargetMode="External"/>`)}), "liên kết lấy nội dung"},
		"a DDE field":                 {letter(t, good+field("DDEAUTO c:\\\\x cmd"), nil), "DDEAUTO"},
		"a DDE field in pieces":       {letter(t, good+field("DD", "EAU", "TO x"), nil), "DDEAUTO"},
		"a DDE field in an IF":        {letter(t, good+field("IF 1=1 DDEAUTO x"), nil), "lấy dữ liệu từ nơi khác"},
		"a simple field that fetches": {letter(t, good+`<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p>`, nil), "INCLUDETEXT"},
		"a field in a footnote":       {letter(t, good, map[string]string{"word/footnotes.xml": `<w:footnotes ` + spaces + `>` + field("INCLUDEPICTURE x") + `</w:footnotes>`}), "INCLUDEPICTURE"},
		"a document type":             {letter(t, good, map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "c">]><w:document ` + spaces + `><w:body>` + good + `</w:body></w:document>`}), "hỏng"},
		"elements that do not match":  {letter(t, "<w:p></w:r>", nil), "hỏng"},
		"elements without end":        {letter(t, strings.Repeat("<w:p>", 100_000), nil), "hỏng"},
		"another vocabulary":          {letter(t, "", map[string]string{"word/document.xml": `<w:document xmlns:w="urn:x"><w:body/></w:document>`}), "Word lưu theo cách thường"},
		"no body":                     {letter(t, "", map[string]string{"word/document.xml": `<w:document ` + spaces + `/>`}), "hỏng"},
		"a bomb":                      {letter(t, good, map[string]string{"word/media/a.png": strings.Repeat("\x00", 60<<20)}), "nén quá mức"},
		"a file too long":             {make([]byte, MaxSize+1), "lớn quá 5 MB"},
	} {
		if _, err := Check(paper.SubmissionLetter, c.file); !refusal.Is(err, refusal.Invalid) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	harmless := field("PAGE \\* MERGEFORMAT") + `<w:p><w:fldSimple w:instr=" DATE "/></w:p>`
	if _, err := Check(paper.SubmissionLetter, letter(t, good+harmless, map[string]string{"word/_rels/document.xml.rels": links(`<Relationship Id="r" Type="` + office + `hyperlink" Target="http://a.example/" TargetMode="External"/>`)})); err != nil {
		t.Errorf("page number, date and a link in the text: %v", err)
	}
}

// unfolding is a package that unfolds far without any part being packed beyond
// measure.
func TestCheck_refusesWhatUnfoldsTooFar(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	noise := make([]byte, 1<<20)
	for i := range noise {
		noise[i] = byte(i * i >> 7)
	}
	base, err := zip.NewReader(bytes.NewReader(letter(t, good, nil)), int64(len(letter(t, good, nil))))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range base.File {
		if err := z.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	for i := range maxUnpacked>>20 + 1 {
		w, err := z.Create("word/media/" + strings.Repeat("a", i+1) + ".png")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(noise); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil || b.Len() > MaxSize {
		t.Fatal(err, b.Len())
	}
	if _, err := Check(paper.SubmissionLetter, b.Bytes()); err == nil || !strings.Contains(err.Error(), "bung ra quá lớn") {
		t.Error(err)
	}
}

// FuzzFill: whatever bytes come in are refused or filled, and what was filled is
// a Word file again.
func FuzzFill(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte(`<w:tbl>` + row("{đề nghị: tên}", "{tên cụm}") + `</w:tbl>` + para("{nếu: căn cứ}") + para("{căn cứ}") + para("{hết nếu}") + para("{nội", " dung}")))
	f.Add([]byte(`<w:p><w:r><mc:AlternateContent><w:txbxContent>` + para("{tên cụm}") + `</w:txbxContent></mc:AlternateContent></w:r></w:p>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, file := range [][]byte{body, letter(t, string(body), nil)} {
			if _, err := Check(paper.SubmissionLetter, file); err != nil {
				if refusal.Of(err) == nil {
					t.Fatalf("not a refusal: %v", err)
				}
				continue
			}
			out, err := Fill(file, paper.Examples(paper.SubmissionLetter))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := unpack(out); err != nil {
				t.Fatalf("what was filled: %v", err)
			}
		}
	})
}
