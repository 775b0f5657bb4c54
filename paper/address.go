package paper

import (
	"thidua/cluster"
	"thidua/document"
	"thidua/org"
	"thidua/vi"
	"thidua/yearbook"
)

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
