package evidence

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	stddraw "image/draw"
	"image/jpeg"
	"io"

	"golang.org/x/image/draw"

	"thidua/refusal"
	"thidua/store"
)

// Bounds of previews.
const (
	maxPreviewed = 25_000_000 // points of a picture that is unpacked; larger ones are only downloaded
	previewSide  = 1000       // points of a preview's longer side
)

// onePicture lets one picture be unpacked at a time, so that many at once do
// not fill the machine's memory.
var onePicture = make(chan struct{}, 1)

// Previewed returns the preview kept of the file, or store.ErrNone when none
// was made yet.
func Previewed(ctx context.Context, tx *store.Tx, e Evidence) ([]byte, error) {
	return store.One(ctx, tx, func(b *[]byte) []any { return []any{b} }, `SELECT body FROM evidence_preview WHERE evidence_id = $1`, e.ID)
}

// KeepPreview keeps a preview that MakePreview made.
func KeepPreview(ctx context.Context, tx *store.Tx, e Evidence, body []byte) error {
	_, err := tx.Exec(ctx, `INSERT INTO evidence_preview (evidence_id, body) VALUES ($1, $2) ON CONFLICT (evidence_id) DO NOTHING`, e.ID, body)
	return err
}

// MakePreview sets a picture anew as a small JPEG, upright. Nothing of the
// file's own bytes goes into it, so neither its place and time (EXIF, GPS) nor
// anything hidden in it.
func MakePreview(ctx context.Context, format Format, whole []byte) ([]byte, error) {
	none := refusal.New(refusal.NotFound, "Tệp này không xem trước được; hãy tải về.")
	if !format.Image() {
		return nil, none
	}
	pixels, err := pixelsOf(format, bytes.NewReader(whole))
	if err != nil || pixels > maxPreviewed {
		return nil, none
	}
	select {
	case onePicture <- struct{}{}:
		defer func() { <-onePicture }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	picture, err := decoders[format].decode(bytes.NewReader(whole))
	if err != nil {
		return nil, none
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, upright(small(picture), orientation(whole)), &jpeg.Options{Quality: 80}); err != nil {
		return nil, errors.Join(errors.New("evidence: preview"), err)
	}
	return b.Bytes(), nil
}

// small brings the picture to the preview's size, on white where it lets the
// ground through.
func small(p image.Image) *image.RGBA {
	w, h := p.Bounds().Dx(), p.Bounds().Dy()
	if longer := max(w, h); longer > previewSide {
		w, h = max(1, w*previewSide/longer), max(1, h*previewSide/longer)
	}
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	stddraw.Draw(to, to.Bounds(), image.NewUniform(color.White), image.Point{}, stddraw.Src)
	draw.ApproxBiLinear.Scale(to, to.Bounds(), p, p.Bounds(), draw.Over, nil)
	return to
}

// Whole reads all parts of the file, for its preview; downloads go part by part.
func Whole(ctx context.Context, tx *store.Tx, e Evidence) ([]byte, error) {
	if e.Size > MaxSize {
		return nil, io.ErrShortBuffer
	}
	whole := make([]byte, 0, e.Size)
	for position := 0; ; position++ {
		part, more, err := e.part(ctx, tx, position)
		if err != nil {
			return nil, err
		}
		if whole = append(whole, part...); !more {
			return whole, nil
		}
	}
}
