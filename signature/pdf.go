package signature

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	pages "thidua/pdf"
	"thidua/refusal"
)

// pdf is a PDF file as far as a signature needs it: where its objects stand, and
// the head of its trailer.
type pdf struct {
	raw     []byte
	offsets map[int]int
	trailer dict // of the newest part
	start   int  // where the newest table of objects stands
	entries int  // of the tables, so far
	unread  int  // bytes that objects may yet take to read
}

func unsuited(why string) error {
	return refusal.Field("file", "Không ký được tệp PDF này: "+why)
}

// What a file needs of its reader: a file made to be read for ever needs more.
const (
	mostParts     = 200 // of which a file consists
	leastEntry    = 10  // bytes of the file for an entry of its tables
	mostReadTimes = 8   // the bytes of a file
	shortestRead  = 1 << 20
	longestList   = 1 << 20 // bytes of a list of objects
)

// read finds the objects of a PDF by its tables, the newest first.
func read(raw []byte) (*pdf, error) {
	if !bytes.HasPrefix(raw, []byte("%PDF-")) {
		return nil, unsuited("đây không phải tệp PDF.")
	}
	d := &pdf{raw: raw, offsets: map[int]int{}, unread: shortestRead + mostReadTimes*len(raw)}
	at := bytes.LastIndex(raw, []byte("startxref"))
	if at < 0 {
		return nil, unsuited("tệp bị cắt cụt.")
	}
	start, _ := number(raw, at+len("startxref"))
	d.start = start
	for part := 0; ; part++ {
		if part > mostParts || start < 0 || start >= len(raw) {
			return nil, unsuited("bảng mục lục của tệp bị hỏng.")
		}
		t, err := d.table(start)
		if err != nil {
			return nil, err
		}
		if part == 0 {
			d.trailer = t
		}
		before := t.get("Prev")
		if before == "" {
			break
		}
		if start, err = strconv.Atoi(before); err != nil {
			return nil, unsuited("bảng mục lục của tệp bị hỏng.")
		}
	}
	if d.trailer.get("Encrypt") != "" {
		return nil, unsuited("tệp có mật khẩu hoặc bị khóa.")
	}
	return d, nil
}

// table reads one table of objects, and the trailer behind it.
func (d *pdf) table(at int) (dict, error) {
	at = skip(d.raw, at)
	if !bytes.HasPrefix(d.raw[at:], []byte("xref")) {
		return nil, unsuited("mục lục của tệp được nén; hãy in lại ra PDF 1.4.")
	}
	at += len("xref")
	for {
		at = skip(d.raw, at)
		if bytes.HasPrefix(d.raw[at:], []byte("trailer")) {
			t, _, ok := dictAt(d.raw, at+len("trailer"))
			if !ok {
				break
			}
			return t, nil
		}
		first, next := number(d.raw, at)
		count, next := number(d.raw, next)
		if d.entries += count; first < 0 || count < 0 || d.entries > len(d.raw)/leastEntry {
			break
		}
		at = next
		for i := range count {
			offset, next := number(d.raw, at)
			_, next = number(d.raw, next)
			next = skip(d.raw, next)
			if offset < 0 || next >= len(d.raw) {
				return nil, unsuited("bảng mục lục của tệp bị hỏng.")
			}
			if _, newer := d.offsets[first+i]; !newer && d.raw[next] == 'n' {
				d.offsets[first+i] = offset
			}
			at = next + 1
		}
	}
	return nil, unsuited("bảng mục lục của tệp bị hỏng.")
}

// object is the value of an object that another names: "12 0 R".
func (d *pdf) object(ref string) (id int, body []byte, ok bool) {
	parts := strings.Fields(ref)
	if len(parts) != 3 || parts[2] != "R" {
		return 0, nil, false
	}
	id, err := strconv.Atoi(parts[0])
	at, known := d.offsets[id]
	if err != nil || !known || at >= len(d.raw) || d.unread <= 0 {
		return 0, nil, false
	}
	rest := d.raw[at:]
	if head := bytes.Index(rest, []byte("obj")); head >= 0 {
		from := skip(rest, head+len("obj"))
		if end, ok := valueEnd(rest, from, 0); ok {
			d.unread -= end
			return id, rest[from:end], true
		}
	}
	d.unread -= len(rest)
	return 0, nil, false
}

// references are the objects that a list names, each "12 0 R"; false when it names
// something else too, or is too long.
func (d *pdf) references(list string) (all []string, ok bool) {
	list = strings.Trim(d.value(list), "[] \r\n\t")
	if len(list) > longestList {
		return nil, false
	}
	words := strings.Fields(list)
	for i := 0; i+3 <= len(words); i += 3 {
		all = append(all, strings.Join(words[i:i+3], " "))
	}
	return all, len(words)%3 == 0
}

func (d *pdf) dictOf(ref string) (id int, found dict, ok bool) {
	id, body, ok := d.object(ref)
	if !ok {
		return 0, nil, false
	}
	found, _, ok = dictAt(body, 0)
	return id, found, ok
}

