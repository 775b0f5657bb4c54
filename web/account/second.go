package account

import (
	"bytes"
	"context"
	"encoding/base64"
	"image/png"
	"net/http"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func (d *Door) secondPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	a, err := aboutOf(ctx, tx, v.Person.ID)
	if err != nil {
		return nil, err
	}
	picture, secret, err := qr(v.Person, a.credential)
	return secondPage(v, d.fresh(ctx), a, picture, secret, f.Refusals), err
}

// qr is the secret being set up as a picture and in letters; both empty when
// none is.
func qr(p account.Person, c account.Credential) (picture, secret string, err error) {
	if c.Pending == "" {
		return "", "", nil
	}
	key, err := account.SecondKey(p, c)
	if err != nil {
		return "", "", err
	}
	image, err := key.Image(220, 220)
	if err != nil {
		return "", "", err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, image); err != nil {
		return "", "", err
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes()), key.Secret(), nil
}

func (d *Door) beginSecond(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	if err := d.mustBeFresh(ctx); err != nil {
		return work.Done{}, err
	}
	return work.Done{}, account.BeginSecond(ctx, tx, v.Person)
}

func (d *Door) dropSecond(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	if err := d.mustBeFresh(ctx); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã tắt xác minh hai lớp.", English: "The second factor is off."}},
		account.DropSecond(ctx, tx, v.By, v.Today, v.Person.ID)
}

// confirmSecond turns the second factor on and shows the recovery codes, once.
func (d *Door) confirmSecond(desk work.Desk) work.Handler {
	return d.codes(desk, func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) ([]string, error) {
		return account.ConfirmSecond(ctx, tx, v.Today, v.Person, f.Get("code"))
	})
}

// newCodes replaces the recovery codes and shows the new ones, once.
func (d *Door) newCodes(desk work.Desk) work.Handler {
	return d.codes(desk, func(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) ([]string, error) {
		return account.NewRecoveryCodes(ctx, tx, v.Person)
	})
}

func (d *Door) codes(desk work.Desk, make func(context.Context, *store.Tx, work.Visit, work.Form) ([]string, error)) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var page templ.Component
		err := desk.Writing(w, r, nil, 0, func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) error {
			if err := d.mustBeFresh(ctx); err != nil {
				return err
			}
			codes, err := make(ctx, tx, v, f)
			page = codesPage(v, codes)
			return err
		})
		if err != nil {
			return d.refuseOn(w, r, desk, err, d.secondPage)
		}
		desk.Fragment(w, r, http.StatusOK, page)
		return nil
	}
}
