package cluster

import (
	"crypto/sha256"
	"encoding/hex"

	"thidua/store"
)

// Mark stands for a roster as somebody saw it: whoever changes it names it, so
// that nobody overwrites what another just recorded.
func Mark(roster []Member) string {
	var seen [][2]string
	for _, m := range roster {
		seen = append(seen, [2]string{m.Unit, string(m.Role)})
	}
	sum := sha256.Sum256([]byte(store.Text(seen)))
	return hex.EncodeToString(sum[:8])
}
