package yearbook

import (
	"fmt"
	"strconv"
	"strings"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/meeting"
	"thidua/org"
	"thidua/vi"
)

// WithUnits returns the year knowing these units by id, besides those it knows.
func (y Year) WithUnits(units ...org.Unit) Year {
	known := make(map[string]org.Unit, len(y.units)+len(units))
	for id, u := range y.units {
		known[id] = u
	}
	for _, u := range units {
		known[u.ID] = u
	}
	y.units = known
	return y
}

// Place reports whether the unit is a province, district, commune or the like,
// and not a body whose name begins as theirs do (Huyện ủy Krông Pắc).
func Place(u org.Unit) bool {
	kind := u.Kind
	if kind == "" {
		kind, _ = org.GuessKind(u.Name)
	}
	switch kind {
	case org.KindProvince, org.KindCity, org.KindDistrict, org.KindUrbanDistrict, org.KindTown, org.KindDistrictCity,
		org.KindCommune, org.KindWard, org.KindTownship, org.KindSpecialZone:
		return true
	}
	return false
}

// Joined lists units in the middle of a sentence: "các huyện Kỳ Sơn và Con
// Cuông" when all are of one kind, else each with its own.
func (y Year) Joined(ids []string) string {
	var kind string
	var short, long []string
	alike := len(ids) > 1
	for i, id := range ids {
		k, name := vi.SplitUnitName(y.Name(id))
		alike = alike && Place(y.units[id]) && (i == 0 || k == kind)
		kind, short, long = k, append(short, name), append(long, y.InSentence(id))
	}
	if !alike {
		return vi.JoinAnd(long)
	}
	return "các " + vi.LowerFirst(kind) + " " + vi.JoinAnd(short)
}

// Closing is the place of the conference that closes the year, to which the
// matters of the whole year belong: the last one held, else the last; -1 when
// there is none.
func (y Year) Closing() int {
	for i := len(y.Conferences) - 1; i >= 0; i-- {
		if y.Conferences[i].Held {
			return i
		}
	}
	return len(y.Conferences) - 1
}

// MemberIDs are the members' unit ids, in the roster's order.
func (y Year) MemberIDs() (ids []string) {
	for _, m := range y.Members {
		ids = append(ids, m.Unit)
	}
	return ids
}

// TasksTitle is the heading over the tasks: those of the next year, or, where the
// year's last meeting is an interim review, of the time to come.
func (y Year) TasksTitle() string {
	if i := y.Closing(); i >= 0 && y.Conferences[i].Kind == meeting.Interim {
		return "Nhiệm vụ trọng tâm thời gian tới"
	}
	return "Nhiệm vụ trọng tâm năm " + y.NextLabel()
}

// NextLabel is the year after this one, as the cluster writes years: "2015",
// "2019-2020".
func (y Year) NextLabel() string {
	next := strconv.Itoa(y.Season.Year + 1)
	if strings.Contains(y.Season.Label, "-") {
		return strconv.Itoa(y.Season.Year) + "-" + next
	}
	return next
}

// Called names the conference in the middle of a sentence, with its year:
// "Hội nghị tổng kết năm 2022", "cuộc họp Hội đồng lần 1 năm 2018". A pledge
// signed at a year's review is for the next year, and a council that sits in
// the next year only judges this one: the year then stands with what it is of.
func (y Year) Called(c meeting.Conference) string {
	name := c.Name()
	switch rest, ok := strings.CutPrefix(name, "Họp "); {
	case ok:
		name = "cuộc họp " + rest
	case strings.HasPrefix(name, "Cuộc họp "), strings.HasPrefix(name, "Phiên họp "), strings.HasPrefix(name, "Lễ "):
		name = vi.LowerFirst(name)
	case !strings.HasPrefix(name, "Hội nghị "):
		name = "Hội nghị " + vi.LowerFirst(name)
	}
	ofYear, pledge := " năm "+y.Season.Label, " và "+meeting.Signing.Label()
	review, signing := strings.CutSuffix(name, pledge)
	switch {
	case strings.Contains(name, y.Season.Label):
		return name
	case signing && c.Kind != meeting.Signing:
		return review + ofYear + pledge
	case c.Kind == meeting.Council && c.Day.Year() > y.Season.Year:
		return name + " xét khen thưởng" + ofYear
	}
	return name + ofYear
}

// CalledInFull is Called with the cluster whose conference it is.
func (y Year) CalledInFull(c meeting.Conference) string {
	name := y.Called(c)
	if y.Cluster.Kind == cluster.Council || strings.Contains(vi.Fold(name), vi.Fold(y.Cluster.Name)) {
		return name
	}
	return name + " của " + y.Cluster.Name
}

// Convener is who convened the conference, "" when nobody recorded it.
func (y Year) Convener(c meeting.Conference) string {
	if name := y.Name(c.ConvenedByUnit); name != "" {
		return name
	}
	return c.ConvenedBy
}

// Where is the place of the conference in the middle of a sentence: as written,
// else the host's, when the host is a place; else "".
func (y Year) Where(c meeting.Conference) string {
	if kind, _ := vi.SplitUnitName(c.Place); kind != "" {
		return vi.LowerFirst(c.Place)
	}
	if c.Place != "" || c.Host == "" {
		return c.Place
	}
	if !Place(y.units[c.Host]) {
		return ""
	}
	return y.InSentence(c.Host)
}

// When is the conference's time in the middle of a sentence: "sáng ngày 22
// tháng 11 năm 2014", "08 giờ 00, ngày 22 tháng 11 năm 2014".
func When(c meeting.Conference) string {
	day := c.Day.Long()
	switch {
	case day == "" || c.TimeOfDay == "":
		return strings.TrimSpace(c.TimeOfDay + day)
	case c.TimeOfDay[0] >= '0' && c.TimeOfDay[0] <= '9':
		return c.TimeOfDay + ", " + day
	}
	return vi.LowerFirst(c.TimeOfDay) + " " + day
}

// Candidate names who is nominated in the middle of a sentence; a commune from
// outside the cluster with its district, for communes share names.
func (y Year) Candidate(n dossier.Nomination) string {
	u, known := y.units[n.CandidateUnit]
	if !known {
		return n.CandidateName
	}
	if parent := y.InSentence(u.Parent); u.Level == org.LevelCommune && !n.Member && parent != "" {
		return fmt.Sprintf("%s (%s)", y.InSentence(u.ID), parent)
	}
	return y.InSentence(u.ID)
}
