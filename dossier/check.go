package dossier

import (
	"errors"
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// Check refuses, all at once, what is wrong with the nomination by itself.
// Whether the candidate is a member, endorsed and within the quota is checked
// by Nominate against the records of the year.
func Check(n Nomination) error {
	var faults []error
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
	texts := []text{{"candidate", &n.CandidateName}, {"reason", &n.Reason}, {"title", &n.Title}, {"decision.number", &n.Decision.Number}, {"decision.by", &n.Decision.By}}
	for i := range n.Path {
		texts = append(texts, text{fmt.Sprintf("path[%d]", i), &n.Path[i]})
	}
	for i := range n.Findings {
		texts = append(texts, text{fmt.Sprintf("findings[%d]", i), &n.Findings[i].Sentence})
	}
	if err := clean(texts); err != nil {
		return n, err
	}
	if n.CandidateKind == "" {
		n.CandidateKind = Collective
	}
	n.TitleCode = CodeOf(n.Title)
	return n, nil
}

// text is something people wrote, with the field it stands in.
type text struct {
	field   string
	written *string
}

func clean(texts []text) error {
	for _, t := range texts {
		if err := vi.ValidText(*t.written); err != nil {
			return refusal.Field(t.field, err.Error())
		}
		*t.written = vi.Clean(*t.written)
	}
	return nil
}
