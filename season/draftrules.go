package season

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Draft is the rules of a year while they are being written. They bind nobody
// until the members sign them.
type Draft struct {
	Rules    Rules      // as drafted; while nothing is, as last signed
	Written  bool       // a draft is on record
	Revision int64      // counts the changes; whoever changes the draft names the one they saw
	By       string     // who changed it last
	At       store.Time // and when
	earlier  string     // the rules before that, as stored; empty when there were none
}

// Undoable reports whether the last change can be taken back.
func (d Draft) Undoable() bool { return d.Written && d.earlier != "" }

// DraftOf returns the year's draft.
func DraftOf(ctx context.Context, tx *store.Tx, seasonID string) (Draft, error) {
	type row struct {
		Draft
		body string
	}
	r, err := store.One(ctx, tx, func(r *row) []any { return []any{&r.Revision, &r.body, &r.earlier, &r.By, &r.At} },
		`SELECT revision, body, earlier, edited_by, edited_at FROM season_rules_draft WHERE season_id = $1`, seasonID)
	if err != nil && !errors.Is(err, store.ErrNone) {
		return Draft{}, err
	}
	if r.Written = r.body != ""; r.Written {
		r.Rules, err = rulesFrom(r.body)
		return r.Draft, err
	}
	r.Rules, err = RulesOf(ctx, tx, seasonID)
	r.Rules.Version, r.Rules.SignedOn = 0, vi.Day{}
	return r.Draft, err
}

func rulesFrom(body string) (Rules, error) {
	var j store.JSON[Rules]
	err := j.Scan(body)
	return j.V, err
}

// EditDraft lets edit change the draft as it stood at the revision; edit names
// itself in few words for the journal. Somebody who saw an older revision is
// refused, and loses nothing but time: their page shows both.
func EditDraft(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, revision int64, name string, edit func(*Rules) error) error {
	d, err := editable(ctx, tx, by, day, seasonID, revision)
	if err != nil {
		return err
	}
	before := store.Text(d.Rules)
	if err := edit(&d.Rules); err != nil {
		return err
	}
	d.Rules.Version, d.Rules.SignedOn = 0, vi.Day{}
	if err := d.Rules.tidy(); err != nil {
		return err
	}
	after := store.Text(d.Rules)
	if d.Written && after == before {
		return nil
	}
	earlier := ""
	if d.Written {
		earlier = before
	}
	was, err := rulesFrom(before)
	if err != nil {
		return err
	}
	return d.put(ctx, tx, by, day, seasonID, name, after, earlier, Differences(was, d.Rules))
}

// UndoDraft takes the last change of the draft back; done again, it brings the
// change back.
func UndoDraft(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, revision int64) error {
	d, err := editable(ctx, tx, by, day, seasonID, revision)
	if err != nil {
		return err
	}
	if !d.Undoable() {
		return refusal.New(refusal.Unsatisfied, "Không có bước nào để hoàn tác.")
	}
	was, err := rulesFrom(d.earlier)
	if err != nil {
		return err
	}
	return d.put(ctx, tx, by, day, seasonID, "undo", d.earlier, store.Text(d.Rules), Differences(d.Rules, was))
}

// DropDraft gives the draft up; what the members signed stays.
func DropDraft(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, revision int64) error {
	d, err := editable(ctx, tx, by, day, seasonID, revision)
	if err != nil {
		return err
	}
	if !d.Written {
		return refusal.New(refusal.Unsatisfied, "Chưa có dự thảo nào để bỏ.")
	}
	return d.put(ctx, tx, by, day, seasonID, "drop", "", "", nil)
}

// editable finds the draft for somebody who may change it now and saw its newest
// revision.
func editable(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, revision int64) (Draft, error) {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return Draft{}, err
	}
	if err := Permit(by, access.DraftRules, "", s); err != nil {
		return Draft{}, err
	}
	if err := s.StillOpen(day, "bộ quy tắc"); err != nil {
		return Draft{}, err
	}
	d, err := DraftOf(ctx, tx, seasonID)
	if err == nil && d.Revision != revision {
		return d, refusal.New(refusal.Conflict, fmt.Sprintf("%s vừa sửa dự thảo lúc %s nên chưa ghi gì. Trang này hiện bản mới nhất cùng những gì đồng chí đã nhập; xin xem lại rồi ghi lần nữa.",
			d.By, d.At.In(vi.Location).Format("15:04 ngày 02/01/2006")))
	}
	return d, err
}

// longestEntry is how many differences one entry of the journal tells one by
// one.
const longestEntry = 60

func (d Draft) put(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, name, body, earlier string, changed []Difference) error {
	if _, err := tx.Exec(ctx, `INSERT INTO season_rules_draft (season_id, revision, body, earlier, edited_by, edited_at)
		VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (season_id) DO UPDATE SET revision = excluded.revision, body = excluded.body,
			earlier = excluded.earlier, edited_by = excluded.edited_by, edited_at = excluded.edited_at`,
		seasonID, d.Revision+1, body, earlier, by.Name, tx.Now); err != nil {
		return err
	}
	detail := map[string]any{"revision": d.Revision + 1, "edit": name, "changes": len(changed)}
	if len(changed) <= longestEntry {
		detail["changed"] = changed
	}
	return record(ctx, tx, by, day, access.DraftRules, seasonID, detail)
}
