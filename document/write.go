package document

import (
	"errors"
	"io"
)

// WriteDOCX writes the paper as an Office Open XML file.
func WriteDOCX(w io.Writer, d *Doc) error { return errors.New("document: not written yet") }

// WritePDF writes the paper as a PDF with embedded fonts.
func WritePDF(w io.Writer, d *Doc) error { return errors.New("document: not written yet") }
