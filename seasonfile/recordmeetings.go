package seasonfile

import (
	"slices"
	"strconv"
	"thidua/yamlfile"

	"thidua/meeting"
	"thidua/voting"
)

// recordConferences records each conference as it was held.
func (r *recorder) recordConferences() {
	for i, x := range r.file.Conferences {
		path := yamlfile.Item("conferences", i)
		c := meeting.Conference{Season: r.season.ID, Kind: meeting.Kind(x.Kind), Title: x.Title, Day: x.Date, TimeOfDay: x.Time, Place: x.Place,
			Chair: x.Chair, Secretary: x.Secretary, Papers: x.Papers, Reports: x.Reports, Conclusions: x.Conclusions, Photos: x.Photos, Sample: r.sample(x.Sample)}
		for _, k := range x.Also {
			c.Also = append(c.Also, meeting.Kind(k))
		}
		if x.Host != "" {
			c.Host = r.unit(yamlfile.Join(path, "host"), x.Host)
		}
		c.ConvenedByUnit, c.ConvenedBy = r.unitOrWords(x.ConvenedBy)
		for _, a := range x.Agenda {
			c.Agenda = append(c.Agenda, meeting.AgendaItem{Time: a.Time, Content: a.Content, Who: a.Who, Sample: r.sample(a.Sample)})
		}
		for _, g := range x.Guests {
			c.Delegates = append(c.Delegates, meeting.Delegate{Name: g.Name, Post: g.Post, Body: g.Body, Role: g.Role, Sample: r.sample(g.Sample)})
		}
		for _, s := range x.Speeches {
			unit, body := r.unitOrWords(s.Unit)
			c.Speeches = append(c.Speeches, meeting.Speech{Name: s.Speaker, Post: s.Post, Unit: unit, Body: body, About: s.About, Summary: s.Summary, Sample: r.sample(s.Sample)})
		}
		c.Attendance = r.attendance(yamlfile.Join(path, "attendance"), x.Attendance)
		id, err := meeting.Hold(r.ctx, r.tx, r.clusterHead(), r.on(x.Date), c)
		r.try(path, err)
		c.ID = id
		r.conferences = append(r.conferences, c)
	}
}

func (r *recorder) attendance(path string, x *Attendance) meeting.Attendance {
	if x == nil {
		return meeting.Attendance{}
	}
	a := meeting.Attendance{Establishment: x.Establishment, PresentCount: x.PresentCount}
	for i, u := range x.Present {
		if _, err := strconv.Atoi(u); err == nil {
			r.fault(yamlfile.Item(yamlfile.Join(path, "present"), i), "Ở đây ghi tên các đơn vị có mặt; chỉ biết số lượng thì ghi present_count: %s.", u)
			return meeting.Attendance{}
		}
		a.Present = append(a.Present, r.unit(yamlfile.Item(yamlfile.Join(path, "present"), i), u))
	}
	for i, p := range x.Proxies {
		a.Proxies = append(a.Proxies, meeting.Proxy{Unit: r.unit(yamlfile.Join(yamlfile.Item(yamlfile.Join(path, "proxies"), i), "unit"), p.Unit), By: p.By})
	}
	for i, p := range x.Absent {
		a.Absent = append(a.Absent, meeting.Absence{Unit: r.unit(yamlfile.Join(yamlfile.Item(yamlfile.Join(path, "absent"), i), "unit"), p.Unit), Reason: p.Reason})
	}
	if slices.Contains(a.Present, "") || slices.ContainsFunc(a.Proxies, func(p meeting.Proxy) bool { return p.Unit == "" }) || slices.ContainsFunc(a.Absent, func(p meeting.Absence) bool { return p.Unit == "" }) {
		return meeting.Attendance{} // a unit is not known, and that was said
	}
	return a
}

// recordVotes records each vote with its counts.
func (r *recorder) recordVotes() {
	for i, x := range r.file.Votes {
		path := yamlfile.Item("votes", i)
		v := voting.Vote{Season: r.season.ID, Question: x.Question, Round: x.Round, Method: voting.Method(x.Method), Body: voting.Body(orElse(x.Body, string(voting.Cluster))),
			Conference: r.conference(yamlfile.Join(path, "conference"), x.Conference), Establishment: x.Establishment, Present: x.Present, AbsentInWriting: x.AbsentInWriting,
			Issued: x.Issued, Returned: x.Returned, Valid: x.Valid, Invalid: x.Invalid, Objections: x.Objections, Unanimous: x.Unanimous,
			Denominator: voting.Denominator(x.Denominator), Threshold: x.Threshold, Strict: x.Strict != nil && *x.Strict, Quorum: x.Quorum, Seats: x.Seats,
			TallyBoard: x.TallyBoard, Stated: x.Passed, Sample: r.sample(x.Sample)}
		if x.Tie != nil {
			v.Tie = voting.Tie{Reason: x.Tie.Reason}
			for _, label := range x.Tie.Chosen {
				v.Tie.Chosen = append(v.Tie.Chosen, r.onBallot(label))
			}
		}
		for _, o := range x.Options {
			option := voting.Option{Label: o.Label, For: o.For, Against: o.Against, Blank: o.Blank}
			if k, ok := r.find(o.Label); ok {
				option.Candidate, option.Label = k.unit, k.name
			}
			v.Options = append(v.Options, option)
		}
		for j, b := range x.Roll {
			v.Roll = append(v.Roll, voting.Ballot{Unit: r.voter(yamlfile.Item(yamlfile.Join(path, "roll"), j), x.Body, b.Unit), Option: r.onBallot(b.Option), Choice: voting.Choice(b.Choice)})
		}
		id, err := voting.Record(r.ctx, r.tx, r.clusterHead(), r.on(r.conferenceDay(x.Conference)), v)
		r.try(path, err)
		v.ID = id
		r.votes = append(r.votes, v)
	}
}

// onBallot is an option as the ballot prints it: a unit by its name.
func (r *recorder) onBallot(label string) string {
	if k, ok := r.find(label); ok {
		return k.name
	}
	return label
}

// voter is a unit's id in the cluster, a member's name in a council.
func (r *recorder) voter(path, body, text string) string {
	if body == string(voting.Council) {
		return text
	}
	return r.unit(yamlfile.Join(path, "unit"), text)
}

// numbered is the place in a list that a number from 1 names; the last one for
// 0; −1 when there is none.
func (r *recorder) numbered(path string, number, length int) int {
	switch {
	case number == 0:
		return length - 1
	case number < 0 || number > length:
		r.fault(path, "Không có mục thứ %d: danh sách có %d mục.", number, length)
		return -1
	}
	return number - 1
}
