package evidence_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"testing"

	"thidua/evidence"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

func preview(t *testing.T, f evidence.Format, b []byte) image.Image {
	t.Helper()
	made, err := evidence.MakePreview(t.Context(), f, b)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(made, []byte("Exif")) || bytes.Contains(made, []byte("18.9712")) {
		t.Error("something of the file's own data is in its preview")
	}
	p, err := jpeg.Decode(bytes.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestMakePreview_isSmallAndCarriesNothingOfTheFile(t *testing.T) {
	for name, c := range map[string]struct {
		format evidence.Format
		file   []byte
		w, h   int
	}{
		"a large picture is made small":       {evidence.PNG, pngOf(t, 3000, 1500), 1000, 500},
		"a high one too":                      {evidence.JPEG, jpegOf(t, 500, 2000), 250, 1000},
		"a long one keeps a point of height":  {evidence.PNG, pngOf(t, 5000, 1), 1000, 1},
		"a small one stays":                   {evidence.JPEG, jpegOf(t, 30, 20), 30, 20},
		"a dot of WebP":                       {evidence.WebP, webpDot, 1, 1},
		"a place and time are left behind":    {evidence.JPEG, held(t, 1, "GPS 18.9712, 104.8833"), 80, 40},
		"a camera held sideways is put right": {evidence.JPEG, held(t, 6, ""), 40, 80},
	} {
		t.Run(name, func(t *testing.T) {
			if p := preview(t, c.format, c.file).Bounds(); p.Dx() != c.w || p.Dy() != c.h {
				t.Errorf("got %d × %d, want %d × %d", p.Dx(), p.Dy(), c.w, c.h)
			}
		})
	}
}

// TestMakePreview_turnsAsTheCameraAsked finds the red half, which is on the left
// as the camera stored it.
func TestMakePreview_turnsAsTheCameraAsked(t *testing.T) {
	for o, red := range map[uint16]image.Point{1: {10, 20}, 2: {70, 20}, 3: {70, 20}, 4: {10, 20}, 5: {20, 10}, 6: {20, 10}, 7: {20, 70}, 8: {20, 70}, 9: {10, 20}} {
		if r, _, b, _ := preview(t, evidence.JPEG, held(t, o, "")).At(red.X, red.Y).RGBA(); r < 0xA000 || b > 0x6000 {
			t.Errorf("orientation %d: no red at %v", o, red)
		}
	}
}

func TestMakePreview_refusesWhatIsNoPictureOrTooMuch(t *testing.T) {
	for name, c := range map[string]struct {
		format evidence.Format
		file   []byte
	}{
		"a PDF":                        {evidence.PDF, pdf},
		"a picture of billions":        {evidence.PNG, hugePNG(t)},
		"a picture cut off":            {evidence.JPEG, jpegOf(t, 100, 100)[:400]},
		"a picture that is none":       {evidence.PNG, []byte("MZ")},
		"a picture of another format":  {evidence.PNG, jpegOf(t, 4, 4)},
		"a picture of 30 million dots": {evidence.PNG, blank(t, 30_000, 1000)},
	} {
		t.Run(name, func(t *testing.T) {
			if made, err := evidence.MakePreview(t.Context(), c.format, c.file); !refusal.Is(err, refusal.NotFound) {
				t.Errorf("got %d bytes, %v", len(made), err)
			}
		})
	}
}

func TestKeepPreview_keepsTheFirst(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		units(t, db)
		e, _, err := add(db, file("a.png", pngOf(t, 2, 2)), evidence.About{})
		if err != nil {
			t.Fatal(err)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			if _, err := evidence.Previewed(ctx, tx, e); !errors.Is(err, store.ErrNone) {
				t.Errorf("a preview nobody made: %v", err)
			}
			err := errors.Join(evidence.KeepPreview(ctx, tx, e, []byte{1, 2}), evidence.KeepPreview(ctx, tx, e, []byte{3}))
			kept, e2 := evidence.Previewed(ctx, tx, e)
			if !bytes.Equal(kept, []byte{1, 2}) {
				t.Errorf("kept %v", kept)
			}
			return errors.Join(err, e2)
		})
	})
}
