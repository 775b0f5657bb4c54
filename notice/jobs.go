package notice

import (
	"context"
	"time"

	"thidua/job"
	"thidua/store"
)

// Jobs are the jobs by which people are told; letters go out by the post.
func Jobs(p Post) []job.Kind {
	kinds := []job.Kind{
		{Name: "notice.tell", Label: "Thông báo việc mới", Again: job.Every(15 * time.Second), Do: p.tell},
		{Name: "notice.due", Label: "Nhắc hạn hằng ngày", Again: job.Daily(6), Do: p.due},
	}
	if p.On() {
		kinds = append(kinds,
			job.Kind{Name: "notice.digest", Label: "Thư tổng hợp hằng ngày", Again: job.Daily(7), Do: p.digest},
			job.Kind{Name: sendKind, Label: "Gửi thư", Do: p.send})
	}
	return kinds
}

func (p Post) tell(ctx context.Context, db *store.DB, _ job.Job) error {
	for more := true; more; {
		fresh, err := anything(ctx, db)
		if err != nil || !fresh {
			return err
		}
		if err := db.Write(ctx, func(tx *store.Tx) error {
			var told Told
			if told, more, err = Tell(ctx, tx); err != nil {
				return err
			}
			return p.atOnce(ctx, tx, told)
		}); err != nil {
			return err
		}
	}
	return nil
}

// anything reports whether the journal has entries nobody was told, without
// taking part in writing.
func anything(ctx context.Context, db *store.DB) (fresh bool, err error) {
	err = db.Read(ctx, func(tx *store.Tx) error {
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
			`SELECT count(*) FROM journal_head WHERE seq > COALESCE((SELECT c.seq FROM notice_cursor c WHERE c.place = 1), 0)`)
		fresh = n > 0
		return err
	})
	return fresh, err
}

func (p Post) due(ctx context.Context, db *store.DB, _ job.Job) error {
	return db.Write(ctx, func(tx *store.Tx) error {
		told, err := Falling(ctx, tx)
		if err != nil {
			return err
		}
		return p.atOnce(ctx, tx, told)
	})
}

// atOnce writes to those who want letters at once, and to everybody what is
// urgent; the rest waits for the morning.
func (p Post) atOnce(ctx context.Context, tx *store.Tx, told Told) error {
	for _, person := range told.People() {
		how, err := WishOf(ctx, tx, person)
		if err != nil {
			return err
		}
		if how == AtOnce || told[person] {
			if err := p.Write(ctx, tx, person, how == Daily); err != nil {
				return err
			}
		}
	}
	return nil
}

// digest writes the day's letter to everybody who has something to be told.
func (p Post) digest(ctx context.Context, db *store.DB, _ job.Job) error {
	var people []string
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		people, err = store.All(ctx, tx, func(s *string) []any { return []any{s} },
			`SELECT DISTINCT person_id FROM notice WHERE mailed_at = $1 AND read_at = $2 AND at >= $3 ORDER BY person_id`,
			store.Time{}, store.Time{}, store.At(tx.Now.Add(-tooOld)))
		return err
	}); err != nil {
		return err
	}
	for _, person := range people {
		if err := db.Write(ctx, func(tx *store.Tx) error { return p.Write(ctx, tx, person, false) }); err != nil {
			return err
		}
	}
	return nil
}
