package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/award"
	"thidua/council"
	"thidua/document"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/vi"
)

// decisions are drafts of the decisions that those who passed still wait for:
// one for each title, since titles have different deciders. Number, day and
// signer are left to be filled in.
func (m CouncilMeeting) decisions() (papers []Paper) {
	for _, some := range m.awaiting() {
		authority := ""
		if who, known := council.DeciderOf(some[0].TitleCode, m.Day); known {
			authority = m.inFull(who.Sentence)
		}
		if authority != "" && !ofCommittee(authority) {
			continue // the State decides: from here goes a submission letter
		}
		d := m.decision(award.Decision{Authority: authority}, some)
		file := "quyet-dinh"
		if n := len(papers); n > 0 {
			file += fmt.Sprintf("-%d", n+1)
		}
		papers = append(papers, m.on(some).paper(Decision, "Quyết định", file, "QĐ", d))
	}
	return papers
}

// inFull puts the council's place behind an authority that the law names without
// it: "Chủ tịch Ủy ban nhân dân tỉnh".
func (m CouncilMeeting) inFull(authority string) string {
	_, place, _ := strings.Cut(m.office().name, "Khen thưởng ")
	if kind, short := vi.SplitUnitName(place); short != "" && strings.HasSuffix(authority, " "+vi.LowerFirst(kind)) {
		return authority + " " + short
	}
	return authority
}

// ofCommittee reports an authority that is a people's committee or its chair.
func ofCommittee(authority string) bool {
	return strings.Contains(authority, committee) || strings.Contains(authority, "UBND")
}

// awaiting are the nominations that passed and have no decision yet, by title.
func (m CouncilMeeting) awaiting() (groups [][]dossier.Nomination) {
	at := map[string]int{}
	for _, l := range m.Lines {
		passed := l.Passed(m.Meeting)
		if passed == nil || !*passed || l.Nomination.Status != dossier.Passed {
			continue
		}
		title := vi.SpellingKey(l.Nomination.Title)
		i, there := at[title]
		if !there {
			i = len(groups)
			at[title], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], l.Nomination)
	}
	return groups
}

// OfDecision sets a decision of a people's committee that is on record, with its
// list: what the register has, in the frame of its day. false for a decision of
// another authority, which has its own paper.
func (m CouncilMeeting) OfDecision(d award.Decision, nominations []string) (Paper, bool) {
	var some []dossier.Nomination
	for _, l := range m.Lines {
		if slices.Contains(nominations, l.Item.Nomination) {
			some = append(some, l.Nomination)
		}
	}
	if len(some) == 0 || !ofCommittee(d.Authority) {
		return Paper{}, false
	}
	return m.on(some).paper(Decision, "Quyết định số "+d.Number, "quyet-dinh-"+strings.ToLower(d.ID), "QĐ", m.decision(d, some)), true
}

// decision is the quyết định with its list as an appendix.
func (m CouncilMeeting) decision(d award.Decision, some []dossier.Nomination) draft {
	day := d.Day
	if day.IsZero() {
		day = m.Day
	}
	var bases []string
	if slices.ContainsFunc(some, func(n dossier.Nomination) bool { return n.TitleCode != "" }) {
		for _, x := range rulebook.BasesOn(day) {
			bases = append(bases, "Căn cứ "+x.Citation())
		}
	}
	bases = append(bases, fmt.Sprintf("Căn cứ kết quả %s, %s", m.called(), m.Day.Long()))
	from := deciding(d.Authority, m.office().place)
	sample := m.Sample || !slices.ContainsFunc(some, func(n dossier.Nomination) bool { return !n.Sample })
	result := draft{from: from, day: d.Day, typeName: "QUYẾT ĐỊNH", subject: "về việc " + asked(some, false), sample: sample,
		body:       append([]document.Block{centred(from.authority), document.LegalBases{Lines: bases}, centred("QUYẾT ĐỊNH:")}, m.articles(d, some)...),
		signatures: []document.Signature{{Post: cmp.Or(from.post, from.authority), Note: "(Ký tên, đóng dấu)", Name: personName(d.Signer)}}, recipients: []string{"- Như Điều 3;", "- Lưu: VT."}}
	if d.Number != "" {
		result.number = "Số: " + d.Number
	}
	return result
}

// deciding is the committee whose chair decides, or which does. Unknown, it is
// left to be filled in.
func deciding(authority, place string) office {
	if authority == "" {
		return office{name: toFillIn, issuer: strings.Repeat(toFillIn, 6), symbol: toFillIn, place: place, authority: strings.Repeat(toFillIn, 6)}
	}
	authority = strings.ReplaceAll(authority, "UBND", committee)
	body, chair := strings.CutPrefix(authority, "Chủ tịch ")
	f := office{name: vi.UpperFirst(body), issuer: vi.Upper(strings.Replace(body, committee+" ", committee+"\n", 1)), symbol: "UBND", place: place, authority: vi.Upper(authority)}
	if _, where, found := strings.Cut(body, committee+" "); found {
		f.place = placeName(where)
	}
	if chair {
		f.post = "CHỦ TỊCH"
	}
	return f
}

func centred(text string) document.Block {
	return document.Paragraph{Align: document.AlignCentre, Runs: document.Bold(text), KeepNext: true}
}

// articles are what is decided, and the list.
func (m CouncilMeeting) articles(d award.Decision, some []dossier.Nomination) []document.Block {
	article := func(n int, text string) document.Block {
		return document.Paragraph{Runs: []document.Run{{Text: fmt.Sprintf("Điều %d. ", n), Bold: true}, {Text: text}}}
	}
	with := "(Kèm theo Quyết định số " + toFillIn + " ngày " + toFillIn + ")"
	if d.Number != "" && !d.Day.IsZero() {
		with = fmt.Sprintf("(Kèm theo Quyết định số %s ngày %s)", d.Number, d.Day.Short())
	}
	return []document.Block{
		article(1, vi.UpperFirst(asked(some, false))+" cho "+candidates(some)+" (có danh sách kèm theo)."),
		article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
		article(3, "Các cơ quan, đơn vị liên quan và các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
		document.Appendix{Label: "Phụ lục", Title: "DANH SÁCH KHEN THƯỞNG", With: with},
		list("", samples(some, func(n dossier.Nomination) bool { return n.Sample }), ordinals(len(some)),
			column{head: "Tập thể, cá nhân, hộ gia đình", width: 5, marked: true, cells: texts(some, func(n dossier.Nomination) string { return n.CandidateName })},
			column{head: "Đối tượng", width: 2, cells: texts(some, func(n dossier.Nomination) string { return n.CandidateKind.Label() })},
			column{head: "Danh hiệu, hình thức khen thưởng", width: 5, cells: texts(some, func(n dossier.Nomination) string { return bare(n.Title) })},
			column{head: "Thành tích", width: 5, cells: texts(some, func(n dossier.Nomination) string { return bare(n.Reason) })}),
	}
}
