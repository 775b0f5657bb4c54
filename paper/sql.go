package paper

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Listing is a file that was issued, without its body.
type Listing struct {
	Kind   Kind
	Title  string
	File   string // "giay-moi.docx"
	Format string // DOCX or PDF
	Day    vi.Day // see Paper.Day
	Size   int    // bytes
	SHA256 string // hex
	Sample bool   // the whole paper rests on data of no source
}

// OfSeason lists the files issued for a season and not recalled, in the papers'
// order, in one statement.
func OfSeason(ctx context.Context, tx *store.Tx, seasonID string) ([]Listing, error) {
	return store.All(ctx, tx, func(l *Listing) []any {
		return []any{&l.Kind, &l.Title, &l.File, &l.Format, &l.Day, &l.Size, &l.SHA256, &l.Sample}
	}, `SELECT kind, title, file, format, on_day, size, sha256, illustrative
		FROM paper p WHERE season_id = $1
			AND NOT EXISTS (SELECT 1 FROM issued_paper i WHERE i.season_id = p.season_id AND p.file = i.file || '.' || p.format AND i.recalled_on IS NOT NULL)
		ORDER BY position, on_day, file, format`, seasonID)
}

// FileOf returns one file that was issued for a season, or a refusal of kind
// NotFound.
func FileOf(ctx context.Context, tx *store.Tx, seasonID, file string) (File, error) {
	f, err := store.One(ctx, tx, func(f *File) []any { return []any{&f.Name, &f.Format, &f.Bytes} },
		`SELECT file, format, body FROM paper WHERE season_id = $1 AND file = $2`, seasonID, file)
	if errors.Is(err, store.ErrNone) {
		return File{}, refusal.New(refusal.NotFound, "Không có văn bản này.")
	}
	return f, err
}
