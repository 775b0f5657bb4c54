package paper

import (
	"fmt"
	"slices"

	"thidua/dossier"
	"thidua/meeting"
	"thidua/voting"
	"thidua/yearbook"
)

// rule is one kind of paper: how it is called, what must be on record before
// it is drawn up, and how it is drawn up.
type rule struct {
	kind         Kind
	label        string
	abbreviation string // of the kind, in the paper's symbol (NĐ 30/2020/NĐ-CP, Phụ lục III)
	file         string
	occasions    func(yearbook.Year) []occasion
	suffices     func(occasion) bool
	needs        string // suffices, in words
	write        func(occasion) draft
}

var rules []rule

func init() { // the writers refer to the table they stand in
	rules = []rule{
		{Invitation, "Giấy mời", "GM", "giay-moi", conferences,
			func(o occasion) bool {
				return !o.conference.Day.IsZero() && (o.conference.Place != "" || o.conference.Host != "")
			}, "hội nghị có ngày, có địa điểm hoặc đơn vị đăng cai", writeInvitation},
		{Agenda, "Chương trình", "CTr", "chuong-trinh", conferences,
			func(o occasion) bool { return len(o.conference.Agenda) > 0 },
			"có ít nhất một mục chương trình", writeAgenda},
		{ScoreTable, "Bảng tổng hợp điểm", "", "bang-tong-hop-diem", wholeYear,
			func(o occasion) bool { return o.HasPoints() },
			"có kết quả xếp hạng kèm điểm", writeScoreTable},
		{Minutes, "Biên bản", "BB", "bien-ban-hoi-nghi", conferences,
			func(o occasion) bool {
				return o.conference.Held && !o.conference.Day.IsZero() && !o.conference.Stage.Minuted()
			},
			"hội nghị đã họp, có ngày, chưa có biên bản lập tại hội nghị", writeMinutes},
		{TallyMinutes, "Biên bản kiểm phiếu", "BB", "bien-ban-kiem-phieu", ballots,
			func(o occasion) bool { return counted(o.vote) },
			"bỏ phiếu trên giấy, có số phiếu", writeTallyMinutes},
		{SubmissionLetter, "Tờ trình", "TTr", "to-trinh", wholeYear,
			func(o occasion) bool { return len(o.proposed()) > 0 },
			"có ít nhất một đề nghị khen thưởng được đưa ra hoặc được suy tôn", writeSubmissionLetter},
		{ConclusionNotice, "Thông báo", "TB", "thong-bao-ket-luan", conferencesOrYear,
			func(o occasion) bool { return len(o.conclusions()) > 0 },
			"có hạn chế, nhiệm vụ hoặc kết luận được ghi", writeConclusionNotice},
	}
}

// occasion is what one paper is drawn up for: a conference, a ballot, or the
// year as a whole.
type occasion struct {
	yearbook.Year
	conference meeting.Conference // zero when the year has none on record
	vote       voting.Vote        // of tally minutes only
	closing    bool               // the year's own matters belong to this conference
	number     int                // its place among its like, from 1
}

// conferences are the year's conferences; the last that was held takes up the
// matters of the year.
func conferences(y yearbook.Year) (all []occasion) {
	last := y.Closing()
	for i, c := range y.Conferences {
		all = append(all, occasion{Year: y, conference: c, closing: i == last, number: i + 1})
	}
	return all
}

// wholeYear is the year as its closing conference saw it.
func wholeYear(y yearbook.Year) []occasion {
	o := occasion{Year: y, closing: true, number: 1}
	if last := y.Closing(); last >= 0 {
		o.conference = y.Conferences[last]
	}
	return []occasion{o}
}

func conferencesOrYear(y yearbook.Year) []occasion {
	if len(y.Conferences) == 0 {
		return wholeYear(y)
	}
	return conferences(y)
}

func ballots(y yearbook.Year) (all []occasion) {
	for i, v := range y.Votes {
		o := occasion{Year: y, vote: v, number: i + 1}
		for _, c := range y.Conferences {
			if c.ID == v.Conference {
				o.conference = c
			}
		}
		all = append(all, o)
	}
	return all
}

// counted reports whether ballots were cast on paper and a count is on record.
func counted(v voting.Vote) bool {
	if v.Method != voting.Paper {
		return false
	}
	return v.Issued != nil || v.Returned != nil || v.Valid != nil ||
		slices.ContainsFunc(v.Options, func(o voting.Option) bool { return o.For != nil })
}

// proposed are the nominations that go up from here: those put forward or
// endorsed, those the council passed when this is its year, and those that a
// vote on record endorsed before others decided on them.
func (o occasion) proposed() (list []dossier.Nomination) {
	for _, n := range o.Nominations {
		switch n.Status {
		case dossier.Proposed, dossier.Endorsed:
			list = append(list, n)
		case dossier.Passed:
			if o.council() || n.Vote != "" {
				list = append(list, n)
			}
		case dossier.Cut, dossier.Decided:
			if n.Vote != "" && !o.council() {
				list = append(list, n)
			}
		}
	}
	return list
}

// fileName is the file's name without its ending; papers after the first of
// their kind carry their number.
func (r rule) fileName(number int) string {
	if number < 2 {
		return r.file
	}
	return fmt.Sprintf("%s-%d", r.file, number)
}
