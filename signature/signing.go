package signature

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"strings"
	"unicode"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Signing is one person's signing of one file.
type Signing struct {
	ID, Name string
	Signer   string // as the certificate says
	Begun    store.Time
	Done     store.Time // zero until the signature has come in
	Prepared
	certificate []byte
	Signed      []byte
}

// mostKept is how many signings of a person are kept; beginning one more lets
// the oldest go.
const mostKept = 20

// Begin prepares a PDF for the holder of a certificate to sign, and returns its
// id. A certificate that is not valid on the day is refused.
func Begin(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, name string, pdf, certificate []byte, r Request) (string, error) {
	if err := access.Check(by, access.SignFile, by.Unit); err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "file", Value: &name}, refusal.Text{Field: "reason", Value: &r.Reason}, refusal.Text{Field: "place", Value: &r.Place}, refusal.Text{Field: "number", Value: &r.Mark.Number}); err != nil {
		return "", err
	}
	certs, err := Certificates(certificate)
	if err != nil {
		return "", err
	}
	if now := tx.Now.Time; now.Before(certs[0].NotBefore) || now.After(certs[0].NotAfter) {
		return "", refusal.Field("certificate", "Chứng thư số chỉ dùng được từ "+vi.DayOf(certs[0].NotBefore).Short()+" đến "+vi.DayOf(certs[0].NotAfter).Short()+".")
	}
	r.Name, r.At = certs[0].Subject.CommonName, tx.Now.Time
	p, err := Prepare(pdf, r)
	if err != nil {
		return "", err
	}
	var raw []byte
	for _, c := range certs {
		raw = append(raw, c.Raw...)
	}
	id := store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO signing (id, person_id, name, signer, certificate, prepared, from_byte, to_byte, signed, begun_at, signed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		id, by.Person, name, r.Name, raw, p.File, p.From, p.To, []byte{}, tx.Now, store.Time{}); err != nil {
		return "", err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM signing WHERE person_id = $1 AND id NOT IN (SELECT s.id FROM signing s WHERE s.person_id = $2 ORDER BY s.begun_at DESC, s.id DESC LIMIT $3)`, by.Person, by.Person, mostKept); err != nil {
		return "", err
	}
	return id, record(ctx, tx, by, day, id, "begun", name, p.File)
}

// Finish puts the signature that came from outside into the file: the key's bare
// signature of ToSign, or a finished CMS; as bytes, or as base64 or hex text.
func Finish(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, signature []byte) error {
	s, err := ByID(ctx, tx, by, id)
	if err != nil {
		return err
	}
	if !s.Done.IsZero() {
		return refusal.New(refusal.Conflict, "Tệp này đã ký xong.")
	}
	file, err := s.with(plain(signature))
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE signing SET signed = $1, signed_at = $2 WHERE id = $3`, file, tx.Now, id); err != nil {
		return err
	}
	return record(ctx, tx, by, day, id, "signed", s.Name, file)
}

func (s Signing) with(signature []byte) ([]byte, error) {
	certs, err := Certificates(s.certificate)
	if err != nil {
		return nil, err
	}
	if _, is := der(append(signature, 0, 0)); is && len(signature) > 600 {
		if file, err := s.Attach(signature); err == nil {
			return file, nil
		}
	}
	return s.Complete(certs[0], certs[1:], signature)
}

// plain is a signature as bytes, whether it came so or as text.
func plain(signature []byte) []byte {
	text := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, string(signature))
	if raw, err := hex.DecodeString(text); err == nil && len(raw) > 0 {
		return raw
	}
	if raw, err := base64.StdEncoding.DecodeString(text); err == nil && len(raw) > 0 {
		return raw
	}
	return signature
}

// Drop takes a signing away; what was signed stays with whoever has it.
func Drop(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string) error {
	s, err := ByID(ctx, tx, by, id)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM signing WHERE id = $1`, id); err != nil {
		return err
	}
	return record(ctx, tx, by, day, id, "dropped", s.Name, s.Signed)
}

// ByID is one's own signing; another person's is not there.
func ByID(ctx context.Context, tx *store.Tx, by access.Actor, id string) (Signing, error) {
	if err := access.Check(by, access.SignFile, by.Unit); err != nil {
		return Signing{}, err
	}
	s, err := store.One(ctx, tx, func(s *Signing) []any {
		return []any{&s.ID, &s.Name, &s.Signer, &s.Begun, &s.Done, &s.certificate, &s.File, &s.From, &s.To, &s.Signed}
	}, `SELECT id, name, signer, begun_at, signed_at, certificate, prepared, from_byte, to_byte, signed FROM signing WHERE id = $1 AND person_id = $2`, id, by.Person)
	if errors.Is(err, store.ErrNone) {
		return s, refusal.New(refusal.NotFound, "Không có tệp đang ký này.")
	}
	return s, err
}

// ToSign is what the token is to sign; see Prepared.ToSign.
func (s Signing) ToSign() ([]byte, error) {
	certs, err := Certificates(s.certificate)
	if err != nil {
		return nil, err
	}
	return s.Prepared.ToSign(certs[0])
}

// Of lists a person's signings without their files, the newest first.
func Of(ctx context.Context, tx *store.Tx, person string) ([]Signing, error) {
	return store.All(ctx, tx, func(s *Signing) []any { return []any{&s.ID, &s.Name, &s.Signer, &s.Begun, &s.Done} },
		`SELECT id, name, signer, begun_at, signed_at FROM signing WHERE person_id = $1 ORDER BY begun_at DESC, id DESC`, person)
}

func record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, step, name string, file []byte) error {
	sum := sha256.Sum256(file)
	return journal.Record(ctx, tx, by, day, access.SignFile, "signing:"+id, map[string]string{"step": step, "file": name, "sha256": hex.EncodeToString(sum[:])})
}
