// Package cluster keeps the emulation clusters (cụm, khối thi đua): what each
// is, which units were its members in a year, and which of them headed it.
package cluster

import (
	"strings"

	"thidua/vi"
)

// Kind is what a cluster is called.
type Kind string

// The kinds. A council (Hội đồng TĐKT) is no cluster, but its year is described
// in the same way.
const (
	Cum     Kind = "cum"
	Khoi    Kind = "khoi"
	Council Kind = "council"
	Other   Kind = "other"
)

// Label is the kind in Vietnamese; empty for one that is not in the list.
func (k Kind) Label() string { return kindLabels[k] }

var kindLabels = map[Kind]string{
	Cum:     "Cụm thi đua",
	Khoi:    "Khối thi đua",
	Council: "Hội đồng Thi đua - Khen thưởng",
	Other:   "Đơn vị tổ chức thi đua khác",
}

// GuessKind reads the kind off a cluster's name.
func GuessKind(name string) Kind {
	key := vi.SpellingKey(name) + " "
	for _, k := range []struct {
		begins string
		kind   Kind
	}{{"cụm", Cum}, {"khối", Khoi}, {"hội đồng", Council}} {
		if strings.HasPrefix(key, vi.SpellingKey(k.begins)+" ") {
			return k.kind
		}
	}
	return Other
}

// Cluster is one cluster, which lasts while members come and go.
type Cluster struct {
	ID           string
	Name         string // "Cụm thi đua đường 7"
	Kind         Kind   // empty in SetUp: as the name says
	Level        string // whose cluster it is, as its regulation says: "tỉnh", "trung ương", "bộ"; may be empty
	Province     string // may be empty
	Organisation string // the body that runs it when it is not the province: "Tỉnh ủy Đắk Lắk"; may be empty
	StandingBody string // id of the unit that is its standing body, may be empty
	About        string // a sentence or two, may be empty
	Sample       bool   // not from a source: số liệu minh họa
}
