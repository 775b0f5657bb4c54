package ui

import "thidua/exact"

// barWidth keeps the drawing between 0 and 100, whatever the figure says.
func barWidth(percent exact.Number) string {
	return percent.Max(exact.Int(0)).Min(exact.Int(100)).Decimals(2)
}
