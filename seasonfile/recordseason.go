package seasonfile

import (
	"regexp"
	"thidua/yamlfile"

	"thidua/exact"
	"thidua/season"
	"thidua/store"
)

// slugLike is what stands in addresses and file names as it is.
var slugLike = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// recordSeason opens the year.
func (r *recorder) recordSeason() {
	s := season.Season{Cluster: r.cluster, Slug: slug(r.file), Label: r.label, Year: r.year, Sample: r.file.Illustrative,
		MembersCount: r.membersCount()}
	if r.file.MembersCount != 0 && r.file.MembersCount < len(r.file.Members) {
		r.fault("members_count", "Số thành viên là %d nhưng danh sách members có %d đơn vị.", r.file.MembersCount, len(r.file.Members))
	}
	for _, p := range r.file.Phases {
		s.Calendar = append(s.Calendar, season.Span{Phase: season.Phase(p.Phase), From: p.From, To: p.To, Place: p.Place, Sample: r.sample(p.Sample)})
	}
	for _, f := range s.Calendar.Faults() {
		r.fault(yamlfile.Join(yamlfile.Item("phases", f.Index), f.Field), "%s", f.Sentence)
	}
	for _, x := range r.file.Sources {
		s.Sources = append(s.Sources, season.Source{Title: x.Title, Publisher: x.Publisher, Day: x.Date})
	}
	if !slugLike.MatchString(s.Slug) {
		r.fault("id", "Mã của năm thi đua (id) chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ duong7-2014.")
		s.Slug = store.NewID() // the rest can still be checked
	}
	calendar := s.Calendar
	if len(s.Calendar.Faults()) > 0 {
		s.Calendar = nil // said above; without dates the rest can still be checked
	}
	id, err := season.Open(r.ctx, r.tx, r.standingBody(), r.day, s)
	if r.try("season", err) {
		r.season, r.season.ID, r.season.Calendar = s, id, calendar
	}
}

func (r *recorder) membersCount() int {
	if r.file.SomeMembers && r.file.MembersCount == 0 {
		return season.SomeNamed
	}
	listed := map[string]bool{}
	for i, u := range r.file.Members {
		k, ok := r.find(u.ID)
		if !ok {
			k, ok = r.find(u.Name)
		}
		listed[orElse(k.path, yamlfile.Item("members", i))] = ok || u.Name != ""
	}
	return max(r.file.MembersCount, len(listed))
}

// sample reports whether a record is marked illustrative, itself or with the
// whole file.
func (r *recorder) sample(s Sample) bool { return s.Illustrative || r.file.Illustrative }

// recordRules records what the members signed.
func (r *recorder) recordRules() {
	if r.file.Rules == nil {
		return
	}
	x := r.file.Rules
	rules := season.Rules{Version: x.Version, SignedOn: x.SignedOn, Basis: x.Basis, Scale: x.Scale, Criteria: r.criteria(x.Criteria),
		Scoring: season.Scoring{Cross: x.Cross, Decides: season.Stage(x.Decides), GapNeedsReason: x.GapNeedsReason}, Sample: r.sample(x.Sample)}
	if x.Rounding != nil {
		rules.Rounding = season.Rounding{Mode: exact.Mode(x.Rounding.Mode), Decimals: 2, At: x.Rounding.At}
		if x.Rounding.Decimals != nil {
			rules.Rounding.Decimals = *x.Rounding.Decimals
		}
	}
	if b := x.Ballot; b != nil {
		rules.Ballot = season.Ballot{Method: b.Method, Denominator: b.Denominator, Threshold: b.Threshold, Strict: b.Strict, Quorum: b.Quorum, Rounds: b.Rounds}
	}
	for _, b := range x.Bands {
		rules.Bands = append(rules.Bands, season.Band{Name: b.Name, From: b.From, Floor: b.Floor, FloorOn: b.FloorOn})
	}
	for _, t := range x.Ties {
		rules.Ties = append(rules.Ties, season.TieStep(t))
	}
	for _, q := range x.Quotas {
		rules.Quotas = append(rules.Quotas, season.Quota{Title: q.Title, Max: q.Max, Percent: q.Percent, Round: q.Round, Outside: q.Outside})
	}
	if !r.try("rules", season.Sign(r.ctx, r.tx, r.clusterHead(), r.day, r.season.ID, rules)) {
		r.unsigned = &rules
	}
}

