package meeting

import (
	"context"
	"fmt"
	"slices"

	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
)

// checkUnits refuses units that are not on record, and a roll call of the
// cluster that names a unit which was no member that year. A council has
// members of its own, whom the cluster does not know.
func checkUnits(ctx context.Context, tx *store.Tx, s season.Season, c Conference) error {
	mentioned := c.mentioned()
	ids := make([]string, len(mentioned))
	for i, m := range mentioned {
		ids[i] = m.unit
	}
	known, err := org.ByIDs(ctx, tx, ids, c.Day)
	if err != nil {
		return err
	}
	for _, m := range mentioned {
		if _, ok := known[m.unit]; !ok {
			return refusal.Field(m.field, "Đơn vị này không có trong danh mục.")
		}
	}
	if c.Kind == Council {
		return nil
	}
	return checkMembers(ctx, tx, s, c, known)
}

func checkMembers(ctx context.Context, tx *store.Tx, s season.Season, c Conference, known map[string]org.Unit) error {
	roll := c.Attendance.units()
	if len(roll) == 0 {
		return nil
	}
	members, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return err
	}
	for _, n := range roll {
		if !slices.ContainsFunc(members, func(m cluster.Member) bool { return m.Unit == n.unit }) {
			return refusal.Field("attendance."+n.field, fmt.Sprintf("%s không phải đơn vị thành viên của cụm năm %s.", known[n.unit].Name, s.Label))
		}
	}
	return nil
}

// mentioned lists every unit the record refers to, with the field it stands in.
func (c Conference) mentioned() (all []named) {
	for _, n := range []named{{c.Host, "host"}, {c.ConvenedByUnit, "convened_by_unit"}} {
		if n.unit != "" {
			all = append(all, n)
		}
	}
	for i, s := range c.Speeches {
		if s.Unit != "" {
			all = append(all, named{s.Unit, fmt.Sprintf("speeches[%d].unit", i)})
		}
	}
	for _, n := range c.Attendance.units() {
		all = append(all, named{n.unit, "attendance." + n.field})
	}
	return all
}
