// Package signature signs PDF papers and says who signed those that come in. The
// key stays outside, on a token or at the Government's service: a paper is
// prepared, its digest goes out, the signature comes in.
package signature

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"thidua/refusal"
)

// Request is what a signature states beside the signer's certificate.
type Request struct {
	Name   string // the signer, as people read it
	Reason string // "Ký ban hành"; may be empty
	Place  string // may be empty
	At     time.Time
	Mark   Mark // how it shows on the page
}

// room is how many bytes a signature may take in the file; a chain of three
// certificates with 4096-bit keys needs some 8 000.
const room = 16 << 10

// Prepared is a PDF with the place for one signature kept free.
type Prepared struct {
	File []byte
	From int // where the free place begins, at its "<"
	To   int // behind its ">"
}

// signed is the part of the file that the signature is over: all but the free
// place.
func (p Prepared) signed() []byte {
	return append(bytes.Clone(p.File[:p.From]), p.File[p.To:]...)
}

// Digest is the SHA-256 of the paper as it will be signed.
func (p Prepared) Digest() [32]byte { return sha256.Sum256(p.signed()) }

// ToSign is what the holder of the certificate's key is to sign, by SHA-256: the
// attributes of a PAdES baseline signature (ETSI EN 319 142-1, 6.3: content type,
// digest of the paper, digest of the certificate).
func (p Prepared) ToSign(cert *x509.Certificate) ([]byte, error) {
	return attributes(p.Digest(), cert)
}

// Complete puts the key holder's signature of ToSign into the paper. chain are
// the certificates above the signer's, lowest first; it may be empty. A signature
// that is none of the certificate's key over this paper is refused.
func (p Prepared) Complete(cert *x509.Certificate, chain []*x509.Certificate, signature []byte) ([]byte, error) {
	cms, err := sealed(p.Digest(), cert, chain, signature)
	if err != nil {
		return nil, err
	}
	return p.Attach(cms)
}

// Attach puts a finished signature, a detached CMS such as the Government's
// service returns, into the paper; one that is not over this paper is refused.
func (p Prepared) Attach(cms []byte) ([]byte, error) {
	if hex.EncodedLen(len(cms)) > p.To-p.From-2 {
		return nil, refusal.Field("signature", "Chữ ký dài quá mức một tệp PDF giữ được.")
	}
	file := bytes.Clone(p.File)
	hex.Encode(file[p.From+1:], cms)
	all, err := Check(file)
	if err != nil {
		return nil, err
	}
	if last := all[len(all)-1]; !last.Valid {
		return nil, refusal.Field("signature", "Chữ ký không khớp với văn bản này hoặc với chứng thư số: "+last.Fault)
	}
	return file, nil
}

// Prepare keeps a place for one more signature in a PDF, as an addition behind
// its end: what was signed before stays as it is. A PDF whose table of contents
// is packed, and one that is protected, are refused.
func Prepare(pdf []byte, r Request) (Prepared, error) {
	if len(ranges.FindAllIndex(pdf, mostSignatures)) == mostSignatures {
		return Prepared{}, unsuited(fmt.Sprintf("tệp đã có từ %d chữ ký trở lên.", mostSignatures))
	}
	doc, err := read(pdf)
	if err != nil {
		return Prepared{}, err
	}
	added, err := doc.withSignature(r)
	if err != nil {
		return Prepared{}, err
	}
	return place(added)
}

// rangeMark is what the byte range holds until it is known; as wide as any.
const rangeMark = "/ByteRange [0 0000000000 0000000000 0000000000]"

// place writes the byte range of the last signature into the file.
func place(file []byte) (Prepared, error) {
	at := bytes.LastIndex(file, []byte(rangeMark))
	from := bytes.LastIndex(file, []byte("/Contents <"))
	if at < 0 || from < 0 {
		return Prepared{}, errors.New("signature: the place that was kept is not there")
	}
	from += len("/Contents ")
	to := from + bytes.IndexByte(file[from:], '>') + 1
	text := fmt.Sprintf("/ByteRange [0 %d %d %d]", from, to, len(file)-to)
	copy(file[at:], fmt.Sprintf("%-*s", len(rangeMark), text))
	return Prepared{File: file, From: from, To: to}, nil
}
