package document

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
)

// Part is a piece of a paper's main text as its Word file tells it: a paragraph, or a ruled table.
type Part struct {
	Name  string // what it is, by the name of its style: "Quốc hiệu", "Tên loại", "Nội dung"; "" for a foreign style
	Level int    // of a heading inside the body, 1 to 3; 0 for other text
	Text  string // "\n" where a line was broken; empty for a table
	Rows  []PartRow
}

// PartRow is a row of a table.
type PartRow struct {
	Head  bool // repeated on every page
	Cells []PartCell
}

// PartCell is a cell of a table. Cells covered by a span are not there.
type PartCell struct {
	Text             string
	ColSpan, RowSpan int // at least 1
}

// ReadDOCX reads the main text of a Word file of the given size in bytes part by part. What stands in a grid
// without lines (letterhead, signatures) comes cell by cell; paragraphs without text are left out. It fails
// for what is not a Word file and for parts over 8 MiB unpacked.
func ReadDOCX(r io.ReaderAt, size int64) ([]Part, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("document: not a Word file: %w", err)
	}
	reader := partReader{names: map[string]string{}}
	if err := readPart(archive, "word/styles.xml", reader.style); err != nil {
		return nil, err
	}
	if err := readPart(archive, "word/document.xml", reader.token); err != nil {
		return nil, err
	}
	return reader.parts, nil
}

// readPart hands the elements of one file of the package on, in order.
func readPart(archive *zip.Reader, name string, take func(xml.Token)) error {
	file, err := archive.Open(name)
	if err != nil {
		return fmt.Errorf("document: not a Word file: %w", err)
	}
	defer func() { _ = file.Close() }()
	limited := &io.LimitedReader{R: file, N: readLimit}
	for decoder := xml.NewDecoder(limited); ; {
		token, err := decoder.Token()
		switch {
		case limited.N <= 0:
			return errTooLong
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("document: %s: %w", name, err)
		}
		take(token)
	}
}

// partReader gathers the parts. Tables may stand in cells of tables, so the open ones are a stack.
type partReader struct {
	names  map[string]string // of the styles, by identifier: Word programs choose identifiers anew
	id     string            // of the style being read
	parts  []Part
	tables []*openTable
	now    Part // the open paragraph
	inRun  bool
	inText bool
}
