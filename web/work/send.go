package work

import (
	"io"
	"mime"
	"net/http"
	"time"
)

// Heads keep a file from being anything but a file: it is saved under its name,
// never opened as a page of ours, and kept by nobody on the way.
func Heads(w http.ResponseWriter, kind, name string) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
}

// PerPart is how long a reader on a weak line may take for one part of a file.
const PerPart = 2 * time.Minute

// Patient writes a long file: the reader has PerPart for each part of it.
func Patient(w http.ResponseWriter) io.Writer { return patient{w} }

type patient struct{ http.ResponseWriter }

func (p patient) Write(part []byte) (int, error) {
	_ = http.NewResponseController(p.ResponseWriter).SetWriteDeadline(time.Now().Add(PerPart))
	return p.ResponseWriter.Write(part)
}
