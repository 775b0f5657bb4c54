package seasonfile

import (
	"encoding/json"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/exact"
	"thidua/season"
	"thidua/target"
	"thidua/voting"
	"thidua/yearbook"
)

// Result is a year's outcome as result.json tells it, for people and programs.
// What is not on record is null or left out.
type Result struct {
	Cluster      string       `json:"cluster"`
	Season       string       `json:"season"`
	Illustrative bool         `json:"illustrative"` // the whole file is an example
	Members      []string     `json:"members"`
	MembersCount int          `json:"members_count"` // 0 = not stated
	Head         *string      `json:"head"`
	Deputy       *string      `json:"deputy"`
	Ranking      []RankLine   `json:"ranking"`
	Votes        []VoteLine   `json:"votes"`
	Nominations  []Nominee    `json:"nominations"`
	Counts       []CountLine  `json:"council_counts"`
	Figures      []FigureLine `json:"figures"`
	NearMet      []NearLine   `json:"near_met"`
	Findings     []NoteLine   `json:"findings"`
	Tasks        []NoteLine   `json:"tasks"`
	NextHead     *string      `json:"next_head"`
	NextDeputy   *string      `json:"next_deputy"`
	Documents    []Document   `json:"documents"`
}

// RankLine is a unit's place. Equal ranks share a number.
type RankLine struct {
	Rank         int          `json:"rank"`
	Unit         string       `json:"unit"`
	Score        *json.Number `json:"score"`
	Max          *json.Number `json:"max"`
	Percent      *json.Number `json:"percent"` // of the unit's own maximum, two decimals
	Band         *string      `json:"band"`
	TieStep      string       `json:"tie_step,omitempty"`
	Illustrative bool         `json:"illustrative"`
}

// VoteLine is one vote with its whole record.
type VoteLine struct {
	Question        string       `json:"question"`
	Method          string       `json:"method"`
	Establishment   *int         `json:"establishment"`
	Present         *int         `json:"present"`
	AbsentInWriting *int         `json:"absent_in_writing"`
	Issued          *int         `json:"issued"`
	Returned        *int         `json:"returned"`
	Valid           *int         `json:"valid"`
	Invalid         *int         `json:"invalid"`
	Options         []OptionLine `json:"options"`
	Denominator     *int         `json:"denominator"`
	DenominatorRule *string      `json:"denominator_rule"` // "establishment", "present", …
	Threshold       *string      `json:"threshold"`        // exact share: "2/3"
	Passed          *bool        `json:"passed"`
	Arithmetic      string       `json:"arithmetic"` // in Vietnamese words
	Illustrative    bool         `json:"illustrative"`
}

// OptionLine is an option with its votes.
type OptionLine struct {
	Option  string       `json:"option"`
	For     *int         `json:"for"`
	Against *int         `json:"against"`
	Blank   *int         `json:"blank"`
	Needed  *int         `json:"needed"`
	Percent *json.Number `json:"percent"`
	Passed  *bool        `json:"passed"`
}

// Nominee is a candidate proposed for a title.
type Nominee struct {
	Candidate    string            `json:"candidate"`
	Member       *bool             `json:"member"` // null where not all members are named
	Title        string            `json:"title"`
	Reason       string            `json:"reason,omitempty"`
	Path         []string          `json:"path"`
	Status       string            `json:"status"`
	Findings     []dossier.Finding `json:"findings"`
	Illustrative bool              `json:"illustrative"`
}

// CountLine is a council's numbers for one title.
type CountLine struct {
	Title    string `json:"title"`
	Kind     string `json:"kind,omitempty"`
	Proposed *int   `json:"proposed"`
	Passed   *int   `json:"passed"`

	Findings []dossier.Finding `json:"findings,omitempty"` // what the numbers make one ask
}

// FigureLine is a count a report gives, with the percentage and how the report
// printed it.
type FigureLine struct {
	Name     string       `json:"name"`
	Count    json.Number  `json:"count"`
	Of       *json.Number `json:"of"`
	Percent  *json.Number `json:"percent"` // exact to three decimals
	Printed  string       `json:"printed,omitempty"`
	Rounding string       `json:"rounding,omitempty"` // "half_up" or "cut": how the report got there
}

// NearLine is a term target that can still be met.
type NearLine struct {
	Unit         string `json:"unit"`
	Target       string `json:"target"`
	Reason       string `json:"reason"`
	Illustrative bool   `json:"illustrative"`
}

// NoteLine is a finding or a task.
type NoteLine struct {
	Text         string  `json:"text"`
	Owner        *string `json:"owner"`
	Due          *string `json:"due"`
	Illustrative bool    `json:"illustrative"`
}

// Document is a paper that was written.
type Document struct {
	Kind string `json:"kind"`
	File string `json:"file"`
}

