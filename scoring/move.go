package scoring

import (
	"fmt"

	"thidua/exact"
	"thidua/season"
	"thidua/store"
)

// Move is a unit whose final points or rank changed between two computations.
type Move struct {
	Unit                 string // unit id
	FromRank, ToRank     int    // 0 = not ranked
	FromPoints, ToPoints exact.Number
	Why                  []string // one sentence for each reason
}

// Moves tells who moved between two computations of the same cluster, and why,
// in the order of the new ranking. One correction can move every member.
func Moves(before, after Result, ties Ties) []Move {
	old := byUnit(before.Standings(season.Final, ties))
	ranking := after.Standings(season.Final, ties)
	now := byUnit(ranking)
	var all []Move
	for _, s := range ranking {
		was := old[s.Unit]
		if was.Rank == s.Rank && was.Points.Cmp(s.Points) == 0 && was.Max.Cmp(s.Max) == 0 {
			continue
		}
		m := Move{s.Unit, was.Rank, s.Rank, was.Points, s.Points, nil}
		m.Why = append(after.reasons(before, was, s), after.passes(s.Unit, old, now)...)
		all = append(all, m)
	}
	return all
}

func byUnit(rows []Standing) map[string]Standing {
	all := make(map[string]Standing, len(rows))
	for _, s := range rows {
		all[s.Unit] = s
	}
	return all
}

// reasons are what changed in the unit's own score.
func (r Result) reasons(before Result, was, is Standing) (why []string) {
	i, j := before.viewed(season.Final), r.viewed(season.Final)
	a, inOld := before.memberAt[is.Unit]
	b := r.memberAt[is.Unit]
	if was.Unit == "" || !inOld || i < 0 || j < 0 {
		return []string{"Trước đây chưa có điểm cuối cùng."}
	}
	if was.Max.Cmp(is.Max) != 0 {
		why = append(why, fmt.Sprintf("Điểm tối đa của đơn vị đổi từ %s thành %s.", figure(was.Max), figure(is.Max)))
	}
	for leaf, c := range r.leaves {
		at, ok := before.leafAt[c.Code]
		if !ok {
			why = append(why, fmt.Sprintf("Tiêu chí %s mới có trong bộ quy tắc.", c.Code))
			continue
		}
		old, now := before.stages[i].values[a][at].points, r.stages[j].values[b][leaf].points
		if old.Cmp(now) != 0 {
			own := store.Text(before.stages[i].readings[a][at].marks) != store.Text(r.stages[j].readings[b][leaf].marks)
			why = append(why, fmt.Sprintf("Tiêu chí %s: từ %s thành %s điểm, do %s.", c.Code, pointsOrNone(old), pointsOrNone(now), r.cause(own, c, b, leaf, j)))
		}
	}
	if len(why) == 0 && was.Points.Cmp(is.Points) != 0 {
		why = append(why, fmt.Sprintf("Tổng điểm được ghi lại từ %s thành %s.", figure(was.Points), figure(is.Points)))
	}
	return why
}

func (r Result) cause(own bool, c season.Criterion, member, leaf, stage int) string {
	marks := r.stages[stage].readings[member][leaf].marks
	if own || len(marks) == 0 {
		return "số liệu của chính đơn vị được sửa"
	}
	if text := r.compared(c, marks[0], r.stages[stage].fields[leaf]); text != "" {
		return "mốc so sánh trong cụm thay đổi (" + text + ")"
	}
	return "quy tắc của tiêu chí thay đổi"
}

// passes names the units that changed sides with this one.
func (r Result) passes(unit string, old, now map[string]Standing) (why []string) {
	for _, m := range r.Roster {
		was, is := old[m.Unit], now[m.Unit]
		if was.Rank == 0 || is.Rank == 0 || old[unit].Rank == 0 || now[unit].Rank == 0 {
			continue
		}
		switch {
		case was.Rank >= old[unit].Rank && is.Rank < now[unit].Rank:
			why = append(why, fmt.Sprintf("%s vươn lên thứ %d, đứng trên đơn vị này.", m.Name, is.Rank))
		case was.Rank <= old[unit].Rank && is.Rank > now[unit].Rank:
			why = append(why, fmt.Sprintf("%s xuống thứ %d, đứng dưới đơn vị này.", m.Name, is.Rank))
		}
	}
	return why
}
