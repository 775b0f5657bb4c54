package bundle

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// PDF is the table of contents and every paper that has pages as one PDF, with a
// bookmark each and "Trang 3/12" at the foot. A file that cannot be joined is
// named in the contents and left out. It is refused when ctx is done before.
func (d Dossier) PDF(ctx context.Context) ([]byte, error) {
	return inTurn(ctx, d, func(papers []placed) ([]byte, error) { return d.merged(ctx, papers) })
}

func (d Dossier) merged(ctx context.Context, papers []placed) ([]byte, error) {
	for {
		_, contents, err := d.paginated(papers)
		if err != nil {
			return nil, err
		}
		r, of := request{Contents: contents}, []*placed{}
		for i := range papers {
			if p := &papers[i]; p.pdf != nil {
				r.Papers, of = append(r.Papers, piece{p.pdf, p.from, p.pages, p.bookmark()}), append(of, p)
			}
		}
		a, err := apart(ctx, r)
		switch {
		case errors.Is(err, errBroken):
			return nil, errUnjoined
		case err != nil:
			return nil, err
		case a.Unfit >= 0:
			of[a.Unfit].attach("không gộp được, " + elsewhere)
		case a.Fault != "":
			return nil, errors.New("bundle: " + a.Fault)
		default:
			return a.PDF, nil
		}
	}
}

func (p placed) bookmark() string {
	if p.File == "" {
		return p.Title
	}
	return p.Title + ": " + p.File
}

// joined is the contents and the papers behind one another, with running numbers
// and bookmarks. unfit is the place of the paper that cannot be joined, -1 when
// the fault is not a paper's.
func joined(contents []byte, papers []piece) (pdf []byte, unfit int, err error) {
	unfit = -1
	defer recovered(&err)
	whole, err := open(contents)
	if err != nil {
		return nil, unfit, err
	}
	whole.EnsureVersionForWriting()
	marks := []pdfcpu.Bookmark{{Title: "Mục lục hồ sơ", PageFrom: 1}}
	for i, p := range papers {
		if unfit = i; whole.PageCount != p.From-1 {
			return nil, i, fmt.Errorf("%d pages stand before page %d", whole.PageCount, p.From)
		}
		if err := appended(whole, p); err != nil {
			return nil, i, err
		}
		marks = append(marks, pdfcpu.Bookmark{Title: p.Title, PageFrom: p.From})
	}
	var b bytes.Buffer
	unfit = -1
	if err := api.WriteContext(whole, &b); err != nil {
		return nil, unfit, err
	}
	pdf, err = finished(b.Bytes(), marks)
	return pdf, unfit, err
}

// appended adds the paper's pages. The library keeps silent about a page tree
// that it could not add, so they are counted.
func appended(whole *model.Context, p piece) error {
	next, err := open(p.PDF)
	if err != nil {
		return err
	}
	if next.XRefTable.Version() == model.V20 {
		return pdfcpu.ErrUnsupportedVersion // its objects may say what a file of the version before cannot
	}
	if err := pdfcpu.MergeXRefTables("", next, whole, false, false); err != nil {
		return err
	}
	if whole.PageCount != p.From+p.Pages-1 {
		return fmt.Errorf("%d pages were to become %d", whole.PageCount, p.From+p.Pages-1)
	}
	return nil
}

// finished puts running numbers and bookmarks on the joined pages.
func finished(pdf []byte, marks []pdfcpu.Bookmark) (out []byte, err error) {
	defer recovered(&err)
	ctx, err := open(pdf)
	if err != nil {
		return nil, err
	}
	if err := number(ctx); err != nil {
		return nil, err
	}
	if err := pdfcpu.AddBookmarks(ctx, marks, true); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = api.WriteContext(ctx, &b)
	return b.Bytes(), err
}

// numberStyle sets the number at the lower right, clear of a paper's own.
const numberStyle = "fontname:Helvetica, points:9, scalefactor:1 abs, rotation:0, position:br, offset:-20 14, fillcolor:#000000, opacity:1"

// number puts "Trang 3/12" on every page.
func number(ctx *model.Context) error {
	stamp, err := api.TextWatermark("Trang %p/%P", numberStyle, true, false, types.POINTS)
	if err != nil {
		return err
	}
	pages := types.IntSet{}
	for page := 1; page <= ctx.PageCount; page++ {
		pages[page] = true
	}
	return pdfcpu.AddWatermarks(ctx, pages, stamp)
}
