package certificate

import (
	"context"
	"errors"

	"thidua/award"
	"thidua/refusal"
	"thidua/store"
)

const blankColumns = `b.id, b.version, b.name, b.width, b.height, b.shift_x, b.shift_y, b.plain, b.ground, b.illustrative`

func (b *Blank) into() []any {
	return []any{&b.ID, &b.Version, &b.Name, &b.Width, &b.Height, &b.ShiftX, &b.ShiftY, &b.Plain, &b.Ground, &b.Sample}
}

// Blanks are all blanks as they are now, by name.
func Blanks(ctx context.Context, tx *store.Tx) ([]Blank, error) {
	return store.All(ctx, tx, (*Blank).into, `SELECT `+blankColumns+` FROM certificate_blank b
		WHERE b.version = (SELECT max(o.version) FROM certificate_blank o WHERE o.id = b.id) ORDER BY b.name, b.id`)
}

// ByID is a blank as it is now, or a refusal.NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Blank, error) {
	return found(store.One(ctx, tx, (*Blank).into, `SELECT `+blankColumns+` FROM certificate_blank b WHERE b.id = $1 ORDER BY b.version DESC LIMIT 1`, id))
}

// as is a blank as it was in that version.
func as(ctx context.Context, tx *store.Tx, id string, version int) (Blank, error) {
	return found(store.One(ctx, tx, (*Blank).into, `SELECT `+blankColumns+` FROM certificate_blank b WHERE b.id = $1 AND b.version = $2`, id, version))
}

func found[T any](x T, err error) (T, error) {
	if errors.Is(err, store.ErrNone) {
		return x, refusal.New(refusal.NotFound, "Không có phôi này.")
	}
	return x, err
}

// Layouts are the newest layouts on a blank.
func Layouts(ctx context.Context, tx *store.Tx, blank string) (map[For]Layout, error) {
	rows, err := store.All(ctx, tx, (*laid).into, `SELECT l.title, l.kind, l.version, l.spots FROM certificate_layout l WHERE l.blank_id = $1
		AND l.version = (SELECT max(o.version) FROM certificate_layout o WHERE o.blank_id = l.blank_id AND o.title = l.title AND o.kind = l.kind)`, blank)
	all := make(map[For]Layout, len(rows))
	for _, r := range rows {
		all[r.For] = Layout{r.version, r.spots.V}
	}
	return all, err
}

// allLayouts are those of every version.
func allLayouts(ctx context.Context, tx *store.Tx, blank string) (map[For]map[int]Layout, error) {
	rows, err := store.All(ctx, tx, (*laid).into, `SELECT l.title, l.kind, l.version, l.spots FROM certificate_layout l WHERE l.blank_id = $1`, blank)
	all := map[For]map[int]Layout{}
	for _, r := range rows {
		if all[r.For] == nil {
			all[r.For] = map[int]Layout{}
		}
		all[r.For][r.version] = Layout{r.version, r.spots.V}
	}
	return all, err
}

// laid is a layout as the table holds it.
type laid struct {
	For
	version int
	spots   store.JSON[[]Spot]
}

func (l *laid) into() []any { return []any{&l.Title, &l.Kind, &l.version, &l.spots} }

// PictureOf is a blank's newest picture; nil when it has none.
func PictureOf(ctx context.Context, tx *store.Tx, blank string) (*Picture, error) {
	p, err := store.One(ctx, tx, func(p *Picture) []any { return []any{&p.Type, &p.File} },
		`SELECT media_type, picture FROM certificate_scan WHERE blank_id = $1 ORDER BY version DESC LIMIT 1`, blank)
	if errors.Is(err, store.ErrNone) {
		return nil, nil
	}
	return &p, err
}

// HasPicture reports whether the blank has a picture.
func HasPicture(ctx context.Context, tx *store.Tx, blank string) (bool, error) {
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM certificate_scan WHERE blank_id = $1`, blank)
	return n > 0, err
}

// current are the awards with what later decisions amended.
func current(ctx context.Context, tx *store.Tx, awards []award.Award) ([]award.Award, error) {
	for i := range awards {
		if awards[i].State != award.Amended {
			continue
		}
		life, err := award.LifeOf(ctx, tx, awards[i])
		if err != nil {
			return nil, err
		}
		awards[i] = amended(awards[i], life.Events)
	}
	return awards, nil
}

func amended(a award.Award, events []award.Event) award.Award {
	put := func(to *string, text string) {
		if text != "" {
			*to = text
		}
	}
	for _, e := range events {
		put(&a.Name, e.Amended.Name)
		put(&a.UnitName, e.Amended.UnitName)
		put(&a.Achievement, e.Amended.Achievement)
	}
	return a
}
