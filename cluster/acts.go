package cluster

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// longest bounds each text of a cluster, in letters.
const longest = 2000

// SetUp records a cluster and returns its new id.
func SetUp(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Cluster) (id string, err error) {
	if err := access.Check(by, access.SetUpCluster, ""); err != nil {
		return "", err
	}
	c = c.clean()
	if err := c.check(); err != nil {
		return "", err
	}
	if c.StandingBody != "" {
		if _, err := org.ByID(ctx, tx, c.StandingBody, day); refusal.Is(err, refusal.NotFound) {
			return "", refusal.Field("standing_body", "Cơ quan thường trực không có trong danh mục đơn vị.")
		} else if err != nil {
			return "", err
		}
	}
	c.ID = store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO cluster (id, name, fold, kind, level, province, organisation, standing_body_unit, about, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, NULLIF($8, ''), $9, $10)`,
		c.ID, c.Name, vi.Fold(c.Name), c.Kind, c.Level, c.Province, c.Organisation, c.StandingBody, c.About, c.Sample); err != nil {
		return "", err
	}
	return c.ID, journal.Record(ctx, tx, by, day, access.SetUpCluster, "cluster:"+c.ID, c)
}

func (c Cluster) clean() Cluster {
	for _, text := range []*string{&c.Name, &c.Level, &c.Province, &c.Organisation, &c.About} {
		*text = vi.Clean(*text)
	}
	if c.Kind == "" {
		c.Kind = GuessKind(c.Name)
	}
	return c
}

func (c Cluster) check() error {
	if vi.Fold(c.Name) == "" {
		return refusal.Field("name", "Cụm, khối thi đua phải có tên.")
	}
	if c.Kind.Label() == "" {
		return refusal.Field("kind", fmt.Sprintf("Không có loại cụm “%s”.", c.Kind))
	}
	var faults []error
	for _, t := range []struct{ field, text string }{{"name", c.Name}, {"level", c.Level}, {"province", c.Province},
		{"organisation", c.Organisation}, {"about", c.About}} {
		if err := vi.ValidText(t.text); err != nil {
			faults = append(faults, refusal.Field(t.field, err.Error()))
		} else if len([]rune(t.text)) > longest {
			faults = append(faults, refusal.Field(t.field, fmt.Sprintf("Dài quá %s chữ cái.", vi.FormatInt(longest))))
		}
	}
	return errors.Join(faults...)
}

// Enrol records the members of a year with their head and deputy. Done again
// for the same year, it replaces the list: the journal keeps the former one.
func Enrol(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Enrolment) error {
	if err := access.Check(by, access.SetUpCluster, ""); err != nil {
		return err
	}
	year, err := ParseYear(e.Label)
	if err != nil {
		return err
	}
	e.Label = year.String()
	if _, err := ByID(ctx, tx, e.Cluster); err != nil {
		return err
	}
	units, err := org.ByIDs(ctx, tx, append([]string{e.Head, e.Deputy}, e.Members...), year.NamingDay())
	if err != nil {
		return err
	}
	if err := e.Check(units); err != nil {
		return err
	}
	if err := e.write(ctx, tx); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.SetUpCluster, "cluster:"+e.Cluster, e)
}

// memberRow is one member on its way into the table, all of them in one
// statement.
type memberRow struct {
	Position int  `json:"position"`
	Role     Role `json:"role"`
}

func (e Enrolment) write(ctx context.Context, tx *store.Tx) error {
	if _, err := tx.Exec(ctx, `DELETE FROM cluster_member WHERE cluster_id = $1 AND label = $2`, e.Cluster, e.Label); err != nil {
		return err
	}
	rows := make(map[string]memberRow, len(e.Members))
	for i, id := range e.Members {
		rows[id] = memberRow{Position: i + 1, Role: e.role(id)}
	}
	_, err := tx.Exec(ctx, `INSERT INTO cluster_member (cluster_id, label, unit_id, position, role, illustrative_role)
		SELECT CAST($1 AS text), CAST($2 AS text), j.key, CAST(j.value ->> 'position' AS integer), j.value ->> 'role',
			(j.value ->> 'role') <> '' AND $3 = 'yes'
		FROM json_each($4) AS j`, e.Cluster, e.Label, yes(e.SampleRoles), store.Text(rows))
	return err
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
