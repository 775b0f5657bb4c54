package season

import (
	"thidua/exact"
	"thidua/vi"
)

// leaf checks that a leaf has what its kind needs to turn figures into points.
func (k *criteriaCheck) leaf(at place, c Criterion) {
	if c.Less && c.Kind != Linear && c.Kind != Quantitative {
		k.add(at, "less", "“Càng ít càng tốt” chỉ dùng cho tiêu chí so với chỉ tiêu: %s.", c.Code)
	}
	switch c.Kind {
	case Linear, Quantitative, Qualitative:
	case Direct:
		if c.Points.Sign() <= 0 {
			k.add(at, "points", "Tiêu chí chấm thẳng %s phải ghi số điểm cho mỗi việc, lớn hơn 0.", c.Code)
		}
	case BonusPenalty:
		k.bonusPenalty(at, c)
	case RankPoints:
		k.ranks(at, c)
	case External:
		if c.Of.Known() && c.Of.Sign() <= 0 {
			k.add(at, "of", "Thang điểm của cơ quan chấm tiêu chí %s phải lớn hơn 0.", c.Code)
		}
	case Grade:
		k.grades(at, c)
	case "":
		k.add(at, "kind", "Tiêu chí %s chưa ghi cách chấm.", c.Code)
	default:
		k.add(at, "kind", "Không có cách chấm tên “%s” (tiêu chí %s).", string(c.Kind), c.Code)
	}
}

func (k *criteriaCheck) bonusPenalty(at place, c Criterion) {
	if !c.Bonus.Known() && !c.Penalty.Known() {
		k.add(at, "bonus", "Tiêu chí cộng, trừ %s phải ghi điểm cộng hoặc điểm trừ cho mỗi việc.", c.Code)
	}
	if c.Bonus.Sign() < 0 {
		k.add(at, "bonus", "Điểm cộng của tiêu chí %s không được âm.", c.Code)
	}
	if c.Penalty.Sign() < 0 {
		k.add(at, "penalty", "Điểm trừ của tiêu chí %s ghi bằng số không âm.", c.Code)
	}
	if c.Min.Sign() > 0 {
		k.add(at, "min", "Mức thấp nhất của tiêu chí %s không được trên 0: chưa có việc nào thì được 0 điểm.", c.Code)
	}
}

func (k *criteriaCheck) ranks(at place, c Criterion) {
	if len(c.Ranks) == 0 {
		k.add(at, "ranks", "Tiêu chí %s phải ghi điểm của từng thứ hạng.", c.Code)
	}
	for i, points := range c.Ranks {
		k.within(at, "ranks", c, points)
		if i > 0 && points.Cmp(c.Ranks[i-1]) > 0 {
			k.add(at, "ranks", "Tiêu chí %s: điểm của thứ %d cao hơn thứ %d.", c.Code, i+1, i)
		}
	}
}

func (k *criteriaCheck) grades(at place, c Criterion) {
	if len(c.Grades) == 0 {
		k.add(at, "grades", "Tiêu chí %s phải ghi các mức xếp loại và điểm của từng mức.", c.Code)
	}
	seen := map[string]bool{}
	for _, g := range c.Grades {
		word := vi.Fold(g.Word)
		if word == "" {
			k.add(at, "grades", "Tiêu chí %s có mức xếp loại chưa có tên.", c.Code)
		} else if seen[word] {
			k.add(at, "grades", "Tiêu chí %s ghi mức “%s” hai lần.", c.Code, g.Word)
		}
		seen[word] = true
		k.within(at, "grades", c, g.Points)
	}
}

// within holds points that the rules themselves give to 0–Max.
func (k *criteriaCheck) within(at place, field string, c Criterion, points exact.Number) {
	switch {
	case !points.Known():
		k.add(at, field, "Tiêu chí %s có mức chưa ghi điểm.", c.Code)
	case points.Sign() < 0:
		k.add(at, field, "Tiêu chí %s có mức dưới 0 điểm.", c.Code)
	case c.Max.Known() && points.Cmp(c.Max) > 0:
		k.add(at, field, "Tiêu chí %s có mức %s điểm, trên điểm tối đa %s.", c.Code, number(points), number(c.Max))
	}
}

func (k *criteriaCheck) rounding(r Rounding) {
	switch r.Mode {
	case "", exact.HalfUp, exact.Cut, exact.None:
	default:
		k.add(place{}, "rounding", "Không có cách làm tròn tên “%s”; dùng half_up, cut hoặc none.", string(r.Mode))
	}
	if r.Decimals < 0 || r.Decimals > 6 {
		k.add(place{}, "rounding", "Số chữ số thập phân khi làm tròn từ 0 đến 6.")
	}
	if r.At != "" && r.At != RoundLeaf && r.At != RoundTotal {
		k.add(place{}, "rounding", "Làm tròn ở từng tiêu chí (leaf) hoặc ở tổng (total), không phải “%s”.", r.At)
	}
}

// bands: named, best first, shares that a unit can have.
func (k *criteriaCheck) bands(bands []Band) {
	for i, b := range bands {
		switch {
		case b.Name == "":
			k.add(place{}, "bands", "Mức xếp loại thứ %d chưa có tên.", i+1)
		case !b.From.Known() || b.From.Sign() < 0:
			k.add(place{}, "bands", "Mức “%s” phải ghi từ bao nhiêu phần trăm, không âm.", b.Name)
		case i > 0 && b.From.Cmp(bands[i-1].From) >= 0:
			k.add(place{}, "bands", "Mức “%s” phải đứng trên mức “%s”: ghi mức cao trước.", b.Name, bands[i-1].Name)
		case b.Floor.Sign() < 0 || b.Floor.Cmp(exact.Int(100)) > 0:
			k.add(place{}, "bands", "Mức sàn của “%s” từ 0 đến 100 phần trăm.", b.Name)
		case b.FloorOn != "" && b.FloorOn != FloorGroups && b.FloorOn != FloorLeaves:
			k.add(place{}, "bands", "Mức sàn của “%s” xét nhóm (groups) hoặc tiêu chí (leaves), không phải “%s”.", b.Name, b.FloorOn)
		}
	}
}

func (k *criteriaCheck) scoring(s Scoring) {
	switch s.Decides {
	case "", Self, Cross, Appraised:
	default:
		k.add(place{}, "decides", "Điểm cuối cùng lấy từ tự chấm, chấm chéo hoặc thẩm định, không phải “%s”.", string(s.Decides))
	}
	switch s.Cross {
	case "", CrossRing, CrossPairs, CrossAll, CrossDepartments:
	default:
		k.add(place{}, "cross", "Không có cách chấm chéo tên “%s”; dùng ring, pairs, all hoặc departments.", s.Cross)
	}
	if s.GapNeedsReason.Sign() < 0 {
		k.add(place{}, "gap_needs_reason", "Mức chênh phải có lý do không được âm.")
	}
}
