package vi

import (
	"math/big"
	"regexp"
	"strings"
)

// Bounds of what ParseNumber looks at: no figure of a score sheet is longer.
const (
	longestNumber = 64 // bytes, with spaces
	mostDigits    = 18
)

var (
	// plainNumber is: sign, digits or digits in threes between spaces, a
	// decimal comma or point with digits, a percent sign.
	plainNumber = regexp.MustCompile(`^([-+]?)([0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,]([0-9]+))? ?%?$`)
	// groupedNumber may be thousands or decimals: nobody can tell 1.000 apart.
	groupedNumber = regexp.MustCompile(`^[-+]?([1-9][0-9]{0,2})[.,]([0-9]{3}) ?%?$`)
	// pointedNumber has thousands marked and perhaps decimals too.
	pointedNumber = regexp.MustCompile(`^[-+]?[0-9]{1,3}([.,][0-9]{3})+([.,][0-9]+)? ?%?$`)
)

// ParseNumber reads a number as people here type it: "9,1", "9.1", "1 500",
// "-3", "12,5 %" (the percent sign is passed over: 12.5). It refuses "1.000"
// and "1,000", which may mean a thousand or one, more than 18 digits, and
// everything else; the error is an *InputError. The result is exact.
func ParseNumber(s string) (*big.Rat, error) {
	if len(s) > longestNumber {
		return nil, refuse(s, "Số %s quá dài; số chỉ được có nhiều nhất %d chữ số.", quote(s), mostDigits)
	}
	text := strings.ReplaceAll(Clean(s), "\u2212", "-")
	if text == "" {
		return nil, refuse(s, "Chưa ghi số.")
	}
	if err := refuseGrouped(s, text); err != nil {
		return nil, err
	}
	parts := plainNumber.FindStringSubmatch(text)
	if parts == nil {
		return nil, refuse(s, "%s không phải là số; hãy ghi như 9, 9,1 hoặc 1 500.", quote(s))
	}
	return exactNumber(s, parts[1], strings.ReplaceAll(parts[2], " ", ""), parts[3])
}

func exactNumber(input, sign, whole, decimals string) (*big.Rat, error) {
	if len(whole)+len(decimals) > mostDigits {
		return nil, refuse(input, "Số %s quá dài; số chỉ được có nhiều nhất %d chữ số.", quote(input), mostDigits)
	}
	num, _ := new(big.Int).SetString(sign+whole+decimals, 10)
	return new(big.Rat).SetFrac(num, powerOfTen(len(decimals))), nil
}

// refuseGrouped asks for another writing where a point or comma may stand
// between thousands.
func refuseGrouped(input, text string) error {
	if m := groupedNumber.FindStringSubmatch(text); m != nil {
		return refuse(input, "%s có thể hiểu theo hai cách; hãy ghi %s nếu là hàng nghìn, hoặc %s nếu là số thập phân.",
			quote(input), m[1]+m[2], m[1]+","+unmistakable(m[2]))
	}
	if m := pointedNumber.FindStringSubmatch(text); m != nil && plainNumber.FindString(text) == "" {
		return refuse(input, "%s có dấu phân cách hàng nghìn; hãy ghi liền các chữ số, ví dụ 1500000 hoặc 1500,5.", quote(input))
	}
	return nil
}

// unmistakable writes three decimals so that they cannot be thousands.
func unmistakable(decimals string) string {
	short := strings.TrimRight(decimals, "0")
	switch len(short) {
	case 0:
		return "0"
	case 3:
		return short + "0"
	}
	return short
}
