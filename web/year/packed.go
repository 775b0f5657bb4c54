package year

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/a-h/templ"
	"github.com/klauspost/compress/gzip"
)

// Packed is a page that was set once and is kept as it goes over the line.
type Packed struct{ body []byte }

// Pack sets the page.
func Pack(ctx context.Context, page templ.Component) (Packed, error) {
	var b bytes.Buffer
	zip, _ := packers.Get().(*gzip.Writer)
	defer packers.Put(zip)
	zip.Reset(&b)
	if err := page.Render(ctx, zip); err != nil {
		return Packed{}, err
	}
	err := zip.Close()
	return Packed{bytes.Clone(b.Bytes())}, err
}

// packers are used again: one takes most of a megabyte.
var packers = sync.Pool{New: func() any {
	zip, err := gzip.NewWriterLevel(nil, gzip.BestSpeed+4)
	if err != nil {
		panic(err) // no such level
	}
	return zip
}}

// Size is how many bytes it takes.
func (p Packed) Size() int { return len(p.body) }

// Render implements templ.Component, for a reader who takes nothing packed.
func (p Packed) Render(_ context.Context, w io.Writer) error {
	zip, err := gzip.NewReader(bytes.NewReader(p.body))
	if err != nil {
		return err
	}
	_, err = io.Copy(w, zip)
	return err
}

// send sends the page as it is kept; false when the reader does not take it so.
func (p Packed) send(w http.ResponseWriter, r *http.Request, status int) bool {
	if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		return false
	}
	w.Header().Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	_, _ = w.Write(p.body)
	return true
}
