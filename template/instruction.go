package template

import (
	"slices"
	"strings"
)

// harmless are the fields of Word that a letter may have: they count, date or
// refer to the letter itself and fetch nothing.
var harmless = []string{"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE",
	"REF", "PAGEREF", "NOTEREF", "TOC", "SEQ", "STYLEREF", "HYPERLINK", "TITLE", "AUTHOR", "SYMBOL", "IF", "=", "EQ", "QUOTE",
	"FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"}

// checkInstructions refuses a field of Word that asks another program or file
// for what it shows, also when its words are spread over several runs.
func checkInstructions(root *node) (err error) {
	var open []*strings.Builder
	check := func(instruction string) {
		if words := strings.Fields(strings.ToUpper(instruction)); err == nil && len(words) > 0 {
			err = allowed(words)
		}
	}
	root.each(func(n *node) {
		switch n.name {
		case "w:fldSimple":
			check(n.attr("w:instr"))
		case "w:instrText":
			if len(open) == 0 {
				check(rawText(n))
				return
			}
			open[len(open)-1].WriteString(rawText(n))
		case "w:fldChar":
			switch n.attr("w:fldCharType") {
			case "begin":
				open = append(open, &strings.Builder{})
			case "separate", "end":
				if last := len(open) - 1; last >= 0 {
					check(open[last].String())
					open[last].Reset()
					if n.attr("w:fldCharType") == "end" {
						open = open[:last]
					}
				}
			}
		}
	})
	for _, rest := range open {
		check(rest.String())
	}
	return err
}

func allowed(words []string) error {
	first := words[0]
	if strings.HasPrefix(first, "=") {
		first = "="
	}
	fetches := slices.ContainsFunc(words, func(w string) bool {
		return strings.HasPrefix(w, "DDE") || strings.HasPrefix(w, "INCLUDE") || w == "DATABASE" || w == "MACROBUTTON"
	})
	if fetches || !slices.Contains(harmless, first) {
		return refuse("Mẫu có trường %s của Word, có thể lấy dữ liệu từ nơi khác: hãy bỏ trường ấy; chỗ cần điền thì gõ tên trường trong dấu { }.", words[0])
	}
	return nil
}
