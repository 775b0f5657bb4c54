// Package paper draws up the official papers of a cluster's year from its
// records: invitation, agenda, score table, minutes, tally minutes, submission
// letter and notice of conclusions. What the records do not say is left out.
package paper

import (
	"slices"

	"thidua/document"
	"thidua/vi"
	"thidua/yearbook"
)

// Kind names a kind of paper.
type Kind string

// The kinds, in the order in which a year brings them.
const (
	Invitation       Kind = "invitation"        // giấy mời
	Agenda           Kind = "agenda"            // chương trình
	ScoreTable       Kind = "score_table"       // bảng tổng hợp điểm
	Minutes          Kind = "minutes"           // biên bản hội nghị
	TallyMinutes     Kind = "tally_minutes"     // biên bản kiểm phiếu
	SubmissionLetter Kind = "submission_letter" // tờ trình đề nghị
	ConclusionNotice Kind = "conclusion_notice" // thông báo kết luận

	// Those of the desk alone: they are inner papers, or name who is proposed.
	CallLetter  Kind = "call_letter"  // công văn gửi các đơn vị thành viên
	BallotPaper Kind = "ballot_paper" // phiếu bầu
	NomineeList Kind = "nominee_list" // danh sách trích ngang
	CoverNote   Kind = "cover_note"   // phiếu trình nội bộ
	Decision    Kind = "decision"     // quyết định kèm danh sách
)

// Label is the kind's Vietnamese name; "" for an unknown word.
func (k Kind) Label() string {
	for _, r := range slices.Concat(rules, deskRules) {
		if r.kind == k {
			return r.label
		}
	}
	return otherKinds[k]
}

// otherKinds are those drawn up from other records than a year's: a meeting of the
// council, a dossier.
var otherKinds = map[Kind]string{Decision: "Quyết định", AchievementReport: "Báo cáo thành tích"}

// Scored reports whether papers of the kind tell points or ranks, which wait
// for the publication of the results.
func (k Kind) Scored() bool { return k == ScoreTable || k == Minutes }

// Public reports whether papers of the kind are for everybody to read.
func (k Kind) Public() bool {
	return slices.ContainsFunc(rules, func(r rule) bool { return r.kind == k })
}

// ToMembers reports whether papers of the kind are addressed to the cluster's
// members, whose officers and leaders read them once they are issued.
func (k Kind) ToMembers() bool {
	return k == Invitation || k == Agenda || k == CallLetter || k == ConclusionNotice
}

// Paper is one paper, composed and not yet written to a file.
type Paper struct {
	Kind  Kind
	Title string // "Giấy mời dự Hội nghị tổng kết năm 2022"
	File  string // the file's name without its ending, ASCII, the same for the same year: "giay-moi"
	// Day is the day whose rules of presentation and whose law the paper
	// follows: its own where it is on record, else the conference's, else the
	// last of the season's year.
	Day vi.Day
	// Issuer is whose yearly series numbers the paper: "cluster:" or "unit:" and an
	// id; empty where the records do not know the body.
	Issuer string
	Number int // in that series; 0 for a draft and for a paper that bears none
	Doc    document.Doc
	of     occasion // what it was drawn up for
}

// Illustrative reports whether the whole paper rests on data of no source.
func (p Paper) Illustrative() bool { return p.Doc.Illustrative }

// Compose draws up every public paper for which the year's records suffice, in the
// order of the kinds. The same year gives the same papers.
func Compose(y yearbook.Year) (papers []Paper) {
	for _, r := range rules {
		papers = append(papers, r.all(y)...)
	}
	return papers
}

// all are the papers of the rule's kind for which the records suffice.
func (r rule) all(y yearbook.Year) (papers []Paper) {
	for _, o := range r.occasions(y) {
		if r.suffices(o) {
			papers = append(papers, r.compose(o))
		}
	}
	return papers
}
