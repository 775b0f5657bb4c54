package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Nominate proposes a candidate for a title and returns the nomination's id.
// Whether the candidate is a member is read from the roster, never typed; the
// usual way up is filled in for members only.
func Nominate(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, n Nomination) (string, error) {
	ids, refused, err := NominateAll(ctx, tx, by, day, n.Season, []Nomination{n})
	if err := errors.Join(append(refused, err)...); err != nil {
		return "", err
	}
	return ids[0], nil
}

// NominateAll proposes the candidates of a list in its order, each as Nominate
// does, and returns their ids. refused holds, at the place of each nomination
// that cannot be made, why; nothing is then recorded. What the candidates are
// held against is read once for all of them.
func NominateAll(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, list []Nomination) (ids []string, refused []error, err error) {
	y, err := yearOf(ctx, tx, seasonID)
	if err != nil {
		return nil, nil, err
	}
	if err := season.Permit(by, access.Nominate, "", y.Season); err != nil {
		return nil, nil, err
	}
	d, err := newDraft(ctx, tx, by, day, y, list)
	if err != nil {
		return nil, nil, err
	}
	refused = make([]error, len(list))
	for i, n := range list {
		err := d.add(ctx, n)
		if err != nil && refusal.All(err) == nil {
			return nil, nil, err
		}
		refused[i] = err
	}
	if errors.Join(refused...) != nil {
		return nil, refused, nil
	}
	ids, err = d.record(ctx)
	return ids, nil, err
}

// proposal is what somebody at a desk may say of a nomination: what becomes of
// it and what law asks are not theirs to type.
func (n Nomination) proposal(s season.Season) Nomination {
	return Nomination{Season: n.Season, CandidateUnit: n.CandidateUnit, CandidateName: n.CandidateName, CandidateKind: n.CandidateKind, Category: n.Category, Reason: n.Reason,
		ProposedBy: n.ProposedBy, Title: n.Title, TitleCode: n.TitleCode, Path: n.Path, Vote: n.Vote, Papers: n.Papers, Sample: s.Sample}
}

// byItself refuses at a desk a vote that is not the members', and the unit at
// the desk as its own candidate unless the members voted on it.
func (n Nomination) byItself(ctx context.Context, tx *store.Tx, by access.Actor) error {
	switch {
	case !by.Desk():
		return nil
	case n.Vote != "":
		_, err := n.voteBy(ctx, tx, n.Vote, voting.Cluster)
		return err
	case by.Unit != "" && n.CandidateUnit == by.Unit:
		return refusal.By("own_nomination", "Đơn vị trưởng cụm chỉ lập đề nghị cho chính mình khi cụm đã biểu quyết suy tôn: hãy chọn cuộc biểu quyết.")
	}
	return nil
}

// year is what a nomination is held against: the season, its members and the
// rules they signed.
type year struct {
	season.Season
	roster []cluster.Member
	rules  season.Rules
}

func yearOf(ctx context.Context, tx *store.Tx, id string) (y year, err error) {
	s, err := openSeason(ctx, tx, id)
	if err != nil {
		return y, err
	}
	return groundOf(ctx, tx, s)
}

func groundOf(ctx context.Context, tx *store.Tx, s season.Season) (y year, err error) {
	y.Season = s
	if y.roster, err = cluster.Roster(ctx, tx, y.Cluster, y.Label); err != nil {
		return y, err
	}
	y.rules, err = season.RulesOf(ctx, tx, y.ID)
	return y, err
}

func (y year) isMember(unit string) bool {
	return slices.ContainsFunc(y.roster, func(m cluster.Member) bool { return m.Unit == unit })
}

func openSeason(ctx context.Context, tx *store.Tx, id string) (season.Season, error) {
	s, err := season.ByID(ctx, tx, id)
	if err == nil {
		err = s.NotClosed("đề nghị khen thưởng")
	}
	return s, err
}

// identify takes the candidate's unit as it was in the season's year.
func (n *Nomination) identify(y year, units map[string]org.Unit) error {
	if n.CandidateUnit == "" {
		return nil
	}
	unit, ok := units[n.CandidateUnit]
	switch {
	case !ok:
		return refusal.Field("candidate", "Đơn vị được đề nghị không có trong danh mục.")
	case !unit.ExistsIn(y.Year):
		return refusal.Field("candidate", fmt.Sprintf("Năm %d không có %s.", y.Year, inSentence(unit.Name)))
	case n.CandidateName == "":
		n.CandidateName = unit.Name
	}
	return nil
}

// whole reports whether the roster names every member: only then is a body that
// is not on it surely outside the cluster.
func (y year) whole() bool { return y.Complete(len(y.roster)) }

// place settles whether the candidate is a member of the year; a body outside
// the cluster must be proposed for a stated reason.
func (n *Nomination) place(y year) error {
	n.Member = n.CandidateKind == Collective && n.CandidateUnit != "" && y.isMember(n.CandidateUnit)
	n.unsure = !n.Member && !y.whole()
	switch {
	case n.ProposedBy != "" && !y.isMember(n.ProposedBy) && y.whole():
		return refusal.Field("proposed_by", fmt.Sprintf("Đơn vị giới thiệu không phải thành viên của cụm năm %s.", y.Label))
	case n.outside() && n.Reason == "":
		return refusal.Field("reason", fmt.Sprintf("%s không phải đơn vị thành viên của cụm: phải ghi lý do đề nghị.", vi.UpperFirst(n.CandidateName)))
	case n.Member && len(n.Path) == 0:
		n.Path = usualPath(n.TitleCode)
	}
	return nil
}
