package todo

import (
	"fmt"
	"slices"

	"thidua/access"
	"thidua/dossier"
	"thidua/meeting"
	"thidua/season"
	"thidua/voting"
)

// What is asked for around conferences, votes and proposals.
const (
	Convening  Kind = "convene"
	Holding    Kind = "hold"
	Minuting   Kind = "minute"
	Signing    Kind = "sign_minutes"
	Voting     Kind = "vote"
	Counting   Kind = "count"
	Nominating Kind = "nominate"
	Judging    Kind = "council"
	Deciding   Kind = "decide"
)

func presentAt(a meeting.Attendance) (units []string) {
	units = append(units, a.Present...)
	for _, p := range a.Proxies {
		units = append(units, p.Unit)
	}
	return units
}

// convene: the year has come to its conference and none is called.
func convene(y Year, _ who) []Item {
	if !y.in(season.Conferring) || slices.ContainsFunc(y.conferences, func(c conference) bool { return c.Kind != meeting.Signing && c.Kind != meeting.Interim }) {
		return nil
	}
	return []Item{y.item(Convening, season.Conferring, "Triệu tập hội nghị", "Call the conference", "hoi-nghi", "moi")}
}

// hold: a conference is called or sits.
func hold(y Year, w who) (all []Item) {
	for _, c := range y.conferences {
		switch {
		case c.Stage == meeting.Called:
			t := y.undated(Holding, "Chuẩn bị, điểm danh, khai mạc hội nghị", "Prepare and open the conference", "hoi-nghi", c.ID)
			t.Due, t.More = c.Day, Words{c.Name(), c.Name()}
			all = append(all, t)
		case c.Stage.Live():
			t := y.undated(Holding, "Điều hành hội nghị đang họp", "Run the conference that sits", "hoi-nghi", c.ID, "dieu-hanh")
			t.Due, t.More = w.day, Words{c.Name(), c.Name()}
			all = append(all, t)
		}
	}
	return all
}

// minutes are the steps that wait after a conference held at the desk.
var minutes = map[meeting.Stage]Words{
	meeting.Ended:   {"Dự thảo biên bản hội nghị", "Draft the minutes"},
	meeting.Drafted: {"Gửi dự thảo biên bản để các đơn vị góp ý", "Circulate the draft minutes"},
	meeting.Amended: {"Chốt biên bản hội nghị", "Freeze the minutes"},
}

func minute(y Year, w who) (all []Item) {
	for _, c := range y.conferences {
		say, waits := minutes[c.Stage]
		if !waits || c.Version == 0 || w.role == access.ClusterDeputy && c.SecretaryPerson != w.person && c.ChairPerson != w.person {
			continue
		}
		t := y.undated(Minuting, say.Vietnamese, say.English, "hoi-nghi", c.ID, "bien-ban")
		t.More = Words{c.Name(), c.Name()}
		all = append(all, t)
	}
	return all
}

// signMinutes: frozen minutes wait for the signature of the person.
func signMinutes(y Year, w who) (all []Item) {
	for _, c := range y.conferences {
		chair := c.ChairPerson == w.person && !slices.Contains(c.signed, meeting.Chair)
		secretary := c.SecretaryPerson == w.person && !slices.Contains(c.signed, meeting.Secretary)
		if c.Stage != meeting.Frozen || !chair && !secretary {
			continue
		}
		t := y.undated(Signing, "Ký biên bản hội nghị", "Sign the minutes", "hoi-nghi", c.ID, "bien-ban")
		t.More = Words{c.Name(), c.Name()}
		all = append(all, t)
	}
	return all
}

func vote(y Year, _ who) (all []Item) { return y.votes(voting.Cluster) }

func (y Year) votes(body voting.Body) (all []Item) {
	for _, p := range y.polls {
		if p.Body != body {
			continue
		}
		t := y.undated(Voting, "Biểu quyết: "+p.State.Label(), "Vote under way", "bieu-quyet", p.ID)
		t.More = Words{p.Question, p.Question}
		all = append(all, t)
	}
	return all
}

// count: the person sits on a tally board and has not entered their count.
func count(y Year, w who) (all []Item) {
	for _, p := range y.polls {
		on := slices.ContainsFunc(p.Board, func(t voting.Teller) bool { return t.Person == w.person })
		if p.State != voting.Opened || !on || slices.Contains(p.entered, w.person) {
			continue
		}
		t := y.undated(Counting, "Nhập số phiếu đã kiểm", "Enter the ballots counted", "bieu-quyet", p.ID)
		t.More = Words{p.Question, p.Question}
		all = append(all, t)
	}
	return all
}

func nominate(y Year, _ who) []Item {
	n := y.nominations[dossier.Proposed]
	some := len(y.nominations) > 0
	if !y.now(access.Nominate) || some && n == 0 {
		return nil
	}
	t := y.item(Nominating, season.Nomination, "Lập hồ sơ đề nghị khen thưởng", "Draw up the nominations", "de-nghi")
	if n > 0 {
		t.More = Words{fmt.Sprintf("%d đề nghị chưa có kết quả suy tôn", n), fmt.Sprintf("%d not voted on", n)}
	}
	return []Item{t}
}

// councilVote: proposals wait for the council, or a vote of its own is under way.
func councilVote(y Year, _ who) []Item {
	all := y.votes(voting.Council)
	n := y.nominations[dossier.Endorsed]
	if n == 0 || !y.now(access.RecordCouncil) {
		return all
	}
	t := y.item(Judging, season.Council, "Trình Hội đồng, ghi kết quả xét", "Lay before the council, record its vote", "de-nghi")
	t.More = Words{fmt.Sprintf("%d đề nghị chờ xét", n), fmt.Sprintf("%d waiting", n)}
	return append(all, t)
}

func decide(y Year, _ who) []Item {
	n := y.nominations[dossier.Passed]
	if n == 0 || !y.now(access.RecordDecision) {
		return nil
	}
	t := y.item(Deciding, season.Council, "Xem xét, quyết định khen thưởng", "Decide on the awards", "de-nghi")
	t.More = Words{fmt.Sprintf("%d đề nghị Hội đồng đã thông qua", n), fmt.Sprintf("%d passed by the council", n)}
	return []Item{t}
}
