package rulebook

import (
	"errors"
	"fmt"
	"strings"

	"thidua/yamlfile"
)

// CheckFile reads one file of a regime as `thidua law check` does, and returns
// everything that is wrong with it: its writing by line and column, then what it
// says, and what does not fit beside the law the program holds.
func CheckFile(raw []byte) (Regime, []string) {
	var r Regime
	d, _ := yamlfile.Read(raw, &r, glosses, "id: B")
	var faults []string
	for _, f := range yamlfile.InOrder(d.Faults) {
		faults = append(faults, f.String())
	}
	if len(faults) > 0 {
		return r, faults
	}
	for _, err := range split(held.checkRegime(r)) {
		faults = append(faults, strings.TrimPrefix(err.Error(), "rulebook: "))
	}
	for _, other := range held.regimes {
		if other.ID != r.ID && overlap(r.From, r.Until, other.From, other.Until) {
			faults = append(faults, fmt.Sprintf("Chế độ %s và %s cùng có hiệu lực trong một số ngày.", other.ID, r.ID))
		}
	}
	return r, faults
}

// IsLocal tells a by-law's file from that of a regime: it names its province.
func IsLocal(raw []byte) bool {
	var keys struct {
		Province string `yaml:"province"`
	}
	yamlfile.Read(raw, &keys, glosses, "province: Nghệ An")
	return keys.Province != ""
}

// split takes joined errors apart again.
func split(err error) (all []error) {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		for _, one := range joined.Unwrap() {
			all = append(all, split(one)...)
		}
		return all
	}
	if err != nil {
		all = append(all, err)
	}
	return all
}
