package season

import (
	"context"
	"slices"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// RuleSet is the newest rules that another year signed, as they are offered to
// be copied.
type RuleSet struct {
	Season  string // id
	Cluster string // name
	Label   string
	Version int
}

// RuleSets returns the rules a year may take over: those of its cluster's other
// years, and for the standing body also those of the other clusters it stands
// for. Newest first.
func RuleSets(ctx context.Context, tx *store.Tx, by access.Actor, s Season) ([]RuleSet, error) {
	body := ""
	if by.Role == access.StandingBody {
		body = "yes"
	}
	return store.All(ctx, tx, func(r *RuleSet) []any { return []any{&r.Season, &r.Cluster, &r.Label, &r.Version} },
		`SELECT o.id, c.name, o.label, max(r.version) FROM season o JOIN cluster c ON c.id = o.cluster_id JOIN season_rules r ON r.season_id = o.id
		JOIN cluster own ON own.id = $1
		WHERE o.id <> $2 AND (o.cluster_id = own.id OR ($3 <> '' AND c.standing_body_unit = own.standing_body_unit))
		GROUP BY o.id, c.name, o.label, o.year, c.fold ORDER BY o.year DESC, c.fold, o.id`, s.Cluster, s.ID, body)
}

// CopyRules makes the newest rules that another year signed the draft of this
// one.
func CopyRules(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, revision int64, from string) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	offered, err := RuleSets(ctx, tx, by, s)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(offered, func(r RuleSet) bool { return r.Season == from }) {
		return refusal.Field("from", "Chọn một bộ quy tắc trong danh sách.")
	}
	rules, err := RulesOf(ctx, tx, from)
	if err != nil {
		return err
	}
	return EditDraft(ctx, tx, by, day, seasonID, revision, "copy season:"+from, func(r *Rules) error {
		*r = rules
		return nil
	})
}
