package dossier

import (
	"fmt"
	"slices"

	"thidua/rulebook"
	"thidua/vi"
)

// Requirement is one line of the checklist.
type Requirement struct {
	Kind   PaperKind
	Name   string
	Mark   Mark
	Source string
	Have   bool
}

// Checklist is the papers the title's dossier needs by the law of that day, each
// marked as had or missing. It is empty for a title of another body, and for a
// day whose law is not loaded.
func Checklist(code Code, day vi.Day, have []PaperKind) []Requirement {
	r, _ := rulebook.RegimeOn(day)
	return ChecklistUnder(r, code, have)
}

// ChecklistUnder is the checklist under a regime, whatever the day.
func ChecklistUnder(r rulebook.Regime, code Code, have []PaperKind) (list []Requirement) {
	t, ok := r.Title(code)
	if !ok || code == "" {
		return nil
	}
	need := func(kind PaperKind, name string, k rulebook.Known) {
		f := finding(name, k)
		list = append(list, Requirement{kind, f.Sentence, f.Mark, f.Source, slices.Contains(have, kind)})
	}
	for _, p := range t.Papers {
		need(PaperKind(p.ID), p.Name, p.Known)
	}
	if o := t.Originals; o != nil {
		need(Originals, originalsWords(*o), o.Known)
	}
	return list
}

func originalsWords(o rulebook.Originals) string {
	if o.Number <= 0 {
		return "Số bản chính phải nộp"
	}
	return fmt.Sprintf("%02d bộ bản chính", o.Number)
}
