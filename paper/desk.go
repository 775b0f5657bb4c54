package paper

import (
	"slices"

	"thidua/refusal"
	"thidua/season"
	"thidua/voting"
	"thidua/yearbook"
)

// deskRules are the papers that are drawn up at the desk only. They are never
// among the public papers of a year.
var deskRules []rule

func init() { // the writers refer to the table they stand in
	deskRules = []rule{
		{CallLetter, "Công văn", officialLetter, "cong-van", wholeYear,
			func(o occasion) bool { return len(o.dates()) > 0 },
			"lịch của năm có ngày", writeCallLetter},
		{BallotPaper, "Phiếu bầu", "", "phieu-bau", ballots,
			func(o occasion) bool { return o.vote.Method == voting.Paper && len(o.vote.Options) > 0 },
			"có cuộc bỏ phiếu trên giấy", writeBallotPaper},
		{NomineeList, "Danh sách trích ngang", "", "danh-sach-trich-ngang", wholeYear,
			func(o occasion) bool { return len(o.proposed()) > 0 },
			"có ít nhất một đề nghị khen thưởng", writeNomineeList},
		{CoverNote, "Phiếu trình", "", "phieu-trinh", wholeYear,
			func(o occasion) bool { return len(o.proposed()) > 0 },
			"có ít nhất một đề nghị khen thưởng", writeCoverNote},
	}
}

// Offer is one kind of paper as the desk offers it: the papers for which the
// records suffice, or what is missing.
type Offer struct {
	Kind   Kind
	Label  string // "Giấy mời"
	Needs  string // what must be on record: "có ít nhất một mục chương trình"
	Papers []Paper
}

// Offers are all kinds of papers of a year, in their order, public or not.
// Before the results are published no paper that tells points is among them.
func Offers(y yearbook.Year, published bool) (all []Offer) {
	for _, r := range slices.Concat(rules, deskRules) {
		if published || !r.kind.Scored() {
			all = append(all, Offer{r.kind, r.label, r.needs, r.all(y)})
		}
	}
	return all
}

// Named is the paper of that file name (without its ending) among the offers,
// or a refusal of kind NotFound.
func Named(offers []Offer, file string) (Paper, error) {
	var all []Paper
	for _, o := range offers {
		all = append(all, o.Papers...)
	}
	return Among(all, file)
}

// Among is the paper of that file name (without its ending), or a refusal of
// kind NotFound.
func Among(papers []Paper, file string) (Paper, error) {
	for _, p := range papers {
		if p.File == file {
			return p, nil
		}
	}
	return Paper{}, refusal.New(refusal.NotFound, "Không có văn bản này.")
}

// OfVote draws up the ballot paper or the tally minutes of one vote, refused
// with what is missing.
func OfVote(y yearbook.Year, kind Kind, v voting.Vote) (Paper, error) {
	y.Votes = []voting.Vote{v}
	for _, r := range slices.Concat(rules, deskRules) {
		if r.kind != kind || kind != BallotPaper && kind != TallyMinutes {
			continue
		}
		if all := r.all(y); len(all) > 0 {
			return all[0], nil
		}
		return Paper{}, refusal.New(refusal.Unsatisfied, "Chưa lập được văn bản: cần "+r.needs+".")
	}
	return Paper{}, refusal.New(refusal.NotFound, "Không có văn bản này.")
}

// dates are the year's steps that have a day.
func (o occasion) dates() (all []season.Span) {
	for _, s := range o.Season.Calendar {
		if !s.From.IsZero() || !s.To.IsZero() {
			all = append(all, s)
		}
	}
	return all
}
