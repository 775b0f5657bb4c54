package intake

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"thidua/oldfont"
)

// wordReader walks through a Word file and keeps its tables.
type wordReader struct {
	fonts   styles
	sheets  []Sheet
	count   tally
	heading string        // the last paragraph outside a table
	runs    []oldfont.Run // of the paragraph or cell
	style   string        // of the paragraph
	font    string        // of the run
	hush    int           // > 0 inside what is not shown
	inText  bool
	table   *wordTable
	nested  int // tables within the cell
}

// wordTable is the table that is being read.
type wordTable struct {
	Sheet
	row      Row
	column   int
	span     int
	vertical string      // "", "restart" or "continue"
	open     map[int]int // by column: the merge that goes on below
}

// readDOCX reads the tables of a Word file; each is named by the paragraph above
// it. Tables within a cell are text of that cell.
func readDOCX(p *pack) ([]Sheet, error) {
	fonts, err := readFonts(p)
	if err != nil {
		return nil, err
	}
	w := &wordReader{fonts: fonts}
	err = p.stream("word/document.xml", func(d *xml.Decoder) error {
		depth := 0
		for {
			token, err := d.RawToken()
			if errors.Is(err, io.EOF) && depth == 0 {
				return nil
			}
			if err != nil {
				return fmt.Errorf("intake: %w", err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				depth++
				err = w.start(e)
			case xml.EndElement:
				depth--
				err = w.end(e.Name.Local)
			case xml.CharData:
				err = w.text(e)
			}
			if err != nil {
				return err
			}
		}
	})
	return w.sheets, err
}

// hushed are elements whose text is not shown: deleted, moved away, a second
// time for old programs.
var hushed = map[string]bool{"del": true, "moveFrom": true, "Fallback": true}

func (w *wordReader) start(e xml.StartElement) error {
	val := attr(e, "val")
	switch name := e.Name.Local; name {
	case "tbl":
		return w.begin()
	case "tr":
		if w.outer() {
			t := w.table
			t.row, t.column = Row{N: t.row.N + 1}, 0
		}
	case "tc":
		if w.outer() {
			w.runs, w.table.span, w.table.vertical = nil, 1, ""
		}
	case "gridBefore":
		if n, err := strconv.Atoi(val); err == nil && w.outer() && n > 0 && n < maxColumns {
			w.table.column += n
		}
	case "gridSpan":
		if n, err := strconv.Atoi(val); err == nil && w.outer() && n > 0 && n <= maxColumns {
			w.table.span = n
		}
	case "vMerge":
		if w.outer() {
			w.table.vertical = "continue"
			if val == "restart" {
				w.table.vertical = val
			}
		}
	case "p":
		w.style = ""
	case "pStyle":
		w.style = val
	case "r":
		w.font = ""
	case "rStyle":
		if w.font == "" {
			w.font = w.fonts.of(val)
		}
	case "rFonts":
		if f := fontIn(e); f != "" {
			w.font = f
		}
	case "t":
		w.inText = true
	case "softHyphen":
		w.add("\u00AD")
	case "noBreakHyphen":
		w.add("-")
	case "tab", "br", "cr":
		w.add(" ")
	case "fldSimple":
		return checkField(attr(e, "instr"))
	case "instrText":
		w.inText = false
	default:
		if hushed[name] {
			w.hush++
		}
	}
	return nil
}

func (w *wordReader) end(name string) error {
	switch name {
	case "t":
		w.inText = false
	case "p":
		w.paragraph()
	case "tc":
		if w.outer() {
			return w.cell()
		}
	case "tr":
		if w.outer() && !w.table.row.empty() {
			w.table.Rows = append(w.table.Rows, w.table.row)
			return w.count.add(w.table.row)
		}
	case "tbl":
		w.finish()
	default:
		if hushed[name] && w.hush > 0 {
			w.hush--
		}
	}
	return nil
}

func (w *wordReader) text(data xml.CharData) error {
	if !w.inText {
		return checkField(string(data)) // of a field, or spaces between elements
	}
	w.add(string(data))
	if len(w.runs) > 4*maxCell {
		return refuse("Một ô hay một đoạn trong tệp Word dài quá mức: hãy rút gọn rồi nạp lại.")
	}
	return nil
}

func (w *wordReader) add(s string) {
	if w.hush > 0 {
		return
	}
	font := w.font
	if font == "" {
		font = w.fonts.of(w.style)
	}
	w.runs = append(w.runs, oldfont.Run{Text: s, Font: font})
}

// outer reports whether this is the table itself and not one within a cell.
func (w *wordReader) outer() bool { return w.table != nil && w.nested == 0 }

func (w *wordReader) begin() error {
	if w.table != nil {
		w.nested++
		return nil
	}
	if len(w.sheets) == maxSheets {
		return refuse("Tệp Word có hơn %d bảng: hãy chỉ giữ bảng danh sách.", maxSheets)
	}
	name := "Bảng " + strconv.Itoa(len(w.sheets)+1)
	if w.heading != "" {
		name += ": " + shortened(w.heading)
	}
	w.table = &wordTable{Sheet: Sheet{Name: name}, open: map[int]int{}}
	w.runs = nil
	return nil
}

func (w *wordReader) finish() {
	switch {
	case w.nested > 0:
		w.nested--
	case w.table != nil:
		w.sheets = append(w.sheets, w.table.Sheet)
		w.table, w.heading = nil, ""
	}
}

// paragraph ends one: in a cell the next goes on after a space, elsewhere it may
// be the heading of a table.
func (w *wordReader) paragraph() {
	if w.table != nil {
		w.add(" ")
		return
	}
	if said := clean(oldfont.Join(w.runs, "")); said != "" {
		w.heading = said
	}
	w.runs = nil
}

// cell puts a cell into its row and notes with which others it is shown as one.
func (w *wordReader) cell() error {
	t := w.table
	said := clean(oldfont.Join(w.runs, ""))
	w.runs = nil
	at := t.column
	if t.column += t.span; at >= maxColumns {
		return nil
	}
	if err := whole(said, t.row.N); err != nil {
		return err
	}
	for len(t.row.Cells) <= at {
		t.row.Cells = append(t.row.Cells, "")
	}
	t.row.Cells[at] = said
	t.merge(at)
	return nil
}

func (t *wordTable) merge(at int) {
	m := Merge{t.row.N, at, t.row.N, min(at+t.span, maxColumns) - 1}
	if i, goesOn := t.open[at]; goesOn && t.vertical == "continue" {
		t.Merges[i].Bottom = t.row.N
		return
	}
	delete(t.open, at)
	if (t.vertical == "" && t.span == 1) || len(t.Merges) == maxMerges {
		return
	}
	if t.Merges = append(t.Merges, m); t.vertical == "restart" {
		t.open[at] = len(t.Merges) - 1
	}
}

// checkField refuses a field that fetches something when the file is opened.
func checkField(instruction string) error {
	upper := strings.ToUpper(instruction)
	for _, word := range []string{"DDEAUTO", "DDE ", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT "} {
		if strings.Contains(upper, word) {
			return refuse("Tệp Word có trường lấy dữ liệu từ chương trình hoặc tệp khác (%s): hãy bỏ trường ấy, lưu lại rồi nạp.", strings.TrimSpace(word))
		}
	}
	return nil
}

// shortened is the beginning of a heading.
func shortened(s string) string {
	const enough = 60
	if letters := []rune(s); len(letters) > enough {
		return string(letters[:enough]) + "…"
	}
	return s
}
