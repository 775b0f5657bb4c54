package season

import (
	"slices"
	"strings"

	"thidua/store"
)

// Difference is one thing in which two versions of the rules are not alike.
type Difference struct {
	Code   string `json:"code,omitempty"` // of the criterion; empty for the rules as a whole
	What   string `json:"what"`           // what differs, in words: "điểm tối đa"
	Before string `json:"before"`         // as a reader sees it; empty = was not there
	After  string `json:"after"`          // empty = is not there any more
}

// Differences tells what another version of the rules changes: first the rules
// as a whole, then the criteria in the order of the tree. Criteria are known
// again by their code.
func Differences(before, after Rules) []Difference {
	all := differ("", wholes(before), wholes(after))
	was, is := byCode(before), byCode(after)
	for _, code := range is.order {
		if _, kept := was.lines[code]; !kept {
			all = append(all, Difference{Code: code, What: "thêm mục", After: is.names[code]})
			continue
		}
		all = append(all, differ(code, was.words(code, is), is.words(code, was))...)
	}
	for _, code := range was.order {
		if _, kept := is.lines[code]; !kept {
			all = append(all, Difference{Code: code, What: "bỏ mục", Before: was.names[code]})
		}
	}
	return all
}

// line is one named thing of the rules, as a reader sees it.
type line struct{ what, text string }

func differ(code string, before, after []line) (all []Difference) {
	for i, b := range before {
		if a := after[i]; a.text != b.text {
			all = append(all, Difference{code, b.what, b.text, a.text})
		}
	}
	return all
}

// wholes is what the rules say beside the tree.
func wholes(r Rules) []line {
	var bands, ties, quotas []string
	for _, b := range r.Bands {
		bands = append(bands, b.Name+": "+b.Words())
	}
	for _, t := range r.Ties {
		ties = append(ties, TieLabels[t])
	}
	for _, q := range r.Quotas {
		quotas = append(quotas, q.Title+": "+q.Words())
	}
	return []line{
		{"căn cứ", r.Basis}, {"thang điểm", number(r.Scale)}, {"làm tròn", r.Rounding.Words()},
		{"cách chấm", strings.Join(r.Scoring.Words(), " ")}, {"biểu quyết, bỏ phiếu", strings.Join(r.Ballot.Words(), " ")},
		{"các mức xếp loại", strings.Join(bands, "; ")}, {"khi bằng điểm", strings.Join(ties, " → ")},
		{"hạn mức đề nghị", strings.Join(quotas, "; ")}, {"số liệu minh họa", yes(r.Sample)},
	}
}

// coded is a tree by its codes.
type coded struct {
	order   []string
	names   map[string]string
	lines   map[string][]line
	earlier map[string][]string // codes of the siblings above, in order
}

// words is what a criterion says of itself and after which sibling it stands;
// those that the other tree does not have are passed over, so that adding one
// does not seem to move the next.
func (c coded) words(code string, other coded) []line {
	after := ""
	for _, sibling := range c.earlier[code] {
		if _, kept := other.lines[sibling]; kept {
			after = sibling
		}
	}
	return append(slices.Clone(c.lines[code]), line{"đứng sau mục", after})
}

func byCode(r Rules) coded {
	c := coded{names: map[string]string{}, lines: map[string][]line{}, earlier: map[string][]string{}}
	c.take("", r.Criteria)
	return c
}

func (c *coded) take(parent string, siblings []Criterion) {
	var above []string
	for _, x := range siblings {
		if _, twice := c.lines[x.Code]; !twice {
			c.order, c.names[x.Code] = append(c.order, x.Code), x.Name
			c.lines[x.Code], c.earlier[x.Code] = append(x.words(), line{"nằm trong nhóm", parent}), slices.Clone(above)
		}
		above = append(above, x.Code)
		c.take(x.Code, x.Children)
	}
}

// words is everything a criterion says of itself, always in the same order.
func (c Criterion) words() []line {
	var ranks, grades []string
	for _, n := range c.Ranks {
		ranks = append(ranks, number(n))
	}
	for _, g := range c.Grades {
		grades = append(grades, g.Word+": "+number(g.Points))
	}
	kind := c.Kind.Label()
	if kind == "" {
		kind = string(c.Kind)
	}
	return []line{
		{"tên", c.Name}, {"điểm tối đa", number(c.Max)}, {"trọng số", number(c.Weight)}, {"cách chấm", kind},
		{"đơn vị tính", c.Unit}, {"càng ít càng tốt", yes(c.Less)}, {"điểm mỗi việc", number(c.Points)},
		{"điểm cộng", number(c.Bonus)}, {"điểm trừ", number(c.Penalty)}, {"mức thấp nhất", number(c.Min)},
		{"thang của cơ quan chấm", number(c.Of)}, {"cộng ngoài thang điểm", yes(c.Over)},
		{"điểm theo thứ hạng", strings.Join(ranks, "; ")}, {"mức xếp loại", strings.Join(grades, "; ")},
		{"số liệu minh họa", yes(c.Sample)},
	}
}

func yes(b bool) string {
	if b {
		return "có"
	}
	return ""
}

// sameRules reports whether two versions say the same, number and day of
// signing aside.
func sameRules(a, b Rules) bool {
	a.Version, a.SignedOn = b.Version, b.SignedOn
	return store.Text(a) == store.Text(b)
}
