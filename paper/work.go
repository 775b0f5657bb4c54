package paper

import (
	"fmt"
	"slices"
	"strings"

	"thidua/document"
	"thidua/movement"
	"thidua/season"
	"thidua/vi"
)

// movements tell each movement's results, what the units reported of it, its
// reviews, and what was achieved besides.
func (o occasion) movements() (blocks []document.Block) {
	for _, m := range o.Movements {
		blocks = append(blocks, document.Bullet{Runs: o.movement(m)})
	}
	for _, f := range o.Figures {
		blocks = append(blocks, bullet(f.Sample, f.Name+": "+reported(f)))
	}
	return append(blocks, o.notes(season.Achievement)...)
}

func (o occasion) movement(m movement.Movement) []document.Run {
	text := fmt.Sprintf("Phong trào “%s”", m.Name)
	if m.Results != "" {
		text += ": " + vi.LowerFirst(bare(m.Results))
	}
	runs := marked(m.Sample, text+".")
	for _, line := range o.responses(m) {
		runs = append(runs, marked(line.sample, " "+line.text)...)
	}
	for _, r := range m.Reviews {
		when := ""
		if !r.On.IsZero() {
			when = " ngày " + r.On.Short()
		}
		runs = append(runs, marked(r.Sample, " "+r.Kind.Label()+when+": "+ended(r.Text))...)
	}
	return runs
}

// line is a sentence, marked when it is of no source.
type line struct {
	text   string
	sample bool
}

// responses sum up what the units reported: one sentence for each figure that
// several give alike, one for each summary in words.
func (o occasion) responses(m movement.Movement) (lines []line) {
	var names []string
	shares, measure, sample := map[string][]string{}, map[string]string{}, map[string]bool{}
	for _, r := range o.inRosterOrder(m.Responses) {
		if r.Summary != "" {
			lines = append(lines, line{vi.UpperFirst(o.InSentence(r.Unit)) + ": " + ended(r.Summary), r.Sample || m.Sample})
		}
		for _, f := range r.Figures {
			if shares[f.Name] == nil {
				names = append(names, f.Name)
			}
			shares[f.Name] = append(shares[f.Name], o.Short(r.Unit)+" "+figure(f.Value))
			measure[f.Name] = f.Unit
			sample[f.Name] = sample[f.Name] || f.Sample || r.Sample || m.Sample
		}
	}
	for _, name := range names {
		text := vi.UpperFirst(name)
		if unit := measure[name]; unit != "" && !strings.Contains(vi.Fold(name), vi.Fold(unit)) {
			text += " (" + unit + ")"
		}
		lines = append(lines, line{text + ": " + strings.Join(shares[name], ", ") + ".", sample[name]})
	}
	return lines
}

func (o occasion) inRosterOrder(responses []movement.Response) []movement.Response {
	place := map[string]int{}
	for i, id := range o.MemberIDs() {
		place[id] = i + 1
	}
	return slices.SortedStableFunc(slices.Values(responses), func(a, b movement.Response) int { return place[a.Unit] - place[b.Unit] })
}

// reported is a count as the report gives it: "83/85 (97,6 %)".
func reported(f season.Figure) string {
	text := figure(f.Count)
	if f.Of.Known() {
		text += "/" + figure(f.Of)
	}
	if f.Printed != "" {
		text += " (" + strings.TrimSuffix(strings.TrimSpace(f.Printed), "%") + " %)"
	}
	return text
}
