package rulebook

import (
	"regexp"

	"thidua/exact"
	"thidua/vi"
)

// Code names a title or form of commendation of the state's award system. It is
// one name through all regimes; what a regime asks for it differs.
type Code string

// The codes that the program itself speaks of. The whole list is
// law/titles.yaml.
const (
	GovernmentFlag      Code = "government_flag"
	ProvinceFlag        Code = "province_flag"
	NationalFighter     Code = "national_emulation_fighter"
	ProvinceFighter     Code = "province_emulation_fighter"
	BaseFighter         Code = "base_emulation_fighter"
	AdvancedWorker      Code = "advanced_worker"
	ExcellentCollective Code = "excellent_collective"
	AdvancedCollective  Code = "advanced_collective"
	PrimeMinisterMerit  Code = "prime_minister_certificate_of_merit"
	ProvinceMerit       Code = "province_certificate_of_merit"
	CertificateOfPraise Code = "certificate_of_praise"
	LabourOrder         Code = "labour_order"
	HeroOfLabour        Code = "hero_of_labour"
	CulturalVillage     Code = "cultural_village"
	CulturalFamily      Code = "cultural_family"
	ExemplaryCommune    Code = "exemplary_commune"
)

// Recipient is to whom an award is given.
type Recipient string

// The kinds of recipients.
const (
	Individual Recipient = "individual" // cá nhân
	Collective Recipient = "collective" // tập thể
	Household  Recipient = "household"  // hộ gia đình
)

// Label is the recipient's Vietnamese name.
func (r Recipient) Label() string {
	return map[Recipient]string{Individual: "cá nhân", Collective: "tập thể", Household: "hộ gia đình"}[r]
}

// Name is one title under all the names it goes by.
type Name struct {
	Code  Code        `yaml:"code" need:"true"`
	Name  string      `yaml:"name" need:"true"` // "Cờ thi đua của Chính phủ"
	Also  []string    `yaml:"also"`             // other writings, older names
	For   []Recipient `yaml:"for" words:"individual|collective|household" need:"true"`
	Group string      `yaml:"group" words:"title|commendation" need:"true"` // danh hiệu thi đua or hình thức khen thưởng
	Flag  bool        `yaml:"flag"`                                         // a flag
}

// Names lists every title the program knows, the highest first.
func Names() []Name { return held.names }

// NameOf is the title of that code.
func NameOf(code Code) (Name, bool) {
	n, ok := held.byCode[code]
	return n, ok
}

// TitleNamed finds the title a text means, in any writing; false when it fits
// none, or could fit several ("Cờ thi đua năm 2025").
func TitleNamed(text string) (Code, bool) {
	code, ok := held.byName[nameKey(text)]
	return code, ok
}

var yearAtEnd = regexp.MustCompile(` nam \d{4}$`)

// nameKey is what two writings of one title share: no accents, no case, no year
// at the end.
func nameKey(name string) string { return yearAtEnd.ReplaceAllString(vi.Fold(name), "") }

// Citation is the place in the law that a rule stands at.
type Citation struct {
	Document string `yaml:"document,short" need:"true" json:"document"` // "Luật 06/2022/QH15"
	Article  string `yaml:"article" json:"article,omitempty"`
	Clause   string `yaml:"clause" json:"clause,omitempty"`
	Point    string `yaml:"point" json:"point,omitempty"`
}

// String is the citation as papers write it: "Luật 06/2022/QH15, Điều 25 khoản 1".
func (c Citation) String() string {
	s := c.Document
	if c.Article != "" {
		s += ", Điều " + c.Article
	}
	if c.Clause != "" {
		s += " khoản " + c.Clause
	}
	if c.Point != "" {
		s += " điểm " + c.Point
	}
	return s
}

// Known is how far a rule can be vouched for, and where it stands.
type Known struct {
	Mark Mark     `yaml:"mark" words:"V|V2|I|R|?" need:"true" json:"mark"`
	Cite Citation `yaml:"cite" json:"cite,omitzero"`
}

