package award

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"thidua/exact"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
)

// parsed is one row of a list as it was understood.
type parsed struct {
	line     int
	key      string // of its decision
	row      string // what makes it the same award: see rowKey
	decision Decision
	award    Award
	faults   []Fault
}

// cells are a row's texts by their fields.
type cells [17]string

func (c *cells) of(f Field) string { return c[placeOf[f]] }

// placeOf is where each field stands among all.
var placeOf = func() map[Field]int {
	all := map[Field]int{}
	for i, c := range allColumns {
		all[c.field] = i
	}
	return all
}()

// parser understands the rows of one list. What many rows share is understood
// once.
type parser struct {
	heads     []string
	fields    []Field
	exact     bool
	today     vi.Day
	decisions map[string]parsedDecision // by the cells that make them
	titles    map[string]Code
	texts     map[string]string
	units     map[string]string // spelling keys
}

type parsedDecision struct {
	Decision
	key    string
	faults []Fault
}

func newParser(t table, today vi.Day) *parser {
	return &parser{heads: t.heads, fields: t.fields, exact: t.exact, today: today,
		decisions: map[string]parsedDecision{}, titles: map[string]Code{}, texts: map[string]string{}, units: map[string]string{}}
}

// row understands one row; everything wrong in it is said at once.
func (p *parser) row(l line) parsed {
	if l.fault == "" && p.exact && len(l.cells) != len(p.heads) {
		l.fault = fmt.Sprintf("Dòng có %d ô, tiêu đề có %d cột; dòng bị cắt, hoặc ô có dấu ngăn cột mà không đặt trong dấu nháy.", len(l.cells), len(p.heads))
	}
	if l.fault != "" {
		return parsed{line: l.n, faults: []Fault{{Line: l.n, Sentence: l.fault}}}
	}
	cells := cells{}
	out := parsed{line: l.n}
	for i, f := range p.fields {
		if f == "" || i >= len(l.cells) {
			continue
		}
		text, err := p.tidy(l.cells[i])
		if err != nil {
			out.faults = append(out.faults, p.fault(l.n, f, err))
		}
		cells[placeOf[f]] = text
	}
	d := p.decision(&cells)
	out.decision, out.key = d.Decision, d.key
	for _, f := range d.faults {
		f.Line = l.n
		out.faults = append(out.faults, f)
	}
	if len(out.faults) == 0 {
		out.award, out.faults = p.award(l.n, &cells, d.Decision)
		out.award.spelling = vi.SpellingKey(out.award.Name)
		out.row = rowKey(out.award, p.spelled(out.award.UnitName))
	}
	return out
}

// tidy cleans a cell, and refuses what cannot have been meant.
func (p *parser) tidy(cell string) (string, error) {
	if text, known := p.texts[cell]; known {
		return text, nil
	}
	if err := vi.ValidText(cell); err != nil {
		return "", err
	}
	if strings.ContainsAny(cell, oldLetters) {
		return "", refusal.New(refusal.Invalid, "Chữ trong ô này dùng bảng mã cũ (TCVN3 hoặc VNI); hãy chuyển sang Unicode rồi nạp lại.")
	}
	text := vi.Clean(cell)
	if formula(text) {
		return "", short("", text, longestAchievement)
	}
	if len(cell) <= 256 {
		remember(p.texts, cell, text)
	}
	return text, nil
}

// spelled is the spelling key of a unit's name.
func (p *parser) spelled(unit string) string {
	key, known := p.units[unit]
	if !known {
		key = vi.SpellingKey(unit)
		remember(p.units, unit, key)
	}
	return key
}

// oldLetters are what letters of old fonts turn into when a file in one of them
// is taken for Western European text.
const oldLetters = "®¸µ¹¶·¨»¾¼½©ª¬¦§¤¥¡¢£"

func (p *parser) fault(n int, f Field, err error) Fault {
	head := f.Head()
	for i, x := range p.fields {
		if x == f && f != "" {
			head = vi.Clean(p.heads[i])
		}
	}
	return Fault{Line: n, Column: head, Sentence: err.Error()}
}

// faultsOf are the refusals of an act as faults of a row.
func (p *parser) faultsOf(n int, err error) (faults []Fault) {
	for _, e := range refusal.All(err) {
		faults = append(faults, p.fault(n, Field(e.Field), e))
	}
	return faults
}

func (p *parser) decision(cells *cells) parsedDecision {
	written := strings.Join([]string{cells.of(NumberField), cells.of(DayField), cells.of(AuthorityField), cells.of(SignerField), cells.of(KindField)}, "\x00")
	if d, known := p.decisions[written]; known {
		return d
	}
	d := parsedDecision{Decision: Decision{Number: cells.of(NumberField), Authority: cells.of(AuthorityField), Signer: cells.of(SignerField)}}
	var err error
	if cells.of(DayField) != "" {
		if d.Day, err = vi.ParseDay(cells.of(DayField)); err != nil {
			d.faults = append(d.faults, p.fault(0, DayField, err))
		}
		if d.Day.After(p.today) {
			d.faults = append(d.faults, p.fault(0, DayField, refusal.Field("day", "Ngày quyết định "+d.Day.Short()+" ở sau hôm nay.")))
		}
	}
	if d.Kind, err = kindNamed(cells.of(KindField)); err != nil {
		d.faults = append(d.faults, p.fault(0, KindField, err))
	}
	if len(d.faults) == 0 {
		d.faults = p.faultsOf(0, d.Decision.clean())
	}
	d.key = authorityKey(d.Authority) + "\x00" + numberKey(d.Number) + "\x00" + strconv.Itoa(d.Day.Year())
	remember(p.decisions, written, d)
	return d
}

