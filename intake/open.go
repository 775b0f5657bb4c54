package intake

import (
	"bytes"
	"context"
	"io"

	"thidua/evidence"
)

// Open reads the tables of a file, told by its bytes and never by its name.
// Files of old programs go through LibreOffice, where it is installed. What
// cannot be taken is refused with a sentence at the field FileField.
func Open(ctx context.Context, file []byte) ([]Sheet, error) {
	switch {
	case len(file) == 0:
		return nil, refuse("Tệp trống, không có nội dung.")
	case len(file) > MaxSize:
		return nil, refuse("Tệp lớn quá %d MB: hãy bỏ ảnh, bỏ bớt trang tính hoặc chia nhỏ rồi nạp lại.", MaxSize>>20)
	}
	sheets, err := open(ctx, file)
	if err != nil {
		return nil, err
	}
	var filled []Sheet
	for _, s := range sheets {
		if s.spread(); len(s.Rows) > 0 {
			filled = append(filled, s)
		}
	}
	if len(filled) == 0 {
		return nil, refuse("Không thấy bảng nào có nội dung trong tệp.")
	}
	return filled, nil
}

func open(ctx context.Context, file []byte) ([]Sheet, error) {
	if kind := oldKind(file); kind != "" {
		converted, err := convert(ctx, file, kind)
		if err != nil {
			return nil, err
		}
		return openPackage(converted)
	}
	if bytes.HasPrefix(file, []byte("PK")) {
		return openPackage(file)
	}
	if binary(file) {
		_, err := evidence.Sniff(bytes.NewReader(file), int64(len(file)))
		if err == nil {
			err = refuse("Tệp này không phải bảng: hãy nạp tệp Excel, Word hoặc CSV.")
		}
		return nil, err
	}
	return openCSV(file)
}

// binary reports whether a file begins as no text does.
func binary(file []byte) bool {
	head := file[:min(len(file), 512)]
	for _, mark := range []string{"%PDF-", "MZ", "\x7fELF", "#!", "Rar!", "7z\xBC\xAF", "\x1F\x8B", "\xFF\xD8\xFF", "\x89PNG"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			return true
		}
	}
	return false
}

// openPackage reads an Office package, once evidence.Sniff found nothing in it
// that runs, lies or unfolds beyond measure.
func openPackage(file []byte) ([]Sheet, error) {
	format, err := evidence.Sniff(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	p, err := newPack(file)
	if err != nil {
		return nil, err
	}
	switch format {
	case evidence.XLSX:
		return readXLSX(p)
	case evidence.DOCX:
		return readDOCX(p)
	}
	return nil, refuse("Tệp này không phải bảng: hãy nạp tệp Excel, Word hoặc CSV.")
}

func tooBig() error {
	return refuse("Tệp bung ra quá lớn (hơn %d MB): hãy bỏ định dạng, ảnh và các dòng trống thừa rồi nạp lại.", maxUnpacked>>20)
}

// limited reads at most as much as a part may unpack to, for a package may
// understate it, and tells when there was more.
type limited struct {
	from io.Reader
	left int64
}

func (l *limited) Read(b []byte) (int, error) {
	if l.left <= 0 {
		return 0, tooBig()
	}
	if int64(len(b)) > l.left {
		b = b[:l.left]
	}
	n, err := l.from.Read(b)
	l.left -= int64(n)
	return n, err
}
