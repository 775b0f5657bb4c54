package access

// The acts of certificates.
const (
	KeepBlanks       Act = "keep_blanks"
	IssueCertificate Act = "issue_certificate"
)
