package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"thidua/refusal"
)

// forbidden are the names in a PDF under which it starts something when it is
// opened (ISO 32000-1, 12.6.4). They are found where they stand openly; what a
// PDF hides in compressed objects is left to the reader's program.
var forbidden = []string{"/JavaScript", "/Launch"}

// checkPDF refuses a PDF without its end, and one that runs something.
func checkPDF(r io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, 2048))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("evidence: read: %w", err)
	}
	if !bytes.Contains(tail, []byte("%%EOF")) {
		return refusal.Field("tep", "Tệp PDF bị thiếu phần cuối: hãy tải lại hoặc in lại ra PDF.")
	}
	return passOver(r, size, func(part []byte) error {
		for _, word := range forbidden {
			if bytes.Contains(part, []byte(word)) {
				return refusal.Field("tep", "Tệp PDF có mã lệnh tự chạy: hãy in lại ra PDF rồi tải lên.")
			}
		}
		return nil
	})
}

// passOver shows the whole file to look, part by part; each part begins with the
// end of the one before, so that no word falls between two.
func passOver(r io.ReaderAt, size int64, look func(part []byte) error) error {
	const whole, overlap = 64 << 10, 32
	part := make([]byte, whole)
	for at := int64(0); at < size; at += whole - overlap {
		n, err := r.ReadAt(part[:min(whole, size-at)], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("evidence: read: %w", err)
		}
		if err := look(part[:n]); err != nil {
			return err
		}
	}
	return nil
}
