package signature

import (
	"crypto/x509"
	"encoding/pem"

	"thidua/refusal"
)

// Certificates reads a signer's certificate and those above it, as the token's
// program exports them: DER or PEM, the signer's first.
func Certificates(raw []byte) (all []*x509.Certificate, err error) {
	der := raw
	if block, rest := pem.Decode(raw); block != nil {
		der = nil
		for ; block != nil; block, rest = pem.Decode(rest) {
			if block.Type == "CERTIFICATE" {
				der = append(der, block.Bytes...)
			}
		}
	}
	all, err = x509.ParseCertificates(der)
	if err != nil || len(all) == 0 || len(all) > 10 {
		return nil, refusal.Field("certificate", "Tệp này không phải chứng thư số (.cer, .crt, .pem).")
	}
	_, _, err = algorithm(all[0])
	return all, err
}
