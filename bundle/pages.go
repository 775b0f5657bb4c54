package bundle

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"thidua/pdf"
)

// MaxMerged is how many bytes of files go into one PDF; what is beyond is only
// in the zip. It bounds the memory that one package takes.
const MaxMerged = 40 << 20

var errLocked = errors.New("bundle: the PDF is encrypted")

// open reads a PDF as readers do, forgiving small faults. What the library
// cannot bear is an error, never a panic.
func open(pdf []byte) (ctx *model.Context, err error) {
	defer recovered(&err)
	conf := model.NewDefaultConfiguration()
	conf.Cmd, conf.ValidationMode, conf.Offline, conf.CreateBookmarks = model.MERGECREATE, model.ValidationRelaxed, true, false
	if ctx, err = api.ReadAndValidate(bytes.NewReader(pdf), conf); err != nil {
		return nil, err
	}
	if ctx.Encrypt != nil {
		return nil, errLocked
	}
	return ctx, nil
}

func recovered(err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("bundle: the PDF cannot be read: %v", fault)
	}
}

func pagesOf(pdf []byte) (int, error) {
	ctx, err := open(pdf)
	if err != nil {
		return 0, err
	}
	return ctx.PageCount, nil
}

// usable counts the pages of a PDF that takes a number on each.
func usable(pdf []byte) (pages int, err error) {
	defer recovered(&err)
	ctx, err := open(pdf)
	if err != nil {
		return 0, err
	}
	return ctx.PageCount, number(ctx)
}

// fetched reads every file that has pages, at most MaxMerged bytes of them. A
// file of another kind is named as attached; only a file that cannot be fetched
// is an error.
func (d Dossier) fetched() ([]placed, error) {
	all, room := d.named(), int64(MaxMerged)
	for i := range all {
		p := &all[i]
		if p.Write == nil {
			continue
		}
		if p.attached = elsewhere; p.Ending != "pdf" && p.Picture == nil {
			continue
		}
		if room -= p.Size; room < 0 {
			p.attached, room = "lớn, "+elsewhere, room+p.Size
			continue
		}
		if err := p.fetch(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// fetch reads the paper's file, a picture set on a page.
func (p *placed) fetch() error {
	p.attached = unreadable
	if p.Picture != nil {
		if jpeg, err := p.Picture(); err == nil {
			p.pdf, _ = pictured(p.Title, jpeg)
		}
		return nil
	}
	var b bytes.Buffer
	err := p.Write(&b)
	p.pdf = b.Bytes()
	return err
}

const unreadable = "không đọc được, " + elsewhere

// count counts the pages of what was fetched; a file that is broken or locked is
// named as attached. Where a file ends the process that reads them, each is
// looked at alone.
func count(ctx context.Context, papers []placed) error {
	var r request
	var of []*placed
	for i := range papers {
		if p := &papers[i]; p.pdf != nil {
			r.Papers, of = append(r.Papers, piece{PDF: p.pdf}), append(of, p)
		}
	}
	if len(of) == 0 {
		return nil
	}
	a, err := apart(ctx, r)
	if errors.Is(err, errBroken) {
		a.Counts, err = countEach(ctx, r)
	}
	if err != nil {
		return err
	}
	for i, p := range of {
		switch c := a.Counts[i]; {
		case c.Pages > 0:
			p.pages, p.attached = c.Pages, ""
		case c.Locked:
			p.attach("có mật khẩu, " + elsewhere)
		default:
			p.attach(unreadable)
		}
	}
	return nil
}

func countEach(ctx context.Context, r request) (all []counted, err error) {
	for _, p := range r.Papers {
		a, err := apart(ctx, request{Papers: []piece{p}})
		switch {
		case errors.Is(err, errBroken):
			a.Counts = []counted{{}}
		case err != nil:
			return nil, err
		}
		all = append(all, a.Counts...)
	}
	return all, nil
}

// counts counts the pages of one PDF.
func counts(pdf []byte) counted {
	n, err := usable(pdf)
	if err != nil {
		return counted{Locked: errors.Is(err, errLocked) || errors.Is(err, pdfcpu.ErrWrongPassword)}
	}
	return counted{Pages: n}
}

// attach leaves the paper out of the one PDF.
func (p *placed) attach(why string) { p.pdf, p.pages, p.from, p.attached = nil, 0, 0, why }

// pictured sets a JPEG on an A4 page of its own, within margins.
func pictured(title string, jpeg []byte) ([]byte, error) {
	const width, height, margin = 210.0, 297.0, 15.0
	picture, err := pdf.NewPicture(jpeg)
	if err != nil {
		return nil, err
	}
	w, h := width-2*margin, height-2*margin
	if high := w * float64(picture.Height) / float64(picture.Width); high < h {
		h = high
	} else {
		w = h * float64(picture.Width) / float64(picture.Height)
	}
	file := pdf.New(pdf.Info{Title: title, Language: "vi-VN"})
	file.Page(width, height)
	file.Mark(file.Figure(file.Root(), title))
	file.Picture(picture, (width-w)/2, margin, w, h)
	var b bytes.Buffer
	_, err = file.WriteTo(&b)
	return b.Bytes(), err
}
