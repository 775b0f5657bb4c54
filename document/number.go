package document

import "fmt"

// roomForNumber is left where the clerk writes the number by hand.
const roomForNumber = "     "

// Serial writes the number of a paper in its series of the year: numbers below 10 with a 0 before them
// (NĐ 30/2020/NĐ-CP, Phụ lục I); 0 leaves room to write it by hand.
func Serial(n int) string {
	if n <= 0 {
		return roomForNumber
	}
	return fmt.Sprintf("%02d", n)
}
