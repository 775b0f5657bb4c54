package paper

import (
	"fmt"
	"slices"
	"strings"

	"thidua/document"
	"thidua/dossier"
	"thidua/vi"
)

// writeCoverNote is the phiếu trình, an inner paper: what is laid before the
// head for signature, what goes with it, and room for opinions by hand.
func writeCoverNote(o occasion) draft {
	all := o.proposed()
	sample := !slices.ContainsFunc(all, func(n dossier.Nomination) bool { return !n.Sample })
	leader := o.signForCluster(sample)
	leader.Note = "(Ký, ghi rõ họ tên)"
	content := []document.Block{document.Text(fmt.Sprintf("Trình ký tờ trình %s, gồm %s:", vi.LowerFirst(o.about(all)), candidates(all)))}
	for _, n := range all {
		content = append(content, bullet(n.Sample, joined("; ", o.nomination(n), vi.LowerFirst(o.endorsed(n)))))
	}
	enclosure := []document.Block{dotted()}
	if text := strings.Trim(enclosed(all), "()"); text != "" {
		enclosure = []document.Block{document.Text(text + ".")}
	}
	return draft{from: o.clusterOffice(), typeName: "PHIẾU TRÌNH", subject: o.about(all), to: []string{vi.UpperFirst(strings.ToLower(o.clusterOffice().post))},
		body: points(section{"Nội dung trình", content}, section{"Hồ sơ kèm theo", enclosure},
			section{"Ý kiến của người trình", []document.Block{dotted()}}, section{"Ý kiến của lãnh đạo", []document.Block{dotted(), dotted()}}),
		signatures: []document.Signature{{Post: "NGƯỜI TRÌNH", Note: "(Ký, ghi rõ họ tên)"}, leader}, sample: sample}
}
