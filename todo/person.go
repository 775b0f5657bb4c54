package todo

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/account"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// For returns what waits for a person in all their capacities of the day, and
// the running years these reach, the newest first.
func For(ctx context.Context, tx *store.Tx, p account.Person, grants []account.Grant, day vi.Day) ([]Item, []Year, error) {
	reach, some := reachOf(grants)
	var years []Year
	var err error
	if some {
		if years, err = Years(ctx, tx, reach); err != nil {
			return nil, nil, err
		}
	}
	var lists [][]Item
	var reached []Year
	for _, y := range years {
		in := false
		for _, g := range grants {
			in = in || g.Reaches(y.Reach())
			lists = append(lists, y.Items(account.Holder{Person: p, Grant: g}, day))
		}
		if in {
			reached = append(reached, y)
		}
	}
	owed, err := followUps(ctx, tx, grants)
	if err != nil {
		return nil, nil, err
	}
	house, err := houseItems(ctx, tx, grants)
	return Merge(append(lists, owed, house)...), reached, err
}

// reachOf is where to look for the years of these capacities; false when they
// reach none.
func reachOf(grants []account.Grant) (r season.Reach, some bool) {
	for _, g := range grants {
		switch g.Role {
		case access.Admin, access.Inspector:
			continue
		case access.ClusterHead, access.ClusterDeputy:
			r.Clusters = append(r.Clusters, g.Cluster)
		case access.EmulationOfficer, access.Leader:
			r.Units = append(r.Units, g.Unit)
		default:
			r.All = r.All || g.Unit == "" && g.Cluster == ""
			if g.Cluster != "" {
				r.Clusters = append(r.Clusters, g.Cluster)
			} else if g.Unit != "" {
				r.Units = append(r.Units, g.Unit)
			}
		}
		some = true
	}
	return r, some
}

// What waits for those who keep the house.
const (
	LockedPeople Kind = "locked_people"
	NoSecond     Kind = "no_second_factor"
	DeadJobs     Kind = "dead_jobs"
	ReadJournal  Kind = "journal"
)

// houseItems are those of the administrator and the inspector.
func houseItems(ctx context.Context, tx *store.Tx, grants []account.Grant) (all []Item, err error) {
	held := map[access.Role]bool{}
	for _, g := range grants {
		held[g.Role] = true
	}
	if held[access.Admin] {
		if all, err = counted(ctx, tx, adminCounts, ""); err != nil {
			return nil, err
		}
	}
	if held[access.Inspector] {
		more, err := counted(ctx, tx, inspectorCounts, store.At(tx.Now.AddDate(0, 0, -7)).String())
		return append(all, more...), err
	}
	return all, nil
}

// tally is a item that waits while its count is not zero.
type tally struct {
	kind     Kind
	say      Words
	more     [2]string // with %d
	link     string
	counting string // a query of one number
}

var adminCounts = []tally{
	{LockedPeople, Words{"Tài khoản đang khóa", "Locked accounts"}, [2]string{"%d tài khoản", "%d accounts"}, "/quan-tri/nguoi-dung?trang-thai=locked",
		`SELECT count(*) FROM person WHERE state = 'locked' AND CAST($1 AS text) = ''`},
	{NoSecond, Words{"Người dùng chưa bật xác thực hai lớp", "People without a second factor"}, [2]string{"%d người", "%d people"}, "/quan-tri/nguoi-dung",
		`SELECT count(*) FROM person p WHERE p.state = 'active' AND CAST($1 AS text) = ''
			AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND c.totp_secret <> '')
			AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.id)`},
	{DeadJobs, Words{"Việc chạy nền không làm được", "Background jobs that failed for good"}, [2]string{"%d việc", "%d jobs"}, "/quan-tri/viec-nen",
		`SELECT count(*) FROM job WHERE state = 'dead' AND CAST($1 AS text) = ''`},
}

var inspectorCounts = []tally{
	{ReadJournal, Words{"Xem nhật ký bảy ngày qua", "Read the journal of the last seven days"}, [2]string{"%d mục mới", "%d new entries"}, "/nhat-ky",
		`SELECT count(*) FROM journal WHERE at >= $1`},
}

func counted(ctx context.Context, tx *store.Tx, tallies []tally, arg string) (all []Item, err error) {
	for _, t := range tallies {
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, t.counting, arg)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			all = append(all, Item{Kind: t.kind, Say: t.say, Link: t.link, More: Words{fmt.Sprintf(t.more[0], n), fmt.Sprintf(t.more[1], n)}})
		}
	}
	return all, nil
}
