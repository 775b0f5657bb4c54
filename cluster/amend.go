package cluster

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Amend corrects what is written of a cluster: its name, kind, level, province,
// organisation and description. Its standing body stays: another body cannot
// take a cluster over by a correction.
func Amend(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Cluster) error {
	if err := access.Check(by, access.SetUpCluster, ""); err != nil {
		return err
	}
	if by.Cluster != "" && by.Cluster != c.ID {
		return refusal.By("cluster", "Đồng chí không làm việc cho cụm này, nên không đọc, không ghi gì của cụm.")
	}
	was, err := ByID(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	c.StandingBody, c.Sample = was.StandingBody, was.Sample
	if c = c.clean(); c == was {
		return nil
	}
	if err := c.check(); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE cluster SET name = $1, fold = $2, kind = $3, level = $4, province = $5, organisation = $6, about = $7 WHERE id = $8`,
		c.Name, vi.Fold(c.Name), c.Kind, c.Level, c.Province, c.Organisation, c.About, c.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.SetUpCluster, "cluster:"+c.ID, map[string]Cluster{"was": was, "became": c})
}
