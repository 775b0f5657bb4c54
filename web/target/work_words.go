package target

import (
	"encoding/json"

	"thidua/journal"
	"thidua/web/ui"
)

// figureNames are the numbers of the form, for readers who do not see its head.
var figureNames = map[string]ui.Words{
	"base":   {Vietnamese: "Số liệu gốc", English: "Base"},
	"yearly": {Vietnamese: "Chỉ tiêu năm", English: "Target of the year"},
	"term":   {Vietnamese: "Chỉ tiêu cuối nhiệm kỳ", English: "Target of the term"},
}

// unitOf names the unit whose target the entry is about: ", Con Cuông".
func unitOf(p oneView, e journal.Entry) string {
	for _, x := range p.Lines {
		if x.Has && e.Object == "target:"+x.Target.ID {
			return ", " + x.ShortName
		}
	}
	return ""
}

// reasonOf is why a target was changed: ". Lý do: …"; empty where none is kept.
func reasonOf(e journal.Entry) string {
	var kept struct{ Reason string }
	if json.Unmarshal([]byte(e.Detail), &kept) != nil || kept.Reason == "" {
		return ""
	}
	return ". Lý do: " + kept.Reason
}
