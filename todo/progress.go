package todo

import (
	"thidua/cluster"
	"thidua/season"
)

// Progress is how far one member has come, as the whole cluster may see it:
// nothing of it tells a mark.
type Progress struct {
	cluster.Member
	Movements, Answered int
	Targets, Reported   int
	SelfSent            bool
	Exemplars           int
}

// Progress returns how far each member has come, in the cluster's order.
func (y Year) Progress() (all []Progress) {
	for _, m := range y.Members {
		open, _ := y.unanswered(m.Unit)
		t := y.targets[m.Unit]
		all = append(all, Progress{Member: m, Movements: len(y.movements), Answered: len(y.movements) - open, Targets: t.all, Reported: t.done,
			SelfSent: y.sent(m.Unit, season.Self, m.Unit), Exemplars: y.exemplars[m.Unit]})
	}
	return all
}

// ScoresSelf reports whether the year has come to its self-scoring.
func (y Year) ScoresSelf() bool {
	return y.RulesKnown && y.Season.Phase.Index() >= season.SelfScoring.Index()
}
