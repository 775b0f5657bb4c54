package bulletin

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Publish puts the report on the public page from the day on. A later report of
// the same year takes its place; the journal keeps both.
func Publish(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, s Story) error {
	if err := access.Check(by, access.PublishBulletin, ""); err != nil {
		return err
	}
	if _, err := season.ByID(ctx, tx, seasonID); err != nil {
		return err
	}
	if s.Headline == "" || len(s.Lead) == 0 {
		return refusal.Field("story", "Bản tin chưa có tiêu đề hoặc nội dung.")
	}
	if _, err := tx.Exec(ctx, `INSERT INTO bulletin (season_id, published_on, story) VALUES ($1, $2, $3)
		ON CONFLICT (season_id) DO UPDATE SET published_on = excluded.published_on, story = excluded.story`,
		seasonID, day, store.Text(s)); err != nil {
		return err
	}
	return journal.Append(ctx, tx, journal.Entry{Day: day, Actor: by.Name, Role: string(by.Role), Act: string(access.PublishBulletin), Object: "bulletin:" + seasonID}, s)
}

// Published is a report as it stands on the public page.
type Published struct {
	On    vi.Day
	Story Story
}

// Of returns the season's report in one statement, or a refusal of kind
// NotFound while none was published.
func Of(ctx context.Context, tx *store.Tx, seasonID string) (Published, error) {
	type row struct {
		on    vi.Day
		story store.JSON[Story]
	}
	r, err := store.One(ctx, tx, func(r *row) []any { return []any{&r.on, &r.story} },
		`SELECT published_on, story FROM bulletin WHERE season_id = $1`, seasonID)
	if errors.Is(err, store.ErrNone) {
		return Published{}, refusal.New(refusal.NotFound, "Năm này chưa có bản tin.")
	}
	return Published{On: r.on, Story: r.story.V}, err
}
