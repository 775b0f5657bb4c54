package account

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/crypto/argon2"
)

// The cost of one hash: argon2id with 19 MiB, two passes, one lane, the smallest
// that OWASP's Password Storage Cheat Sheet names. At most two run at once, so
// that a crowd at the door takes 38 MiB and not the machine.
const (
	memoryKiB = 19 * 1024
	passes    = 2
	lanes     = 1
	saltBytes = 16
	hashBytes = 32
)

var (
	slots  = make(chan struct{}, 2)
	hashes atomic.Int64 // how many were computed: the tests' measure of equal work
)

// Hash turns a password into what is kept of it: an argon2id hash with a salt of
// its own, in PHC form. It takes some tens of milliseconds, so it is called
// outside any transaction.
func Hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltBytes)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	sum, err := derive(ctx, password, salt, memoryKiB, passes, lanes)
	if err != nil {
		return "", err
	}
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memoryKiB, passes, lanes, b64(salt), b64(sum)), nil
}

func derive(ctx context.Context, password string, salt []byte, memory, time uint32, threads uint8) ([]byte, error) {
	select {
	case slots <- struct{}{}:
		defer func() { <-slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	hashes.Add(1)
	return argon2.IDKey([]byte(normal(password)), salt, time, memory, threads, hashBytes), nil
}

// matches reports whether the password is the one that was hashed. Without a
// hash it does the same work and says no, so that the time taken does not tell
// who has an account.
func matches(ctx context.Context, phc, password string) (bool, error) {
	there := phc != ""
	if !there {
		phc = nobodys
	}
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, fmt.Errorf("account: not an argon2id hash")
	}
	var memory, time uint32
	var threads uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &time, &threads); err != nil {
		return false, fmt.Errorf("account: hash: %w", err)
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false, fmt.Errorf("account: hash: %w", err)
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil {
		return false, fmt.Errorf("account: hash: %w", err)
	}
	got, err := derive(ctx, bounded(password), salt, memory, time, threads)
	return subtle.ConstantTimeCompare(got, want) == 1 && there, err
}

// bounded makes nothing of what is too long to be a password anyway.
func bounded(password string) string {
	if len(password) > 16*LongestPassword {
		return ""
	}
	return password
}

// nobodys is a hash of the present cost that no password is known for.
var nobodys = fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memoryKiB, passes, lanes,
	base64.RawStdEncoding.EncodeToString(make([]byte, saltBytes)), base64.RawStdEncoding.EncodeToString(make([]byte, hashBytes)))
