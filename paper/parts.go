package paper

import (
	"slices"
	"strings"

	"thidua/document"
)

// parted is the body in its parts: what stands before the căn cứ, the matter, and
// the appendix.
func parted(s source) (before, matter, appendix []document.Block) {
	matter = s.doc.Body
	if at := slices.IndexFunc(matter, isA[document.LegalBases]); at >= 0 {
		before, matter = matter[:at], matter[at+1:]
	}
	if at := slices.IndexFunc(matter, isA[document.Appendix]); at >= 0 {
		matter, appendix = matter[:at], matter[at:]
	}
	return before, matter, appendix
}

func isA[T document.Block](b document.Block) bool {
	_, is := b.(T)
	return is
}

// matterOf has what stands before the căn cứ too, where no other field has it.
func matterOf(s source) []document.Block {
	before, matter, _ := parted(s)
	if s.doc.Kind == string(Decision) {
		return matter
	}
	return slices.Concat(before, matter)
}

// authorityOf is what stands before the căn cứ of a decision: who decides.
func authorityOf(s source) string {
	before, _, _ := parted(s)
	return strings.Join(plain(before), " ")
}

// appendixOf is the appendix from its name on; the new page is the template's own.
func appendixOf(s source) (blocks []document.Block) {
	_, _, appendix := parted(s)
	for _, b := range appendix {
		head, is := b.(document.Appendix)
		if !is {
			blocks = append(blocks, b)
			continue
		}
		for _, text := range []string{head.Label, head.Title, head.With} {
			if text != "" {
				blocks = append(blocks, centred(text))
			}
		}
	}
	return blocks
}
