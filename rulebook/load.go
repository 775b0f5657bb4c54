package rulebook

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"thidua/vi"
	"thidua/yamlfile"
)

//go:embed law
var files embed.FS

// book is the law as the program holds it.
type book struct {
	names    []Name
	byCode   map[Code]Name
	byName   map[string]Code
	terms    map[string]Term
	order    []Term
	regimes  []Regime
	salaries []Salary
	daysOff  []DaysOff
}

// held is the law, read once, when the program starts; a fault in it fails every test.
var held = mustRead(files)

func mustRead(from fs.FS) *book {
	b, err := readBook(from)
	if err != nil {
		panic(err)
	}
	return b
}

// shared is what the regimes have in common: names, vocabulary, salaries, days
// off.
type shared struct {
	Titles   []Name    `yaml:"titles"`
	Terms    []Term    `yaml:"facts"`
	Salaries []Salary  `yaml:"salaries"`
	DaysOff  []DaysOff `yaml:"days_off"`
}

// readBook reads every file of the law, and refuses what does not fit together.
func readBook(from fs.FS) (*book, error) {
	b := &book{byCode: map[Code]Name{}, byName: map[string]Code{}, terms: map[string]Term{}}
	paths, err := fs.Glob(from, "law/*.yaml")
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		raw, err := fs.ReadFile(from, path)
		if err != nil {
			return nil, err
		}
		if strings.HasPrefix(path, "law/regime-") {
			var r Regime
			if err := strict(path, raw, &r); err != nil {
				return nil, err
			}
			b.regimes = append(b.regimes, r)
			continue
		}
		var s shared
		if err := strict(path, raw, &s); err != nil {
			return nil, err
		}
		b.names, b.order = append(b.names, s.Titles...), append(b.order, s.Terms...)
		b.salaries, b.daysOff = append(b.salaries, s.Salaries...), append(b.daysOff, s.DaysOff...)
	}
	return b, b.settle()
}

// strict decodes a file and joins everything that is wrong with it.
func strict(path string, raw []byte, into any) error {
	d, _ := yamlfile.Read(raw, into, glosses, "id")
	var all []error
	for _, f := range yamlfile.InOrder(d.Faults) {
		all = append(all, fmt.Errorf("%s: %s", path, f))
	}
	return errors.Join(all...)
}

// settle sorts, indexes and checks the whole.
func (b *book) settle() error {
	var all []error
	refuse := func(format string, args ...any) { all = append(all, fmt.Errorf("rulebook: "+format, args...)) }
	for _, t := range b.order {
		if _, twice := b.terms[t.Name]; twice {
			refuse("the fact %s stands twice", t.Name)
		}
		b.terms[t.Name] = t
	}
	for _, n := range b.names {
		b.byCode[n.Code] = n
		for _, name := range append([]string{n.Name}, n.Also...) {
			if other, taken := b.byName[nameKey(name)]; taken && other != n.Code {
				refuse("%q names both %s and %s", name, other, n.Code)
			}
			b.byName[nameKey(name)] = n.Code
		}
	}
	slices.SortFunc(b.regimes, func(x, y Regime) int { return x.From.Compare(y.From) })
	slices.SortFunc(b.salaries, func(x, y Salary) int { return x.From.Compare(y.From) })
	for i, r := range b.regimes {
		for _, other := range b.regimes[:i] {
			if overlap(r.From, r.Until, other.From, other.Until) {
				refuse("the regimes %s and %s hold on the same days", other.ID, r.ID)
			}
		}
		all = append(all, b.checkRegime(r))
	}
	return errors.Join(all...)
}

func overlap(from, until, from2, until2 vi.Day) bool {
	last := func(d vi.Day) vi.Day {
		if d.IsZero() {
			return vi.MustDay("2100-12-31")
		}
		return d
	}
	return !last(until).Before(from2) && !last(until2).Before(from)
}

func (b *book) checkRegime(r Regime) error {
	var all []error
	seen := map[Code]bool{}
	for _, t := range r.Titles {
		if _, known := b.byCode[t.Code]; !known {
			all = append(all, fmt.Errorf("rulebook: %s: không có danh hiệu, hình thức nào mang mã %q", r.ID, t.Code))
		}
		if seen[t.Code] {
			all = append(all, fmt.Errorf("rulebook: %s: có hai quy định về %s mà không nói quy định nào áp dụng trước", r.ID, t.Code))
		}
		seen[t.Code] = true
		all = append(all, b.checkClauses(r.ID+" "+string(t.Code), t.Clauses))
	}
	return errors.Join(append(all, b.checkClauses(r.ID, r.General))...)
}

