package yamlfile

import (
	"fmt"
	"strings"

	"thidua/vi"
)

// wrongWord is the sentence against a word that is not among those allowed. It
// names the one that was meant, where the writer put it in Vietnamese or
// mistyped it; else all of them, with what they mean.
func (d *Decoder) wrongWord(s, words string) string {
	var all []string
	for w := range strings.SplitSeq(words, "|") {
		if vi.Fold(d.Glosses[w]) == vi.Fold(s) || len(w) > 3 && Edits(s, w) <= 2 {
			return fmt.Sprintf("“%s” không dùng được ở đây; có phải là %s (%s)?", Shorten(s), w, d.Glosses[w])
		}
		all = append(all, fmt.Sprintf("%s (%s)", w, d.Glosses[w]))
	}
	return fmt.Sprintf("“%s” không dùng được ở đây; chọn một trong: %s.", Shorten(s), strings.Join(all, ", "))
}
