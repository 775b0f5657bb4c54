package scoring

import (
	"fmt"
	"slices"

	"thidua/exact"
	"thidua/season"
)

func directChanges(c season.Criterion, m Mark, f field) []Change {
	enough := exact.Int(c.Max.Quo(c.Points).Ceil())
	if m.Count.Cmp(enough) >= 0 {
		return []Change{changed(c, f, Mark{Count: enough}, "Từ %s việc trở lên đều được tối đa %s điểm.", plain(enough))}
	}
	one := changed(c, f, Mark{Count: m.Count.Add(exact.Int(1))}, "Thêm một việc thì được %s điểm.")
	return []Change{one, changed(c, f, Mark{Count: enough}, "Đủ %s việc thì được tối đa %s điểm.", plain(enough))}
}

func bonusChanges(c season.Criterion, m Mark, f field) (all []Change) {
	gains, losses := orZero(m.Bonus), orZero(m.Penalty)
	if c.Bonus.Sign() > 0 {
		all = append(all, changed(c, f, Mark{Bonus: gains.Add(exact.Int(1)), Penalty: losses}, "Thêm một việc được cộng thì được %s điểm."))
	}
	if c.Penalty.Sign() > 0 {
		all = append(all, changed(c, f, Mark{Bonus: gains, Penalty: losses.Add(exact.Int(1))}, "Thêm một việc bị trừ thì còn %s điểm."))
	}
	return all
}

// rankChanges: the next better rank, by every body alike.
func rankChanges(c season.Criterion, m Mark, f field) []Change {
	better := int(meanRank(m.Ranks).Ceil()) - 1
	if better < 1 {
		return nil
	}
	return []Change{changed(c, f, Mark{Ranks: []int{better}}, "Xếp thứ %d thì được %s điểm.", better)}
}

func externalChanges(c season.Criterion, m Mark, f field) []Change {
	full := c.Max
	if c.Of.Known() {
		full = c.Of
	}
	if m.Figure.Cmp(full) >= 0 {
		return nil
	}
	return []Change{changed(c, f, Mark{Figure: full}, "Cơ quan khác chấm %s thì được tối đa %s điểm.", plain(full))}
}

// gradeChanges: the next better and the next worse word.
func gradeChanges(c season.Criterion, m Mark, f field) (all []Change) {
	at := slices.IndexFunc(c.Grades, func(g season.GradePoints) bool { return sameWord(g.Word, m.Word) })
	for _, i := range []int{at - 1, at + 1} {
		if i >= 0 && i < len(c.Grades) {
			word := c.Grades[i].Word
			all = append(all, changed(c, f, Mark{Word: word}, "%s thì được %s điểm.", fmt.Sprintf("Xếp “%s”", word)))
		}
	}
	return all
}
