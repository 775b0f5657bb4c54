package meeting

import (
	"context"
	"errors"
	"strings"

	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
)

// Minutes are one document of minutes: the first, or a correction of the signed
// one before it. From Frozen on they never change.
type Minutes struct {
	Conference string // conference id
	Number     int    // 1; a correction is 2, 3…
	Version    int    // how often they were changed
	Why        string // why a correction was needed; empty for the first
	Sections   []Section
	Amendments []Amendment
	Frozen     string // the text as it was frozen; empty before
	SHA256     string // of Frozen, in hex
	Signatures []Signature
}

// Section is a titled part of the minutes; one without lines is left out of the
// document.
type Section struct {
	Title string   `json:"title"`
	Lines []string `json:"lines,omitempty"`
}

// Seat is in which place somebody signs.
type Seat string

// The two seats.
const (
	Chair     Seat = "chair"     // chủ tọa
	Secretary Seat = "secretary" // thư ký
)

// Label is the seat's Vietnamese name.
func (s Seat) Label() string {
	if s == Chair {
		return "Chủ tọa"
	}
	return "Thư ký"
}

// Signature is a recorded act: who signed the frozen text, when, and where the
// journal stood. It is no digital signature.
type Signature struct {
	Seat   Seat         `json:"seat"`
	Person string       `json:"person"` // person id
	Name   string       `json:"name"`
	At     store.Time   `json:"at"`
	SHA256 string       `json:"sha256"` // of the frozen text that was signed
	Head   journal.Head `json:"head"`   // the journal's newest entry before this signature
}

// SignedBy is the signature in that seat, nil while there is none.
func (m Minutes) SignedBy(seat Seat) *Signature {
	for i := range m.Signatures {
		if m.Signatures[i].Seat == seat {
			return &m.Signatures[i]
		}
	}
	return nil
}

// Empty reports whether the minutes say nothing.
func (m Minutes) Empty() bool {
	for _, s := range m.Sections {
		if len(s.Lines) > 0 {
			return false
		}
	}
	return true
}

// Text is the minutes as plain text, UTF-8 with "\n": a title a paragraph, a
// line a "- ". What is frozen and signed is this text.
func (m Minutes) Text(heading string) string {
	var b strings.Builder
	b.WriteString(heading + "\n")
	if m.Why != "" {
		b.WriteString("Đính chính: " + m.Why + "\n")
	}
	for _, s := range m.Sections {
		if len(s.Lines) == 0 {
			continue
		}
		b.WriteString("\n" + s.Title + "\n")
		for _, line := range s.Lines {
			b.WriteString("- " + line + "\n")
		}
	}
	return b.String()
}

// MinutesOf returns every document of minutes of a conference, the newest last.
func MinutesOf(ctx context.Context, tx *store.Tx, conference string) ([]Minutes, error) {
	rows, err := store.All(ctx, tx, (*minutesRow).into, selectedMinutes+` WHERE conference_id = $1 ORDER BY number`, conference)
	all := make([]Minutes, len(rows))
	for i, r := range rows {
		all[i] = r.minutes()
	}
	return all, err
}

const selectedMinutes = `SELECT conference_id, number, version, why, sections, amendments, frozen, sha256, signatures FROM conference_minutes`

type minutesRow struct {
	Minutes
	sections   store.JSON[[]Section]
	amendments store.JSON[[]Amendment]
	signatures store.JSON[[]Signature]
}

func (r *minutesRow) into() []any {
	return []any{&r.Conference, &r.Number, &r.Version, &r.Why, &r.sections, &r.amendments, &r.Frozen, &r.SHA256, &r.signatures}
}

func (r minutesRow) minutes() Minutes {
	m := r.Minutes
	m.Sections, m.Amendments, m.Signatures = r.sections.V, r.amendments.V, r.signatures.V
	return m
}

// newest is the document that is being drawn up, or the last one signed.
func newest(ctx context.Context, tx *store.Tx, conference string) (Minutes, error) {
	r, err := store.One(ctx, tx, (*minutesRow).into, selectedMinutes+` WHERE conference_id = $1 ORDER BY number DESC LIMIT 1`, conference)
	if errors.Is(err, store.ErrNone) {
		return Minutes{}, refusal.New(refusal.NotFound, "Hội nghị này chưa có biên bản.")
	}
	return r.minutes(), err
}

// keepMinutes writes the document; one that exists takes its next version.
func keepMinutes(ctx context.Context, tx *store.Tx, m Minutes) error {
	_, err := tx.Exec(ctx, `INSERT INTO conference_minutes (conference_id, number, version, why, sections, amendments, frozen, sha256, signatures)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (conference_id, number) DO UPDATE SET version = excluded.version, sections = excluded.sections,
		amendments = excluded.amendments, frozen = excluded.frozen, sha256 = excluded.sha256, signatures = excluded.signatures`,
		m.Conference, m.Number, m.Version+1, m.Why, store.Text(m.Sections), store.Text(m.Amendments), m.Frozen, m.SHA256, store.Text(m.Signatures))
	return err
}
