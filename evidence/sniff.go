package evidence

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"thidua/refusal"
)

// Sniff tells from a file's bytes what it is, never from its name. It refuses,
// in words, whatever is not one of the formats taken, is broken, carries macros
// or code, or is two kinds of file at once.
func Sniff(r io.ReaderAt, size int64) (Format, error) {
	switch {
	case size == 0:
		return "", refusal.Field("tep", "Tệp trống, không có nội dung.")
	case size > MaxSize:
		return "", refusal.Field("tep", fmt.Sprintf("Tệp lớn quá %d MB: hãy nén ảnh, chia nhỏ hoặc lưu PDF nhẹ hơn.", MaxSize>>20))
	}
	head := make([]byte, min(size, 32))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return "", fmt.Errorf("evidence: read: %w", err)
	}
	format, reason := byHead(head)
	if reason != "" {
		return "", refusal.Field("tep", reason)
	}
	if format != "" {
		return format, checkPlain(format, r, size)
	}
	return sniffOffice(r, size)
}

// checkPlain looks into a file that is no package.
func checkPlain(format Format, r io.ReaderAt, size int64) error {
	doubled, err := endsAsZip(r, size)
	switch {
	case err != nil:
		return err
	case doubled:
		return refusal.Field("tep", "Tệp này vừa là "+format.Label()+" vừa là tệp nén: không được nhận.")
	case format == PDF:
		return checkPDF(r, size)
	}
	return checkPicture(format, r, size)
}

// heads are the first bytes that tell a kind of file; offset is where they
// stand.
var heads = []struct {
	offset int
	bytes  string
	format Format
	reason string
}{
	{0, "%PDF-", PDF, ""},
	{0, "\xFF\xD8\xFF", JPEG, ""},
	{0, "\x89PNG\r\n\x1a\n", PNG, ""},
	{8, "WEBP", WebP, ""},
	{0, "PK\x03\x04", "", ""},
	{0, "MZ", "", program},
	{0, "\x7fELF", "", program},
	{0, "#!", "", program},
	{0, "\xCA\xFE\xBA\xBE", "", program},
	{0, "\xCF\xFA\xED\xFE", "", program},
	{0, "\xD0\xCF\x11\xE0", "", "Tệp Office kiểu cũ (.doc, .xls, .ppt) có thể chứa mã lệnh: hãy lưu thành .docx, .xlsx hoặc PDF rồi tải lại."},
	{0, "Rar!", "", archive},
	{0, "7z\xBC\xAF\x27\x1C", "", archive},
	{0, "\x1F\x8B", "", archive},
	{0, "PK", "", archive},
	{4, "ftyphei", "", advice["heic"]},
	{4, "ftypmif1", "", advice["heic"]},
}

const (
	program = "Đây là tệp chương trình, không phải tài liệu: không được nhận."
	archive = "Tệp nén không được nhận: hãy tải từng tệp bên trong."
)

// byHead is the format that the first bytes tell, or why it is refused; neither
// for what begins as a package does.
func byHead(head []byte) (Format, string) {
	for _, h := range heads {
		if len(head) >= h.offset && bytes.HasPrefix(head[h.offset:], []byte(h.bytes)) {
			return h.format, h.reason
		}
	}
	return "", "Nội dung tệp không phải loại được nhận. " + taken
}

// endsAsZip reports whether a zip archive hangs at the end of the file: a
// program would open it as an archive (APPNOTE.TXT 4.3.16, end of central
// directory record).
func endsAsZip(r io.ReaderAt, size int64) (bool, error) {
	const record = 22
	tail := make([]byte, min(size, record+1<<16))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return false, fmt.Errorf("evidence: read: %w", err)
	}
	for at := 0; ; at++ {
		next := bytes.Index(tail[at:], []byte("PK\x05\x06"))
		if next < 0 {
			return false, nil
		}
		at += next
		if len(tail)-at >= record && int(binary.LittleEndian.Uint16(tail[at+20:])) <= len(tail)-at-record {
			return true, nil
		}
	}
}
