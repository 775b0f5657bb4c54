package cli

import (
	"fmt"
	"os"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
	"thidua/yamlfile"
)

// laws are the commands on the rulebook.
type laws struct {
	Facts  lawFacts  `cmd:"" help:"In các dữ kiện mà quy định được hỏi."`
	Check  lawCheck  `cmd:"" help:"Kiểm tra một tệp quy định; không ghi gì."`
	Show   lawShow   `cmd:"" help:"In quy định có hiệu lực vào một ngày."`
	Report lawReport `cmd:"" help:"Đếm điều kiện đã kiểm chứng, chỉ để xem, chưa có văn bản."`
}

type lawCheck struct {
	File string `arg:"" help:"Tệp quy định (YAML)."`
}

// Run prints every fault of the file, each with its line and column.
func (c lawCheck) Run(to console) error {
	raw, err := yamlfile.ReadFile(c.File)
	if os.IsNotExist(err) {
		return refusal.New(refusal.NotFound, fmt.Sprintf("Không có tệp %s.", c.File))
	}
	if err != nil {
		return err
	}
	says, faults := checked(raw)
	for _, f := range faults {
		to.say("%s", f)
	}
	if len(faults) > 0 {
		return refusal.New(refusal.Invalid, fmt.Sprintf("Tệp %s có %d lỗi.", c.File, len(faults)))
	}
	to.say("Tệp %s hợp lệ: %s.", c.File, says)
	return nil
}

// checked reads a file of a regime or of a by-law.
func checked(raw []byte) (says string, faults []string) {
	if rulebook.IsLocal(raw) {
		l, faults := rulebook.CheckLocal(raw)
		return fmt.Sprintf("quy định địa phương số %s, %d danh hiệu, hình thức", l.Number, len(l.Titles)), faults
	}
	r, faults := rulebook.CheckFile(raw)
	return fmt.Sprintf("chế độ %s, %d danh hiệu, hình thức", r.ID, len(r.Titles)), faults
}

type lawShow struct {
	On    string `required:"" placeholder:"NGÀY" help:"Ngày xét, ví dụ 2014-11-22."`
	Known string `placeholder:"NGÀY" help:"Như chương trình đã biết vào ngày này; để trống thì như nay đã biết."`
	Title string `placeholder:"TÊN" help:"Danh hiệu, hình thức; để trống thì in tất cả."`
}

// Run prints the rules in force on the day.
func (c lawShow) Run(to console) error {
	day, err := vi.ParseDay(c.On)
	if err != nil {
		return refusal.Field("on", err.Error())
	}
	r, ok := rulebook.RegimeOn(day)
	if !ok {
		return refusal.New(refusal.NotFound, fmt.Sprintf("Chưa xác định được quy định có hiệu lực ngày %s.", day.Short()))
	}
	if c.Known != "" {
		known, err := vi.ParseDay(c.Known)
		if err != nil {
			return refusal.Field("known", err.Error())
		}
		r = r.KnownOn(known)
	}
	to.say("Ngày %s: chế độ %s. %s", day.Short(), r.ID, r.Name)
	if r.Note != "" {
		to.say("%s", r.Note)
	}
	titles := r.Titles
	if c.Title != "" {
		code, known := rulebook.TitleNamed(c.Title)
		if !known {
			return refusal.Field("title", fmt.Sprintf("Không có danh hiệu, hình thức nào tên “%s”.", c.Title))
		}
		t, stated := r.Title(code)
		if !stated {
			to.say("Chế độ này chưa có quy định nào được ghi về %s.", c.Title)
			return nil
		}
		titles = []rulebook.Title{t}
	}
	for _, t := range titles {
		c.title(to, t)
	}
	if len(titles) > 0 && len(r.General) > 0 {
		to.say("\nĐiều kiện chung")
		clauses(to, r.General)
	}
	return nil
}

func (c lawShow) title(to console, t rulebook.Title) {
	name, _ := rulebook.NameOf(t.Code)
	to.say("\n%s", name.Name)
	for _, line := range t.Lines() {
		to.say("  %s: %s%s", line.Name, line.Says, sourced(line.Known))
	}
	clauses(to, t.Clauses)
}

func clauses(to console, all []rulebook.Clause) {
	for _, x := range all {
		to.say("  - %s%s", x.Sentence, sourced(x.Known))
		if x.Missing != "" {
			to.say("    Thiếu văn bản: %s (quy định địa phương điền bằng fills: %s)", x.Missing, x.ID)
		}
	}
}

// sourced is where a rule stands and how far it is known.
func sourced(k rulebook.Known) string {
	s := ""
	if k.Cite.Document != "" {
		s = " [" + k.Cite.String() + "]"
	}
	if t := k.Trust(); t != "" {
		s += " (" + t + ")"
	}
	return s
}

type lawFacts struct{}

// Run prints the vocabulary that conditions are written in.
func (lawFacts) Run(to console) error {
	for _, t := range rulebook.Terms() {
		to.say("%-28s %-6s %s", t.Name, t.Kind.Label(), t.Label)
	}
	return nil
}

type lawReport struct{}

// Run counts the conditions of every regime.
func (lawReport) Run(to console) error {
	for _, t := range rulebook.Tallies() {
		to.say("%-3s đã kiểm chứng %3d · chỉ để xem %3d · chưa có văn bản %3d", t.Regime, t.Enforced, t.Shown, t.Unknown)
	}
	return nil
}
