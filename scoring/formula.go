package scoring

import (
	"fmt"
	"strings"

	"thidua/exact"
	"thidua/season"
)

// ruleText is the rule of a kind of leaf in letters: MS the maximum points, T
// the target, A the result, e the excess over the target.
func ruleText(c season.Criterion) string {
	switch {
	case c.Kind == season.Linear && c.Less:
		return "MS · T ÷ A, không quá MS (càng ít càng tốt)"
	case c.Kind == season.Linear:
		return "MS · A ÷ T, không quá MS"
	case c.Kind == season.Quantitative && c.Less:
		return "Chưa đạt: ½ · MS · T ÷ A; đạt đúng chỉ tiêu: ½ · MS; dẫn đầu cụm: MS; vượt khác: ½ · MS + ½ · MS · e ÷ e của đơn vị dẫn đầu, e = (T − A) ÷ T (càng ít càng tốt)"
	case c.Kind == season.Quantitative:
		return "Chưa đạt: ½ · MS · A ÷ T; đạt đúng chỉ tiêu: ½ · MS; dẫn đầu cụm: MS; vượt khác: ½ · MS + ½ · MS · e ÷ e của đơn vị dẫn đầu, e = (A − T) ÷ T"
	}
	return ruleTexts[c.Kind]
}

var ruleTexts = map[season.LeafKind]string{
	season.Qualitative:  "Đạt: MS; không đạt: 0",
	season.Direct:       "Số việc · điểm mỗi việc, không quá MS",
	season.BonusPenalty: "Số việc được cộng · điểm cộng − số việc bị trừ · điểm trừ, trong giới hạn",
	season.RankPoints:   "Điểm theo thứ hạng do cấp trên xếp; nhiều cơ quan xếp thì lấy thứ hạng trung bình",
	season.External:     "Điểm do cơ quan khác chấm",
	season.Grade:        "Điểm theo mức xếp loại",
}

// formula is the case of the rule that applied with the mark's numbers filled
// in, ending in the points with at most d decimals.
func formula(c season.Criterion, m Mark, f field, points exact.Number, d int) string {
	if !points.Known() {
		return ""
	}
	result := points.Figure(exact.HalfUp, d)
	if !ruled(c, m, f).points.Known() {
		return "phiếu ghi " + result
	}
	work := working(c, m, f, d)
	if work == "" || work == result {
		return result
	}
	return work + " = " + result
}

func working(c season.Criterion, m Mark, f field, d int) string {
	ms := plain(c.Max)
	switch c.Kind {
	case season.Linear:
		return ms + reached(c, m)
	case season.Quantitative:
		return workingQuantitative(c, m, f, ms, d)
	case season.Direct:
		return capped(plain(m.Count)+" · "+plain(c.Points), m.Count.Mul(c.Points), exact.Number{}, c.Max)
	case season.BonusPenalty:
		return workingBonus(c, m)
	case season.RankPoints:
		return "thứ " + strings.Join(ranksOf(m), ", ") + averageRank(m)
	case season.External:
		if c.Of.Known() {
			return fmt.Sprintf("%s · %s ÷ %s", ms, plain(m.Figure), plain(c.Of))
		}
		return capped(plain(m.Figure), m.Figure, exact.Number{}, c.Max)
	case season.Grade:
		return "“" + m.Word + "”"
	}
	return ""
}

// reached is " · 8 ÷ 10", or nothing when the target was reached.
func reached(c season.Criterion, m Mark) string {
	switch {
	case attainment(c.Less, m.Target, m.Actual).Cmp(exact.Int(1)) >= 0:
		return ""
	case c.Less:
		return fmt.Sprintf(" · %s ÷ %s", plain(m.Target), plain(m.Actual))
	case m.Target.Sign() == 0 || m.Actual.Sign() < 0:
		return " · 0"
	}
	return fmt.Sprintf(" · %s ÷ %s", plain(m.Actual), plain(m.Target))
}

func workingQuantitative(c season.Criterion, m Mark, f field, ms string, d int) string {
	if !hasTarget(c, m) {
		share := shareOfBest(c.Less, m.Actual, f.best)
		switch {
		case share.Cmp(exact.Int(1)) >= 0:
			return ms
		case share.Sign() == 0:
			return ms + " · 0"
		case c.Less:
			return fmt.Sprintf("%s · %s ÷ %s", ms, plain(f.best), plain(m.Actual))
		}
		return fmt.Sprintf("%s · %s ÷ %s", ms, plain(m.Actual), plain(f.best))
	}
	e := excess(c, m)
	switch {
	case e.Sign() == 0:
		return "½ · " + ms + reached(c, m)
	case !f.lead.Known() || e.Cmp(f.lead) >= 0:
		return ms
	}
	middle := c.Max.Mul(half)
	return fmt.Sprintf("½ · %s + ½ · %s · (%s %% ÷ %s %%) = %s + %s", ms, ms, percentage(e), percentage(f.lead),
		plain(middle), middle.Mul(e.Quo(f.lead)).Figure(exact.HalfUp, d))
}

func workingBonus(c season.Criterion, m Mark) string {
	gain, loss := orZero(m.Bonus).Mul(orZero(c.Bonus)), orZero(m.Penalty).Mul(orZero(c.Penalty))
	text := fmt.Sprintf("%s · %s − %s · %s", plain(orZero(m.Bonus)), plain(orZero(c.Bonus)), plain(orZero(m.Penalty)), plain(orZero(c.Penalty)))
	return capped(text, gain.Sub(loss), orZero(c.Min), c.Max)
}

// capped adds what the count came to and the limit that stopped it.
func capped(text string, value, low, high exact.Number) string {
	switch {
	case value.Cmp(high) > 0:
		return fmt.Sprintf("%s = %s, lấy mức cao nhất", text, plain(value))
	case low.Known() && value.Cmp(low) < 0:
		return fmt.Sprintf("%s = %s, lấy mức thấp nhất", text, plain(value))
	}
	return text
}

func ranksOf(m Mark) (texts []string) {
	for _, rank := range m.Ranks {
		texts = append(texts, fmt.Sprint(rank))
	}
	return texts
}

func averageRank(m Mark) string {
	if len(m.Ranks) < 2 {
		return ""
	}
	return "; trung bình thứ " + figure(meanRank(m.Ranks))
}