// withSignature is the file with an addition at its end: a signature yet to be
// filled in, its field and what shows of it, and the page and the root that name
// them.
func (d *pdf) withSignature(r Request) ([]byte, error) {
	rootID, root, ok := d.dictOf(d.trailer.get("Root"))
	if !ok {
		return nil, unsuited("không tìm thấy gốc của tệp.")
	}
	all, err := d.sheets(root)
	if err != nil {
		return nil, err
	}
	size, err := strconv.Atoi(d.trailer.get("Size"))
	if err != nil {
		return nil, unsuited("bảng mục lục của tệp bị hỏng.")
	}
	shown, err := r.Mark.of(d, all, r)
	if err != nil {
		return nil, err
	}
	value, field, next := size, size+1, size+2
	a := addition{base: d.raw, offsets: map[int]int{}}
	a.put(value, r.dict())
	page, look := all[0], "/F 132 /Rect [0 0 0 0]" // hidden: named by the first page
	if shown != nil {
		if page = all[shown.page-1]; page.turned {
			return nil, unsuited("trang để hiện chữ ký bị xoay hoặc đặt đơn vị khác; hãy in lại ra PDF.")
		}
		form := pages.NewForm(next, shown.width, shown.height, shown.draw)
		a.take(form)
		look, next = fmt.Sprintf("/F 132 /Rect %s /AP << /N %d 0 R >>", page.rect(shown.box), form.ID), form.Next
	}
	a.put(field, fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature%d) /V %d 0 R %s /P %d 0 R >>", value, value, look, page.id))
	if err := d.name(&page.page, "Annots", field); err != nil {
		return nil, err
	}
	form := dict{}
	if root.get("AcroForm") != "" {
		if form, ok = d.dictIn(root.get("AcroForm")); !ok {
			return nil, unsuited("biểu mẫu trong tệp không đọc được.")
		}
	}
	if err := d.name(&form, "Fields", field); err != nil {
		return nil, err
	}
	form.set("SigFlags", "3")
	root.set("AcroForm", form.String())
	a.put(page.id, page.page.String())
	a.put(rootID, root.String())
	return a.close(d, next), nil
}

// dictIn is a dictionary that stands here or in an object of its own.
func (d *pdf) dictIn(value string) (dict, bool) {
	if _, found, ok := d.dictOf(value); ok {
		return found, true
	}
	found, _, ok := dictAt([]byte(value), 0)
	return found, ok
}

// name adds the field to a list of references, which stands in the dictionary or
// in an object of its own.
func (d *pdf) name(in *dict, key string, field int) error {
	list := in.get(key)
	if _, body, ok := d.object(list); ok {
		list = string(body)
	}
	list = strings.TrimSpace(list)
	if list == "" {
		list = "[]"
	}
	if !strings.HasPrefix(list, "[") || !strings.HasSuffix(list, "]") {
		return unsuited("danh sách " + key + " của tệp không đọc được.")
	}
	in.set(key, strings.TrimSuffix(list, "]")+fmt.Sprintf(" %d 0 R]", field))
	return nil
}

// dict is the signature's own dictionary, its place kept free.
func (r Request) dict() string {
	d := dict{}
	d.set("Type", "/Sig")
	d.set("Filter", "/Adobe.PPKLite")
	d.set("SubFilter", "/ETSI.CAdES.detached")
	d.set("M", "("+r.At.UTC().Format("D:20060102150405")+"+00'00')")
	for _, x := range []struct{ key, text string }{{"Name", r.Name}, {"Reason", r.Reason}, {"Location", r.Place}} {
		if x.text != "" {
			d.set(x.key, textString(x.text))
		}
	}
	return strings.TrimSuffix(d.String(), ">>") + rangeMark + " /Contents <" + strings.Repeat("0", 2*room) + "> >>"
}

// textString is a text as a PDF writes it: UTF-16 with its mark, in hex.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

// addition gathers objects that are written behind a file.
type addition struct {
	base    []byte
	body    bytes.Buffer
	order   []int
	offsets map[int]int
}

func (a *addition) put(id int, value string) {
	if a.body.Len() == 0 && !bytes.HasSuffix(a.base, []byte("\n")) {
		a.body.WriteByte('\n')
	}
	if _, again := a.offsets[id]; !again {
		a.order = append(a.order, id)
	}
	a.offsets[id] = len(a.base) + a.body.Len()
	fmt.Fprintf(&a.body, "%d 0 obj\n%s\nendobj\n", id, value)
}

// take adds the objects of a drawing.
func (a *addition) take(form pages.Form) {
	for id := form.ID; id < form.Next; id++ {
		a.order = append(a.order, id)
		a.offsets[id] = len(a.base) + a.body.Len() + form.Places[id]
	}
	a.body.Write(form.Objects)
}

// close writes the table and the trailer of the addition.
func (a *addition) close(d *pdf, size int) []byte {
	start := len(a.base) + a.body.Len()
	a.body.WriteString("xref\n")
	for _, id := range a.order {
		fmt.Fprintf(&a.body, "%d 1\n%010d 00000 n \n", id, a.offsets[id])
	}
	t := dict{}
	t.set("Size", strconv.Itoa(size))
	t.set("Prev", strconv.Itoa(d.start))
	for _, key := range []string{"Root", "Info", "ID"} {
		if v := d.trailer.get(key); v != "" {
			t.set(key, v)
		}
	}
	fmt.Fprintf(&a.body, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", t, start)
	return append(bytes.Clone(a.base), a.body.Bytes()...)
}
