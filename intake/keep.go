package intake

import (
	"regexp"
	"slices"
	"strings"

	"thidua/vi"
)

// keeper decides which rows below the head are the list's.
type keeper struct {
	form  Form
	table *Table
	heads []string // of the table, folded
	count int      // the column that numbers the rows; -1 for none
	under []heading
	loose []bool // by row kept: it has no number and lacks what the form needs
}

// What is written of a row that is left out.
const (
	sumNote     = "Dòng cộng, không đưa vào danh sách."
	headNote    = "Dòng tiêu đề lặp lại, không đưa vào danh sách."
	numberNote  = "Dòng đánh số cột, không đưa vào danh sách."
	sectionNote = "Đề mục của các dòng bên dưới: "
	endNote     = "Phần ký tên, ghi chú cuối danh sách, không đưa vào."
	hiddenNote  = "Dòng đang ẩn trong tệp, vẫn đưa vào danh sách."
)

// take keeps a row or leaves it out with a note; number is what stands in the
// column that numbers the rows.
func (k *keeper) take(number string, l Line, hidden bool) {
	if k.count < 0 {
		number = ""
	}
	texts := l.texts()
	switch {
	case len(texts) == 0: // rows prepared for later have a number only
	case k.isHead(l):
		k.note(l.N, headNote)
	case numbersColumns(texts) && len(k.table.Rows) == 0:
		k.note(l.N, numberNote)
	case isSum(number, texts):
		k.note(l.N, sumNote)
	case k.isSection(number, texts):
		title := worded(texts)[0]
		k.begin(heading{levelOf(number, title), title})
		k.note(l.N, sectionNote+title)
	default:
		if hidden {
			k.note(l.N, hiddenNote)
		}
		l.Under = k.above()
		k.table.Rows = append(k.table.Rows, l)
		k.loose = append(k.loose, number == "" && k.lacks(l))
	}
}

func (k *keeper) note(n int, text string) {
	k.table.Notes = append(k.table.Notes, Note{n, text})
}

// trim takes the signatures and remarks off the end of the list.
func (k *keeper) trim() {
	rows := k.table.Rows
	end := len(rows)
	for end > 0 && k.loose[end-1] {
		end--
	}
	if end == 0 {
		return // nothing in it looks like a list: people shall see what there is
	}
	for _, l := range rows[end:] {
		k.note(l.N, endNote)
	}
	k.table.Rows = rows[:end]
	for i, n := range k.table.Notes {
		if n.N > rows[end-1].N && strings.HasPrefix(n.Text, sectionNote) {
			k.table.Notes[i].Text = endNote // nothing stands under it
		}
	}
}

// lacks reports whether a row leaves a required column of the list empty.
func (k *keeper) lacks(l Line) bool {
	for i, f := range k.table.Fields {
		if c, ok := k.form.Column(f); ok && c.Required && l.Cells[i] == "" {
			return true
		}
	}
	return false
}

// texts are the different things a row says; failed formulas say nothing.
func (l Line) texts() (all []string) {
	for _, c := range l.Cells {
		if c != "" && !failed(c) && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// isHead reports whether a row repeats the head, as at the top of each page.
func (k *keeper) isHead(l Line) bool {
	same := 0
	for i, c := range l.Cells {
		switch {
		case c == "":
		case k.heads[i] != "" && len(c) <= 3*len(k.heads[i]) && strings.Contains(k.heads[i], vi.Fold(c)):
			same++
		default:
			return false
		}
	}
	return same >= 2
}

var columnNumber = regexp.MustCompile(`^\(?(\d{1,2}|[A-Za-z])\)?$`)

// numbersColumns reports whether a row only counts the columns: (1), (2), (3).
func numbersColumns(texts []string) bool {
	for _, c := range texts {
		if !columnNumber.MatchString(c) {
			return false
		}
	}
	return len(texts) >= 3
}

var (
	sum    = regexp.MustCompile(`^(tổng cộng|tổng số|tổng|cộng|tong cong|tong so)([ :.]*|[ :.]*\d.*|[ :.]+(mục|phần|cá nhân|tập thể|hộ|toàn).*)$`)
	digits = regexp.MustCompile(`^[\d.,% ]+$`)
)

// isSum reports whether a row adds up others: it says so and else has figures
// only.
func isSum(number string, texts []string) bool {
	texts = slices.DeleteFunc(append([]string{number}, texts...), func(c string) bool { return c == "" || digits.MatchString(c) })
	return len(texts) == 1 && sum.MatchString(strings.ToLower(texts[0]))
}

// isSection reports whether a row is a heading for those below: one text, with a
// Roman number or a letter before it or none at all, in a list of several
// columns. After such a number the count of those below may stand beside it.
func (k *keeper) isSection(number string, texts []string) bool {
	if section.MatchString(number) {
		texts = worded(texts)
	}
	return len(texts) == 1 && named(k.table.Fields) >= 2 && (number == "" || section.MatchString(number) || number == texts[0])
}
