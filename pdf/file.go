// Package pdf puts text, lines and pictures on pages and writes them as a tagged PDF 1.4
// with embedded subsets of TrueType faces. A face is read once and serves any number of
// files at the same time. What the pages say, and where, others decide.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"sync"
	"time"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// Info is what a file says of itself.
type Info struct {
	Title, Subject, Author, Keywords string
	Language                         string // as in BCP 47, such as vi-VN
	Created                          time.Time
}

// File is a PDF being made, page after page. The same calls give the same bytes. It is
// not for several goroutines at once.
type File struct {
	info     Info
	out      bytes.Buffer
	offsets  []int // of each object; 0 while it is not written
	pages    []int // ids of the pages
	page     *page
	fonts    []*font
	pictures []*Picture
	root     *Element
	mark     *Element
	parents  [][]*Element // of each page: whose content stands under a number
	spots    bytes.Buffer
}

// The first objects have fixed places; pages and fonts follow as they come.
const (
	catalogID = iota + 1
	pagesID
	infoID
	treeID
	resourcesID
)

// New begins a file.
func New(info Info) *File {
	f := &File{info: info, offsets: make([]int, resourcesID+1)}
	f.root = &Element{kind: "Document", id: f.reserve()}
	f.out.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	return f
}

// reserve takes the id of an object that is written later.
func (f *File) reserve() int {
	f.offsets = append(f.offsets, 0)
	return len(f.offsets) - 1
}

// object writes an object.
func (f *File) object(id int, format string, values ...any) {
	f.offsets[id] = f.out.Len()
	fmt.Fprintf(&f.out, "%d 0 obj\n", id)
	fmt.Fprintf(&f.out, format, values...)
	f.out.WriteString("\nendobj\n")
}

// stream writes packed content with the entries of its dictionary.
func (f *File) stream(id int, entries string, content []byte) {
	f.packed(id, entries+"/Filter /FlateDecode", packed(content))
}

// packed writes content that is packed already.
func (f *File) packed(id int, entries string, content []byte) {
	f.offsets[id] = f.out.Len()
	fmt.Fprintf(&f.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", id, entries, len(content))
	f.out.Write(content)
	f.out.WriteString("\nendstream\nendobj\n")
}

// packers are kept, for each brings a megabyte of memory with it.
var packers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // no such level
	}
	return w
}}

func packed(content []byte) []byte {
	var b bytes.Buffer
	w := packers.Get().(*zlib.Writer)
	defer packers.Put(w)
	w.Reset(&b)
	_, _ = w.Write(content) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

// WriteTo ends the file and writes it. It fails when w does.
func (f *File) WriteTo(w io.Writer) (int64, error) {
	f.endPage()
	f.object(resourcesID, "%s", f.resources())
	f.writeTags()
	f.object(pagesID, "<</Type /Pages /Count %d /Kids [%s]>>", len(f.pages), references(f.pages))
	f.object(infoID, "<<%s/Producer %s/CreationDate %s/ModDate %s>>", f.said(), text("thidua"), day(f.info.Created), day(f.info.Created))
	f.object(catalogID, "<</Type /Catalog /Pages %d 0 R /Dests <<%s>> /Lang (%s) /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R /ViewerPreferences <</DisplayDocTitle true>>>>",
		pagesID, f.spots.Bytes(), f.info.Language, treeID)
	f.writeTable()
	return f.out.WriteTo(w)
}

func (f *File) said() string {
	var b bytes.Buffer
	for _, e := range [][2]string{{"Title", f.info.Title}, {"Subject", f.info.Subject}, {"Author", f.info.Author}, {"Keywords", f.info.Keywords}} {
		if e[1] != "" {
			fmt.Fprintf(&b, "/%s %s", e[0], text(e[1]))
		}
	}
	return b.String()
}

// writeTable writes where every object stands.
func (f *File) writeTable() {
	at := f.out.Len()
	fmt.Fprintf(&f.out, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets))
	for _, offset := range f.offsets[1:] {
		fmt.Fprintf(&f.out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&f.out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(f.offsets), catalogID, infoID, at)
}

func references(ids []int) string {
	var b bytes.Buffer
	for _, id := range ids {
		fmt.Fprintf(&b, "%d 0 R ", id)
	}
	return b.String()
}

// text is a string of the file in UTF-16.
func text(s string) string { return "<FEFF" + inUTF16(s) + ">" }

func inUTF16(s string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = appendHex(b, unit)
	}
	return string(b)
}

func day(t time.Time) string { return t.UTC().Format("(D:20060102150405Z)") }
