package intake

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// wordTableOf writes rows of cells: "2>text" spans two columns, "v>text" begins
// a cell that "^" continues in the row below.
func wordTableOf(rows ...string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, r := range rows {
		b.WriteString("<w:tr>")
		for _, c := range strings.Split(r, "|") {
			look, text, marked := strings.Cut(c, ">")
			switch {
			case !marked && c == "^":
				look, text = "<w:vMerge/>", ""
			case !marked:
				look, text = "", c
			case look == "v":
				look = `<w:vMerge w:val="restart"/>`
			default:
				look = `<w:gridSpan w:val="` + look + `"/>`
			}
			fmt.Fprintf(&b, `<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>`, look, text)
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

func paragraph(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func TestOpen_readsTheTablesOfAWordFile(t *testing.T) {
	file := word(t, paragraph("DANH SÁCH ĐỀ NGHỊ")+paragraph("I. Tập thể")+
		wordTableOf("v>STT|v>Họ và tên|2>Khen thưởng", "^|^|Danh hiệu|Ngày sinh", "1|An|LĐTT|1/2/1970", "2|Ba|LĐTT|1/2/1971")+
		paragraph("II. Cá nhân")+
		wordTableOf("STT|2>Họ và tên|Danh hiệu|v>Đơn vị công tác", "1|Lê|Thị Ba|LĐTT|v>Sở Y tế", "2|Vi|An|LĐTT|^", "|3>Tổng cộng|2"), nil)
	sheets, err := Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	tables := people.Tables(sheets)
	if len(tables) != 2 || tables[0].Name != "Bảng 1: I. Tập thể" || tables[1].Name != "Bảng 2: II. Cá nhân" {
		t.Fatalf("%+v", tables)
	}
	for i, want := range []string{"An LĐTT 1/2/1970 ;Ba LĐTT 1/2/1971 ", "Lê Thị Ba LĐTT  Sở Y tế;Vi An LĐTT  Sở Y tế"} {
		var got []string
		for _, l := range tables[i].Rows {
			v := tables[i].Values(l)
			got = append(got, v["name"]+" "+v["title"]+" "+v["born"]+" "+v["unit"])
		}
		if strings.Join(got, ";") != want {
			t.Errorf("table %d: %q, not %q", i+1, got, want)
		}
	}
}

func TestOpen_readsAWordCellAsItIsShown(t *testing.T) {
	for name, c := range map[string]struct{ cell, want string }{
		"in the style's old font":      {`<w:p><w:pPr><w:pStyle w:val="Old"/></w:pPr><w:r><w:t>H</w:t><w:softHyphen/><w:t>íng dÉn</w:t></w:r></w:p>`, "Hướng dẫn"},
		"in capitals by its font":      {`<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr><w:t>®éc lËp</w:t></w:r></w:p>`, "ĐỘC LẬP"},
		"without what was deleted":     {`<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>An</w:t></w:r></w:ins></w:p>`, "An"},
		"without what was moved away":  {`<w:p><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:r><w:t>An</w:t></w:r></w:p>`, "An"},
		"two paragraphs on one line":   {paragraph("An") + paragraph("Ba"), "An Ba"},
		"with the table that it holds": {paragraph("An") + wordTableOf("x|y"), "An x y"},
		"without the field's command":  {`<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>`, "7"},
	} {
		t.Run(name, func(t *testing.T) {
			styles := `<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Old"><w:basedOn w:val="Base"/></w:style><w:style w:styleId="Base"><w:basedOn w:val="Old"/><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style></w:styles>`
			sheets, err := Open(context.Background(), word(t, `<w:tbl><w:tr><w:tc>`+c.cell+`</w:tc></w:tr></w:tbl>`, map[string]string{"word/styles.xml": styles}))
			if err != nil {
				t.Fatal(err)
			}
			if got := sheets[0].Rows[0].Cells[0]; got != c.want || len(sheets[0].Rows) != 1 || len(sheets) != 1 {
				t.Errorf("%q, not %q: %v", got, c.want, sheets)
			}
		})
	}
}

func TestTables_putEveryRowUnderTheHeadingsAboveIt(t *testing.T) {
	file := word(t, wordTableOf("STT|Họ và tên|Danh hiệu",
		"3>A. KHỐI HUYỆN", "I|2>TẬP THỂ", "1|Đội K4|LĐTT", "II|CÁ NHÂN|2", "1|An|LĐTT", "3>a) Nữ", "2|Ba|LĐTT",
		"3>B. KHỐI XÃ", "1|Tư|LĐTT", "3>Hộ gia đình", "1|Năm|LĐTT"), nil)
	sheets, err := Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range people.Tables(sheets)[0].Rows {
		got = append(got, l.Cells[0]+": "+strings.Join(l.Headings(), ", "))
	}
	want := []string{"Đội K4: TẬP THỂ, A. KHỐI HUYỆN", "An: CÁ NHÂN, A. KHỐI HUYỆN", "Ba: a) Nữ, CÁ NHÂN, A. KHỐI HUYỆN", "Tư: B. KHỐI XÃ", "Năm: Hộ gia đình, B. KHỐI XÃ"}
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("%q, not %q", got, want)
	}
}
