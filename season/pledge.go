package season

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// longestPledge bounds a pledge's words, in letters.
const longestPledge = 20_000

// PledgeDraft is the giao ước while the units sign it.
type PledgeDraft struct {
	Revision   int // grows with every change of its words; 0 = nothing was drafted
	Day        vi.Day
	Place      string
	Text       string // paragraphs, one a line
	EditedBy   string
	EditedOn   vi.Day
	Signatures []PledgeSignature // under these very words
}

// PledgeSignature is one unit's signature, put by its leader at a desk.
type PledgeSignature struct {
	Unit   string // unit id
	Person string // person id
	Name   string // as the journal names them
	On     vi.Day
}

// SignedBy is the unit's signature, if it signed these words.
func (d PledgeDraft) SignedBy(unit string) (PledgeSignature, bool) {
	for _, s := range d.Signatures {
		if s.Unit == unit {
			return s, true
		}
	}
	return PledgeSignature{}, false
}

// PledgeDraftOf returns the pledge being signed, in two statements; a zero draft
// when there is none.
func PledgeDraftOf(ctx context.Context, tx *store.Tx, seasonID string) (PledgeDraft, error) {
	d, err := store.One(ctx, tx, func(d *PledgeDraft) []any {
		return []any{&d.Revision, &d.Day, &d.Place, &d.Text, &d.EditedBy, &d.EditedOn}
	}, `SELECT revision, day, place, body, edited_by, edited_on FROM pledge_draft WHERE season_id = $1`, seasonID)
	if errors.Is(err, store.ErrNone) {
		return PledgeDraft{}, nil
	}
	if err != nil {
		return d, err
	}
	d.Signatures, err = store.All(ctx, tx, func(s *PledgeSignature) []any { return []any{&s.Unit, &s.Person, &s.Name, &s.On} },
		`SELECT unit_id, person_id, name, signed_on FROM pledge_signature WHERE season_id = $1 AND revision = $2 ORDER BY unit_id`, seasonID, d.Revision)
	return d, err
}

// DraftPledge writes down what the units are to sign. Changing the words begins
// the signing anew: a signature holds for the words it was put under. seen is
// the revision that the change was made from.
func DraftPledge(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, seen int, d PledgeDraft) error {
	old, err := pledgeGround(ctx, tx, by, day, access.DraftPledge, "", seasonID)
	if err != nil {
		return err
	}
	if err := d.clean(); err != nil {
		return err
	}
	if old.Revision != seen {
		return refusal.New(refusal.Conflict, "Có người vừa sửa bản giao ước nên chưa ghi gì. Trang này hiện những gì đồng chí đã nhập; mở lại trang để xem bản mới.")
	}
	d.Revision = old.Revision
	if d.Text != old.Text || old.Revision == 0 {
		d.Revision++
	}
	if _, err := tx.Exec(ctx, `INSERT INTO pledge_draft (season_id, revision, day, place, body, edited_by, edited_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (season_id) DO UPDATE SET revision = excluded.revision, day = excluded.day, place = excluded.place, body = excluded.body,
			edited_by = excluded.edited_by, edited_on = excluded.edited_on`,
		seasonID, d.Revision, d.Day, d.Place, d.Text, by.Name, day); err != nil {
		return err
	}
	return record(ctx, tx, by, day, access.DraftPledge, seasonID, map[string]any{"draft": d.Text, "revision": d.Revision, "day": d.Day, "place": d.Place})
}

// JoinPledge puts the signature of the leader's own unit under the words of
// that revision, those that the leader read.
func JoinPledge(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, read int) error {
	d, err := pledgeGround(ctx, tx, by, day, access.JoinPledge, unit, seasonID)
	if err != nil {
		return err
	}
	switch {
	case d.Revision == 0:
		return refusal.New(refusal.Closed, "Chưa có bản giao ước để ký.")
	case d.Revision != read:
		return refusal.New(refusal.Conflict, "Lời giao ước vừa được sửa: xin đọc lại bản mới rồi ký.")
	}
	added, err := tx.Exec(ctx, `INSERT INTO pledge_signature (season_id, revision, unit_id, person_id, name, signed_on) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (season_id, revision, unit_id) DO NOTHING`, seasonID, d.Revision, unit, by.Person, by.Name, day)
	if err != nil {
		return err
	}
	if added == 0 {
		return refusal.New(refusal.Conflict, "Đơn vị đã ký bản giao ước này.")
	}
	return record(ctx, tx, by, day, access.JoinPledge, seasonID, map[string]any{"unit": unit, "revision": d.Revision})
}

// pledgeGround is the draft, for an act that may be done on it.
func pledgeGround(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, act access.Act, unit, seasonID string) (PledgeDraft, error) {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return PledgeDraft{}, err
	}
	if err := Permit(by, act, unit, s); err != nil {
		return PledgeDraft{}, err
	}
	if s.Pledge.Signed() {
		return PledgeDraft{}, refusal.New(refusal.Conflict, "Giao ước của năm này đã ký kết xong.")
	}
	if unit != "" {
		if err := errors.Join(s.Calendar.Open(Pledging, day), s.mustBeMember(ctx, tx, "unit", unit)); err != nil {
			return PledgeDraft{}, err
		}
	}
	return PledgeDraftOf(ctx, tx, seasonID)
}

// paragraphs puts a text of several lines in order; empty lines go.
func paragraphs(field, text string) (string, error) {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if err := vi.ValidText(line); err != nil {
			return "", refusal.Field(field, err.Error())
		}
		if line = vi.Clean(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n"), nil
}

func (d *PledgeDraft) clean() error {
	text, err := paragraphs("text", d.Text)
	if err := errors.Join(err, refusal.Texts(refusal.Text{Field: "place", Value: &d.Place})); err != nil {
		return err
	}
	d.Text = text
	switch {
	case d.Text == "":
		return refusal.Field("text", "Chưa ghi lời giao ước.")
	case len([]rune(d.Text)) > longestPledge:
		return refusal.Field("text", fmt.Sprintf("Lời giao ước dài quá %d chữ.", longestPledge))
	}
	return nil
}

// ConcludePledge records the pledge as signed, on that day and at that place,
// by the units that signed at their desks and those that signed on paper.
func ConcludePledge(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, on vi.Day, place string, onPaper []string) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	d, err := pledgeGround(ctx, tx, by, day, access.SignPledge, "", seasonID)
	if err != nil {
		return err
	}
	p := Pledge{Day: on, Place: place, Text: d.Text, Sample: s.Sample}
	for _, x := range d.Signatures {
		p.Units = append(p.Units, x.Unit)
	}
	for _, unit := range onPaper {
		if err := s.mustBeMember(ctx, tx, "units", unit); err != nil {
			return err
		}
		if !slices.Contains(p.Units, unit) {
			p.Units = append(p.Units, unit)
		}
	}
	switch {
	case len(p.Units) == 0:
		return refusal.Field("units", "Chưa có đơn vị nào ký giao ước.")
	case on.IsZero():
		return refusal.Field("day", "Phải ghi ngày ký kết.")
	case on.After(day):
		return refusal.Field("day", fmt.Sprintf("Ngày ký kết (%s) ở sau hôm nay (%s).", on.Short(), day.Short()))
	}
	return SignPledge(ctx, tx, by, day, seasonID, p)
}
