package award

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"

	"thidua/vi"
)

// Bounds of what a name is found by.
const (
	mostKeys   = 12 // from so many of its words on
	longestKey = 60 // bytes of one key
)

// wordKeys are what a name is found by: its fold from each word on, and its
// first word with its last, as people are called for short. One that begins
// another is left out, for whatever begins it begins the other too.
func wordKeys(fold string) (keys []string) {
	for rest := fold; rest != "" && len(keys) < mostKeys; {
		if key := cut(rest); !begins(key, keys) {
			keys = append(keys, key)
		}
		_, rest, _ = strings.Cut(rest, " ")
	}
	if first, rest, _ := strings.Cut(fold, " "); strings.Contains(rest, " ") {
		if key := cut(first + rest[strings.LastIndexByte(rest, ' '):]); !begins(key, keys) {
			keys = append(keys, key)
		}
	}
	return keys
}

func begins(key string, keys []string) bool {
	for _, k := range keys {
		if strings.HasPrefix(k, key) {
			return true
		}
	}
	return false
}

// cut bounds a key without breaking a letter.
func cut(key string) string {
	if len(key) <= longestKey {
		return key
	}
	return strings.TrimSpace(strings.ToValidUTF8(key[:longestKey], ""))
}

// after is the first key beyond all that begin with the given one: no letter
// holds the byte FF.
func after(key string) []byte { return append([]byte(key), 0xFF) }

// identity tells recipients, or workplaces, apart by what is known of them.
func identity(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return base64.RawURLEncoding.EncodeToString(sum[:12])
}

// identityOf is a person's by name and birth, or by name and unit where the
// birth is not known; a collective's or household's by name and unit.
func identityOf(a Award) string {
	name := a.spelled()
	switch {
	case a.Kind == Individual && a.Birth != "":
		return identity(string(a.Kind), name, a.Birth)
	case a.Kind == Collective && a.Unit != "":
		return identity(string(a.Kind), a.Unit)
	}
	return identity(string(a.Kind), name, vi.SpellingKey(a.UnitName))
}

// spelled is the name's spelling key.
func (a Award) spelled() string {
	if a.spelling != "" {
		return a.spelling
	}
	return vi.SpellingKey(a.Name)
}

// numberKey is a decision's number as it is compared: without accents, signs
// and the zeros before it.
func numberKey(number string) string {
	key := strings.TrimPrefix(vi.Fold(number), "so ")
	return strings.TrimLeft(key, "0")
}

// authorityKey is who decided as it is compared: the chairman speaks for the
// committee, and its name may be shortened.
func authorityKey(authority string) string {
	key := strings.ReplaceAll(vi.Fold(authority), "uy ban nhan dan", "ubnd")
	return strings.TrimPrefix(strings.TrimPrefix(key, "chu tich "), "tm ")
}
