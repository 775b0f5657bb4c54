package seasonfile

import (
	"thidua/exact"
	"thidua/vi"
)

// File is everything a season file can say. Its reference is
// docs/season-file.md; a test holds the two together.
type File struct {
	Format        int            `yaml:"thidua" need:"true"` // the format's version: 1
	ID            string         `yaml:"id"`
	Cluster       Cluster        `yaml:"cluster" need:"true"`
	Season        string         `yaml:"season" need:"true"`
	Illustrative  bool           `yaml:"illustrative"`
	Sources       []Source       `yaml:"sources"`
	Units         []Unit         `yaml:"units"`
	Members       []Unit         `yaml:"members"`
	MembersCount  int            `yaml:"members_count"`
	SomeMembers   bool           `yaml:"members_partial"` // members names only some, and how many there are is not known
	Head          Ref            `yaml:"head"`
	Deputy        Ref            `yaml:"deputy"`
	Pledge        *Pledge        `yaml:"pledge"`
	Registrations []Registration `yaml:"registrations"`
	Rules         *Rules         `yaml:"rules"`
	Phases        []Phase        `yaml:"phases"`
	Context       []Note         `yaml:"context"`
	Movements     []Movement     `yaml:"movements"`
	Targets       []Target       `yaml:"targets"`
	Exemplars     []Exemplar     `yaml:"exemplars"`
	Achievements  []Note         `yaml:"achievements"`
	Figures       []Figure       `yaml:"figures"`
	Scores        []Sheet        `yaml:"scores"`
	Ranking       []Rank         `yaml:"ranking"`
	TieData       *TieData       `yaml:"tie_data"`
	Conferences   []Conference   `yaml:"conferences"`
	Votes         []Vote         `yaml:"votes"`
	Nominations   []Nomination   `yaml:"nominations"`
	CouncilCounts []Tally        `yaml:"council_counts"`
	Findings      []Note         `yaml:"findings"`
	Tasks         []Note         `yaml:"tasks"`
	NextHead      Ref            `yaml:"next_head"`
	NextDeputy    Ref            `yaml:"next_deputy"`
	Election      string         `yaml:"election_method"`
	PublishedOn   Publication    `yaml:"published_on"`
}

// Publication is the day from which the results are public.
type Publication struct {
	Date vi.Day `yaml:"date,short" need:"true"`
	Sample
}

// Sample marks what is not from a source.
type Sample struct {
	Illustrative bool `yaml:"illustrative"`
}

// Cluster is the cluster, bloc or council whose year it is.
type Cluster struct {
	Name         string `yaml:"name,short" need:"true"`
	Kind         string `yaml:"kind" words:"cum|khoi|council|other"`
	Level        string `yaml:"level" words:"state|ministry|province|department|district|commune"`
	Province     string `yaml:"province"`
	Organisation string `yaml:"organisation"`
	StandingBody string `yaml:"standing_body"`
	About        string `yaml:"about"`
	Sample
}

// Source is where facts of the file were read.
type Source struct {
	Title     string `yaml:"title,short" need:"true"`
	Publisher string `yaml:"publisher"`
	Date      vi.Day `yaml:"date"`
}

// Unit is a unit the file speaks of; elsewhere it is named by its id, its name
// or its short name, with or without accents.
type Unit struct {
	Name      string `yaml:"name,short" need:"true"`
	ID        string `yaml:"id"`
	ShortName string `yaml:"short_name"`
	Kind      string `yaml:"kind" words:"province|city|district|urban_district|town|district_city|commune|ward|township|special_zone|people_committee|ministry|department|office|division|party_body|front|union|association|force|press|bank|company|school|hospital|council|other"`
	Level     string `yaml:"level" words:"state|province|department|district|commune"`
	Code      string `yaml:"code"`
	Parent    string `yaml:"parent"`
	From      vi.Day `yaml:"from"`
	Until     vi.Day `yaml:"until"`  // the first day it no longer exists
	Became    string `yaml:"became"` // the unit that took its place on Until
	Sample
}

// Ref names a unit in some part.
type Ref struct {
	Unit string `yaml:"unit,short" need:"true"`
	Sample
}

// Pledge is the signing of the giao ước thi đua.
type Pledge struct {
	Date  vi.Day   `yaml:"date"`
	Place string   `yaml:"place"`
	Units []string `yaml:"units"`
	Text  string   `yaml:"text"`
	Sample
}