// ResultOf tells a year's outcome; the documents are added by whoever writes
// them.
func ResultOf(y yearbook.Year) Result {
	r := Result{Cluster: y.Cluster.Name, Season: y.Season.Label, Illustrative: y.Season.Sample, Members: []string{}, MembersCount: y.MembersInAll(),
		Ranking: ranking(y), Votes: votes(y), Nominations: nominations(y), Counts: counts(y), Figures: figures(y), NearMet: nearMet(y),
		Findings: notes(y, season.Finding), Tasks: notes(y, season.Task), Documents: []Document{},
		NextHead: said(y.Name(y.Season.Elected.Head)), NextDeputy: said(y.Name(y.Season.Elected.Deputy))}
	for _, m := range y.Members {
		r.Members = append(r.Members, m.Name)
	}
	if m, ok := y.Role(cluster.Head); ok {
		r.Head = said(m.Name)
	}
	if m, ok := y.Role(cluster.Deputy); ok {
		r.Deputy = said(m.Name)
	}
	return r
}

func ranking(y yearbook.Year) []RankLine {
	lines := []RankLine{}
	for _, s := range y.Ranking() {
		lines = append(lines, RankLine{Rank: s.Rank, Unit: y.Name(s.Unit), Score: figure(s.Points, 6), Max: figure(s.Max, 6), Percent: figure(s.Percent, 2),
			Band: said(s.Band), TieStep: string(s.Decided), Illustrative: s.Sample})
	}
	return lines
}

func votes(y yearbook.Year) []VoteLine {
	lines := []VoteLine{}
	for _, v := range y.Votes {
		result := v.Result()
		line := VoteLine{Question: v.Question, Method: string(v.Method), Establishment: v.Establishment, Present: v.Present, AbsentInWriting: v.AbsentInWriting,
			Issued: v.Issued, Returned: v.Returned, Valid: v.Valid, Invalid: v.Invalid, Options: []OptionLine{}, Denominator: result.Base,
			DenominatorRule: said(string(v.Denominator)), Threshold: said(v.Threshold.String()), Passed: result.Passed, Arithmetic: result.Words, Illustrative: v.Sample}
		for i, o := range result.Options {
			line.Options = append(line.Options, option(v.Options[i], o))
		}
		lines = append(lines, line)
	}
	return lines
}

func option(o voting.Option, r voting.OptionResult) OptionLine {
	line := OptionLine{Option: o.Label, For: o.For, Against: o.Against, Blank: o.Blank, Percent: figure(r.Percent, 2), Passed: r.Passed}
	if r.Needed > 0 {
		line.Needed = &r.Needed
	}
	return line
}

func nominations(y yearbook.Year) []Nominee {
	lines := []Nominee{}
	for _, n := range y.Nominations {
		lines = append(lines, Nominee{Candidate: n.CandidateName, Member: member(y, n), Title: n.Title, Reason: n.Reason, Path: orEmpty(n.Path),
			Status: string(n.Status), Findings: orEmpty(n.Findings), Illustrative: n.Sample})
	}
	return lines
}

// member says whether a candidate is a member; nil when nobody can tell.
func member(y yearbook.Year, n dossier.Nomination) *bool {
	if !n.Member && len(y.Members) > 0 && !y.Season.Complete(len(y.Members)) {
		return nil
	}
	return &n.Member
}

func counts(y yearbook.Year) []CountLine {
	lines := []CountLine{}
	for _, t := range y.Tallies {
		line := CountLine{Title: t.Title, Kind: string(t.CandidateKind), Proposed: t.Proposed, Passed: t.Passed}
		if f, told := dossier.FlagShare(y.Season.Year, y.Tallies); told && t.TitleCode == dossier.GovernmentFlag {
			line.Findings = []dossier.Finding{f}
		}
		lines = append(lines, line)
	}
	return lines
}

func figures(y yearbook.Year) []FigureLine {
	lines := []FigureLine{}
	for _, f := range y.Figures {
		lines = append(lines, FigureLine{Name: f.Name, Count: *figure(f.Count, 6), Of: figure(f.Of, 6), Percent: figure(f.Percent(), 3), Printed: f.Printed, Rounding: string(f.PrintedBy())})
	}
	return lines
}

func nearMet(y yearbook.Year) []NearLine {
	lines := []NearLine{}
	for _, a := range target.Near(target.AssessAll(y.Indicators, y.Season.Year)) {
		lines = append(lines, NearLine{Unit: y.Name(a.Target.Unit), Target: a.Indicator.Name, Reason: a.Why.Result, Illustrative: a.Sample})
	}
	return lines
}

func notes(y yearbook.Year, kind season.NoteKind) []NoteLine {
	lines := []NoteLine{}
	for _, n := range y.NotesOf(kind) {
		owner := n.OwnerText
		if n.Owner != "" {
			owner = y.Name(n.Owner)
		}
		lines = append(lines, NoteLine{Text: n.Text, Owner: said(owner), Due: said(n.Due.String()), Illustrative: n.Sample})
	}
	return lines
}

// said is the text, or nil when nobody said anything.
func said(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// figure is the number as JSON writes it, with at most d decimals; nil when
// unknown.
func figure(n exact.Number, d int) *json.Number {
	if !n.Known() {
		return nil
	}
	text := json.Number(n.Round(exact.HalfUp, d).String())
	return &text
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
