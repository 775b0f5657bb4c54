package certificate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // pictures of blanks come as either
	_ "image/png"

	"thidua/access"
	"thidua/award"
	"thidua/journal"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// Blank is a kind of sheet that certificates are printed on.
type Blank struct {
	ID             string
	Version        int
	Name           string
	Width, Height  Length
	ShiftX, ShiftY Length // what the calibration sheet showed: how far everything is moved right and down
	Plain          bool   // ordinary paper: nobody counts its sheets
	Ground         bool   // the picture of the page is printed too
	Sample         bool
}

// The bounds of a sheet: from a postcard to the greatest that printers take.
const (
	leastSide    Length = 1000
	greatestSide Length = 12000
	mostShift    Length = 300
)

func (b *Blank) clean() error {
	all := []error{refusal.Texts(refusal.Text{Field: "name", Value: &b.Name})}
	if b.Name == "" {
		all = append(all, refusal.Field("name", "Phải ghi tên phôi."))
	}
	for _, side := range []struct {
		field string
		l     Length
	}{{"width", b.Width}, {"height", b.Height}} {
		if side.l < leastSide || side.l > greatestSide {
			all = append(all, refusal.Field(side.field, "Cạnh của phôi từ 100 đến 1200 mm."))
		}
	}
	for _, shift := range []struct {
		field string
		l     Length
	}{{"shift_x", b.ShiftX}, {"shift_y", b.ShiftY}} {
		if shift.l < -mostShift || shift.l > mostShift {
			all = append(all, refusal.Field(shift.field, "Độ lệch không quá 30 mm về mỗi phía; lệch hơn thì xem lại khổ giấy của máy in."))
		}
	}
	return errors.Join(all...)
}

// Define enters a blank, or a new version of the one whose id it bears; those
// printed before keep the version they were printed with. It returns the id.
func Define(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, b Blank) (string, error) {
	if err := access.Check(by, access.KeepBlanks, ""); err != nil {
		return "", err
	}
	if err := b.clean(); err != nil {
		return "", err
	}
	if b.ID == "" {
		b.ID, b.Version = store.NewID(), 0
	} else {
		before, err := ByID(ctx, tx, b.ID)
		if err != nil {
			return "", err
		}
		if before.Plain != b.Plain {
			return "", refusal.Field("plain", "Phôi đã đếm số tờ thì không đổi thành giấy thường, và ngược lại; hãy lập phôi khác.")
		}
		b.Version = before.Version
	}
	b.Version++
	if err := store.Insert(ctx, tx, `certificate_blank (id, version, name, width, height, shift_x, shift_y, plain, ground, day, recorded_at, illustrative)`,
		[][]any{{b.ID, b.Version, b.Name, int(b.Width), int(b.Height), int(b.ShiftX), int(b.ShiftY), b.Plain, b.Ground, day, tx.Now, b.Sample}}); err != nil {
		return "", err
	}
	return b.ID, journal.Record(ctx, tx, by, day, access.KeepBlanks, "certificate_blank:"+b.ID, b)
}

// Calibrate records what the calibration sheet showed.
func Calibrate(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, blank string, x, y Length) error {
	b, err := ByID(ctx, tx, blank)
	if err != nil {
		return err
	}
	b.ShiftX, b.ShiftY = x, y
	_, err = Define(ctx, tx, by, day, b)
	return err
}

// LargestPicture bounds the picture of a blank, in bytes; mostPixels its sides.
const (
	LargestPicture = 4 << 20
	mostPixels     = 8000
)

// SetPicture keeps the picture of a blank, on which its fields are placed.
func SetPicture(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, blank string, file []byte) error {
	if err := access.Check(by, access.KeepBlanks, ""); err != nil {
		return err
	}
	if _, err := ByID(ctx, tx, blank); err != nil {
		return err
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil || format != "png" && format != "jpeg":
		return refusal.Field("picture", "Ảnh của phôi là tệp PNG hoặc JPEG.")
	case len(file) > LargestPicture || size.Width > mostPixels || size.Height > mostPixels:
		return refusal.Field("picture", fmt.Sprintf("Ảnh của phôi không quá 4 MB và %d điểm mỗi cạnh.", mostPixels))
	}
	last, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT COALESCE(max(version), 0) FROM certificate_scan WHERE blank_id = $1`, blank)
	if err != nil {
		return err
	}
	if err := store.Insert(ctx, tx, `certificate_scan (blank_id, version, media_type, picture)`, [][]any{{blank, last + 1, "image/" + format, file}}); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepBlanks, "certificate_blank:"+blank, map[string]any{"picture": format, "bytes": len(file)})
}

// SetLayout records where the fields stand for a title and a kind of recipient;
// an earlier layout stays with what was printed by it.
func SetLayout(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, blank string, f For, l Layout) error {
	if err := access.Check(by, access.KeepBlanks, ""); err != nil {
		return err
	}
	b, err := ByID(ctx, tx, blank)
	if err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	if err := l.clean(b); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO certificate_layout (blank_id, title, kind, version, spots, day, recorded_at)
		SELECT CAST($1 AS text), CAST($2 AS text), CAST($3 AS text), COALESCE(max(version), 0) + 1, CAST($4 AS text), CAST($5 AS text), CAST($6 AS text)
		FROM certificate_layout WHERE blank_id = $1 AND title = $2 AND kind = $3`, blank, f.Title, f.Kind, store.Text(l.Spots), day, tx.Now); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepBlanks, "certificate_blank:"+blank, map[string]any{"title": f.Title, "kind": f.Kind, "spots": l.Spots})
}

// check refuses a title that is not given to such a recipient.
func (f For) check() error {
	name, known := rulebook.NameOf(f.Title)
	if known {
		for _, kind := range name.For {
			if kind == f.Kind {
				return nil
			}
		}
	}
	return refusal.New(refusal.NotFound, "Không có danh hiệu, hình thức khen thưởng này cho đối tượng ấy.")
}

// Words are the title and the recipient in Vietnamese.
func (f For) Words() string {
	name, _ := rulebook.NameOf(f.Title)
	return name.Name + ", " + f.Kind.Label()
}

func forOf(a award.Award) For { return For{a.Title, a.Kind} }
