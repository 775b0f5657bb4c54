package target

import "fmt"

// result is the outcome and its reason in one sentence.
func (a Assessment) result() string {
	due := fmt.Sprintf("chỉ tiêu đến năm %d là %s", a.Target.TermTo, a.Indicator.amount(a.Target.TermValue))
	if a.Last.Year == 0 {
		return fmt.Sprintf("Chưa có số liệu thực hiện, %s; chưa đủ số liệu để dự báo.", due)
	}
	return fmt.Sprintf("Năm %d thực hiện %s, %s%s.", a.Last.Year, a.Indicator.amount(a.Last.Value), due, a.verdict())
}

func (a Assessment) verdict() string {
	i, p, t := a.Indicator, a.Projection, a.Target
	apart := i.change(a.Last.Value.Sub(t.TermValue))
	switch a.Class {
	case Done:
		if a.Last.Value.Cmp(t.TermValue) == 0 {
			return ": đã đạt"
		}
		return ": đã đạt, vượt " + apart
	case Missed:
		return ": không đạt, còn cách chỉ tiêu " + apart
	case NearMet:
		return fmt.Sprintf("; %s; dự báo đạt %s", a.pace(), p.Reach())
	case Hard:
		return fmt.Sprintf("; %s, cần %s %s mỗi năm; dự báo đến hết năm %d là %s, chưa đạt", a.pace(),
			verb(i.Direction.sign()), i.change(p.Needed, p.Pace), t.TermTo, i.computed(p.Expected, t.TermValue))
	}
	if a.Last.Year < a.Year-1 {
		return fmt.Sprintf("; chưa có số liệu năm %d và năm %d nên chưa đủ số liệu để dự báo", a.Year-1, a.Year)
	}
	return "; chưa đủ số liệu để dự báo, cần số liệu của ít nhất hai năm"
}

// pace tells the change of the last years.
func (a Assessment) pace() string {
	p := a.Projection
	change := p.Last.Value.Sub(p.From.Value)
	figure := a.Indicator.change(p.Pace, p.Needed)
	switch {
	case change.Sign() == 0:
		return fmt.Sprintf("từ năm %d đến năm %d không thay đổi", p.From.Year, p.Last.Year)
	case p.Last.Year == p.From.Year+1:
		return fmt.Sprintf("so với năm %d %s %s", p.From.Year, verb(change), figure)
	}
	return fmt.Sprintf("từ năm %d đến năm %d mỗi năm %s bình quân %s", p.From.Year, p.Last.Year, verb(change), figure)
}

// otherwise tells what would change the outcome.
func (a Assessment) otherwise() string {
	i, d := a.Indicator, a.Indicator.Direction
	due := i.amount(a.Target.TermValue)
	if a.Class == Unknown {
		return a.missing()
	}
	year := fmt.Sprintf("Nếu số liệu năm %d ", a.Last.Year)
	switch turn := a.turning(); {
	case a.Class == Done:
		return year + d.worse(due) + " thì chưa đạt."
	case a.Class == NearMet:
		return year + d.worse(i.toward(false, turn)) + " thì khó đạt."
	case a.Class == Hard && turn.Cmp(a.Target.TermValue) != 0:
		return year + d.orBetter(i.toward(true, turn)) + " thì gần đạt."
	}
	return year + d.orBetter(due) + " thì đã đạt."
}

// missing tells which figures would allow an answer.
func (a Assessment) missing() string {
	if a.Last.Year == 0 || a.Last.Year < a.Year-1 {
		return fmt.Sprintf("Khi đơn vị báo cáo số liệu năm %d thì xem xét lại được.", a.Year)
	}
	return fmt.Sprintf("Khi có số liệu của một năm trước năm %d hoặc của năm %d thì dự báo được.", a.Last.Year, a.Last.Year+1)
}
