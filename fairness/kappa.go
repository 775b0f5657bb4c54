package fairness

// Kappa is Cohen's weighted kappa with quadratic weights of two scorers over a
// round: 1 for full agreement, 0 for what chance alone would give. Each pair is
// the two readings of one thing on one scale, which need not be cut into
// categories: with quadratic weights
//
//	κ = 1 − n·Σ(xᵢ − yᵢ)² ÷ ΣᵢΣⱼ(xᵢ − yⱼ)²
//
// It is false when there are fewer than two pairs or all readings are the same.
// Precision: 1e-9.
//
// Source: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968) 213–220.
func Kappa(pairs [][2]float64) (float64, bool) {
	n := float64(len(pairs))
	var apart, x, y, xx, yy float64
	for _, p := range centred(pairs) {
		apart += (p[0] - p[1]) * (p[0] - p[1])
		x, y = x+p[0], y+p[1]
		xx, yy = xx+p[0]*p[0], yy+p[1]*p[1]
	}
	chance := n*xx + n*yy - 2*x*y
	if n < 2 || chance <= tiny {
		return 0, false
	}
	return 1 - n*apart/chance, true
}

// tiny is what rounding may leave of a sum of squares that is 0.
const tiny = 1e-12

// centred takes a common number off every reading, which changes no distance
// and keeps the squares small.
func centred(pairs [][2]float64) [][2]float64 {
	if len(pairs) == 0 {
		return nil
	}
	sum := 0.0
	for _, p := range pairs {
		sum += p[0] + p[1]
	}
	middle := sum / float64(2*len(pairs))
	moved := make([][2]float64, len(pairs))
	for i, p := range pairs {
		moved[i] = [2]float64{p[0] - middle, p[1] - middle}
	}
	return moved
}
