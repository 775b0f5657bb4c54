package dossier

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/rulebook"
)

func TestProperty_aCandidateIsFoundAmongOthersAsByLookingThroughThemAll(t *testing.T) {
	draw := rapid.Custom(func(r *rapid.T) Nomination {
		return Nomination{
			CandidateUnit: rapid.SampledFrom([]string{"", "", "a", "b"}).Draw(r, "unit"),
			CandidateName: rapid.SampledFrom([]string{"Vi An", "vi  an", "Xã A", "xã a", "Lô Ba"}).Draw(r, "name"),
			CandidateKind: rapid.SampledFrom([]CandidateKind{Collective, Person}).Draw(r, "kind"),
			Category:      rapid.SampledFrom([]rulebook.Category{rulebook.Merit, rulebook.AdHoc}).Draw(r, "category"),
			Title:         rapid.SampledFrom([]string{"Giấy khen", "giấy khen", "Cờ thi đua", "Cờ thi đua năm 2025", "Cờ thi đua của Chính phủ", "Kỷ niệm chương", "Kỷ niệm chương năm 2014"}).Draw(r, "title"),
		}
	})
	rapid.Check(t, func(r *rapid.T) {
		list, n, a := rapid.SliceOfN(draw, 0, 6).Draw(r, "list"), draw.Draw(r, "n"), among{}
		for _, x := range list {
			a.add(x)
		}
		want := slices.ContainsFunc(list, func(x Nomination) bool {
			return sameTitle(x.Title, n.Title) && x.Category == n.Category && n.sameCandidate(x)
		})
		if x, found := a.find(n); found != want {
			r.Fatalf("found %v (%v), want %v", found, x, want)
		}
	})
}
