package paper

import (
	"fmt"
	"strings"

	"thidua/document"
	"thidua/vi"
	"thidua/voting"
)

// votes are those taken at this conference, each with its arithmetic. Votes of
// no conference on record stand with the closing one.
func (o occasion) votes() (blocks []document.Block) {
	for _, v := range o.Votes {
		if v.Conference == o.conference.ID || v.Conference == "" && o.closing {
			blocks = append(blocks, bullet(v.Sample, o.voteText(v)))
		}
	}
	return blocks
}

// voteText is the question, how it was decided, the arithmetic, and the result.
func (o occasion) voteText(v voting.Vote) string {
	r := v.Result()
	parts := []string{bare(v.Question) + roundText(v) + ": " + vi.LowerFirst(o.manner(v, r)) + "."}
	for _, c := range r.Options {
		switch {
		case c.Words == "":
		case len(r.Options) > 1:
			parts = append(parts, c.Label+": "+ended(c.Words))
		default:
			parts = append(parts, ended(vi.UpperFirst(c.Words)))
		}
	}
	if v.Objections != "" {
		parts = append(parts, "Có ý kiến không nhất trí: "+ended(v.Objections))
	}
	if v.Tie.Reason != "" {
		parts = append(parts, "Bằng phiếu: lấy "+vi.JoinAnd(v.Tie.Chosen)+"; "+ended(v.Tie.Reason))
	}
	return strings.Join(append(parts, verdict(v, r)), " ")
}

func roundText(v voting.Vote) string {
	if v.Round < 2 {
		return ""
	}
	return fmt.Sprintf(" (vòng %d)", v.Round)
}

// manner says how the vote was taken and by how many.
func (o occasion) manner(v voting.Vote, r voting.Result) string {
	who := "các đơn vị thành viên"
	if v.Body == voting.Council {
		who = "các thành viên Hội đồng"
	}
	text := map[voting.Method]string{voting.Open: who + " biểu quyết công khai", voting.Paper: who + " bỏ phiếu", voting.Consensus: who + " thảo luận"}[v.Method]
	if v.Method == voting.Consensus && v.Objections == "" && r.Passed != nil && *r.Passed {
		text += ", thống nhất"
	} else if v.Unanimous {
		text += ", nhất trí"
	}
	if words := strings.TrimSuffix(r.Turnout.Words, "."); words != "" {
		return text + "; " + words
	}
	if v.Establishment != nil {
		return text + " (" + o.shortWord() + " có " + count(*v.Establishment) + " thành viên)"
	}
	return text
}

func verdict(v voting.Vote, r voting.Result) string {
	switch {
	case r.Passed == nil:
		return ""
	case len(r.Options) < 2:
		return map[bool]string{true: "Kết quả: được thông qua.", false: "Kết quả: không được thông qua."}[*r.Passed]
	}
	var passed []string
	for _, c := range r.Options {
		if c.Passed != nil && *c.Passed {
			passed = append(passed, c.Label)
		}
	}
	if len(passed) == 0 {
		return "Kết quả: không phương án nào được thông qua."
	}
	return "Kết quả: " + vi.JoinAnd(passed) + " được thông qua."
}
