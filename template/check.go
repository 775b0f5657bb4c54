package template

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"thidua/paper"
	"thidua/yamlfile"
)

// Checked is what was found in a template's file.
type Checked struct {
	Fields  []string // the names of the fields it has, in the order of the dictionary
	Missing []string // needed fields that it leaves out
}

// Check reads a template of a kind. It is refused with every sentence at once
// when it is no plain Word file, has a field that the kind does not have, or sets
// one where it cannot be filled.
func Check(k paper.Kind, file []byte) (Checked, error) {
	_, found, err := open(k, file)
	return found, err
}

func open(k paper.Kind, file []byte) (pack, Checked, error) {
	p, err := unpack(file)
	if err != nil {
		return nil, Checked{}, err
	}
	c := checker{fields: dictionary(k), used: map[string]bool{}}
	for _, x := range p {
		if x.root != nil {
			c.below(x.root, false)
		}
	}
	if len(c.faults) == 0 && len(c.used) == 0 {
		c.fault("Mẫu chưa có trường nào: gõ tên trường trong dấu { } ở chỗ cần điền, ví dụ {trích yếu}.")
	}
	return p, c.found(paper.FieldsOf(k)), errors.Join(c.faults...)
}

// dictionary are the kind's fields by the key of their names.
func dictionary(k paper.Kind) map[string]paper.Field {
	all := map[string]paper.Field{}
	for _, f := range paper.FieldsOf(k) {
		all[key(f.Name)] = f
	}
	return all
}

// checker walks through a template and notes what is wrong.
type checker struct {
	fields map[string]paper.Field
	used   map[string]bool // by key
	faults []error
	said   []string
}

// mostFaults bounds how many sentences are said of one file.
const mostFaults = 20

func (c *checker) fault(format string, args ...any) {
	sentence := fmt.Sprintf(format, args...)
	if len(c.faults) < mostFaults && !slices.Contains(c.said, sentence) {
		c.faults, c.said = append(c.faults, refuse("%s", sentence)), append(c.said, sentence)
	}
}

// below checks what stands within an element.
func (c *checker) below(parent *node, inRow bool) {
	var condition string
	for _, n := range parent.kids {
		switch n.name {
		case "w:tr":
			c.oneList(rowSpots(n))
			c.below(n, true)
			continue
		case "w:p":
			condition = c.paragraph(n, inRow, condition)
		}
		c.below(n, inRow)
	}
	if condition != "" {
		c.fault("Đoạn {nếu: %s} chưa có {hết nếu} đi cùng (cùng trong thân văn bản hoặc cùng một ô).", condition)
	}
}

// paragraph checks the fields of one, and tells which condition is open after it.
func (c *checker) paragraph(p *node, inRow bool, condition string) string {
	w := wordingOf(p)
	all, stray := spots(w.text)
	if stray != "" {
		c.fault("Dấu ngoặc nhọn ở “%s” không đi thành cặp: mỗi trường viết trong một dấu { và một dấu }.", stray)
	}
	if !inRow {
		c.oneList(all)
	}
	for _, s := range all {
		switch s.mark {
		case plainField:
			c.field(w, s)
		case opens:
			c.known(s.name, s.typed)
			if condition != "" {
				c.fault("{%s} nằm trong một {nếu: …} khác: hãy đóng đoạn trước bằng {hết nếu}.", s.typed)
			}
			condition = s.name
		case closes:
			if condition == "" {
				c.fault("{hết nếu} không có {nếu: …} đi trước.")
			}
			condition = ""
		}
		if s.mark != plainField && !w.only(s) {
			c.fault("{%s} phải đứng riêng một đoạn.", s.typed)
		}
	}
	return condition
}

// field checks one that is filled in.
func (c *checker) field(w wording, s spot) {
	f, known := c.known(s.name, s.typed)
	switch {
	case !known:
	case f.Shape == paper.Rows && s.column == "":
		c.fault("{%s} là danh sách: ghi thêm tên cột, ví dụ {%s: %s}. Các cột: %s.", s.typed, f.Name, f.Columns[1], strings.Join(f.Columns, ", "))
	case f.Shape == paper.Rows && columnOf(f, s.column) < 0:
		c.fault("Danh sách “%s” không có cột “%s”; có phải là “%s”?", f.Name, after(s.typed), nearest(s.column, f.Columns))
	case f.Shape != paper.Rows && s.column != "":
		c.fault("{%s}: “%s” không phải danh sách, chỉ ghi {%s}.", s.typed, f.Name, f.Name)
	case f.Shape == paper.Blocks && !w.only(s):
		c.fault("{%s} là nhiều đoạn: phải đứng riêng một đoạn.", s.typed)
	}
}

// known notes that a field is used, or that there is none of the name.
func (c *checker) known(name, typed string) (paper.Field, bool) {
	f, known := c.fields[name]
	if !known {
		c.fault("Không có trường {%s} cho loại văn bản này; có phải là {%s}?", typed, nearest(name, c.names()))
		return f, false
	}
	c.used[name] = true
	return f, true
}

func (c *checker) names() (all []string) {
	for _, k := range slices.Sorted(maps.Keys(c.fields)) {
		all = append(all, c.fields[k].Name)
	}
	return all
}

// oneList refuses columns of two lists in what repeats.
func (c *checker) oneList(all []spot) {
	first := ""
	for _, s := range all {
		f, known := c.fields[s.name]
		if !known || f.Shape != paper.Rows || s.mark != plainField {
			continue
		}
		if first == "" {
			first = f.Name
		} else if first != f.Name {
			c.fault("Một dòng của bảng không lặp theo hai danh sách được: “%s” và “%s”.", first, f.Name)
		}
	}
}

// found is what the template has and lacks. A list may stand in the place of the
// whole matter.
func (c *checker) found(fields []paper.Field) (out Checked) {
	list := false
	for _, f := range fields {
		if c.used[key(f.Name)] {
			out.Fields = append(out.Fields, f.Name)
			list = list || f.Shape == paper.Rows
		}
	}
	for _, f := range fields {
		if f.Needed && !c.used[key(f.Name)] && (f.Shape != paper.Blocks || !list) {
			out.Missing = append(out.Missing, f.Name)
		}
	}
	return out
}

// rowSpots are the fields of a row, those of tables within it left out.
func rowSpots(row *node) (all []spot) {
	for _, n := range row.kids {
		switch n.name {
		case "w:tbl":
			continue
		case "w:p":
			found, _ := spots(wordingOf(n).text)
			all = append(all, found...)
		}
		all = append(all, rowSpots(n)...)
	}
	return all
}

func columnOf(f paper.Field, column string) int {
	return slices.IndexFunc(f.Columns, func(c string) bool { return key(c) == column })
}

// nearest is the name that is closest to what was typed.
func nearest(typed string, names []string) (best string) {
	least := -1
	for _, n := range names {
		if d := yamlfile.Edits(typed, key(n)); least < 0 || d < least {
			best, least = n, d
		}
	}
	return best
}

func after(typed string) string {
	_, column, _ := strings.Cut(typed, ":")
	return strings.TrimSpace(column)
}
