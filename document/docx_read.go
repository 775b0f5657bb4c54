package document

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readLimit bounds the unpacked text of a Word file, in bytes.
const readLimit = 8 << 20

var errTooLong = errors.New("document: the Word file's text is over 8 MiB")

// ReadDOCXText reads the main text of a Word file of the given size in bytes: its paragraphs in order, those
// in tables among them, one a line; paragraphs without text are left out. It fails for what is not such a file
// and for a main text over 8 MiB unpacked.
func ReadDOCXText(r io.ReaderAt, size int64) (string, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return "", fmt.Errorf("document: not a Word file: %w", err)
	}
	file, err := archive.Open("word/document.xml")
	if err != nil {
		return "", fmt.Errorf("document: not a Word file: %w", err)
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || info.Size() >= readLimit {
		return "", errTooLong
	}
	limited := &io.LimitedReader{R: file, N: readLimit} // the archive may understate the size
	text, err := paragraphText(xml.NewDecoder(limited))
	if limited.N <= 0 {
		return "", errTooLong
	}
	return text, err
}

func paragraphText(decoder *xml.Decoder) (string, error) {
	var all, current strings.Builder
	inText := false
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return all.String(), nil
		}
		if err != nil {
			return "", fmt.Errorf("document: the Word file's text: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			switch t.Name.Local {
			case "br":
				current.WriteByte('\n')
			case "tab":
				current.WriteByte('\t')
			}
		case xml.EndElement:
			inText = false
			if t.Name.Local == "p" {
				if strings.TrimSpace(current.String()) != "" {
					all.WriteString(current.String() + "\n")
				}
				current.Reset()
			}
		case xml.CharData:
			if inText {
				current.Write(t)
			}
		}
	}
}
