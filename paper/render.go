package paper

import (
	"bytes"
	"fmt"
	"io"

	"thidua/document"
	"thidua/refusal"
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

var writers = map[string]func(io.Writer, *document.Doc) error{DOCX: document.WriteDOCX, PDF: document.WritePDF}

// RenderAs writes the paper in one format, as the program sets it. It does no I/O,
// so that it can be done outside a transaction; the same paper gives the same
// bytes. What leaves the house may be set by the locality: see package template.
func RenderAs(p Paper, format string) (File, error) {
	write, known := writers[format]
	if !known {
		return File{}, refusal.New(refusal.NotFound, "Không có văn bản này.")
	}
	var b bytes.Buffer
	if err := write(&b, &p.Doc); err != nil {
		return File{}, fmt.Errorf("paper: %s.%s: %w", p.File, format, err)
	}
	return File{Name: p.File + "." + format, Format: format, Bytes: b.Bytes()}, nil
}

// Render writes the paper in both formats.
func Render(p Paper) (files []File, err error) {
	for _, format := range []string{DOCX, PDF} {
		f, err := RenderAs(p, format)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// Issued is a paper with its files, ready to be kept.
type Issued struct {
	Paper
	Files []File
}
