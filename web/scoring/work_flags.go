package scoring

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/a-h/templ"

	"thidua/exact"
	"thidua/fairness"
	"thidua/scoring"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

var flagsTitle = ui.Words{Vietnamese: "Cờ báo về công bằng", English: "Fairness flags"}

// flagsView is what package fairness says of the year.
type flagsView struct {
	work.Visit
	Seen  scoring.Seen
	Flags scoring.Flags
	Gaps  ui.Slice[scoring.Discrepant]
}

const gapsOnPage = 50

func flagsRead(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	seen, err := see(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	p := flagsView{Visit: v, Seen: seen, Flags: seen.Flags()}
	p.Gaps = ui.Cut(p.Flags.Discrepancies, gapsOnPage, v.Here(), ui.PageKey)
	return flagsPage(p), nil
}

// coefficient prints a coefficient with two decimals: "0,84".
func coefficient(x float64) string {
	return exact.Ratio(int64(math.Round(x*100)), 100).FixedFigure(exact.HalfUp, 2)
}

// agreementWords reads a weighted kappa.
func agreementWords(a scoring.Agreement) string {
	if !a.Known {
		return "Chưa tính được: chưa có đủ hai bước chấm, hoặc mọi điểm đều như nhau."
	}
	return fmt.Sprintf("κ = %s trên %s cặp điểm (1 là giống hệt, 0 là như ngẫu nhiên).", coefficient(a.Kappa), vi.FormatInt(int64(a.Pairs)))
}

var strengthWords = map[fairness.Strength]string{
	fairness.Firm:      "vững: dùng xếp hạng được",
	fairness.Tentative: "tạm được: chỉ kết luận dè dặt",
	fairness.Weak:      "yếu: không nên dựa vào vòng chấm này để xếp hạng",
}

// reliabilityWords reads α with its interval.
func reliabilityWords(r fairness.Reliability) string {
	interval := ""
	if r.Bounded {
		interval = fmt.Sprintf(" (khoảng tin cậy 95 %%: %s – %s)", coefficient(r.Low), coefficient(r.High))
	}
	return fmt.Sprintf("α = %s%s, %s.", coefficient(r.Alpha), interval, strengthWords[r.Strength])
}

func strengthTone(s fairness.Strength) ui.Tone {
	switch s {
	case fairness.Firm:
		return ui.Done
	case fairness.Tentative:
		return ui.Due
	}
	return ui.Late
}

// signed prints a difference in percentage points with its sign.
func signed(n exact.Number) string {
	text := n.FixedFigure(exact.HalfUp, 2)
	if n.Sign() > 0 {
		return "+" + text
	}
	return text
}

// harsh says what a severity means.
func harsh(n exact.Number) string {
	switch n.Sign() {
	case -1:
		return "nghiêm hơn mức chung"
	case 1:
		return "rộng hơn mức chung"
	}
	return "bằng mức chung"
}

// rankedAt is the unit's standing in a ranking.
func rankedAt(rows []scoring.Standing, unit string) scoring.Standing {
	for _, s := range rows {
		if s.Unit == unit {
			return s
		}
	}
	return scoring.Standing{}
}

// anyKnown reports whether anything can be said of own votes at all.
func anyKnown(all []scoring.OwnVote) bool {
	return slices.ContainsFunc(all, func(o scoring.OwnVote) bool { return o.Known })
}

// dependsWords answers whether the winner hangs on one unit's marks.
func dependsWords(o scoring.OwnVote) string {
	switch {
	case !o.Known:
		return "không xét được: bỏ phiếu của đơn vị này thì có đơn vị không còn phiếu chấm chéo nào"
	case o.Depends:
		return "có"
	}
	return "không"
}

// outlierWords names a cross sheet that stands out.
func outlierWords(p flagsView, o scoring.OutlierSheet) string {
	words := fmt.Sprintf("%s chấm %s: %s, cách trung vị %s điểm phần trăm", p.Unit(o.Sheet.Scorer), p.Unit(o.Sheet.Unit), percent(o.Percent), coefficient(o.Share*100))
	if o.Z != 0 {
		words += fmt.Sprintf(" (z hiệu chỉnh %s)", coefficient(o.Z))
	}
	return words + "."
}