// Registration is what a unit strives for.
type Registration struct {
	Unit   string   `yaml:"unit" need:"true"`
	Date   vi.Day   `yaml:"date"`
	Titles []string `yaml:"titles" need:"true"`
	Sample
}

// Phase is the dates of one phase, both included.
type Phase struct {
	Phase string `yaml:"phase" need:"true" words:"set_up|pledge|work|interim_review|self_scoring|cross_scoring|appraisal|conference|nomination|council|award|closed"`
	From  vi.Day `yaml:"from"`
	To    vi.Day `yaml:"to"`
	Place string `yaml:"place"`
	Sample
}

// Note is a sentence about the year.
type Note struct {
	Text     string `yaml:"text,short" need:"true"`
	Owner    string `yaml:"owner"` // a unit, or anybody in words
	Due      vi.Day `yaml:"due"`
	Movement string `yaml:"movement"`
	Key      bool   `yaml:"key"` // stressed in the source
	Sample
}

// Movement is a phong trào thi đua.
type Movement struct {
	Name       string     `yaml:"name,short" need:"true"`
	Kind       string     `yaml:"kind" words:"regular|campaign"`
	LaunchedOn vi.Day     `yaml:"launched_on"`
	EndsOn     vi.Day     `yaml:"ends_on"`
	LaunchedBy string     `yaml:"launched_by"`
	Period     string     `yaml:"period"`
	Results    string     `yaml:"results"`
	Responses  []Response `yaml:"responses"`
	Reviews    []Review   `yaml:"reviews"`
	Sample
}

// Response is a unit's part in a movement.
type Response struct {
	Unit    string           `yaml:"unit,short" need:"true"`
	Date    vi.Day           `yaml:"date"`
	Summary string           `yaml:"summary"`
	Figures []ResponseFigure `yaml:"figures"`
	Sample
}

// ResponseFigure is a number in a response.
type ResponseFigure struct {
	Name    string       `yaml:"name" need:"true"`
	Value   exact.Number `yaml:"value" need:"true"`
	Measure string       `yaml:"measure"`
	Sample
}

// Review is a sơ kết or tổng kết of a movement.
type Review struct {
	Kind string `yaml:"kind" need:"true" words:"interim|final"`
	Date vi.Day `yaml:"date"`
	Text string `yaml:"text" need:"true"`
	Sample
}

// Target is an indicator with what each unit is to reach.
type Target struct {
	Code       string       `yaml:"code"`
	Name       string       `yaml:"name" need:"true"`
	Measure    string       `yaml:"measure"`
	Direction  string       `yaml:"direction" words:"more|less"`
	Movement   string       `yaml:"movement"`
	AssignedBy string       `yaml:"assigned_by"`
	AssignedOn vi.Day       `yaml:"assigned_on"`
	TermFrom   int          `yaml:"term_from"`
	TermTo     int          `yaml:"term_to"`
	Units      []UnitTarget `yaml:"units" need:"true"`
	Sample
}

// UnitTarget is one unit's target and what it has reached.
type UnitTarget struct {
	Unit       string                  `yaml:"unit" need:"true"`
	BaseYear   int                     `yaml:"baseline_year"`
	Baseline   exact.Number            `yaml:"baseline"`
	TermTarget exact.Number            `yaml:"term_target"`
	Yearly     map[string]exact.Number `yaml:"yearly"`
	Actuals    map[string]exact.Number `yaml:"actuals"`
	Sample
}

// Exemplar is a điển hình tiên tiến.
type Exemplar struct {
	Name      string     `yaml:"name"`
	Kind      string     `yaml:"kind" need:"true" words:"collective|person|household|model|statement"`
	Count     int        `yaml:"count"`
	Unit      string     `yaml:"unit"`
	Movement  string     `yaml:"movement"`
	Story     string     `yaml:"story"`
	State     string     `yaml:"state" words:"discovered|verified|recognised|published|replicated"`
	Paper     string     `yaml:"recognised_by"` // the document or opinion by which it was recognised
	AdoptedBy []Adoption `yaml:"adopted_by"`
	Sample
}

// Adoption is a unit taking an exemplar up.
type Adoption struct {
	By   string `yaml:"by,short" need:"true"` // a unit, or others in words
	Date vi.Day `yaml:"date"`
	Note string `yaml:"note"`
	Sample
}

// Figure is a count a report gives.
type Figure struct {
	Name    string       `yaml:"name" need:"true"`
	Count   exact.Number `yaml:"count" need:"true"`
	Of      exact.Number `yaml:"of"`
	Printed string       `yaml:"printed"`
	Sample
}
