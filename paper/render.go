package paper

import (
	"bytes"
	"fmt"
	"io"

	"thidua/document"
)

// The formats every paper is written in.
const (
	DOCX = "docx"
	PDF  = "pdf"
)

// File is one paper as a file.
type File struct {
	Name   string // "giay-moi.docx"
	Format string // DOCX or PDF
	Bytes  []byte
}

// Render writes the paper in both formats. It does no I/O, so that it can be
// done outside a transaction; the same paper gives the same bytes.
func Render(p Paper) ([]File, error) {
	var files []File
	for _, f := range []struct {
		format string
		write  func(io.Writer, *document.Doc) error
	}{{DOCX, document.WriteDOCX}, {PDF, document.WritePDF}} {
		var b bytes.Buffer
		if err := f.write(&b, &p.Doc); err != nil {
			return nil, fmt.Errorf("paper: %s.%s: %w", p.File, f.format, err)
		}
		files = append(files, File{Name: p.File + "." + f.format, Format: f.format, Bytes: b.Bytes()})
	}
	return files, nil
}

// Issued is a paper with its files, ready to be kept.
type Issued struct {
	Paper
	Files []File
}

// RenderAll writes every paper in both formats.
func RenderAll(papers []Paper) ([]Issued, error) {
	all := make([]Issued, len(papers))
	for i, p := range papers {
		files, err := Render(p)
		if err != nil {
			return nil, err
		}
		all[i] = Issued{p, files}
	}
	return all, nil
}
