package seasonfile

import (
	"encoding/json"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/exact"
	"thidua/rulebook"
	"thidua/season"
	"thidua/target"
	"thidua/voting"
	"thidua/yearbook"
)

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
		category := n.Category
		if category == rulebook.Merit {
			category = "" // no source says so of the usual kind
		}
		lines = append(lines, Nominee{Candidate: n.CandidateName, Member: member(y, n), Title: n.Title, Category: category, Reason: n.Reason, Path: orEmpty(n.Path),
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
		line := CountLine{Title: t.Title, Kind: string(t.CandidateKind), Proposed: t.Proposed, Passed: t.Passed, Illustrative: t.Sample}
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
		lines = append(lines, FigureLine{Name: f.Name, Count: *figure(f.Count, 6), Of: figure(f.Of, 6), Percent: figure(f.Percent(), 3), Printed: f.Printed, Rounding: string(f.PrintedBy()), Illustrative: f.Sample})
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
