package scoring

import (
	"context"
	"io"
)

// keptFile is a page that is a file instead; the desk journals its being read.
type keptFile struct {
	name    string
	content []byte
}

// FileName is the name under which readers keep it.
func (f keptFile) FileName() string { return f.name }

// Write writes the file.
func (f keptFile) Write(w io.Writer) error {
	_, err := w.Write(f.content)
	return err
}

// Render is never reached: the desk sends the file instead.
func (f keptFile) Render(_ context.Context, w io.Writer) error { return f.Write(w) }
