package evidence

import (
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"

	"thidua/refusal"
)

// maxPixels bounds a picture. One that is small as a file may be huge when it is
// unpacked; more than any camera takes is refused.
const maxPixels = 110_000_000

// decoders read a format's size, and its picture.
var decoders = map[Format]struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}{
	JPEG: {jpeg.DecodeConfig, jpeg.Decode},
	PNG:  {png.DecodeConfig, png.Decode},
	WebP: {webp.DecodeConfig, webp.Decode},
}

// checkPicture refuses a picture whose size cannot be read, or that unpacks to
// too much.
func checkPicture(format Format, r io.ReaderAt, size int64) error {
	pixels, err := pixelsOf(format, io.NewSectionReader(r, 0, size))
	if err != nil {
		return refusal.Field("tep", "Ảnh bị hỏng, không đọc được: hãy lưu lại ảnh rồi tải lên.")
	}
	if pixels > maxPixels {
		return refusal.Field("tep", fmt.Sprintf("Ảnh lớn quá %d triệu điểm ảnh: hãy thu nhỏ rồi tải lên.", maxPixels/1_000_000))
	}
	return nil
}

func pixelsOf(format Format, r io.Reader) (int64, error) {
	c, err := decoders[format].config(r)
	if err != nil {
		return 0, err
	}
	if c.Width <= 0 || c.Height <= 0 {
		return 0, fmt.Errorf("evidence: a picture of %d × %d", c.Width, c.Height)
	}
	return int64(c.Width) * int64(c.Height), nil
}
