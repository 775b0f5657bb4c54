package rulebook

import (
	"fmt"
	"slices"

	"thidua/vi"
)

// Finding is what one clause says of a candidate.
type Finding struct {
	Answer   Answer `json:"answer"`
	ID       string `json:"id"`
	Sentence string `json:"sentence"`
	Known
	General bool  `json:"general,omitempty"` // a clause of every title
	Part    *Part `json:"part,omitempty"`    // how it was judged; nil when it is shown only
}

// Verdict is what the law of a regime says of a candidate for a title.
type Verdict struct {
	Answer   Answer    `json:"answer"`
	Regime   string    `json:"regime"`
	Title    Code      `json:"title"`
	For      Recipient `json:"for"`
	Year     int       `json:"year"` // the year judged
	Findings []Finding `json:"findings"`
	Missing  []string  `json:"missing,omitempty"` // which texts and facts are missing
	Changes  []string  `json:"changes,omitempty"` // what would change the answer
}

// Judge holds a candidate's facts against the regime's rules for the title: the
// achievements of the year, as they are known. Only clauses that were read (V)
// or told by a secondary source (V2) decide; one that was not verified leaves
// the answer unknown at best.
func Judge(r Regime, code Code, to Recipient, year int, facts Facts) Verdict {
	return held.verdict(r, code, to, year, facts)
}

func (b *book) verdict(r Regime, code Code, to Recipient, year int, facts Facts) Verdict {
	v := Verdict{Regime: r.ID, Title: code, For: to, Year: year}
	t, ok := r.Title(code)
	switch {
	case !r.Loaded:
		v.Missing = append(v.Missing, "Chưa có nguyên văn: "+r.Name+". Chương trình không tự xét.")
		return v
	case !ok:
		v.Missing = append(v.Missing, fmt.Sprintf("Chưa có quy định nào về danh hiệu, hình thức này trong chế độ %s.", r.ID))
		return v
	case !b.isFor(code, to):
		v.Answer = No
		v.Changes = append(v.Changes, "danh hiệu, hình thức này không dành cho "+to.Label())
		return v
	}
	v.Answer = Yes
	for _, c := range t.Clauses {
		b.hold(&v, c, to, false, facts)
	}
	for _, c := range r.General {
		b.hold(&v, c, to, true, facts)
	}
	if len(v.Findings) == 0 {
		v.Answer = Unknown
		v.Missing = append(v.Missing, "Chưa có điều kiện nào được kiểm chứng.")
	}
	return v
}

func (b *book) isFor(code Code, to Recipient) bool {
	n, ok := b.byCode[code]
	return ok && slices.Contains(n.For, to)
}

// hold adds what one clause says.
func (b *book) hold(v *Verdict, c Clause, to Recipient, general bool, facts Facts) {
	if len(c.For) > 0 && !slices.Contains(c.For, to) {
		return
	}
	f := Finding{ID: c.ID, Sentence: c.Sentence, Known: c.Known, General: general}
	if !c.Enforced() || c.When == nil {
		f.Answer = Unknown
		v.Missing = append(v.Missing, c.lacks())
	} else {
		p := b.judge(*c.When, v.Year, facts)
		f.Answer, f.Part = p.Answer, &p
		p.tell(v)
	}
	v.Answer = v.Answer.and(f.Answer)
	v.Findings = append(v.Findings, f)
}

// lacks names the text that an unverified clause waits for.
func (c Clause) lacks() string {
	if c.Missing != "" {
		return "Thiếu văn bản: " + c.Missing
	}
	return "Chưa kiểm chứng: " + c.Sentence
}

// tell gathers what is missing and what would change the answer.
func (p Part) tell(v *Verdict) {
	if p.Answer == Yes {
		return
	}
	for _, one := range p.Parts {
		one.tell(v)
	}
	if p.Change == "" {
		return
	}
	list := &v.Changes
	if !p.Known {
		list = &v.Missing
	}
	if !slices.Contains(*list, p.Change) {
		*list = append(*list, p.Change)
	}
}

// Used are the facts that the explanation rests on: Judge answers the same from
// them alone.
func (v Verdict) Used() Facts {
	used := Facts{}
	for _, f := range v.Findings {
		if f.Part != nil {
			f.Part.gather(used)
		}
	}
	return used
}

func (p Part) gather(used Facts) {
	if p.Known {
		used[p.Term] = p.Used
	}
	for _, one := range p.Parts {
		one.gather(used)
	}
}

// yearOf writes a year as days do.
func yearOf(year int) string { return fmt.Sprintf("%04d", year) }

// JudgedOn is Judge under the law of the day.
func JudgedOn(day vi.Day, code Code, to Recipient, year int, facts Facts) (Verdict, bool) {
	r, ok := RegimeOn(day)
	if !ok {
		return Verdict{}, false
	}
	return Judge(r, code, to, year, facts), true
}