func (b *book) checkClauses(where string, clauses []Clause) error {
	var all []error
	seen := map[string]bool{}
	for _, c := range clauses {
		if seen[c.ID] {
			all = append(all, fmt.Errorf("rulebook: %s: có hai điều kiện cùng mã %q", where, c.ID))
		}
		seen[c.ID] = true
		switch {
		case c.Enforced() && c.When == nil:
			all = append(all, fmt.Errorf("rulebook: %s %s: đã kiểm chứng nhưng chưa ghi điều kiện (when)", where, c.ID))
		case c.Enforced() && c.Cite.Document == "":
			all = append(all, fmt.Errorf("rulebook: %s %s: đã kiểm chứng nhưng chưa ghi văn bản (cite)", where, c.ID))
		case c.When != nil:
			all = append(all, b.checkCondition(cmp.Or(where+" "+c.ID, where), *c.When, 0))
		}
	}
	return errors.Join(all...)
}

// deepest bounds conditions within conditions.
const deepest = 8

func (b *book) checkCondition(where string, c Condition, depth int) error {
	set := 0
	for _, there := range []bool{len(c.All) > 0, len(c.Any) > 0, c.Not != nil, c.Fact != ""} {
		if there {
			set++
		}
	}
	if set != 1 || depth > deepest {
		return fmt.Errorf("rulebook: %s: mỗi điều kiện là một trong all, any, not, fact, lồng nhau không quá %d tầng", where, deepest)
	}
	var all []error
	for _, one := range slices.Concat(c.All, c.Any) {
		all = append(all, b.checkCondition(where, one, depth+1))
	}
	if c.Not != nil {
		all = append(all, b.checkCondition(where, *c.Not, depth+1))
	}
	if c.Fact != "" {
		all = append(all, b.checkFact(where, c))
	}
	return errors.Join(all...)
}

// checkFact: the term is known, and asked in a way that fits its kind.
func (b *book) checkFact(where string, c Condition) error {
	t, known := b.terms[c.Fact]
	bounded := c.AtLeast.Known() || c.AtMost.Known()
	fits := false
	switch t.Kind {
	case YesNo:
		fits = (c.Is == yesWord || c.Is == noWord) && !bounded && c.Within == 0 && c.Consecutive == 0
	case Choice:
		fits = slices.Contains(t.Words, c.Is) && !bounded
	case Count:
		fits = bounded && c.Is == "" && c.Within == 0 && c.Consecutive == 0
	case Years:
		fits = c.Is == "" && (c.Consecutive > 0) != bounded
	}
	if !known || !fits {
		return fmt.Errorf("rulebook: %s: không hỏi được dữ kiện %q như thế (xem danh mục dữ kiện)", where, c.Fact)
	}
	return nil
}

// Terms lists what may be known of a candidate, in the vocabulary's order.
func Terms() []Term { return held.order }

// TermOf is one word of the vocabulary.
func TermOf(name string) (Term, bool) {
	t, ok := held.terms[name]
	return t, ok
}

var glosses = map[string]string{
	"yes_no": "có hay không", "number": "một số", "years": "các năm", "text": "một chữ",
	"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình", "title": "danh hiệu thi đua", "commendation": "hình thức khen thưởng",
	"V": "đã đọc nguyên văn", "V2": "theo nguồn thứ cấp", "I": "suy ra", "R": "nhớ lại, chưa kiểm chứng", "?": "chưa tìm thấy nội dung",
	"yes": "có", "no": "không", "absent": "không có hiệu lực",
	"all_members": "tổng số thành viên", "cast": "số phiếu đã bỏ", "down": "làm tròn xuống", "up": "làm tròn lên", "half_up": "làm tròn", "unknown": "chưa rõ",
	"meeting_province_flag": "số đạt tiêu chuẩn cờ tỉnh", "cluster_leaders": "số dẫn đầu cụm, khối", "advanced_workers": "số lao động tiên tiến",
}
