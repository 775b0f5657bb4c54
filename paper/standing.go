package paper

import (
	"strings"

	"thidua/cluster"
	"thidua/org"
	"thidua/vi"
)

// kindWord is what the year's body is called within a sentence: "cụm thi đua".
func (o occasion) kindWord() string {
	switch o.Cluster.Kind {
	case cluster.Cum, cluster.Khoi:
		return vi.LowerFirst(o.Cluster.Kind.Label())
	case cluster.Council:
		return "hội đồng"
	}
	return "đơn vị"
}

// shortWord is kindWord in one word: "cụm", "khối".
func (o occasion) shortWord() string {
	word, _, found := strings.Cut(o.kindWord(), " thi đua")
	if found {
		return word
	}
	return o.kindWord()
}

// province is the cluster's province with its kind: "tỉnh Nghệ An", "thành phố
// Hồ Chí Minh"; "" when not on record.
func (o occasion) province() string {
	if o.Cluster.Province == "" {
		return ""
	}
	kind, short := vi.SplitUnitName(o.Cluster.Province)
	switch guess := org.Guess("Thành phố " + short); {
	case kind != "":
		return vi.LowerFirst(kind) + " " + short
	case guess.Level == org.LevelProvince:
		return "thành phố " + short
	}
	return "tỉnh " + short
}

// seat is the địa danh of bodies of the province.
func (o occasion) seat() string {
	return placeName(o.province())
}

// placeName is a place as địa danh write it: without its kind, unless it bears
// a number or the name of a person (NĐ 30/2020/NĐ-CP, Phụ lục I).
func placeName(place string) string {
	kind, short := vi.SplitUnitName(place)
	if short == "Hồ Chí Minh" || short != "" && short[0] >= '0' && short[0] <= '9' {
		return kind + " " + short
	}
	return short
}

// ofProvince reports a cluster set up by the province itself.
func (o occasion) ofProvince() bool {
	return o.Cluster.Organisation == "" && o.Cluster.Province != "" && !o.party() && levelIs(o.Cluster, "province", "tỉnh", "thành phố")
}

// levelIs reports whether the cluster's level, in the words of its regulation,
// is one of these.
func levelIs(c cluster.Cluster, words ...string) bool {
	level := vi.Fold(strings.TrimPrefix(c.Level, "cấp "))
	for _, w := range words {
		if level == vi.Fold(w) {
			return true
		}
	}
	return false
}

// party reports a cluster of Party bodies: run by one, or of no other members.
func (o occasion) party() bool {
	if o.Cluster.Organisation != "" {
		kind, _ := org.GuessKind(o.Cluster.Organisation)
		return kind == org.KindPartyBody
	}
	for _, m := range o.Members {
		if m.Kind != org.KindPartyBody {
			return false
		}
	}
	return len(o.Members) > 0
}
