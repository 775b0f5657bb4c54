package paper

import (
	"strings"

	"thidua/cluster"
	"thidua/document"
	"thidua/org"
	"thidua/vi"
	"thidua/yearbook"
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

// addressee is to whom the cluster's proposals go: the body that runs it, or
// the council of its level; nobody when neither is on record.
func (o occasion) addressee() []string {
	switch {
	case o.Cluster.Organisation != "":
		return []string{o.Cluster.Organisation}
	case o.council() && o.ofProvince():
		return []string{committee + " " + o.province()}
	case o.ofProvince():
		return []string{"Hội đồng Thi đua - Khen thưởng " + o.province()}
	case levelIs(o.Cluster, "state", "trung ương", "toàn quốc") && !o.council():
		return []string{"Hội đồng Thi đua - Khen thưởng Trung ương"}
	}
	return nil
}

// convening is the body that convened the conference, where that is on record;
// else the head's office, else the host's, else the cluster itself.
func (o occasion) convening() office {
	head, known := o.Role(cluster.Head)
	switch {
	case o.Name(o.conference.ConvenedByUnit) != "":
		return o.officeOf(o.Unit(o.conference.ConvenedByUnit))
	case o.conference.ConvenedBy != "":
		return o.officeOf(org.Guess(o.conference.ConvenedBy))
	case o.council():
		return o.clusterOffice()
	case known && (!head.Sample || o.sample()):
		return o.officeOf(o.Unit(head.Unit))
	case o.conference.Host != "":
		return o.officeOf(o.Unit(o.conference.Host))
	}
	return o.clusterOffice()
}

// sample reports whether the conference itself is of no source.
func (o occasion) sample() bool { return o.conference.Sample || o.Season.Sample }

// signForCluster is the head's signature for the cluster. A head that is only
// an illustration is not named in a paper of real matters.
func (o occasion) signForCluster(sample bool) document.Signature {
	f := o.clusterOffice()
	s := document.Signature{Authority: f.authority, Post: f.post, Note: "(Ký tên, đóng dấu)"}
	if head, known := o.Role(cluster.Head); known && (!head.Sample || sample) && !o.council() {
		s.Post += "\n" + vi.Upper(o.officeOf(o.Unit(head.Unit)).name)
	}
	return s
}

// meetingWord is what the papers call the conference after its first mention.
func (o occasion) meetingWord() string {
	if o.council() {
		return "cuộc họp"
	}
	return "hội nghị"
}

// sentTo are those who receive what the conference brought.
func (o occasion) sentTo() []string {
	if o.council() {
		return []string{"- Các thành viên Hội đồng;", "- Lưu: VT."}
	}
	return []string{"- Các đơn vị thành viên;", "- Lưu: VT."}
}

// members is how the papers address the member units: by the office of each.
func (o occasion) members() string {
	ids := o.MemberIDs()
	for _, id := range ids {
		if !yearbook.Place(o.Unit(id)) {
			return o.Joined(ids)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return committee + " " + o.Joined(ids)
}
