package account

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/url"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
)

// keyring makes and checks passkeys for the site's own address: a key made here
// opens no other site, and no other site can ask for it.
type keyring struct{ *webauthn.WebAuthn }

// newKeyring is the keyring of a site; nil where browsers allow no passkeys:
// without an address known beforehand, at a bare IP address, or over plain HTTP
// anywhere but on this machine.
func newKeyring(site string) *keyring {
	u, err := url.Parse(site)
	if err != nil || u.Hostname() == "" || net.ParseIP(u.Hostname()) != nil || u.Scheme != "https" && u.Hostname() != "localhost" {
		return nil
	}
	w, err := webauthn.New(&webauthn.Config{RPID: u.Hostname(), RPDisplayName: "Thi Đua", RPOrigins: []string{u.Scheme + "://" + u.Host},
		AuthenticatorSelection: protocol.AuthenticatorSelection{ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired}})
	if err != nil {
		return nil
	}
	return &keyring{w}
}

// holder is a person as package webauthn knows people.
type holder struct {
	account.Person
	keys []webauthn.Credential
}

// WebAuthnID and the rest are what webauthn.User asks for.
func (h holder) WebAuthnID() []byte                         { return []byte(h.ID) }
func (h holder) WebAuthnName() string                       { return h.Login }
func (h holder) WebAuthnDisplayName() string                { return h.Name }
func (h holder) WebAuthnCredentials() []webauthn.Credential { return h.keys }

// holderOf reads a person with their passkeys.
func holderOf(ctx context.Context, tx *store.Tx, person string) (holder, error) {
	p, err := account.ByID(ctx, tx, person)
	if err != nil {
		return holder{}, err
	}
	h := holder{Person: p}
	all, err := account.PasskeysOf(ctx, tx, person)
	if err != nil {
		return holder{}, err
	}
	for _, k := range all {
		var c webauthn.Credential
		if err := json.Unmarshal([]byte(k.Credential), &c); err != nil {
			return holder{}, err
		}
		h.keys = append(h.keys, c)
	}
	return h, nil
}

// keyID is a credential's id as text.
func keyID(c *webauthn.Credential) string { return base64.RawURLEncoding.EncodeToString(c.ID) }

var errKey = refusal.New(refusal.Invalid, "Khóa truy cập không đúng hoặc đã bị bỏ. Xin thử lại, hoặc đăng nhập bằng mật khẩu.")

// challenge keeps a ceremony's challenge in the session, where only its answer
// can use it, once.
func (d *Door) challenge(ctx context.Context, s *webauthn.SessionData) error {
	text, err := json.Marshal(s)
	if err == nil {
		d.desk.Sessions.Put(ctx, ceremonyKey, string(text))
	}
	return err
}

func (d *Door) challenged(ctx context.Context) (s webauthn.SessionData, err error) {
	if json.Unmarshal([]byte(d.desk.Sessions.PopString(ctx, ceremonyKey)), &s) != nil {
		return s, errKey
	}
	return s, nil
}

// answer sends what the page's script asked for; a refusal as its sentence.
func answer(w http.ResponseWriter, value any, err error) error {
	status := http.StatusOK
	var e *refusal.Error
	if errors.As(err, &e) {
		status, value = statusOf(e.Kind), map[string]string{"sentence": e.Sentence}
	} else if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	return json.NewEncoder(w).Encode(value)
}