func (r *recorder) criteria(list []Criterion) []season.Criterion {
	var all []season.Criterion
	for _, c := range list {
		one := season.Criterion{Code: c.Code, Name: c.Name, Max: c.Max, Weight: c.Weight, Unit: c.Measure, Kind: season.LeafKind(c.Kind), Less: c.Less,
			Points: c.Points, Bonus: c.Bonus, Penalty: c.Penalty, Min: c.Min, Of: c.Of, Over: c.Over, Ranks: c.Ranks, Children: r.criteria(c.Children), Sample: r.sample(c.Sample)}
		for _, g := range c.Grades {
			one.Grades = append(one.Grades, season.GradePoints{Word: g.Word, Points: g.Points})
		}
		all = append(all, one)
	}
	return all
}

// recordPledge records the signing and the registrations.
func (r *recorder) recordPledge() {
	if p := r.file.Pledge; p != nil {
		pledge := season.Pledge{Day: p.Date, Place: p.Place, Text: p.Text, Sample: r.sample(p.Sample)}
		for i, u := range p.Units {
			pledge.Units = append(pledge.Units, r.unit(yamlfile.Item("pledge.units", i), u))
		}
		r.try("pledge", season.SignPledge(r.ctx, r.tx, r.clusterHead(), r.on(p.Date), r.season.ID, pledge))
	}
	for i, x := range r.file.Registrations {
		path := yamlfile.Item("registrations", i)
		if unit := r.unit(yamlfile.Join(path, "unit"), x.Unit); unit != "" {
			r.try(path, season.Register(r.ctx, r.tx, r.officer(unit), r.on(x.Date), r.season.ID,
				season.Registration{Unit: unit, Day: x.Date, Titles: x.Titles, Sample: r.sample(x.Sample)}))
		}
	}
}

// recordNotes records the context, achievements, findings and tasks.
func (r *recorder) recordNotes() {
	for _, list := range []struct {
		path  string
		kind  season.NoteKind
		notes []Note
	}{
		{"context", season.Context, r.file.Context}, {"achievements", season.Achievement, r.file.Achievements},
		{"findings", season.Finding, r.file.Findings}, {"tasks", season.Task, r.file.Tasks},
	} {
		for i, n := range list.notes {
			path := yamlfile.Item(list.path, i)
			note := season.Note{Kind: list.kind, Position: i + 1, Text: n.Text, Due: n.Due, Key: n.Key, Sample: r.sample(n.Sample), Movement: r.movement(yamlfile.Join(path, "movement"), n.Movement)}
			note.Owner, note.OwnerText = r.unitOrWords(n.Owner)
			r.try(path, season.Write(r.ctx, r.tx, r.clusterHead(), r.day, r.season.ID, []season.Note{note}))
		}
	}
}

// recordFigures records the counts that reports give.
func (r *recorder) recordFigures() {
	for i, f := range r.file.Figures {
		r.try(yamlfile.Item("figures", i), season.Report(r.ctx, r.tx, r.standingBody(), r.day, r.season.ID, i+1,
			season.Figure{Name: f.Name, Count: f.Count, Of: f.Of, Printed: f.Printed, Sample: r.sample(f.Sample)}))
	}
}

// recordElection records whom the members chose for next year.
func (r *recorder) recordElection() {
	f := r.file
	if f.NextHead.Unit == "" && f.NextDeputy.Unit == "" {
		return
	}
	e := season.Election{Method: f.Election, Sample: r.sample(f.NextHead.Sample) || f.NextDeputy.Illustrative}
	if f.NextHead.Unit != "" {
		e.Head = r.unit("next_head", f.NextHead.Unit)
	}
	if f.NextDeputy.Unit != "" {
		e.Deputy = r.unit("next_deputy", f.NextDeputy.Unit)
	}
	r.try("next_head", season.Elect(r.ctx, r.tx, r.clusterHead(), r.day, r.season.ID, e))
}
