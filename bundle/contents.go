package bundle

import (
	"bytes"
	"fmt"

	"thidua/document"
)

// elsewhere is said of a file that has no pages of its own in the one PDF.
const elsewhere = "xem tệp kèm theo"

// contents is the table of contents: every paper with its file, its pages and
// whether it is there.
func (d Dossier) contents(papers []placed, paged bool) *document.Doc {
	had, need := d.had()
	sum := fmt.Sprintf("Hồ sơ có %d/%d loại giấy tờ.", had, need)
	if need == 0 {
		sum = "Chương trình chưa biết thành phần hồ sơ của danh hiệu này."
	}
	if d.Law != "" {
		sum += " " + d.Law
	}
	body := []document.Block{document.Text("Đối tượng: " + d.Candidate + "."), document.Text("Đề nghị: " + d.Award + "."), document.Text(sum)}
	if len(papers) > 0 {
		body = append(body, table(papers, paged))
	}
	return &document.Doc{Layout: d.layout(), Kind: "dossier_contents", Letterhead: document.Letterhead{Issuer: d.Office}, Day: d.Day.Time(),
		TypeName: "MỤC LỤC HỒ SƠ", Subject: "Đề nghị khen thưởng", Body: append(body, notes(paged)...), Illustrative: d.Sample,
		Title: "Mục lục hồ sơ: " + d.title(), Author: d.Office, Created: d.Day.Time()}
}

func notes(paged bool) []document.Block {
	text := "Tệp gốc nằm trong gói .zip; tệp .txt trong gói ghi mã kiểm tra SHA-256 của từng tệp."
	if paged {
		text += " Số trang là số trang chạy ở cuối trang của bản gộp. Bản gộp để đọc; chữ ký số chỉ kiểm tra được trên tệp gốc."
	}
	return []document.Block{document.Paragraph{Runs: []document.Run{{Text: text, Italic: true}}}}
}

func table(papers []placed, paged bool) document.Table {
	t := document.Table{Columns: []document.Column{{Width: 1, Align: document.AlignCentre}, {Width: 4}, {Width: 6}}}
	head := []string{"TT", "Giấy tờ", "Tệp trong gói"}
	if paged {
		t.Columns, head = append(t.Columns, document.Column{Width: 2, Align: document.AlignCentre}), append(head, "Trang")
	}
	t.Columns, head = append(t.Columns, document.Column{Width: 4}), append(head, "Tình trạng")
	t.Head = [][]document.Cell{boldRow(head)}
	for i, p := range papers {
		row := []string{fmt.Sprint(i + 1), p.Title, p.name}
		if paged {
			row = append(row, p.at())
		}
		t.Rows = append(t.Rows, document.Row(append(row, p.state())...))
	}
	return t
}

func boldRow(texts []string) []document.Cell {
	row := document.Row(texts...)
	for i := range row {
		row[i].Runs[0].Bold = true
	}
	return row
}

// at is where its pages stand: "3", "4–7".
func (p placed) at() string {
	switch {
	case p.from == 0:
		return ""
	case p.pages == 1:
		return fmt.Sprint(p.from)
	}
	return fmt.Sprintf("%d–%d", p.from, p.from+p.pages-1)
}

func (p placed) state() string {
	switch {
	case p.State != "":
		return p.State
	case p.Lacks:
		return "chưa có"
	case p.Write == nil:
		return "có, ngoài chương trình"
	}
	return p.attached
}

// paginated is the table of contents as a PDF in front of the papers, which
// tells the pages that come after its own.
func (d Dossier) paginated(papers []placed) (doc *document.Doc, pdf []byte, err error) {
	for own, before := 1, 0; own != before; {
		before = own
		next := own + 1
		for i := range papers {
			if p := &papers[i]; p.pages > 0 {
				p.from = next
				next += p.pages
			}
		}
		doc = d.contents(papers, true)
		var b bytes.Buffer
		if err := document.WritePDF(&b, doc); err != nil {
			return nil, nil, err
		}
		pdf = b.Bytes()
		if own, err = pagesOf(pdf); err != nil {
			return nil, nil, err
		}
		own = max(own, before) // it only grows, so that it ends
	}
	return doc, pdf, nil
}
