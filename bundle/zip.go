package bundle

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"thidua/document"
)

// The names of what the program adds to a package.
const (
	contentsName = "00-muc-luc"
	sumsName     = "kiem-tra-sha256.txt"
)

// Zip writes dossiers one after another, holding none.
type Zip struct{ z *zip.Writer }

// NewZip begins a package on w.
func NewZip(w io.Writer) Zip { return Zip{zip.NewWriter(w)} }

// Close ends the package; without it no reader opens it.
func (z Zip) Close() error { return z.z.Close() }

// WriteZip writes the package of one dossier: the table of contents, whose pages
// are those of the PDF, the papers in order, and the checksums. When ctx is done
// before the pages are counted, the contents tell none.
func (d Dossier) WriteZip(ctx context.Context, w io.Writer) error {
	papers := d.named()
	doc, err := inTurn(ctx, d, func(papers []placed) (*document.Doc, error) {
		doc, _, err := d.paginated(papers)
		return doc, err
	})
	switch {
	case errors.Is(err, errSlow):
		doc = d.contents(papers, false)
	case err != nil:
		return err
	}
	z := NewZip(w)
	if err := z.add("", d, doc, papers); err != nil {
		return err
	}
	return z.Close()
}

// Add writes a dossier into a folder of its own. Its contents tell no pages: no
// file is read but to be copied.
func (z Zip) Add(folder string, d Dossier) error {
	papers := d.named()
	return z.add(folder, d, d.contents(papers, false), papers)
}

func (z Zip) add(folder string, d Dossier, contents *document.Doc, papers []placed) error {
	var sums strings.Builder
	put := func(name string, write func(io.Writer) error) error {
		sum, err := z.put(path.Join(folder, name), d, write)
		fmt.Fprintf(&sums, "%s  %s\r\n", sum, name)
		return err
	}
	if err := put(contentsName+".pdf", func(w io.Writer) error { return document.WritePDF(w, contents) }); err != nil {
		return err
	}
	if err := put(contentsName+".docx", func(w io.Writer) error { return document.WriteDOCX(w, contents) }); err != nil {
		return err
	}
	for _, p := range papers {
		if p.Write == nil {
			continue
		}
		if err := put(p.name, p.Write); err != nil {
			return err
		}
	}
	_, err := z.put(path.Join(folder, sumsName), d, func(w io.Writer) error {
		_, err := io.WriteString(w, sums.String())
		return err
	})
	return err
}

// put writes one file as it is (papers are packed in themselves) and returns the
// checksum of its bytes.
func (z Zip) put(name string, d Dossier, write func(io.Writer) error) (string, error) {
	to, err := z.z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store, Modified: d.Day.Time()})
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	if err := write(io.MultiWriter(to, sum)); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
