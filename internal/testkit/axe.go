package testkit

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

// axe-core 4.14.1, Mozilla Public License 2.0, unchanged; see axe/LICENSE.
//
//go:embed axe/axe.min.js
var axe string

// Violation is one rule of accessibility that a page breaks.
type Violation struct {
	Rule   string   `json:"id"`     // axe's name of it, such as image-alt
	Impact string   `json:"impact"` // minor, moderate, serious or critical
	Help   string   `json:"help"`   // the rule in one English sentence
	Nodes  []string `json:"nodes"`  // CSS selectors of the elements at fault
}

func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s: %s", v.Rule, v.Impact, v.Help, strings.Join(v.Nodes, ", "))
}

const axeRun = `axe.run(document).then(r => r.violations.map(v => ({
	id: v.id, impact: v.impact || "", help: v.help, nodes: v.nodes.map(n => n.target.flat().join(" ")) })))`

// Axe checks the open page against every rule that axe-core has by default
// (WCAG A and AA, and good practice). It needs JavaScript switched on.
func (p *Page) Axe() []Violation {
	p.t.Helper()
	act(p, "load axe", chromedp.Evaluate[chromedp.Void](axe))
	return act(p, "run axe", chromedp.Evaluate[[]Violation](axeRun, chromedp.EvalAwaitPromise))
}
