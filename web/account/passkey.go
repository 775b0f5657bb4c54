package account

import (
	"context"
	"encoding/json"
	"io"
	"net/http"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"thidua/account"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// longestKey is more than any answer of a browser, in bytes.
const longestKey = 64 << 10

// askKey gives the browser a challenge to sign; it tells nothing of who has an
// account.
func (d *Door) askKey(w http.ResponseWriter, r *http.Request) error {
	if d.keys == nil {
		return answer(w, nil, errKey)
	}
	options, session, err := d.keys.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err == nil {
		err = d.challenge(r.Context(), session)
	}
	return answer(w, options, err)
}

// checkKey lets in whoever signed the challenge; somebody who sits already has
// proved again that it is they.
func (d *Door) checkKey(w http.ResponseWriter, r *http.Request) error {
	ctx, seated := r.Context(), account.Seated(r.Context())
	person, err := d.keyHolder(w, r)
	switch {
	case err != nil:
	case seated == "":
		err = d.sit(r, person, "passkey")
	case seated != person:
		err = errKey
	default:
		err = d.renewed(ctx)
	}
	return answer(w, map[string]string{"to": backTo(r.URL.Query().Get("ve"))}, err)
}

// keyHolder is whose passkey signed the challenge of this session.
func (d *Door) keyHolder(w http.ResponseWriter, r *http.Request) (person string, err error) {
	if d.keys == nil {
		return "", errKey
	}
	ctx := r.Context()
	session, err := d.challenged(ctx)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestKey))
	if err != nil {
		return "", errKey
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(body)
	if err != nil {
		return "", errKey
	}
	err = d.desk.DB.Write(ctx, func(tx *store.Tx) error {
		user, used, err := d.keys.ValidatePasskeyLogin(func(_, handle []byte) (webauthn.User, error) {
			return holderOf(ctx, tx, string(handle))
		}, session, parsed)
		if err != nil || used.Authenticator.CloneWarning {
			return errKey
		}
		person = string(user.WebAuthnID())
		text, err := json.Marshal(used)
		if err != nil {
			return err
		}
		return account.PasskeyUsed(ctx, tx, person, keyID(used), string(text))
	})
	return person, err
}

// offerKey asks the browser of somebody at their desk to make a key.
func (d *Door) offerKey(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		ctx := r.Context()
		if err := d.mayAddKey(ctx); err != nil {
			return answer(w, nil, err)
		}
		var h holder
		err := desk.Reading(r, nil, func(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
			h, err = holderOf(ctx, tx, v.Person.ID)
			return err
		})
		if err != nil {
			return err
		}
		options, session, err := d.keys.BeginRegistration(h, webauthn.WithExclusions(webauthn.Credentials(h.keys).CredentialDescriptors()))
		if err == nil {
			err = d.challenge(ctx, session)
		}
		return answer(w, options, err)
	}
}

func (d *Door) mayAddKey(ctx context.Context) error {
	if d.keys == nil {
		return errKey
	}
	return d.mustBeFresh(ctx)
}

// takeKey keeps the key that the browser made.
func (d *Door) takeKey(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if err := d.mayAddKey(r.Context()); err != nil {
			return answer(w, nil, err)
		}
		session, err := d.challenged(r.Context())
		if err != nil {
			return answer(w, nil, err)
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestKey))
		if err != nil {
			return answer(w, nil, errKey)
		}
		parsed, err := protocol.ParseCredentialCreationResponseBytes(body)
		if err != nil {
			return answer(w, nil, errKey)
		}
		ctx, person := r.Context(), account.Seated(r.Context())
		err = d.desk.DB.Write(ctx, func(tx *store.Tx) error {
			h, err := holderOf(ctx, tx, person)
			if err != nil {
				return err
			}
			made, err := d.keys.CreateCredential(h, session, parsed)
			if err != nil {
				return errKey
			}
			text, err := json.Marshal(made)
			if err != nil {
				return err
			}
			return account.AddPasskey(ctx, tx, vi.DayOf(tx.Now.Time), h.Person, account.Passkey{ID: keyID(made), Label: r.URL.Query().Get("ten"), Credential: string(text)})
		})
		return answer(w, map[string]string{"to": keysPath}, err)
	}
}
