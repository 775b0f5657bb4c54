package signature

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"slices"

	"thidua/refusal"
)

// The names of what stands in a signature: RFC 5652 (CMS) and RFC 5035 (the
// signer's certificate among the attributes).
var (
	oidData          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidContentType   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidCertificateV2 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidSHA256        = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidRSA           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidECDSASHA256   = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}
)

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values asn1.RawValue
}

type issuerAndSerial struct {
	Issuer asn1.RawValue
	Serial *big.Int
}

type signerInfo struct {
	Version            int
	Signer             issuerAndSerial
	DigestAlgorithm    pkix.AlgorithmIdentifier
	Attributes         asn1.RawValue
	SignatureAlgorithm pkix.AlgorithmIdentifier
	Signature          []byte
}

type signedData struct {
	Version          int
	DigestAlgorithms []pkix.AlgorithmIdentifier `asn1:"set"`
	Content          struct{ Type asn1.ObjectIdentifier }
	Certificates     asn1.RawValue
	Signers          []signerInfo `asn1:"set"`
}

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content asn1.RawValue
}

// set is a SET of one value.
func set(value any) (asn1.RawValue, error) {
	body, err := asn1.Marshal(value)
	return asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: body}, err
}

// attributes are what is signed: a SET, its members in the order of their bytes.
func attributes(digest [32]byte, cert *x509.Certificate) ([]byte, error) {
	sum := sha256.Sum256(cert.Raw)
	type certID struct{ Hash []byte } // SHA-256 when no other is named (RFC 5035, 4)
	values := []struct {
		oid   asn1.ObjectIdentifier
		value any
	}{{oidContentType, oidData}, {oidMessageDigest, digest[:]}, {oidCertificateV2, struct{ Certs []certID }{[]certID{{sum[:]}}}}}
	var all [][]byte
	for _, v := range values {
		one, err := set(v.value)
		if err != nil {
			return nil, err
		}
		raw, err := asn1.Marshal(attribute{v.oid, one})
		if err != nil {
			return nil, err
		}
		all = append(all, raw)
	}
	slices.SortFunc(all, bytes.Compare)
	return asn1.Marshal(asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: slices.Concat(all...)})
}

// algorithm is how the certificate's key signs; refused for kinds of keys that
// the State's certificates do not have.
func algorithm(cert *x509.Certificate) (x509.SignatureAlgorithm, pkix.AlgorithmIdentifier, error) {
	switch cert.PublicKeyAlgorithm {
	case x509.RSA:
		return x509.SHA256WithRSA, pkix.AlgorithmIdentifier{Algorithm: oidRSA, Parameters: asn1.NullRawValue}, nil
	case x509.ECDSA:
		return x509.ECDSAWithSHA256, pkix.AlgorithmIdentifier{Algorithm: oidECDSASHA256}, nil
	}
	return 0, pkix.AlgorithmIdentifier{}, refusal.Field("certificate", "Chứng thư số phải dùng khóa RSA hoặc ECDSA.")
}

// sealed is the detached CMS of the signature, once it is sure that the key of
// the certificate made it.
func sealed(digest [32]byte, cert *x509.Certificate, chain []*x509.Certificate, signature []byte) ([]byte, error) {
	signs, named, err := algorithm(cert)
	if err != nil {
		return nil, err
	}
	signed, err := attributes(digest, cert)
	if err != nil {
		return nil, err
	}
	if cert.CheckSignature(signs, signed, signature) != nil {
		return nil, refusal.Field("signature", "Chữ ký không phải của chứng thư số này trên văn bản này.")
	}
	var certs []byte
	for _, c := range append([]*x509.Certificate{cert}, chain...) {
		certs = append(certs, c.Raw...)
	}
	sha := pkix.AlgorithmIdentifier{Algorithm: oidSHA256}
	var inner asn1.RawValue
	if _, err := asn1.Unmarshal(signed, &inner); err != nil {
		return nil, err
	}
	data := signedData{Version: 1, DigestAlgorithms: []pkix.AlgorithmIdentifier{sha},
		Certificates: asn1.RawValue{Class: asn1.ClassContextSpecific, IsCompound: true, Bytes: certs},
		Signers: []signerInfo{{Version: 1, Signer: issuerAndSerial{asn1.RawValue{FullBytes: cert.RawIssuer}, cert.SerialNumber}, DigestAlgorithm: sha,
			Attributes:         asn1.RawValue{Class: asn1.ClassContextSpecific, IsCompound: true, Bytes: inner.Bytes},
			SignatureAlgorithm: named, Signature: signature}}}
	data.Content.Type = oidData
	body, err := asn1.Marshal(data)
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(contentInfo{oidSignedData, asn1.RawValue{Class: asn1.ClassContextSpecific, IsCompound: true, Bytes: body}})
}

// Hash is the digest that ToSign's bytes are signed by.
const Hash = crypto.SHA256
