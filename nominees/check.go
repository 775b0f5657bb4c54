package nominees

import (
	"cmp"
	"context"
	"fmt"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/intake"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// year is what a list is held against.
type year struct {
	season.Season
	roster      []cluster.Member
	rules       season.Rules
	nominations []dossier.Nomination // those on record
}

func yearOf(ctx context.Context, tx *store.Tx, s season.Season) (y year, err error) {
	y.Season = s
	if y.roster, err = cluster.Roster(ctx, tx, s.Cluster, s.Label); err != nil {
		return y, err
	}
	if y.rules, err = season.RulesOf(ctx, tx, s.ID); err != nil {
		return y, err
	}
	y.nominations, err = dossier.OfSeason(ctx, tx, s.ID)
	return y, err
}

// Preview tells what each row of a list means as a nomination of the season and
// what is wrong with it, and, as a sentence, whether the list as a whole asks for
// more than the rules that the members signed allow.
func Preview(ctx context.Context, tx *store.Tx, s season.Season, l intake.List) (rows []Row, quota string, err error) {
	y, err := yearOf(ctx, tx, s)
	if err != nil {
		return nil, "", err
	}
	waiting, err := l.Rows(ctx, tx)
	if err != nil {
		return nil, "", err
	}
	rows = check(y, l, waiting)
	return rows, y.quota(rows), nil
}

// check reads rows as nominations of the year; pure.
func check(y year, l intake.List, waiting []intake.WaitingRow) []Row {
	before := map[string]string{} // whoever is proposed for what, and in which row; "" for on record
	for _, n := range y.nominations {
		before[key(n)] = ""
	}
	rows := make([]Row, len(waiting))
	for i, w := range waiting {
		values := l.Values(w)
		r := Row{WaitingRow: w, Faults: Form.Check(values)}
		var faults intake.Faults
		r.Nomination, faults = meaning(values, w.Headings(), l.Parts[w.Table].Name)
		r.Nomination.Season = y.ID
		y.member(&r.Nomination)
		faults = append(faults, y.sponsor(&r.Nomination, values[Sponsor])...)
		if !w.LeftOut && r.Nomination.CandidateName != "" && r.Nomination.Title != "" {
			faults = append(faults, twice(before, r.Nomination, l.Where(w.Key()))...)
		}
		r.Faults = append(r.Faults, faults...)
		rows[i] = r
	}
	return rows
}

// member recognises a member by its name; a collective from outside must give a
// reason, which dossier.Nominate asks for.
func (y year) member(n *dossier.Nomination) {
	if n.CandidateKind != dossier.Collective {
		return
	}
	for _, m := range y.roster {
		if vi.SameName(m.Name, n.CandidateName) {
			n.CandidateUnit = m.Unit
		}
	}
}

// sponsor recognises the member that brings a candidate forward.
func (y year) sponsor(n *dossier.Nomination, name string) intake.Faults {
	if name == "" {
		return nil
	}
	for _, m := range y.roster {
		if vi.SameName(m.Name, name) {
			n.ProposedBy = m.Unit
			return nil
		}
	}
	return intake.Faults{{Field: Sponsor, Sentence: fmt.Sprintf("“%s” không phải đơn vị thành viên của cụm năm %s.", name, y.Label)}}
}

// key is whoever is proposed for what: homonyms fall together, as they do in
// dossier.Nominate.
func key(n dossier.Nomination) string {
	title := string(dossier.CodeOf(n.Title))
	if title == "" {
		title = vi.Fold(n.Title)
	}
	return vi.SpellingKey(n.CandidateName) + "\x00" + title + "\x00" + string(cmp.Or(n.Category, rulebook.Merit))
}

// twice tells that somebody stands in the list or on record already; here says
// which row it is.
func twice(before map[string]string, n dossier.Nomination, here string) intake.Faults {
	k := key(n)
	there, seen := before[k]
	switch {
	case !seen:
		before[k] = here
		return nil
	case there == "":
		return intake.Faults{{Field: Name, Sentence: fmt.Sprintf("%s đã được đề nghị %s (%s).", n.CandidateName, n.Title, vi.LowerFirst(cmp.Or(n.Category, rulebook.Merit).Label()))}}
	}
	return intake.Faults{{Field: Name, Sentence: fmt.Sprintf("Trùng tên, danh hiệu và loại hình với %s; nếu là hai người khác nhau, hãy ghi thêm cho rõ vào tên.", vi.LowerFirst(there))}}
}

// quota is why the rules of the season do not allow the whole list; "" when they
// do.
func (y year) quota(rows []Row) string {
	all := y.nominations
	for _, r := range rows {
		if !r.LeftOut && len(r.Faults) == 0 {
			n := r.Nomination
			n.Member, n.Status = n.CandidateUnit != "", dossier.Proposed
			all = append(all, n)
		}
	}
	named := len(y.roster)
	if e := refusal.Of(dossier.CheckQuota(y.rules.Quotas, y.Members(named), y.Complete(named), all)); e != nil {
		return e.Sentence
	}
	return ""
}
