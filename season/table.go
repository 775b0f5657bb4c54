package season

import (
	"strconv"
	"strings"

	"thidua/exact"
	"thidua/vi"
)

// The columns of the criteria tree as a table, one line a criterion, parents
// before children. They are the columns of its Excel file.
const (
	colDepth = iota
	colCode
	colName
	colMax
	colWeight
	colKind
	colUnit
	colLess
	colPoints
	colBonus
	colPenalty
	colMin
	colOf
	colOver
	colRanks
	colGrades
	colSample
)

// TableHead names the columns.
var TableHead = []string{"Cấp", "Mã", "Tên tiêu chí", "Điểm tối đa", "Trọng số (%)", "Cách chấm", "Đơn vị tính", "Càng ít càng tốt",
	"Điểm mỗi việc", "Điểm cộng", "Điểm trừ", "Mức thấp nhất", "Thang của cơ quan chấm", "Cộng ngoài thang", "Điểm theo thứ hạng",
	"Mức xếp loại", "Số liệu minh họa"}

// Table is the criteria tree as lines of text.
func (r Rules) Table() [][]string {
	var lines [][]string
	for at, c := range r.Walk() {
		lines = append(lines, []string{strconv.Itoa(len(at)), c.Code, c.Name, NumberText(c.Max), NumberText(c.Weight), c.Kind.Label(), c.Unit, yes(c.Less),
			NumberText(c.Points), NumberText(c.Bonus), NumberText(c.Penalty), NumberText(c.Min), NumberText(c.Of), yes(c.Over), RanksText(c.Ranks), GradesText(c.Grades), yes(c.Sample)})
	}
	return lines
}

// NumberText is a number as ReadNumber reads it back without loss: every digit,
// thousands not divided.
func NumberText(n exact.Number) string {
	text := n.String()
	if strings.Contains(text, "/") {
		return text
	}
	return strings.Replace(text, ".", ",", 1)
}

// RanksText writes the points of rank 1, 2, … in one line: "60; 45; 30".
func RanksText(ranks []exact.Number) string {
	parts := make([]string, len(ranks))
	for i, n := range ranks {
		parts[i] = NumberText(n)
	}
	return strings.Join(parts, "; ")
}

// GradesText writes words with their points in one line: "Tốt: 10; Khá: 5".
func GradesText(grades []GradePoints) string {
	parts := make([]string, len(grades))
	for i, g := range grades {
		parts[i] = g.Word + ": " + NumberText(g.Points)
	}
	return strings.Join(parts, "; ")
}

// ReadNumber reads a number as people write it, "1000,5", or as a fraction,
// "2/3"; unknown for nothing at all.
func ReadNumber(text string) (exact.Number, error) {
	text = vi.Clean(text)
	if text == "" {
		return exact.Number{}, nil
	}
	if up, down, fraction := strings.Cut(text, "/"); fraction {
		a, err := vi.ParseNumber(up)
		if err != nil {
			return exact.Number{}, err
		}
		b, err := vi.ParseNumber(down)
		if err != nil {
			return exact.Number{}, err
		}
		if b.Sign() == 0 {
			return exact.Number{}, &vi.InputError{Input: text, Sentence: "Phân số không chia cho 0."}
		}
		return exact.Of(a).Quo(exact.Of(b)), nil
	}
	n, err := vi.ParseNumber(text)
	return exact.Of(n), err
}

// ReadRanks reads what RanksText writes; line ends part as well as semicolons.
func ReadRanks(text string) (ranks []exact.Number, err error) {
	for _, part := range parts(text) {
		n, err := ReadNumber(part)
		if err != nil {
			return nil, err
		}
		ranks = append(ranks, n)
	}
	return ranks, nil
}

// ReadGrades reads what GradesText writes; line ends part as well as
// semicolons.
func ReadGrades(text string) (grades []GradePoints, err error) {
	for _, part := range parts(text) {
		at := strings.LastIndex(part, ":")
		if at < 0 {
			return nil, &vi.InputError{Input: part, Sentence: "Mỗi mức ghi tên, dấu hai chấm rồi số điểm, ví dụ “Tốt: 10; Khá: 5”."}
		}
		n, err := ReadNumber(part[at+1:])
		if err != nil {
			return nil, err
		}
		grades = append(grades, GradePoints{Word: vi.Clean(part[:at]), Points: n})
	}
	return grades, nil
}

func parts(text string) (all []string) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}
