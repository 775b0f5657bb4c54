package vi

import (
	"encoding/hex"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators are pooled because one may not be used by two requests at once.
var collators = sync.Pool{New: func() any {
	return collate.New(language.Vietnamese, collate.Numeric)
}}

// SortKey gives the column to sort by so that a list stands in Vietnamese
// order (a ă â … d đ …; tones after letters; Cụm 2 before Cụm 10). It is plain
// ASCII, so every database that compares bytes sorts it alike.
func SortKey(s string) string {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	var buf collate.Buffer
	return hex.EncodeToString(c.KeyFromString(&buf, Clean(s)))
}

// Compare orders two texts exactly as their sort keys do: -1, 0 or 1.
func Compare(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) }