// kindNamed reads what a decision does; tặng when nothing is written.
func kindNamed(text string) (Kind, error) {
	switch vi.Fold(text) {
	case "", "tang", "tang thuong", "khen thuong":
		return Grant, nil
	case "truy tang":
		return Posthumous, nil
	}
	return Grant, refusal.Field("kind", "Ghi tặng hoặc truy tặng; điều chỉnh, thu hồi thì ghi trên trang của từng khen thưởng.")
}

func (p *parser) award(n int, cells *cells, d Decision) (Award, []Fault) {
	a := Award{Name: cells.of(NameField), Post: cells.of(PostField), UnitName: cells.of(UnitField), TitleName: cells.of(TitleField), Achievement: cells.of(AchievementField),
		Sex: vi.Clean(strings.ToLower(cells.of(SexField))), Year: d.Day.Year()}
	var faults []Fault
	wrong := func(f Field, err error) {
		if err != nil {
			faults = append(faults, p.fault(n, f, err))
		}
	}
	var err error
	a.Title, err = p.title(a.TitleName)
	wrong(TitleField, err)
	a.Kind, err = recipientNamed(cells.of(RecipientField), a.Title)
	wrong(RecipientField, err)
	a.Category, err = categoryWritten(cells.of(CategoryField))
	wrong(CategoryField, err)
	if cells.of(YearField) != "" {
		a.Year, err = yearWritten(cells.of(YearField))
		wrong(YearField, err)
	}
	a.Birth, err = birthWritten(cells.of(BirthField))
	wrong(BirthField, err)
	a.Money, err = MoneyWritten(cells.of(MoneyField))
	wrong(MoneyField, err)
	if cells.of(PlaceField) != "" {
		if a.Place, err = strconv.Atoi(cells.of(PlaceField)); err != nil || a.Place < 1 || a.Place > maxID {
			wrong(PlaceField, refusal.Field("place", "Số sổ vàng là số thứ tự 1, 2, 3… trong quyết định."))
		}
	}
	if len(faults) == 0 {
		faults = p.faultsOf(n, a.check(d))
	}
	return a, faults
}

func (p *parser) title(name string) (Code, error) {
	code, known := p.titles[name]
	if !known {
		code, _ = rulebook.TitleNamed(name)
		remember(p.titles, name, code)
	}
	if code == "" {
		return "", refusal.Field("title", "Không có danh hiệu, hình thức khen thưởng nào tên “"+name+"”.")
	}
	return code, nil
}

// categoryWritten reads what kind of achievement an award is for; none where
// nothing is written.
func categoryWritten(text string) (rulebook.Category, error) {
	c, named := rulebook.CategoryNamed(text)
	if named || text == "" {
		return c, nil
	}
	return "", refusal.Field("category", "Loại hình khen thưởng là một trong: "+rulebook.CategoryNames(rulebook.AllCategories)+"; chưa rõ thì để trống.")
}

func yearWritten(text string) (int, error) {
	year, err := strconv.Atoi(text)
	if err != nil || len(text) != 4 {
		return 0, refusal.Field("year", "Năm ghi bằng bốn chữ số, ví dụ 2014.")
	}
	return year, nil
}

// birthWritten reads a day of birth, or only its year.
func birthWritten(text string) (string, error) {
	if text == "" || len(text) == 4 && strings.Trim(text, "0123456789") == "" {
		return text, nil
	}
	for _, form := range []string{"2/1/2006", "2006-01-02"} { // vi.Day begins later than people were born
		if day, err := time.Parse(form, text); err == nil {
			return day.Format("2006-01-02"), nil
		}
	}
	return "", refusal.Field("birth", "Ngày sinh ghi như 22/11/1970, hoặc chỉ ghi năm.")
}

// moneyUnit is the unit behind an amount: "đồng", "đ", "VNĐ".
var moneyUnit = regexp.MustCompile(`\s*(đồng|vnđ|vnd|đ)\.?$`)

// MoneyWritten reads a number of đồng: "345000", "345.000", "345 000 đồng".
func MoneyWritten(text string) (exact.Number, error) {
	text = moneyUnit.ReplaceAllString(strings.TrimSpace(strings.ToLower(text)), "")
	if text == "" {
		return exact.Number{}, nil
	}
	groups := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("., \u00A0", r) })
	for i, g := range groups {
		if strings.Trim(g, "0123456789") != "" || len(groups) > 1 && i > 0 && len(g) != 3 {
			return exact.Number{}, refusal.Field("money", "Tiền thưởng ghi số đồng, ví dụ 345.000.")
		}
	}
	n, err := strconv.ParseInt(strings.Join(groups, ""), 10, 64)
	if err != nil {
		return exact.Number{}, refusal.Field("money", "Tiền thưởng ghi số đồng, ví dụ 345.000.")
	}
	return exact.Int(n), nil
}
