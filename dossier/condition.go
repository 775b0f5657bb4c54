package dossier

import (
	"fmt"
	"slices"

	"thidua/rulebook"
	"thidua/vi"
)

// FindingsOf are what the dossier must reckon with by the law of that day: the
// conditions of its title, the council's share, the quota and the day by which
// it is submitted, as far as they are known; then a candidate from outside the
// cluster, and a way not known.
func FindingsOf(n Nomination, day vi.Day) (findings []Finding) {
	if n.TitleCode != "" {
		if r, ok := rulebook.RegimeOn(day); ok {
			findings = lawOf(r, n.TitleCode)
		}
	}
	return append(findings, standing(n)...)
}

// lawOf is what a regime asks of a title, in sentences.
func lawOf(r rulebook.Regime, code Code) (findings []Finding) {
	if !r.Loaded {
		return []Finding{{Sentence: "Chưa có nguyên văn quy định đang có hiệu lực nên chương trình không tự xét điều kiện.", Mark: Unverified, Source: r.Name}}
	}
	t, _ := r.Title(code)
	for _, c := range t.Clauses {
		findings = append(findings, finding(c.Sentence, c.Known))
	}
	if q := t.Quota; q != nil {
		findings = append(findings, finding(quotaWords(*q), q.Known))
	}
	if x := t.Threshold; x != nil {
		findings = append(findings, finding(thresholdWords(*x), x.Known))
	}
	for _, d := range t.Deadlines {
		if d.Step == "submit" {
			findings = append(findings, finding(d.Says, d.Known))
		}
	}
	return findings
}

func quotaWords(q rulebook.Quota) string {
	if q.Note != "" {
		return q.Note
	}
	return fmt.Sprintf("Số lượng được đề nghị: không quá %s %% %s.", q.Percent.Figure("half_up", 0), q.BaseWords())
}

func thresholdWords(t rulebook.Threshold) string {
	how, of := "Hội đồng bỏ phiếu", "số phiếu"
	if t.Secret {
		how = "Hội đồng bỏ phiếu kín"
	}
	if t.Of == "all_members" {
		of = "tổng số thành viên, tính cả ý kiến bằng văn bản của người vắng"
	}
	return fmt.Sprintf("%s: từ %s %% trở lên trên %s.", how, t.Percent.Figure("half_up", 0), of)
}

// standing is what follows from the cluster's own roster.
func standing(n Nomination) (findings []Finding) {
	outside := n.outside()
	if outside {
		findings = append(findings, Finding{Sentence: fmt.Sprintf("%s không phải đơn vị thành viên của cụm: hồ sơ phải nêu rõ lý do và căn cứ đề nghị.", vi.UpperFirst(n.CandidateName)), Mark: FromRecord})
	}
	switch {
	case len(n.Path) == 0 && outside:
		findings = append(findings, Finding{Sentence: "Đường đề nghị chưa xác định: hồ sơ phải nêu rõ.", Mark: FromRecord})
	case slices.Equal(n.Path, usualPath(n.TitleCode)) && len(n.Path) > 0:
		findings = append(findings, Finding{Sentence: "Đường đề nghị ghi theo trình tự thông thường; chưa đối chiếu nguyên văn quy định.", Mark: Unverified})
	}
	return findings
}

// outside reports a body that is proposed by the cluster without being its
// member. A person or a household never is one, and needs no such note.
func (n Nomination) outside() bool { return n.CandidateKind == Collective && !n.Member && !n.unsure }

// usualPath is the way a member's nomination goes up, where one is known at
// all; never used for a candidate from outside.
func usualPath(code Code) []string {
	if code != GovernmentFlag {
		return nil
	}
	return []string{
		"Cụm thi đua suy tôn",
		"Hội đồng Thi đua - Khen thưởng tỉnh",
		"Chủ tịch Ủy ban nhân dân tỉnh",
		"Bộ Nội vụ (Ban Thi đua - Khen thưởng Trung ương)",
		"Chính phủ (Thủ tướng Chính phủ)",
	}
}
