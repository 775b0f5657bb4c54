package paper

import (
	"fmt"
	"slices"
	"strings"

	"thidua/document"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/vi"
	"thidua/voting"
)

// writeSubmissionLetter is the tờ trình in which the cluster asks for awards
// (its form: a district's procedure of 2021): whereupon it rests, the vote, the
// candidates with title and reason, and what is enclosed.
func writeSubmissionLetter(o occasion) draft {
	all := o.proposed()
	var body []document.Block
	sample := !slices.ContainsFunc(all, func(n dossier.Nomination) bool { return !n.Sample })
	if bases := o.bases(all, sample); len(bases) > 0 {
		body = append(body, document.LegalBases{Lines: bases})
	}
	body = append(body, o.endorsement(all)...)
	body = append(body, document.Text(o.appeal(all)))
	for i, n := range all {
		body = append(body, paragraph(marked(n.Sample, fmt.Sprintf("%d. %s.", i+1, o.nomination(n)))...))
	}
	if text := enclosed(all); text != "" {
		body = append(body, document.Paragraph{Runs: []document.Run{{Text: text, Italic: true}}})
	}
	body = append(body, document.Text("Kính đề nghị xem xét, quyết định."))
	return draft{from: o.clusterOffice(), typeName: "TỜ TRÌNH", subject: o.about(all), to: o.addressee(), body: closed(body),
		signatures: []document.Signature{o.signForCluster(sample)}, recipients: []string{"- Như trên;", "- Các đơn vị thành viên;", "- Lưu: VT."}, sample: sample}
}

// about is the trích yếu, with the year unless the title bears it.
func (o occasion) about(all []dossier.Nomination) string {
	text := "Về việc đề nghị " + asked(all, true)
	if strings.Contains(text, o.Season.Label) {
		return text
	}
	return text + " năm " + o.Season.Label
}

// bases are the law of the day, when a title of the State is asked for, the
// cluster's own rules, and the conference.
func (o occasion) bases(all []dossier.Nomination, sample bool) (lines []string) {
	if slices.ContainsFunc(all, func(n dossier.Nomination) bool { return n.TitleCode != "" }) {
		for _, d := range rulebook.BasesOn(o.ruleDay(o.conference.Day)) {
			lines = append(lines, "Căn cứ "+d.Citation())
		}
	}
	if o.Rules.Basis != "" && (sample || !o.Rules.Sample) {
		lines = append(lines, "Căn cứ "+o.Rules.Basis)
	}
	if c := o.conference; !c.Day.IsZero() && c.Held && (sample || !c.Sample) {
		lines = append(lines, fmt.Sprintf("Căn cứ kết quả %s, %s", o.CalledInFull(c), c.Day.Long()))
	}
	return lines
}

// endorsement tells the votes by which the candidates were endorsed.
func (o occasion) endorsement(all []dossier.Nomination) (blocks []document.Block) {
	for _, v := range o.Votes {
		named := slices.ContainsFunc(all, func(n dossier.Nomination) bool { return n.Vote == v.ID })
		if named && (v.Body == voting.Cluster || o.council()) {
			blocks = append(blocks, bullet(v.Sample, o.voteText(v)))
		}
	}
	if len(blocks) > 0 {
		blocks = append([]document.Block{document.Text("Kết quả suy tôn như sau:")}, blocks...)
	}
	return blocks
}

// appeal asks for the awards.
func (o occasion) appeal(all []dossier.Nomination) string {
	to := "cấp có thẩm quyền"
	if names := o.addressee(); len(names) > 0 {
		to = names[0]
	}
	what := asked(all, false)
	switch {
	case to == "cấp có thẩm quyền":
	case o.Cluster.Organisation == "":
		what = "trình cấp có thẩm quyền " + what // a council grants nothing itself
	default:
		what = "quyết định hoặc trình cấp có thẩm quyền " + what // a body grants some awards itself
	}
	return fmt.Sprintf("%s kính đề nghị %s xem xét, %s cho %s sau đây:", fullCouncil(o.Cluster.Name), to, what, candidates(all))
}

// asked names the titles asked for; many are summed up.
func asked(all []dossier.Nomination, short bool) string {
	var titles []string
	for _, n := range all {
		if title := bare(n.Title); !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	if len(titles) > 2 || len(titles) > 1 && short {
		return "khen thưởng"
	}
	return "tặng " + vi.JoinAnd(titles)
}

// candidates counts them by kind: "02 tập thể, 01 cá nhân".
func candidates(all []dossier.Nomination) string {
	var parts []string
	for _, kind := range []dossier.CandidateKind{dossier.Collective, dossier.Person, dossier.Household} {
		n := 0
		for _, x := range all {
			if x.CandidateKind == kind {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, count(n)+" "+vi.LowerFirst(kind.Label()))
		}
	}
	return strings.Join(parts, ", ")
}

var paperNames = map[dossier.PaperKind]string{
	dossier.AchievementReport: "báo cáo thành tích",
	dossier.ReviewMinutes:     "biên bản bình xét",
	dossier.VoteResult:        "kết quả bỏ phiếu",
	dossier.InitiativeProof:   "chứng nhận sáng kiến",
	dossier.Opinions:          "ý kiến xác nhận của cơ quan liên quan",
}

// enclosed says which papers go with the letter: those the dossiers are
// recorded to hold, and no others.
func enclosed(all []dossier.Nomination) string {
	var names []string
	for _, kind := range []dossier.PaperKind{dossier.AchievementReport, dossier.ReviewMinutes, dossier.VoteResult, dossier.InitiativeProof, dossier.Opinions} {
		if slices.ContainsFunc(all, func(n dossier.Nomination) bool { return slices.Contains(n.Papers, kind) }) {
			names = append(names, paperNames[kind])
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "(Có " + vi.JoinAnd(names) + " kèm theo)"
}
