package evidence

import (
	"regexp"
	"strings"
)

// refPrefix begins an entry of a mark's Evidence that names a file of the
// library instead of saying in words what proves it.
const refPrefix = "tep:"

// ids is what an id looks like (store.NewID).
var ids = regexp.MustCompile(`^[0-9A-HJKMNP-TV-Z]{26}$`)

// Ref is the entry that cites the file: "tep:01J…".
func Ref(id string) string { return refPrefix + id }

// ParseRef reads one entry of a mark's Evidence. cited is true when it names a
// file, whose id it then returns; every other entry is words to be shown as
// they are, as season files have them.
func ParseRef(entry string) (id string, cited bool) {
	id, cited = strings.CutPrefix(entry, refPrefix)
	if !cited || !ids.MatchString(id) {
		return "", false
	}
	return id, true
}

// Cited are the ids of all files that the entries cite, each once, in order.
func Cited(entries []string) (all []string) {
	seen := map[string]bool{}
	for _, entry := range entries {
		if id, cited := ParseRef(entry); cited && !seen[id] {
			seen[id] = true
			all = append(all, id)
		}
	}
	return all
}
