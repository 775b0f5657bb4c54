// Package signature sets the pages on which a person signs a PDF with their own
// certificate, and reads who signed one that came in.
package signature

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"path"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/refusal"
	"thidua/signature"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

const (
	home      = "/ky-so"
	onePath   = "/ky-so/{id}"
	checkPath = "/ky-so/kiem-tra"
)

// largest bounds a PDF, in bytes; a dossier of some hundred scanned pages.
const largest = 20 << 20

var signers = rolesOf(access.SignFile)

func rolesOf(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// Desk are the pages.
var Desk = []work.Page{
	{Path: home, Title: ui.Words{Vietnamese: "Ký số", English: "Sign"}, Who: signers, Read: list, Acts: map[string]work.Act{"chuan-bi": begin}, Files: largest + 3<<20},
	{Path: onePath, Title: ui.Words{Vietnamese: "Ký số một tệp", English: "Sign a file"}, Who: signers, Read: one, Acts: map[string]work.Act{"hoan-tat": finish, "bo": drop}, Files: 1 << 20},
	{Path: checkPath, Title: ui.Words{Vietnamese: "Kiểm tra chữ ký số", English: "Check signatures"}, Read: ask},
}

// Raws take a file that is only looked at.
var Raws = []work.Raw{{Pattern: "POST " + checkPath, Serve: look}}

func list(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := signature.Of(ctx, tx, v.Person.ID)
	return listPage(v, f, all), err
}

// bytesOf reads a file of the form.
func bytesOf(f work.Form, field string) (name string, raw []byte, err error) {
	file, head, err := f.File(field)
	if errors.Is(err, http.ErrMissingFile) {
		return "", nil, refusal.Field(field, "Chưa chọn tệp.")
	}
	if err != nil {
		return "", nil, err
	}
	defer file.Close()
	raw, err = io.ReadAll(io.LimitReader(file, largest+1))
	if err == nil && len(raw) > largest {
		err = refusal.Field(field, "Tệp lớn quá 20 MB.")
	}
	return path.Base(head.Filename), raw, err
}

func begin(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	name, pdf, err := bytesOf(f, "file")
	_, cert, certErr := bytesOf(f, "certificate")
	if err := errors.Join(err, certErr); err != nil {
		return work.Done{}, err
	}
	mark, err := markOf(f)
	if err != nil {
		return work.Done{}, err
	}
	id, err := signature.Begin(ctx, tx, v.By, v.Today, name, pdf, cert, signature.Request{Reason: f.Get("reason"), Place: f.Get("place"), Mark: mark})
	return work.Done{To: home + "/" + id}, err
}

// signing is one file as its page shows it.
type signing struct {
	signature.Signing
	ToSign []byte
	Found  []signature.Found
}

func one(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	s, err := signature.ByID(ctx, tx, v.By, v.Asked("id"))
	if err != nil {
		return nil, err
	}
	x := signing{Signing: s}
	if x.ToSign, err = s.ToSign(); err != nil {
		return nil, err
	}
	switch v.Request().URL.Query().Get("tep") {
	case "chuan-bi":
		return file{templ.NopComponent, strings.TrimSuffix(s.Name, ".pdf") + "-chuan-bi.pdf", s.File}, nil
	case "can-ky":
		return file{templ.NopComponent, strings.TrimSuffix(s.Name, ".pdf") + "-can-ky.bin", x.ToSign}, nil
	case "da-ky":
		if s.Done.IsZero() {
			return nil, refusal.New(refusal.NotFound, "Tệp này chưa ký xong.")
		}
		return file{templ.NopComponent, strings.TrimSuffix(s.Name, ".pdf") + "-da-ky.pdf", s.Signed}, nil
	}
	if !s.Done.IsZero() {
		if x.Found, err = signature.Check(s.Signed); err != nil {
			return nil, err
		}
	}
	return onePage(v, f, x), nil
}

// finish takes the signature as a file or as text.
func finish(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	raw := []byte(f.Get("signature"))
	if len(f.Files("signature_file")) > 0 {
		_, file, err := bytesOf(f, "signature_file")
		if err != nil {
			return work.Done{}, err
		}
		raw = file
	}
	if len(raw) == 0 {
		return work.Done{}, refusal.Field("signature", "Chưa có chữ ký: dán chữ ký hoặc chọn tệp.")
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ký xong. Tải tệp đã ký về.", English: "Signed. Take the signed file."}},
		signature.Finish(ctx, tx, v.By, v.Today, v.Asked("id"), raw)
}

func drop(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	return work.Done{To: home, Say: ui.Words{Vietnamese: "Đã bỏ.", English: "Dropped."}}, signature.Drop(ctx, tx, v.By, v.Today, v.Asked("id"))
}

// file is a page that is a file instead.
type file struct {
	templ.Component
	name string
	raw  []byte
}

// FileName implements work.Download.
func (f file) FileName() string { return f.name }

// Write implements work.Download.
func (f file) Write(w io.Writer) error {
	_, err := w.Write(f.raw)
	return err
}

// checked is a file that somebody wants to know the signatures of.
type checked struct {
	Name  string
	Fault string
	Found []signature.Found
}

func ask(_ context.Context, _ *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	return checkPage(v, checked{}), nil
}

// look reads the file and keeps nothing of it.
func look(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var c checked
		var visit work.Visit
		err := desk.Writing(w, r, nil, largest, func(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) error {
			v.Title = Desk[2].Title
			visit = v
			name, raw, err := bytesOf(f, "file")
			if err == nil {
				c.Name = name
				c.Found, err = signature.Check(raw)
			}
			if e := refusal.Of(err); e != nil {
				c.Fault = e.Sentence
				return nil
			}
			return err
		})
		if err != nil {
			return err
		}
		status := http.StatusOK
		if c.Fault != "" {
			status = http.StatusBadRequest
		}
		desk.Fragment(w, r, status, checkPage(visit, c))
		return nil
	}
}

// encoded is what is to be signed as a token's program takes it by hand.
func encoded(raw []byte) string { return base64.StdEncoding.EncodeToString(raw) }

// digest is the paper's own digest in hex.
func digest(s signature.Signing) string {
	sum := s.Digest()
	return hex.EncodeToString(sum[:])
}
