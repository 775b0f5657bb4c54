package nominees

import (
	"fmt"
	"slices"
	"strings"

	"thidua/dossier"
	"thidua/intake"
	"thidua/rulebook"
	"thidua/vi"
)

// Row is one row of a list as a nomination, with what is wrong with it.
type Row struct {
	intake.WaitingRow
	Nomination dossier.Nomination
	Faults     intake.Faults
}

// meaning is what a row says as a nomination of a season. What it says of a
// person's post and place of work stands before the reason: a nomination has no
// other place for it.
func meaning(values map[string]string, headings []string, table string) (n dossier.Nomination, faults intake.Faults) {
	n.CandidateName = bareName(values[Name])
	n.Title = values[Title]
	n.CandidateKind = kindOf(values, headings, table)
	n.Reason = reasonOf(values, n.CandidateKind)
	if n.CandidateKind == "" {
		faults = append(faults, intake.Fault{Field: Kind, Sentence: "Chưa rõ là tập thể, cá nhân hay hộ gia đình; hãy ghi vào cột “Phân loại khen thưởng”."})
	}
	faults = append(faults, titleFaults(n)...)
	if said := values[Category]; said != "" {
		if named, _ := rulebook.CategoryNamed(said); slices.Contains(rulebook.Categories, named) {
			n.Category = named
		} else {
			faults = append(faults, intake.Fault{Field: Category, Sentence: fmt.Sprintf("“%s” không rõ là loại hình khen thưởng nào; hãy ghi một trong: %s.", said, rulebook.CategoryNames(rulebook.Categories))})
		}
	}
	return n, faults
}

// titleFaults are what is wrong with the title: nobody knows it, or it is not
// for such a candidate.
func titleFaults(n dossier.Nomination) intake.Faults {
	if n.Title == "" {
		return nil
	}
	code, known := rulebook.TitleNamed(n.Title)
	if !known {
		return intake.Faults{{Field: Title, Sentence: fmt.Sprintf("“%s” không rõ là danh hiệu, hình thức khen thưởng nào; hãy chọn trong danh mục.", n.Title)}}
	}
	name, _ := rulebook.NameOf(code)
	if who := recipients[n.CandidateKind]; who != "" && len(name.For) > 0 && !slices.Contains(name.For, who) {
		return intake.Faults{{Field: Title, Sentence: fmt.Sprintf("%s không tặng cho %s.", name.Name, who.Label())}}
	}
	return nil
}

var recipients = map[dossier.CandidateKind]rulebook.Recipient{dossier.Collective: rulebook.Collective, dossier.Person: rulebook.Individual, dossier.Household: rulebook.Household}

// bareName is a name without what people are called by before it.
func bareName(name string) string {
	for _, call := range []string{"Ông ", "Bà ", "Đồng chí ", "Đ/c "} {
		if len(name) > len(call) && strings.EqualFold(name[:len(call)], call) {
			return strings.TrimSpace(name[len(call):])
		}
	}
	return name
}

// kindWords tell the kind of candidate, folded.
var kindWords = []struct {
	word string
	kind dossier.CandidateKind
}{{"ho gia dinh", dossier.Household}, {"gia dinh", dossier.Household}, {"ca nhan", dossier.Person}, {"tap the", dossier.Collective}}

// kindOf is what is proposed: by its own column, by the nearest heading that
// tells, because somebody is called Ông, Bà or by a rank, by its name, or by
// that of its table.
func kindOf(values map[string]string, headings []string, table string) dossier.CandidateKind {
	for _, text := range append([]string{values[Kind]}, headings...) {
		if kind := kindSaid(text); kind != "" {
			return kind
		}
	}
	if values[Called] != "" || bareName(values[Name]) != values[Name] || values[Birth] != "" {
		return dossier.Person
	}
	if kind, _ := vi.SplitUnitName(values[Name]); kind != "" {
		return dossier.Collective
	}
	return kindSaid(table)
}

// kindSaid is the one kind that a text names; "" when it names none or several.
func kindSaid(text string) (kind dossier.CandidateKind) {
	folded := " " + vi.Fold(text) + " "
	for _, w := range kindWords {
		if !strings.Contains(folded, " "+w.word+" ") {
			continue
		}
		if kind != "" && kind != w.kind {
			return ""
		}
		kind = w.kind
	}
	return kind
}

// reasonOf joins the person's rank, post and place of work with the merits.
func reasonOf(values map[string]string, kind dossier.CandidateKind) string {
	var who []string
	if kind == dossier.Person {
		if rank := values[Called]; rank != "" && !isSalutation(rank) {
			who = append(who, rank)
		}
		who = append(who, values[Post])
	}
	who = append(who, values[Unit])
	who = slices.DeleteFunc(who, func(s string) bool { return s == "" })
	said := strings.Join(who, ", ")
	if merits := values[Reason]; said != "" && merits != "" {
		return said + ". " + vi.UpperFirst(merits)
	} else if merits != "" {
		return merits
	}
	return said
}

// isSalutation reports whether somebody is called as anybody is; other words in
// that column are ranks.
func isSalutation(call string) bool {
	switch vi.Fold(call) {
	case "ong", "ba", "ong ba", "anh", "chi", "dong chi", "d c":
		return true
	}
	return false
}
