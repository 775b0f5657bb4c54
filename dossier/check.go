package dossier

import (
	"cmp"
	"errors"
	"fmt"

	"thidua/refusal"
	"thidua/rulebook"
)

// Check refuses, all at once, what is wrong with the nomination by itself.
// Whether the candidate is a member, endorsed and within the quota is checked
// by Nominate against the records of the year.
func Check(n Nomination) error {
	faults := []error{checkCategory(cmp.Or(n.Category, rulebook.Merit))}
	add := func(field, format string, args ...any) {
		faults = append(faults, refusal.Field(field, fmt.Sprintf(format, args...)))
	}
	if n.CandidateName == "" && n.CandidateUnit == "" {
		add("candidate", "Chưa ghi ai được đề nghị.")
	}
	if n.CandidateKind.Label() == "" {
		add("candidate_kind", "Không có loại đối tượng tên “%s”; chỉ có tập thể, cá nhân, hộ gia đình.", n.CandidateKind)
	}
	if n.Title == "" {
		add("title", "Chưa ghi danh hiệu, hình thức khen thưởng được đề nghị.")
	}
	if n.Status != "" && n.Status.Label() == "" {
		add("status", "Không có trạng thái đề nghị tên “%s”.", n.Status)
	}
	if n.Decision != (Decision{}) && n.Status != Decided {
		add("decision", "Đã ghi quyết định thì trạng thái phải là đã có quyết định khen thưởng.")
	}
	for i, p := range n.Papers {
		if !p.known() {
			add(fmt.Sprintf("papers[%d]", i), "Không có loại giấy tờ tên “%s”.", p)
		}
	}
	return errors.Join(faults...)
}

// cleaned returns the nomination with every text tidied and its title looked
// up, or a refusal naming the field whose text cannot have been meant.
func (n Nomination) cleaned() (Nomination, error) {
	n.Path = append([]string(nil), n.Path...)
	n.Findings = append([]Finding(nil), n.Findings...)
	texts := []refusal.Text{{Field: "candidate", Value: &n.CandidateName}, {Field: "reason", Value: &n.Reason}, {Field: "title", Value: &n.Title},
		{Field: "decision.number", Value: &n.Decision.Number}, {Field: "decision.by", Value: &n.Decision.By}}
	for i := range n.Path {
		texts = append(texts, refusal.Text{Field: fmt.Sprintf("path[%d]", i), Value: &n.Path[i]})
	}
	for i := range n.Findings {
		texts = append(texts, refusal.Text{Field: fmt.Sprintf("findings[%d]", i), Value: &n.Findings[i].Sentence})
	}
	if err := refusal.Texts(texts...); err != nil {
		return n, err
	}
	if n.CandidateKind == "" {
		n.CandidateKind = Collective
	}
	n.Category = cmp.Or(n.Category, rulebook.Merit)
	n.TitleCode = CodeOf(n.Title)
	return n, nil
}
