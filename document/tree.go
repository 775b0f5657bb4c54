// Package document lays out the official papers of a cluster's year (giấy mời, biên bản, tờ trình, thông báo…):
// one tree of what a paper says, written as a Word file and as a PDF that look alike and follow the
// presentation rules in force on the day of the paper.
package document

import "time"

// Doc is one official paper: its frame (letterhead, number, place and date, signatures, recipients) and
// its body. A part left empty is left out of the paper, with no blank line in its place.
// Texts may hold "\n" for a line break within their part; they are put in Unicode NFC by the writers.
type Doc struct {
	Layout Layout // the presentation rules, see LayoutOn
	Kind   string // code of the kind of paper, such as "bien_ban"; kept in the file's properties only

	Letterhead Letterhead
	Number     string    // số, ký hiệu as printed, e.g. "Số: 05/TTr-UBND" or, not yet numbered, "Số:      /TTr-UBND"
	Place      string    // địa danh; without it the line of place and date is left out
	Day        time.Time // ngày ban hành; when zero the line reads "ngày … tháng … năm …" for filling in by hand
	TypeName   string    // tên loại in capitals, e.g. "BIÊN BẢN"; empty for a công văn
	Subject    string    // trích yếu; without a TypeName it stands under the number, as in a công văn ("V/v …")
	Urgency    Urgency   // mức độ khẩn, stamped under the number; empty for most papers
	To         []string  // Kính gửi

	Body []Block

	Signatures []Signature // one to three, side by side from left to right
	Recipients []string    // Nơi nhận, e.g. "- Như trên;", "- Lưu: VT, TĐKT."

	Illustrative bool // every page carries the tag "số liệu minh họa"
	Landscape    bool // khổ giấy nằm ngang, for wide tables

	Title, Author string    // properties of the file; Title falls back to TypeName and Subject
	Created       time.Time // the file's date; the same Doc gives the same bytes
}

// Letterhead is the pair at the head of page 1: who issues the paper, and the national name.
type Letterhead struct {
	Superior string // cơ quan chủ quản, in capitals, not bold
	Issuer   string // cơ quan ban hành, in capitals, bold, with a rule below
	// National replaces Quốc hiệu and Tiêu ngữ where a body has its own heading,
	// as party bodies have ("ĐẢNG CỘNG SẢN VIỆT NAM").
	National string
}

// Signature is one signer's column: quyền hạn, chức vụ, the room for hand and seal, the name.
type Signature struct {
	Authority string // "TM. ỦY BAN NHÂN DÂN", in capitals
	Post      string // "CHỦ TỊCH", in capitals
	Note      string // "(Ký tên, đóng dấu)"
	Name      string // no titles before it (NĐ 30/2020/NĐ-CP, Phụ lục I); empty for signing by hand
}

// Block is one piece of the body: Paragraph, Heading, LegalBases, Bullet, Table, Appendix or PageBreak.
type Block interface{ block() }

// Align says where text stands. The zero value is the usual place: paragraphs justified, cells as their
// column says, columns left, heads of tables centred.
type Align int

// The places text can stand in.
const (
	AlignUsual Align = iota
	AlignLeft
	AlignCentre
	AlignRight
	AlignJustify
)

// Run is a piece of text in one face. An Illustrative run is followed by "(*)", explained once at the
// end of the body by "(*) số liệu minh họa".
type Run struct {
	Text         string
	Bold, Italic bool
	Illustrative bool
}

// Paragraph is a paragraph of the body, justified and with its first line indented unless it says otherwise.
type Paragraph struct {
	Runs     []Run
	Align    Align
	NoIndent bool
	KeepNext bool // stays on the page of what follows
}

// Heading is a bold title inside the body that stays with what follows it.
type Heading struct {
	Level int // 1 ("I. …"), 2 ("1. …") or 3 ("a) …"); the number is part of the text
	Text  string
}

// LegalBases are the căn cứ before the matter: italic, each ended by ";" and the last by "."
// (NĐ 30/2020/NĐ-CP, Phụ lục I), whatever mark the lines come with.
type LegalBases struct{ Lines []string }

// Bullet is a line of a list, led by "- ".
type Bullet struct{ Runs []Run }

// Table is a ruled table. Its head is repeated on every page it reaches and no row is cut by a page end
// unless the row alone is higher than a page.
type Table struct {
	Caption string // above, bold, centred
	Unit    string // above, italic, right: "Đơn vị tính: điểm"
	Columns []Column
	Head    [][]Cell // header rows; their cells may span columns and rows
	Rows    [][]Cell // body rows; their cells may span columns
	Note    string   // below, italic
}

// Column is a column of a Table.
type Column struct {
	Width float64 // share of the table's width, relative to the other columns; above 0
	Align Align
}

// Cell is a cell of a Table. Cells covered by a span are not written down.
type Cell struct {
	Runs             []Run
	Align            Align
	ColSpan, RowSpan int // 0 means 1
}

// Appendix begins an appendix on a new page behind the signatures; what follows it in the body is its matter.
type Appendix struct {
	Label string // "Phụ lục", with a Roman numeral where there are several
	Title string // in capitals
	With  string // "(Kèm theo Tờ trình số …)"; empty when it goes with no other paper
}

// PageBreak starts a new page.
type PageBreak struct{}

func (Paragraph) block()  {}
func (Heading) block()    {}
func (LegalBases) block() {}
func (Bullet) block()     {}
func (Table) block()      {}
func (Appendix) block()   {}
func (PageBreak) block()  {}

// Plain is text in the face of its place.
func Plain(text string) []Run { return []Run{{Text: text}} }

// Bold is text in bold.
func Bold(text string) []Run { return []Run{{Text: text, Bold: true}} }

// Text is an ordinary paragraph.
func Text(text string) Paragraph { return Paragraph{Runs: Plain(text)} }

// Row is a table row of plain cells.
func Row(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, text := range texts {
		cells[i] = Cell{Runs: Plain(text)}
	}
	return cells
}
