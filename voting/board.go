package voting

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Tellers are the people who may sit on the poll's tally board: everybody at
// work in its season on the day who may count ballots. Apart from them stand
// those who may not because they work, in whatever capacity, for a unit on the
// ballot.
func Tellers(ctx context.Context, tx *store.Tx, p Poll, s season.Season, roster []cluster.Member, day vi.Day) (may, own []Teller, err error) {
	home, err := cluster.ByID(ctx, tx, s.Cluster)
	if err != nil {
		return nil, nil, err
	}
	reach := account.Reach{Cluster: s.Cluster, StandingBody: home.StandingBody}
	for _, m := range roster {
		reach.Members = append(reach.Members, m.Unit)
	}
	rows, err := heldBy(ctx, tx, day)
	for _, r := range rows {
		counts := season.Permit(r.Actor(account.Person{ID: r.Person}, s.Cluster), access.CountBallots, "", s) == nil
		if counts && r.Reaches(reach) && !slices.Contains(may, r.teller()) {
			may = append(may, r.teller())
		}
		if r.Role.OfUnit() && p.onBallot(r.Unit) && !slices.Contains(own, r.teller()) {
			own = append(own, r.teller())
		}
	}
	may = slices.DeleteFunc(may, func(t Teller) bool { return slices.Contains(own, t) })
	return may, own, err
}

// holding is a capacity with its holder's name.
type holding struct {
	account.Grant
	name string
}

func (h holding) teller() Teller { return Teller{h.Person, h.name} }

// heldBy lists every capacity held on the day by people who may sign in, by name.
func heldBy(ctx context.Context, tx *store.Tx, day vi.Day) ([]holding, error) {
	return store.All(ctx, tx, func(h *holding) []any { return []any{&h.Person, &h.name, &h.Role, &h.Unit, &h.Cluster} },
		`SELECT p.id, p.name, g.role, COALESCE(g.unit_id, ''), COALESCE(g.cluster_id, '') FROM role_grant g
		JOIN person p ON p.id = g.person_id AND p.state = 'active'
		WHERE g.from_day <= $1 AND (g.until_day = '' OR g.until_day > $2) ORDER BY p.sort_key, p.id, g.id`, day, day)
}

// appointed is the tally board of those persons, or a refusal of one that
// cannot count this vote.
func (p Poll) appointed(ctx context.Context, tx *store.Tx, s season.Season, roster []cluster.Member, day vi.Day, board []string) ([]Teller, error) {
	if p.Method != Paper {
		return nil, nil
	}
	board = slices.Compact(slices.Sorted(slices.Values(board)))
	if len(board) < 2 {
		return nil, refusal.Field("board", "Ban kiểm phiếu phải có ít nhất hai người: hai người nhập số phiếu riêng, không ai thấy của ai.")
	}
	may, own, err := Tellers(ctx, tx, p, s, roster, day)
	if err != nil {
		return nil, err
	}
	var all []Teller
	for _, person := range board {
		named := func(t Teller) bool { return t.Person == person }
		if i := slices.IndexFunc(own, named); i >= 0 {
			return nil, &refusal.Error{Kind: refusal.NotAllowed, Field: "board", Rule: ownBallot, Sentence: fmt.Sprintf("%s làm việc cho đơn vị có tên trên phiếu, nên không kiểm phiếu.", own[i].Name)}
		}
		i := slices.IndexFunc(may, named)
		if i < 0 {
			return nil, refusal.Field("board", "Có người trong ban kiểm phiếu không làm việc cho cụm này, hoặc không được nhập số phiếu.")
		}
		all = append(all, may[i])
	}
	return all, nil
}

// ownBallot is the rule that nobody counts the ballots for their own unit, nor
// decides a tie it is in.
const ownBallot = "own_ballot"

// onBallot reports whether the unit stands on the ballot.
func (p Poll) onBallot(unit string) bool {
	return unit != "" && slices.ContainsFunc(p.Options, func(o Option) bool { return o.Candidate == unit })
}

func names(board []Teller) (all []string) {
	for _, t := range board {
		all = append(all, t.Name)
	}
	return all
}
