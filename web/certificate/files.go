package certificate

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"thidua/certificate"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/work"
)

// exported sends a file that read makes in one transaction; the journal tells who
// took it.
func exported(d work.Desk, name string, read func(ctx context.Context, tx *store.Tx, v work.Visit) ([]byte, error)) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var file []byte
		err := d.Exporting(r, printers, func(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
			file, err = read(ctx, tx, v)
			return err
		})
		if err != nil {
			return err
		}
		work.SendFile(w, r, d, name, func(w io.Writer) error {
			_, err := w.Write(file)
			return err
		})
		return nil
	}
}

// picture sends a blank's picture to the page on which the fields are placed.
func picture(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var p *certificate.Picture
		err := d.Reading(r, keepers, func(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
			if err := unbound(v); err != nil {
				return err
			}
			p, err = certificate.PictureOf(ctx, tx, v.Asked("blank"))
			return err
		})
		if err == nil && p == nil {
			err = refusal.New(refusal.NotFound, "Phôi này chưa có ảnh.")
		}
		if err != nil {
			return err
		}
		w.Header().Set("Content-Type", p.Type)
		w.Header().Set("Cache-Control", "private, no-cache")
		_, _ = w.Write(p.File)
		return nil
	}
}

func calibration(d work.Desk) work.Handler {
	return exported(d, "can-chinh.pdf", func(ctx context.Context, tx *store.Tx, v work.Visit) ([]byte, error) {
		if err := unbound(v); err != nil {
			return nil, err
		}
		b, err := certificate.ByID(ctx, tx, v.Asked("blank"))
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		err = certificate.WriteCalibration(&out, v.Today, b)
		return out.Bytes(), err
	})
}

// batch sends certificates that were printed together.
func batch(d work.Desk, site string) work.Handler {
	return exported(d, "bang-khen.pdf", func(ctx context.Context, tx *store.Tx, v work.Visit) ([]byte, error) {
		s, err := scope(ctx, tx, v)
		if err != nil {
			return nil, err
		}
		b, err := certificate.BatchByID(ctx, tx, v.Asked("batch"), s)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		err = b.Write(&out, address(site, v.Request()))
		return out.Bytes(), err
	})
}

// address is the site's own, else the one that was asked.
func address(site string, r *http.Request) string {
	switch {
	case site != "":
		return site
	case r.TLS != nil:
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

func printshop(d work.Desk) work.Handler {
	return exported(d, "bang-khen-tcvn3.txt", func(ctx context.Context, tx *store.Tx, v work.Visit) ([]byte, error) {
		s, err := scope(ctx, tx, v)
		if err != nil {
			return nil, err
		}
		_, awards, err := certificate.ToPrint(ctx, tx, v.Asked("decision"), s)
		if err != nil {
			return nil, err
		}
		file, _ := certificate.Printshop(awards)
		return file, nil
	})
}

// proof sends the decision's first certificate on a blank, to be held against it.
func proof(d work.Desk) work.Handler {
	return exported(d, "in-thu.pdf", func(ctx context.Context, tx *store.Tx, v work.Visit) ([]byte, error) {
		s, err := scope(ctx, tx, v)
		if err != nil {
			return nil, err
		}
		_, awards, err := certificate.ToPrint(ctx, tx, v.Asked("decision"), s)
		if err != nil {
			return nil, err
		}
		page, ground, err := certificate.Proof(ctx, tx, v.Request().URL.Query().Get("phoi"), awards[0])
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		err = certificate.WritePDF(&out, v.Today, ground, func(yield func(certificate.Page, error) bool) { yield(page, nil) })
		return out.Bytes(), err
	})
}
