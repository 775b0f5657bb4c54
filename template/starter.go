package template

import (
	"bytes"
	"slices"
	"strings"

	"thidua/document"
	"thidua/paper"
	"thidua/vi"
)

// Starter is a Word file to begin from: the paper as the program sets it on the
// day, with the kind's fields in the place of facts.
func Starter(k paper.Kind, day vi.Day) ([]byte, error) {
	fields := paper.FieldsOf(k)
	if len(fields) == 0 {
		return nil, errNone
	}
	has := func(name string) bool {
		return slices.ContainsFunc(fields, func(f paper.Field) bool { return f.Name == name })
	}
	field := func(name string) string {
		if has(name) {
			return "{" + name + "}"
		}
		return ""
	}
	d := document.Doc{Layout: document.LayoutOn(day.Time()), Kind: string(k), Title: "Mẫu " + k.Label(), Created: day.Time(),
		Letterhead: document.Letterhead{Superior: field("cơ quan chủ quản"), Issuer: field("cơ quan ban hành")},
		Place:      field("địa danh"), TypeName: field("tên loại"), Subject: field("trích yếu"), Body: starterBody(has),
		Landscape: k == paper.NomineeList}
	if has("số ký hiệu") {
		d.Number = "Số: {số ký hiệu}"
	}
	if has("kính gửi") {
		d.To = []string{field("kính gửi")}
	}
	if has("nơi nhận") {
		d.Recipients = []string{field("nơi nhận")}
	}
	if has("người ký bên trái") {
		d.Signatures = append(d.Signatures, document.Signature{Authority: field("quyền hạn ký bên trái"), Post: field("chức vụ ký bên trái"), Note: field("ghi chú ký bên trái"), Name: field("người ký bên trái")})
	}
	if has("người ký") {
		d.Signatures = append(d.Signatures, document.Signature{Authority: field("quyền hạn ký"), Post: field("chức vụ ký"), Note: field("ghi chú ký"), Name: field("người ký")})
	}
	return starterFile(&d)
}

// starterBody is the matter: the căn cứ, left out where there are none, all the
// rest, and the appendix on a page of its own.
func starterBody(has func(string) bool) (body []document.Block) {
	if has("thẩm quyền ban hành") {
		body = append(body, document.Paragraph{Align: document.AlignCentre, Runs: document.Bold("{thẩm quyền ban hành}"), KeepNext: true})
	}
	if has("căn cứ") {
		italic := func(text string) document.Block {
			return document.Paragraph{Runs: []document.Run{{Text: text, Italic: true}}}
		}
		body = append(body, document.Text("{nếu: căn cứ}"), italic("{căn cứ}"), document.Text("{hết nếu}"))
	}
	body = append(body, document.Text("{nội dung}"))
	if has("phụ lục") {
		body = append(body, document.Appendix{}, document.Text("{phụ lục}"))
	}
	return body
}

// starterFile writes it, the day's dots made a field.
func starterFile(d *document.Doc) ([]byte, error) {
	var b bytes.Buffer
	if err := document.WriteDOCX(&b, d); err != nil {
		return nil, err
	}
	p, err := unpack(b.Bytes())
	if err != nil {
		return nil, err
	}
	const dots = "ngày … tháng … năm …"
	p.part(mainPart).root.each(func(n *node) {
		if n.name == "" {
			n.text = strings.ReplaceAll(n.text, dots, "{ngày ban hành}")
		}
		n.kids = whereSent(n.kids)
	})
	return p.bytes()
}

// whereSent leaves the words "Nơi nhận:" out of a paper that goes to nobody else.
func whereSent(kids []*node) []*node {
	at := slices.IndexFunc(kids, func(n *node) bool { return n.name == "w:p" && wordingOf(n).text == "Nơi nhận:" })
	if at < 0 || at+1 == len(kids) {
		return kids
	}
	mark := func(text string) *node { return el("w:p", el("w:r", el("w:t", &node{text: text}))) }
	return slices.Concat(kids[:at], []*node{mark("{nếu: nơi nhận}")}, kids[at:at+2], []*node{mark("{hết nếu}")}, kids[at+2:])
}
