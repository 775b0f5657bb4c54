package seasonfile_test

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/seasonfile"
	"thidua/store"
)

//go:embed testdata/small-year.yaml
var smallYear string

// mistake is one change to the small year that must be refused. In to, « stands
// before the place at which the fault must be shown.
type mistake struct {
	name     string
	from, to string
	path     string
	sentence string
}

func TestX2(t *testing.T) {
	db := testkit.SQLite(t)
	for _, m := range mistakes {
		raw, _, _ := m.apply(t)
		_, faults, err := seasonfile.Load(context.Background(), db, raw)
		fmt.Println("==", m.name, err)
		for _, x := range faults {
			fmt.Println("  ", x)
		}
	}
}

func (m mistake) apply(t *testing.T) (raw []byte, line, column int) {
	t.Helper()
	if strings.Count(smallYear, m.from) != 1 {
		t.Fatalf("%s: %q stands %d times in the small year", m.name, m.from, strings.Count(smallYear, m.from))
	}
	text := strings.Replace(smallYear, m.from, m.to, 1)
	before, after, _ := strings.Cut(text, "«")
	last := before[strings.LastIndex(before, "\n")+1:]
	return []byte(before + after), strings.Count(before, "\n") + 1, len([]rune(last)) + 1
}

var _ = bytes.Compare
var _ store.DB

