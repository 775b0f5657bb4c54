package rulebook

import (
	"regexp"
	"slices"

	"thidua/vi"
	"thidua/yamlfile"
)

// Local is a by-law of a province or of one of its clusters: further conditions,
// quotas and papers on top of a regime, in the same form as the law.
type Local struct {
	ID       string   `yaml:"id" need:"true"`
	Name     string   `yaml:"name" need:"true"`   // "Quy định của tỉnh Nghệ An về thi đua, khen thưởng"
	Number   string   `yaml:"number" need:"true"` // "77/2025/QĐ-UBND"
	Province string   `yaml:"province" need:"true"`
	Cluster  string   `yaml:"cluster"` // its name; empty = every cluster of the province
	From     vi.Day   `yaml:"from" need:"true"`
	Until    vi.Day   `yaml:"until"`
	Titles   []Title  `yaml:"titles"`
	General  []Clause `yaml:"general"`
	Version  int      // in the order of loading, from 1
}

// ids are what a by-law may be called; its page's address holds it.
var ids = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}$`)

// CheckLocal reads a by-law's file and returns everything that is wrong with it.
func CheckLocal(raw []byte) (Local, []string) {
	var l Local
	d, _ := yamlfile.Read(raw, &l, glosses, "id: nghe-an-2025")
	var faults []string
	for _, f := range yamlfile.InOrder(d.Faults) {
		faults = append(faults, f.String())
	}
	if len(faults) > 0 {
		return l, faults
	}
	for _, err := range split(held.checkRegime(Regime{ID: l.ID, Titles: l.Titles, General: l.General})) {
		faults = append(faults, err.Error()[len("rulebook: "):])
	}
	if !ids.MatchString(l.ID) {
		faults = append(faults, "Mã (id) chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối, không quá 60 ký tự, ví dụ nghe-an-2025.")
	}
	if !l.Until.IsZero() && l.Until.Before(l.From) {
		faults = append(faults, "Ngày hết hiệu lực (until) đứng trước ngày có hiệu lực (from).")
	}
	return l, faults
}

// Clashes names a title that both by-laws bound in number for one cluster on the
// same days; two versions of one by-law never clash.
func (l Local) Clashes(other Local) (Name, bool) {
	apart := vi.Fold(l.Province) != vi.Fold(other.Province) ||
		l.Cluster != "" && other.Cluster != "" && vi.Fold(l.Cluster) != vi.Fold(other.Cluster)
	if l.ID == other.ID || apart || !overlap(l.From, l.Until, other.From, other.Until) {
		return Name{}, false
	}
	for _, t := range l.Titles {
		bounds := func(x Title) bool { return x.Code == t.Code && x.Quota != nil }
		if t.Quota != nil && slices.ContainsFunc(other.Titles, bounds) {
			return NameOf(t.Code)
		}
	}
	return Name{}, false
}

// With is the regime with the by-laws on top of it: their conditions are added,
// and fill what the law leaves to them; nothing verified is taken away, and a
// quota of theirs counts where the law has none.
func (r Regime) With(all []Local) Regime {
	r.Titles, r.General = slices.Clone(r.Titles), slices.Clone(r.General)
	for _, l := range all {
		r.General = append(r.General, l.named(l.General)...)
		for _, t := range l.Titles {
			r.add(l, t)
		}
	}
	return r
}

func (r *Regime) add(l Local, t Title) {
	t.Clauses = l.named(t.Clauses)
	for i := range r.Titles {
		if r.Titles[i].Code != t.Code {
			continue
		}
		was := &r.Titles[i]
		was.Clauses = slices.Concat(slices.DeleteFunc(slices.Clone(was.Clauses), func(c Clause) bool {
			return !c.Enforced() && slices.ContainsFunc(t.Clauses, func(by Clause) bool { return by.Fills == c.ID })
		}), t.Clauses)
		was.Papers = slices.Concat(was.Papers, t.Papers)
		if was.Quota == nil {
			was.Quota = t.Quota
		}
		return
	}
	r.Titles = append(r.Titles, t)
}

// named tells a by-law's conditions from the law's own.
func (l Local) named(clauses []Clause) []Clause {
	clauses = slices.Clone(clauses)
	for i := range clauses {
		clauses[i].ID = l.ID + ":" + clauses[i].ID
		if clauses[i].Cite.Document == "" {
			clauses[i].Cite = Citation{Document: l.Number}
		}
	}
	return clauses
}
