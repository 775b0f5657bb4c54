package cluster

import (
	"context"
	"errors"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Handover passes the headship of a cluster to another member on a day.
type Handover struct {
	Cluster  string // id
	Label    string // the year whose roster names the new head
	Unit     string // id of the new head
	On       vi.Day // its first day as head; the former head's last is the day before
	Document string // the minutes or decision it rests on
}

// Headship is a unit's time as head of a cluster.
type Headship struct {
	Unit     string
	Name     string // as it is last known
	Label    string // the year it was recorded for
	From     vi.Day
	Until    vi.Day // first day no longer; zero while it lasts
	Document string
}

// HandOver makes another member head of the cluster, keeps who was head until
// then, and returns the former head's unit id, empty when there was none. The
// roster of the year names the new head from then on.
func HandOver(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, h Handover) (former string, err error) {
	if err := access.Check(by, access.HandOver, ""); err != nil {
		return "", err
	}
	if by.Cluster != "" && by.Cluster != h.Cluster {
		return "", refusal.By("cluster", "Đồng chí không làm việc cho cụm này.")
	}
	members, err := Roster(ctx, tx, h.Cluster, h.Label)
	if err != nil {
		return "", err
	}
	if err := h.check(members); err != nil {
		return "", err
	}
	last, err := lastHeadship(ctx, tx, h)
	if err != nil {
		return "", err
	}
	if err := h.mayFollow(last); err != nil {
		return "", err
	}
	if err := h.write(ctx, tx, last); err != nil {
		return "", err
	}
	return last.Unit, journal.Record(ctx, tx, by, day, access.HandOver, "cluster:"+h.Cluster, h)
}

// check refuses what cannot be handed over in a year with those members.
func (h *Handover) check(members []Member) error {
	err := refusal.Texts(refusal.Text{Field: "document", Value: &h.Document})
	isMember := func(m Member) bool { return m.Unit == h.Unit }
	switch {
	case err != nil:
		return err
	case len(members) == 0:
		return refusal.Field("label", "Năm này của cụm chưa có danh sách thành viên.")
	case !slices.ContainsFunc(members, isMember):
		return refusal.Field("unit", "Trưởng cụm mới phải là thành viên của cụm trong năm ấy.")
	case h.On.IsZero():
		return refusal.Field("on", "Phải ghi ngày bàn giao.")
	case h.Document == "":
		return refusal.Field("document", "Phải ghi biên bản hoặc văn bản bàn giao.")
	}
	return nil
}

// lastHeadship is who heads the cluster until this handover: as the last one
// recorded says, else as the rosters say, in which case From is zero.
func lastHeadship(ctx context.Context, tx *store.Tx, h Handover) (Headship, error) {
	last, err := store.One(ctx, tx, func(l *Headship) []any { return []any{&l.Unit, &l.Label, &l.From} },
		`SELECT unit_id, label, from_day FROM headship WHERE cluster_id = $1 ORDER BY from_day DESC LIMIT 1`, h.Cluster)
	if errors.Is(err, store.ErrNone) {
		last, err = store.One(ctx, tx, func(l *Headship) []any { return []any{&l.Unit, &l.Label} },
			`SELECT unit_id, label FROM cluster_member WHERE cluster_id = $1 AND role = 'head' AND label <= $2 AND unit_id <> $3
			ORDER BY label DESC LIMIT 1`, h.Cluster, h.Label, h.Unit)
	}
	if errors.Is(err, store.ErrNone) {
		return Headship{}, nil
	}
	return last, err
}

// mayFollow refuses a handover to the unit that is head, and one on or before
// the day of the last.
func (h Handover) mayFollow(last Headship) error {
	switch {
	case last.Unit == h.Unit:
		return refusal.Field("unit", "Đơn vị này đang là trưởng cụm.")
	case !last.From.Before(h.On) && !last.From.IsZero():
		return refusal.Field("on", "Cụm đã bàn giao ngày "+last.From.Short()+"; ngày bàn giao mới phải sau ngày ấy.")
	}
	return nil
}

// write keeps the headship, and before the first handover on record the former
// head's, from the beginning of its year.
func (h Handover) write(ctx context.Context, tx *store.Tx, last Headship) error {
	const insert = `INSERT INTO headship (cluster_id, from_day, unit_id, label, document, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)`
	if last.Unit != "" && last.From.IsZero() {
		if _, err := tx.Exec(ctx, insert, h.Cluster, beginning(last.Label, h.On), last.Unit, last.Label, "", tx.Now); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(ctx, insert, h.Cluster, h.On, h.Unit, h.Label, h.Document, tx.Now); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE cluster_member SET role = CASE WHEN unit_id = $1 THEN 'head' ELSE '' END, illustrative_role = FALSE
		WHERE cluster_id = $2 AND label = $3 AND (role = 'head' OR unit_id = $1)`, h.Unit, h.Cluster, h.Label)
	return err
}

// beginning is the first day of the year, or the day before the handover when
// that is earlier.
func beginning(label string, on vi.Day) vi.Day {
	year, err := ParseYear(label)
	first, dayErr := vi.NewDay(year.First, 1, 1)
	if err != nil || dayErr != nil || !first.Before(on) {
		return on.AddDays(-1)
	}
	return first
}

// Headships returns who headed the cluster from when until when, oldest first.
func Headships(ctx context.Context, tx *store.Tx, cluster string) ([]Headship, error) {
	all, err := store.All(ctx, tx, func(h *Headship) []any {
		return []any{&h.Unit, &h.Name, &h.Label, &h.From, &h.Document}
	}, `SELECT h.unit_id, COALESCE((SELECT n.name FROM unit_name n WHERE n.unit_id = h.unit_id ORDER BY n.from_day DESC LIMIT 1), ''),
			h.label, h.from_day, h.document
		FROM headship h WHERE h.cluster_id = $1 ORDER BY h.from_day`, cluster)
	for i := 1; i < len(all); i++ {
		all[i-1].Until = all[i].From
	}
	return all, err
}
