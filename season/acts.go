package season

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Open begins a cluster's year and returns its id. Label must be new for the
// cluster and Slug new for all.
func Open(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Season) (string, error) {
	if err := access.Check(by, access.OpenSeason, ""); err != nil {
		return "", err
	}
	if faults := s.Calendar.Faults(); len(faults) > 0 {
		return "", refusal.Field("phases", faults[0].Sentence)
	}
	taken, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM season WHERE slug = $1 OR (cluster_id = $2 AND label = $3)`, s.Slug, s.Cluster, s.Label)
	if err != nil {
		return "", err
	}
	if taken > 0 {
		return "", refusal.New(refusal.Conflict, fmt.Sprintf("Năm thi đua %s của cụm này đã có trong sổ.", s.Label))
	}
	s.ID, s.Phase = store.NewID(), SetUp
	if _, err := tx.Exec(ctx, `INSERT INTO season (`+columns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		s.ID, s.Cluster, s.Slug, s.Label, s.Year, s.Phase, store.Text(s.Calendar), s.MembersCount, vi.Day{}, false,
		store.Text(Pledge{}), store.Text(Election{}), store.Text(s.Sources), s.Sample); err != nil {
		return "", err
	}
	return s.ID, record(ctx, tx, by, day, access.OpenSeason, s.ID, map[string]any{"slug": s.Slug, "label": s.Label})
}

func record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, act access.Act, id string, detail any) error {
	return journal.Record(ctx, tx, by, day, act, "season:"+id, detail)
}

// Sign records a version of the rules the members signed. A version once
// recorded is never changed; a correction is the next version, as long as the
// results by the rules are not public.
func Sign(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, r Rules) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := Permit(by, access.SignRules, "", s); err != nil {
		return err
	}
	if err := r.Check(); err != nil {
		return err
	}
	if err := s.StillOpen(day, "bộ quy tắc"); err != nil {
		return err
	}
	last, err := RulesOf(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if r.Version == 0 {
		r.Version = last.Version + 1
	}
	if r.Version <= last.Version {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Bộ quy tắc bản %d đã được ký; bản mới phải từ %d.", r.Version, last.Version+1))
	}
	if _, err := tx.Exec(ctx, `INSERT INTO season_rules (season_id, version, signed_on, body) VALUES ($1, $2, $3, $4)`,
		seasonID, r.Version, r.SignedOn, store.Text(r)); err != nil {
		return err
	}
	return record(ctx, tx, by, day, access.SignRules, seasonID, map[string]any{"version": r.Version, "signed_on": r.SignedOn})
}

// SignPledge records the signing of the giao ước.
func SignPledge(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, p Pledge) error {
	text, err := paragraphs("text", p.Text)
	if err := errors.Join(err, refusal.Texts(refusal.Text{Field: "place", Value: &p.Place})); err != nil {
		return err
	}
	p.Text = text
	return change(ctx, tx, by, day, access.SignPledge, seasonID, p, func(s *Season) error {
		if s.Pledge.Signed() {
			return refusal.New(refusal.Conflict, "Giao ước của năm này đã được ghi.")
		}
		s.Pledge = p
		return s.NotClosed("giao ước")
	})
}

// Elect records whom the members chose to lead the cluster next year.
func Elect(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, e Election) error {
	if err := refusal.Texts(refusal.Text{Field: "method", Value: &e.Method}); err != nil {
		return err
	}
	return change(ctx, tx, by, day, access.ElectHead, seasonID, e, func(s *Season) error {
		if err := s.electable(ctx, tx, by, e); err != nil {
			return err
		}
		if e.Head != "" && e.Head == e.Deputy {
			return refusal.Field("next_deputy", "Phó trưởng cụm năm sau phải khác trưởng cụm.")
		}
		s.Elected = e
		return s.NotClosed("trưởng cụm năm sau")
	})
}

// electable holds an election at a desk to the members, and to one that names
// its head and how the members chose.
func (s Season) electable(ctx context.Context, tx *store.Tx, by access.Actor, e Election) error {
	if !by.Desk() {
		return nil
	}
	var faults []error
	if e.Head == "" {
		faults = append(faults, refusal.Field("next_head", "Phải chọn trưởng cụm năm sau."))
	} else {
		faults = append(faults, s.mustBeMember(ctx, tx, "next_head", e.Head))
	}
	if e.Deputy != "" {
		faults = append(faults, s.mustBeMember(ctx, tx, "next_deputy", e.Deputy))
	}
	if e.Method == "" {
		faults = append(faults, refusal.Field("method", "Phải ghi các đơn vị đã chọn bằng cách nào: bầu, thống nhất hay luân phiên."))
	}
	return errors.Join(faults...)
}

// Publish makes the year's results public from the day on; sample says that no
// source gives that day.
func Publish(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, sample bool) error {
	detail := map[string]any{"on": day, "illustrative": sample}
	return change(ctx, tx, by, day, access.PublishResult, seasonID, detail, func(s *Season) error {
		if !s.PublishedOn.IsZero() {
			return refusal.New(refusal.Conflict, fmt.Sprintf("Kết quả đã công bố ngày %s.", s.PublishedOn.Short()))
		}
		s.PublishedOn, s.SamplePublication = day, sample
		return nil
	})
}

// Move takes the year through one step of the state machine.
func Move(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, act string) error {
	return change(ctx, tx, by, day, access.MovePhase, seasonID, act, func(s *Season) error {
		t, ok := Step(s.Phase, act)
		if !ok {
			return refusal.New(refusal.Closed, fmt.Sprintf("Năm thi đua đang ở bước “%s”, không chuyển theo cách này được.", s.Phase.Label()))
		}
		s.Phase = t.To
		return t.Guard.hold(*s)
	})
}

// change reads the season, lets edit alter it, and writes it with its entry.
func change(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, act access.Act, seasonID string, detail any, edit func(*Season) error) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := Permit(by, act, "", s); err != nil {
		return err
	}
	if err := edit(&s); err != nil {
		return err
	}
	if err := update(ctx, tx, s); err != nil {
		return err
	}
	return record(ctx, tx, by, day, act, seasonID, detail)
}