// Enforced reports whether the rule may decide.
func (k Known) Enforced() bool { return k.Mark.Citable() }

// Trust is how a rule's standing is told to readers; "" for one that was read.
func (k Known) Trust() string {
	switch k.Mark {
	case Read:
		return ""
	case Secondary:
		return "theo nguồn thứ cấp"
	}
	return "chưa kiểm chứng"
}

// Clause is one condition of a title.
type Clause struct {
	ID       string      `yaml:"id" need:"true"`
	For      []Recipient `yaml:"for" words:"individual|collective|household"` // empty = all the title is for
	Sentence string      `yaml:"says" need:"true"`
	Known
	Fills   string     `yaml:"fills"` // of a by-law: the unverified clause of the law that it fills
	Since   vi.Day     `yaml:"known"` // the day on which the program came to know it, when later than its regime
	When    *Condition `yaml:"when"`
	Missing string     `yaml:"missing"` // of an unverified one: which text is missing
	Cases   []Case     `yaml:"cases"`   // of a verified one: it holds, it does not, and the days around its first or last
}

// Case is an example of a clause: the answer it gives on a day for some facts.
type Case struct {
	Is    string            `yaml:"is" words:"yes|no|unknown|absent" need:"true"` // absent = the clause is not in force on the day
	Day   vi.Day            `yaml:"day" need:"true"`
	Facts map[string]string `yaml:"facts"` // "có", "96,5", "2012 2013"
}

// Threshold is what a council's vote must reach.
type Threshold struct {
	Percent exact.Number `yaml:"percent" need:"true"`
	Of      string       `yaml:"of" words:"all_members|cast" need:"true"`
	Secret  bool         `yaml:"secret"`
	Known
}

// Quota bounds how many may be proposed.
type Quota struct {
	Percent  exact.Number `yaml:"percent" need:"true"`
	Base     string       `yaml:"base" words:"meeting_province_flag|cluster_leaders|advanced_workers" need:"true"`
	Rounding string       `yaml:"rounding" words:"down|up|half_up|unknown" need:"true"`
	Known
	Note string `yaml:"note"`
}

// BaseWords is the quota's base in Vietnamese.
func (q Quota) BaseWords() string {
	return map[string]string{"meeting_province_flag": "số tập thể đạt tiêu chuẩn cờ thi đua của bộ, ngành, tỉnh",
		"cluster_leaders": "số tập thể dẫn đầu các cụm, khối thi đua", "advanced_workers": "số cá nhân được tặng Lao động tiên tiến"}[q.Base]
}

// Allowed is how many the quota lets through of so many; false when the way of
// rounding is not known and it matters.
func (q Quota) Allowed(base int) (int, bool) {
	n := exact.Int(int64(base)).Mul(q.Percent).Quo(exact.Int(100))
	switch q.Rounding {
	case "down":
		return int(n.Floor()), true
	case "up":
		return int(n.Ceil()), true
	case "half_up":
		return int(n.Add(exact.Ratio(1, 2)).Floor()), true
	}
	return int(n.Floor()), n.Floor() == n.Ceil()
}

// Paper is one thing a dossier must hold.
type Paper struct {
	ID   string `yaml:"id" need:"true"`
	Name string `yaml:"name" need:"true"`
	Known
}

// Term of time: by a day of the year, or so many working days after the step
// before.
type Deadline struct {
	Step string `yaml:"step" need:"true"` // submit, appraise, after_opinions, return, refuse, send_copy, opinion
	Says string `yaml:"says" need:"true"`
	Day  string `yaml:"day"`          // "06-30": of the year after the one judged
	Work int    `yaml:"working_days"` // 0 = a day
	Known
}

// Times is a bonus as a multiple of the base salary.
type Times struct {
	To    Recipient    `yaml:"to" words:"individual|collective|household" need:"true"`
	Times exact.Number `yaml:"times" need:"true"`
	Known
}