var mistakes = []mistake{
	{"a score above the criterion's maximum", `date: 2024-11-05, marks: {"1.1": 38,`, `date: 2024-11-05, marks: {"1.1": 41,`, "", ""},
	{"a total above the maximum", `date: 2024-11-05, marks: {"1.1": 38, "1.2": 20, "2": 30}`, `date: 2024-11-05, total: 101`, "", ""},
	{"a score below zero", `date: 2024-11-05, marks: {"1.1": 38,`, `date: 2024-11-05, marks: {"1.1": -1,`, "", ""},
	{"a unit that cross-scores itself", `by: xay-dung, date`, `by: tai-chinh, date`, "", ""},
	{"a cross sheet without a scorer", `by: xay-dung, date`, `date`, "", ""},
	{"more ballots than voters", `issued: 4`, `issued: 5`, "", ""},
	{"valid plus invalid is not returned", `invalid: 0`, `invalid: 1`, "", ""},
	{"for, against and blank are not the valid ballots", `against: 1, blank: 0`, `against: 0, blank: 0`, "", ""},
	{"a head who was no member", `head: tai-chinh`, `head: noi-vu`, "", ""},
	{"a next head unknown", `next_head: xay-dung`, `next_head: xay-dugn`, "", ""},
	{"a vote without quorum", "present: 4\n    issued: 4\n    returned: 4\n    valid: 4\n    invalid: 0\n    options:\n      - {label: y-te, for: 3, against: 1,", "present: 2\n    issued: 2\n    returned: 2\n    valid: 2\n    invalid: 0\n    options:\n      - {label: y-te, for: 2, against: 0,", "", ""},
	{"an unknown unit", `unit: xay-dung, stage: self`, `unit: xay-dug, stage: self`, "", ""},
	{"overlapping phases", `from: 2024-11-11, to`, `from: 2024-11-10, to`, "", ""},
	{"phase backwards", `from: 2024-11-11, to: 2024-11-20`, `from: 2024-11-11, to: 2024-11-01`, "", ""},
	{"phase twice", `phase: cross_scoring`, `phase: self_scoring`, "", ""},
	{"criteria that do not sum", `name: Thu ngân sách, max: 40`, `name: Thu ngân sách, max: 30`, "", ""},
	{"scale", `scale: 100`, `scale: 1000`, "", ""},
	{"weights that do not sum", "kind: linear}\n        - {code: \"1.2\", name: Cải cách hành chính, max: 20,", "kind: linear, weight: 50}\n        - {code: \"1.2\", name: Cải cách hành chính, max: 20, weight: 40,", "", ""},
	{"over quota", "title: Cờ thi đua của Chính phủ, vote: 1}", "title: Cờ thi đua của Chính phủ, vote: 1}\n  - {candidate: tu-phap, title: Cờ thi đua của Chính phủ}", "", ""},
	{"30/2", "date: 2024-12-05", "date: 30/2/2024", "", ""},
	{"31/11", "date: 2024-12-05", "date: 2024-11-31", "", ""},
	{"29/2/2023", "date: 2024-12-05", "date: 29/02/2023", "", ""},
	{"no date", "date: 2024-12-05", "date: hôm qua", "", ""},
	{"tab", "    host: tai-chinh", "\thost: tai-chinh", "", ""},
	{"tab mid", "    host: tai-chinh", "  \t  host: tai-chinh", "", ""},
	{"tab list", "  - kind: closing", "\t- kind: closing", "", ""},
	{"dup key", "head: tai-chinh", "head: tai-chinh\nhead: y-te", "", ""},
	{"dup key flow", "{unit: y-te, date: 2024-03-01,", "{unit: y-te, unit: y-te, date: 2024-03-01,", "", ""},
	{"unknown key", "quotas:", "quota:", "", ""},
	{"unknown key far", "quotas:", "han_muc:", "", ""},
	{"text for number", "issued: 4", "issued: bốn", "", ""},
	{"text for exact", "scale: 100", "scale: một trăm", "", ""},
	{"list for text", "name: Cải cách hành chính\n", "name: [Cải cách, hành chính]\n", "", ""},
	{"map for text", "name: Cải cách hành chính\n", "name: {a: Cải cách}\n", "", ""},
	{"text for map", "attendance: {establishment: 4, present: [tai-chinh, xay-dung, y-te, tu-phap]}", "attendance: đủ", "", ""},
	{"two docs", "next_head: xay-dung", "---\nthidua: 1", "", ""},
	{"late self", "stage: self, date: 2024-11-08", "stage: self, date: 2024-11-11", "", ""},
	{"early self", "stage: self, date: 2024-11-08", "stage: self, date: 2024-10-11", "", ""},
	{"count>of", "count: 3, of: 4", "count: 5, of: 4", "", ""},
	{"printed", `printed: "75"`, `printed: "76"`, "", ""},
	{"printed2", `printed: "75"`, `printed: ba phần tư`, "", ""},
	{"vote failed", "for: 3, against: 1", "for: 2, against: 2", "", ""},
	{"dup unit", "  - {id: y-te, name: Sở Y tế}", "  - {id: y-te, name: Sở Y tế}\n  - {id: y-te2, name: Sở Y Tế}", "", ""},
	{"dup id", "  - {id: y-te, name: Sở Y tế}", "  - {id: y-te, name: Sở Y tế}\n  - {id: y-te, name: Sở Du lịch}", "", ""},
	{"two sheets", "unit: y-te, stage: cross, by: tu-phap", "unit: tu-phap, stage: cross, by: tai-chinh", "", ""},
	{"missing", "  - kind: closing\n    date", "  - date", "", ""},
	{"missing2", "cluster: {name: Khối thi đua các sở tổng hợp, kind: khoi,", "cluster: {kind: khoi,", "", ""},
	{"missing3", `season: "2024"`, "", "", ""},
	{"missing4", `method: paper
    present: 4`, "present: 4", "", ""},
	{"season odd", `season: "2024"`, "season: năm ngoái", "", ""},
	{"word", `kind: closing`, "kind: tổng kết", "", ""},
	{"ambiguous", `scale: 100`, "scale: 1.000", "", ""},
	{"ranking+scores", "next_head: xay-dung", "ranking: [y-te]", "", ""},
	{"conf number", "    method: paper\n", "    method: paper\n    conference: 2\n", "", ""},
	{"vote number", "vote: 1}", "vote: 2}", "", ""},
	{"passed contradicts", "    invalid: 0", "    invalid: 0\n    passed: false", "", ""},
	{"establishment", "    present: 4\n", "    establishment: 5\n    present: 4\n", "", ""},
	{"nonmember response", "{unit: y-te, date: 2024-03-01", "{unit: noi-vu, date: 2024-03-01", "", ""},
	{"response before", "{unit: y-te, date: 2024-03-01", "{unit: y-te, date: 2024-02-01", "", ""},
	{"nonmember sheet", "unit: tu-phap, stage: cross, by: tai-chinh", "unit: noi-vu, stage: cross, by: tai-chinh", "", ""},
	{"unknown criterion", `marks: {"1.1": 37`, `marks: {"1.9": 37`, "", ""},
	{"group scored", `marks: {"1.1": 37`, `marks: {"1": 37`, "", ""},
	{"three faults in a sheet", `marks: {"1.1": 37, "1.2": 20, "2": 30}`, `marks: {"1.1": 47, "1.2": 21, "2": -1}`, "", ""},
	{"incomplete", `marks: {"1.1": {target: 20, actual: 19}, `, `marks: {`, "", ""},
	{"wrong figure", `{target: 20, actual: 19}`, `{count: 3}`, "", ""},
	{"ring all", "cross: ring", "cross: rings", "", ""},
	{"attendance foreign", "present: [tai-chinh", "present: [noi-vu", "", ""},
	{"attendance more", "attendance: {establishment: 4", "attendance: {establishment: 3", "", ""},
	{"guest empty", "    host: tai-chinh", "    host: tai-chinh\n    guests: [{role: dự}]", "", ""},
	{"nominee outside no reason", "candidate: y-te", "candidate: Sở Lạ", "", ""},
	{"decision", "vote: 1}", "vote: 1, decision: {number: 1/QĐ}}", "", ""},
	{"papers", "vote: 1}", "vote: 1, papers: [tờ trình]}", "", ""},
	{"kind unit", "name: Sở Nội vụ}", "name: Sở Nội vụ, kind: sở}", "", ""},
	{"level unit", "name: Sở Nội vụ}", "name: Sở Nội vụ, level: huyện}", "", ""},
	{"less on qualitative", "max: 20, kind: qualitative}", "max: 20, kind: qualitative, less_is_better: true}", "", ""},
	{"direct no points", ", points: 10", "", "", ""},
	{"anchor", "head: tai-chinh", "head: &h tai-chinh", "", ""},
	{"alias", "head: tai-chinh", "head: *h", "", ""},
	{"tag", "head: tai-chinh", "head: !!str tai-chinh", "", ""},
	{"colon", "summary: Đã đăng ký thực hiện", "summary: Đã đăng ký: thực hiện", "", ""},
	{"colon block", "name: Cải cách hành chính\n", "name: Cải cách: hành chính\n", "", ""},
	{"comma", "summary: Đã đăng ký thực hiện", "summary: Đã đăng ký, thực hiện", "", ""},
	{"quote", "name: Cải cách hành chính\n", "name: \"Cải cách hành chính\n", "", ""},
	{"bracket", "present: [tai-chinh, xay-dung, y-te, tu-phap]", "present: [tai-chinh, xay-dung, y-te, tu-phap", "", ""},
	{"brace", "{unit: y-te, date: 2024-03-01, summary: Đã đăng ký thực hiện}", "{unit: y-te, date: 2024-03-01, summary: Đã đăng ký thực hiện", "", ""},
	{"indent", "    host: tai-chinh", "   host: tai-chinh", "", ""},
	{"percent", "name: Cải cách hành chính\n", "name: %Cải cách hành chính\n", "", ""},
	{"at", "name: Cải cách hành chính\n", "name: @Cải cách hành chính\n", "", ""},
	{"backtick", "name: Cải cách hành chính\n", "name: `Cải cách hành chính\n", "", ""},
	{"dash same line", "  - kind: closing", "conferences: - kind: closing", "", ""},
	{"version", "thidua: 1", "thidua: 2", "", ""},
	{"no version", "thidua: 1", "", "", ""},
	{"phase later", "{phase: self_scoring, from: 2024-11-01, to: 2024-11-10}", "{phase: tự chấm, from: 2024-11-01, to: 2024-11-10}", "", ""},
	{"next head foreign", "next_head: xay-dung", "next_head: noi-vu", "", ""},
	{"same heads", "deputy: tu-phap", "deputy: tai-chinh", "", ""},
	{"members count", "head: tai-chinh", "head: tai-chinh\nmembers_count: 3", "", ""},
	{"bool", "illustrative: true", "illustrative: chắc", "", ""},
	{"district gone", "season: \"2024\"", "season: \"2026\"", "", ""},
	{"district member 2026", "  - {id: xay-dung, name: Sở Xây dựng}", "  - {id: xay-dung, name: Huyện Con Cuông, from: 2025-07-02}", "", ""},
	{"not yet", "  - {id: xay-dung, name: Sở Xây dựng}", "  - {id: xay-dung, name: Sở Xây dựng, from: 2025-03-01}", "", ""},
	{"ended", "  - {id: xay-dung, name: Sở Xây dựng}", "  - {id: xay-dung, name: Sở Xây dựng, until: 2023-03-01}", "", ""},
	{"unit reversed", "  - {id: xay-dung, name: Sở Xây dựng}", "  - {id: xay-dung, name: Sở Xây dựng, from: 2024-05-01, until: 2024-03-01}", "", ""},
	{"published early", "next_head: xay-dung", "published_on: 2024-06-01", "", ""},
	{"gap", "cross: ring", "cross: ring\n  gap_needs_reason: 5", "", ""},
	{"pledge unit", "head: tai-chinh", "head: tai-chinh\npledge: {units: [tai-chinh, noi-vu]}", "", ""},
	{"registration", "head: tai-chinh", "head: tai-chinh\nregistrations: [{unit: noi-vu, titles: [Cờ]}]", "", ""},
	{"registration late", "head: tai-chinh", "head: tai-chinh\nregistrations: [{unit: y-te, date: 2024-11-05, titles: [Cờ]}, {unit: y-te, titles: [Cờ]}]", "", ""},
	{"target", "head: tai-chinh", "head: tai-chinh\ntargets: [{name: Thu, units: [{unit: y-te, baseline: 3, yearly: {2024: 5, hai: 3}}]}]", "", ""},
	{"target2", "head: tai-chinh", "head: tai-chinh\ntargets: [{name: Thu, term_from: 2020, units: [{unit: y-te, term_target: 3}, {unit: noi-vu, yearly: {2024: 3}}]}]", "", ""},
	{"exemplar", "head: tai-chinh", "head: tai-chinh\nexemplars: [{kind: statement, name: X}, {kind: person, name: A, state: recognised}, {kind: model, name: B, unit: y-te, state: published, adopted_by: [y-te]}]", "", ""},
	{"note empty", "next_head: xay-dung", "tasks: [{text: ''}, {text: x, movement: Lạ}]", "", ""},
	{"counts", "next_head: xay-dung", "council_counts: [{title: Cờ, proposed: 3, passed: 4}]", "", ""},
}
