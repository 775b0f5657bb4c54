package oldfont

import (
	"bytes"
	"errors"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"thidua/vi"
)

// ErrUnreadable says that bytes are no text in an encoding known here.
var ErrUnreadable = errors.New("oldfont: no text in a known encoding")

// Text reads the bytes of a text file and tells how they were written: UTF-8,
// UTF-16, Windows-1258, TCVN3 or VNI, by their first 64 KiB. Cells of a file in
// Unicode may still be in an old encoding; Detect tells these.
func Text(file []byte) (text string, name string, err error) {
	name, _ = vi.DetectEncoding(file)
	var out []byte
	switch name {
	case "UTF-8":
		out = bytes.TrimPrefix(file, []byte("\uFEFF"))
	case "UTF-16":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(file)
	case "Windows-1258":
		out, err = charmap.Windows1258.NewDecoder().Bytes(file)
	case string(TCVN3), string(VNI):
		out = widened(file)
	default:
		return "", "", ErrUnreadable
	}
	if err != nil {
		return "", "", errors.Join(ErrUnreadable, err)
	}
	return Decode(string(out), Encoding(name)), name, nil
}

// widened is each byte as the letter of that number, as old text passes through
// programs; the signs between 80 and 9F are those of Windows-1252.
func widened(file []byte) []byte {
	out, err := charmap.Windows1252.NewDecoder().Bytes(file)
	if err != nil {
		return file
	}
	return out
}
