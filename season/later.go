package season

import "thidua/vi"

// Later is the calendar so many years on, without its places, which rotate. 29
// February becomes 28 where the year has none.
func (c Calendar) Later(years int) Calendar {
	var later Calendar
	for _, s := range c {
		later = append(later, Span{Phase: s.Phase, From: laterDay(s.From, years), To: laterDay(s.To, years), Sample: s.Sample})
	}
	return later
}

func laterDay(d vi.Day, years int) vi.Day {
	if d.IsZero() {
		return d
	}
	later, err := vi.NewDay(d.Year()+years, d.Month(), d.DayOfMonth())
	if err != nil {
		later, _ = vi.NewDay(d.Year()+years, d.Month(), d.DayOfMonth()-1)
	}
	return later
}
