package paper

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Entry is a paper that was issued at the desk, as the book of papers tells it.
type Entry struct {
	ID         string
	Kind       Kind
	Title      string
	File       string // without its ending
	IssuerName string
	Symbol     string // "05/TTr-CTĐ"; empty for a paper that bears no number
	Number     int    // 0 for a paper that bears none
	Day        vi.Day
	SeasonID   string
	Season     string // the year's label
	Recalled   vi.Day // zero while it holds
	Why        string // it was recalled
	Sample     bool   // the whole paper rests on data of no source
}

// afterAll is the place in the year's order of what the desk issued.
const afterAll = 1001

// IssueOne keeps a paper (see Paper.As) with its files, enters its number into the
// series and the whole into the journal. What was issued stays: a number is taken
// once, and nothing replaces a paper but another.
func IssueOne(ctx context.Context, tx *store.Tx, by access.Actor, today vi.Day, s season.Season, p Paper, files []File) error {
	if err := season.Permit(by, access.IssuePaper, "", s); err != nil {
		return err
	}
	if p.Day.IsZero() || p.Issuer == "" || len(files) == 0 {
		return errors.New("paper: issued without a day, a body or a file")
	}
	if err := free(ctx, tx, s.ID, p); err != nil {
		return err
	}
	var number *int
	if p.Number > 0 {
		number = &p.Number
	}
	id := store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO issued_paper (id, season_id, file, kind, title, issuer, issuer_name, year, number, symbol, on_day, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		id, s.ID, p.File, p.Kind, p.Title, p.Issuer, p.Doc.Author, p.Day.Year(), number, p.Symbol(), p.Day, p.Illustrative()); err != nil {
		return err
	}
	sums := map[string]string{}
	for _, f := range files {
		sums[f.Name] = checksum(f.Bytes)
		if err := keep(ctx, tx, s.ID, afterAll, p, f); err != nil {
			return err
		}
	}
	return journal.Record(ctx, tx, by, today, access.IssuePaper, issuedObject(id),
		map[string]any{"kind": p.Kind, "to_members": p.Kind.ToMembers(), "title": p.Title, "number": p.Symbol(), "sha256": sums})
}

// free refuses a number that is taken in the year, and a paper that was issued
// already.
func free(ctx context.Context, tx *store.Tx, seasonID string, p Paper) error {
	title, err := store.One(ctx, tx, func(s *string) []any { return []any{s} },
		`SELECT title FROM issued_paper WHERE issuer = $1 AND year = $2 AND number = $3`, p.Issuer, p.Day.Year(), p.Number)
	switch {
	case err == nil:
		return &refusal.Error{Kind: refusal.Conflict, Field: "number", Sentence: fmt.Sprintf("Số này trong năm %d đã cấp cho văn bản “%s”. Mỗi số chỉ cấp một lần trong năm.", p.Day.Year(), title)}
	case !errors.Is(err, store.ErrNone):
		return err
	}
	_, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT title FROM issued_paper WHERE season_id = $1 AND file = $2`, seasonID, p.File)
	switch {
	case err == nil:
		return &refusal.Error{Kind: refusal.Conflict, Field: "day", Sentence: "Văn bản này ghi ngày ấy đã ban hành rồi."}
	case !errors.Is(err, store.ErrNone):
		return err
	}
	return nil
}

// Next is the number after the last one taken in the issuer's series of the year.
func Next(ctx context.Context, tx *store.Tx, issuer string, year int) (int, error) {
	last, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT coalesce(max(number), 0) FROM issued_paper WHERE issuer = $1 AND year = $2`, issuer, year)
	return last + 1, err
}

// Recall takes a paper back, for a reason that people read. Its files and its
// number stay where they are; the number is not given again.
func Recall(ctx context.Context, tx *store.Tx, by access.Actor, today vi.Day, s season.Season, id, why string) error {
	if err := season.Permit(by, access.RecallPaper, "", s); err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "why", Value: &why}); err != nil {
		return err
	}
	if why == "" {
		return refusal.Field("why", "Ghi lý do thu hồi.")
	}
	e, err := store.One(ctx, tx, (*Entry).into, entries+` WHERE i.season_id = $1 AND i.id = $2`, s.ID, id)
	switch {
	case errors.Is(err, store.ErrNone):
		return refusal.New(refusal.NotFound, "Không có văn bản này.")
	case err != nil:
		return err
	case !e.Recalled.IsZero():
		return refusal.New(refusal.Conflict, "Văn bản này đã thu hồi ngày "+e.Recalled.Short()+".")
	}
	if _, err := tx.Exec(ctx, `UPDATE issued_paper SET recalled_on = $1, recalled_why = $2 WHERE id = $3`, today, why, id); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, today, access.RecallPaper, issuedObject(id), map[string]any{"to_members": e.Kind.ToMembers(), "title": e.Title, "why": why})
}

// issuedObject is what the journal calls a paper that the desk issued.
func issuedObject(id string) string { return "issued_paper:" + id }

const entries = `SELECT i.id, i.kind, i.title, i.file, i.issuer_name, i.symbol, coalesce(i.number, 0), i.on_day, s.id, s.label, i.recalled_on, coalesce(i.recalled_why, ''), i.illustrative
	FROM issued_paper i JOIN season s ON s.id = i.season_id`

func (e *Entry) into() []any {
	return []any{&e.ID, &e.Kind, &e.Title, &e.File, &e.IssuerName, &e.Symbol, &e.Number, &e.Day, &e.SeasonID, &e.Season, &e.Recalled, &e.Why, &e.Sample}
}

// Book are the papers issued for every season of a cluster, the last first: its
// book of outgoing papers.
func Book(ctx context.Context, tx *store.Tx, clusterID string) ([]Entry, error) {
	return store.All(ctx, tx, (*Entry).into, entries+` WHERE s.cluster_id = $1 ORDER BY i.on_day DESC, i.number DESC, i.id DESC`, clusterID)
}

// FilesOf are the formats in which an issued paper was kept.
func FilesOf(ctx context.Context, tx *store.Tx, e Entry) ([]string, error) {
	return store.All(ctx, tx, func(format *string) []any { return []any{format} },
		`SELECT format FROM paper WHERE season_id = $1 AND file = $2 || '.' || format ORDER BY format`, e.SeasonID, e.File)
}
