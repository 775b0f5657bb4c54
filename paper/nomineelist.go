package paper

import (
	"fmt"
	"slices"
	"strings"

	"thidua/document"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/voting"
)

// kinds of candidates in the order of the lists.
var candidateKinds = []dossier.CandidateKind{dossier.Collective, dossier.Person, dossier.Household}

// writeNomineeList is the danh sách trích ngang that goes with the submission
// letter: one line a candidate. What is not on record is left dotted.
func writeNomineeList(o occasion) draft {
	all := o.proposed()
	sample := !slices.ContainsFunc(all, func(n dossier.Nomination) bool { return !n.Sample })
	body := []document.Block{document.Paragraph{Align: document.AlignCentre, Runs: []document.Run{{Italic: true,
		Text: "(Kèm theo Tờ trình số " + toFillIn + " ngày " + toFillIn + " của " + o.clusterOffice().name + ")"}}}}
	var parts []section
	for _, kind := range candidateKinds {
		if some := ofKind(all, kind); len(some) > 0 {
			parts = append(parts, section{kind.Label(), []document.Block{o.nomineeTable(some)}})
		}
	}
	return draft{from: o.clusterOffice(), typeName: "DANH SÁCH TRÍCH NGANG", subject: "Đề nghị " + asked(all, true) + " năm " + o.Season.Label,
		body: append(body, chapters(parts...)...), signatures: []document.Signature{{Post: "NGƯỜI LẬP DANH SÁCH", Note: "(Ký, ghi rõ họ tên)"}, o.signForCluster(sample)},
		landscape: true, sample: sample}
}

func ofKind(all []dossier.Nomination, kind dossier.CandidateKind) (some []dossier.Nomination) {
	for _, n := range all {
		if n.CandidateKind == kind {
			some = append(some, n)
		}
	}
	return some
}

// nomineeTable has one line a candidate; birth and post of people are not on
// record and stay to be filled in.
func (o occasion) nomineeTable(all []dossier.Nomination) document.Table {
	cells := func(text func(dossier.Nomination) string) []string { return texts(all, text) }
	gap := func(n dossier.Nomination) string {
		if n.CandidateKind == dossier.Collective {
			return ""
		}
		return strings.Repeat(toFillIn, 2)
	}
	head := "Tên tập thể"
	if all[0].CandidateKind != dossier.Collective {
		head = "Họ và tên"
	}
	return list("", samples(all, func(n dossier.Nomination) bool { return n.Sample }),
		ordinals(len(all)),
		column{head: head, width: 4, marked: true, cells: cells(o.listedName)},
		column{head: "Năm sinh", width: 1.6, align: document.AlignCentre, cells: cells(gap)},
		column{head: "Chức vụ, nơi công tác", width: 3, cells: cells(gap)},
		column{head: "Đơn vị giới thiệu", width: 3, cells: cells(func(n dossier.Nomination) string { return o.Name(n.ProposedBy) })},
		column{head: "Danh hiệu, hình thức đề nghị", width: 4, cells: cells(func(n dossier.Nomination) string { return bare(n.Title) })},
		column{head: "Loại hình khen thưởng", width: 2.4, cells: categories(all)},
		column{head: "Tóm tắt thành tích, lý do", width: 5, cells: cells(reasonOrGap)},
		column{head: "Kết quả suy tôn", width: 3, cells: cells(o.endorsed)})
}

// categories are for what kind of achievement they are proposed; nothing where
// all are for merit, which goes without saying.
func categories(all []dossier.Nomination) []string {
	if !slices.ContainsFunc(all, func(n dossier.Nomination) bool { return n.Category != rulebook.Merit }) {
		return make([]string, len(all))
	}
	return texts(all, func(n dossier.Nomination) string { return n.Category.Label() })
}

func (o occasion) listedName(n dossier.Nomination) string {
	if name := o.Name(n.CandidateUnit); name != "" {
		return name
	}
	return n.CandidateName
}

func reasonOrGap(n dossier.Nomination) string {
	if n.Reason == "" {
		return strings.Repeat(toFillIn, 3)
	}
	return bare(n.Reason)
}

// endorsed is what the vote on record made of the candidate: "08 phiếu đồng ý
// (80 %)", "được suy tôn"; "" where no vote or no line of it is the candidate's.
func (o occasion) endorsed(n dossier.Nomination) string {
	for _, v := range o.Votes {
		if v.ID != n.Vote || n.Vote == "" {
			continue
		}
		r := v.Result()
		for _, c := range r.Options {
			if len(r.Options) == 1 || c.Label == n.CandidateName || c.Candidate != "" && c.Candidate == n.CandidateUnit {
				return outcomeOf(c)
			}
		}
	}
	return ""
}

func outcomeOf(c voting.OptionResult) string {
	switch {
	case c.For != nil && c.Percent.Known():
		return fmt.Sprintf("%s phiếu đồng ý (%s)", count(*c.For), voting.PercentWords(c.Percent.Quo(hundred)))
	case c.For != nil:
		return count(*c.For) + " phiếu đồng ý"
	case c.Passed != nil && *c.Passed:
		return "Được suy tôn"
	}
	return ""
}
