package council

import (
	"context"
	"fmt"
	"strings"

	"thidua/dossier"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Line is a dossier of a meeting with its candidate and its vote. Results are
// told only of a meeting that is closed.
type Line struct {
	Item
	Nomination dossier.Nomination
	Poll       voting.Poll
}

// Lines are the dossiers of the list in order.
func Lines(ctx context.Context, tx *store.Tx, m Meeting) ([]Line, error) {
	items, err := Items(ctx, tx, m.ID)
	if err != nil {
		return nil, err
	}
	seasons, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT DISTINCT n.season_id FROM council_item i
		JOIN nomination n ON n.id = i.nomination_id WHERE i.meeting_id = $1`, m.ID)
	if err != nil {
		return nil, err
	}
	nominations, polls := map[string]dossier.Nomination{}, map[string]voting.Poll{}
	for _, s := range seasons {
		all, err := dossier.Ever(ctx, tx, s)
		if err != nil {
			return nil, err
		}
		for _, n := range all {
			nominations[n.ID] = n
		}
		votes, err := voting.Polls(ctx, tx, s)
		if err != nil {
			return nil, err
		}
		for _, p := range votes {
			polls[p.ID] = p
		}
	}
	lines := make([]Line, len(items))
	for i, x := range items {
		lines[i] = Line{x, nominations[x.Nomination], polls[x.Poll]}
	}
	return lines, nil
}

// Passed is what the council's vote said: nil before the meeting is closed, and
// when this vote was cancelled.
func (l Line) Passed(m Meeting) *bool {
	if m.State != Closed || l.Poll.State != voting.Closed {
		return nil
	}
	return l.Poll.Result().Passed
}

// Words is the arithmetic of the dossier's vote with its source; "" while
// nothing may be told.
func (l Line) Words(m Meeting) string {
	switch {
	case m.State != Closed:
		return ""
	case l.Poll.State != voting.Closed:
		return "Cuộc bỏ phiếu về hồ sơ này đã hủy: " + l.Poll.Reason
	}
	v := l.Poll.Vote
	return fmt.Sprintf("%d đồng ý, %d không đồng ý, %d phiếu không hợp lệ. %s (%s)",
		*v.Options[0].For, *v.Options[0].Against, *v.Invalid, l.Poll.Result().Words, l.Basis.Source)
}

// Sum is what the council made of one title.
type Sum struct {
	Title            string
	Code             dossier.Code
	Kind             dossier.CandidateKind
	Proposed, Passed int
}

// Cut is how many did not pass.
func (s Sum) Cut() int { return s.Proposed - s.Passed }

// Sums counts the lines by title and kind of candidate, in the order of the
// list; Passed is 0 before the meeting is closed.
func Sums(m Meeting, lines []Line) (all []Sum) {
	at := map[string]int{}
	for _, l := range lines {
		n := l.Nomination
		name := vi.SpellingKey(n.Title) + "|" + string(n.CandidateKind)
		i, there := at[name]
		if !there {
			i = len(all)
			at[name] = i
			all = append(all, Sum{Title: n.Title, Code: n.TitleCode, Kind: n.CandidateKind})
		}
		all[i].Proposed++
		if p := l.Passed(m); p != nil && *p {
			all[i].Passed++
		}
	}
	return all
}

// Minutes are the sentences that the minutes of the meeting must state: who was
// present, who was absent and wrote, the quorum, conflicts of interest, and each
// vote with its arithmetic.
func Minutes(c Council, e Establishment, m Meeting, lines []Line) (all []string) {
	all = append(all, fmt.Sprintf("Hội đồng có %d thành viên theo Quyết định số %s ngày %s.", e.Members(), e.Document, e.Day.Short()))
	if t := m.Turnout(c, e); t.Words != "" && len(m.Roll) > 0 {
		all = append(all, "Điểm danh: "+t.Words)
	}
	var away []string
	for _, s := range e.Seats {
		switch a := m.Of(s.Place); {
		case !s.Office.Votes() || len(m.Roll) == 0:
		case a.Presence == Writing:
			all = append(all, fmt.Sprintf("%s vắng mặt, gửi ý kiến bằng văn bản (%s).", s.Name, a.Document))
		case a.Presence == Away:
			away = append(away, s.Name)
		}
	}
	if len(away) > 0 {
		all = append(all, "Vắng mặt: "+strings.Join(away, ", ")+".")
	}
	for _, l := range lines {
		for _, k := range l.Conflicts {
			all = append(all, fmt.Sprintf("Hồ sơ %s: %s", l.Nomination.CandidateName, ConflictWords(c, e, k)))
		}
	}
	for _, l := range lines {
		if w := l.Words(m); w != "" {
			all = append(all, fmt.Sprintf("%s, %s: %s", l.Nomination.CandidateName, l.Nomination.Title, w))
		}
	}
	return all
}
