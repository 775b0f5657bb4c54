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
	// doubtfulNumber may be thousands or decimals: nobody can tell 1.000 apart.
	doubtfulNumber = regexp.MustCompile(`^[-+]?([1-9][0-9]{0,2})[.,]([0-9]{3}) ?%?$`)
	// groupedNumber has marks between thousands and perhaps decimals too.
	groupedNumber = regexp.MustCompile(`^[-+]?[0-9]{1,3}([.,][0-9]{3})+([.,][0-9]+)? ?%?$`)
	// typed unites the spaces that stand between thousands, and the minus signs.
	typed = strings.NewReplacer("\u00A0", " ", "\u2009", " ", "\u202F", " ", "\u2212", "-")
)

// ParseNumber reads a number as people here type it: "9,1", "9.1", "1 500",
// "-3", "12,5 %" (the percent sign is passed over: 12.5). It refuses "1.000"
// and "1,000", which may mean a thousand or one, more than 18 digits, and
// everything else; the error is an *InputError. The result is exact.
func ParseNumber(s string) (*big.Rat, error) {
	if len(s) > longestNumber {
		return nil, tooLong(s)
	}
	text := strings.TrimSpace(typed.Replace(s))
	if m := doubtfulNumber.FindStringSubmatch(text); m != nil {
		return nil, refuse(s, "%s có thể hiểu theo hai cách; hãy ghi %s nếu là hàng nghìn, hoặc %s nếu là số thập phân.",
			quote(s), m[1]+m[2], m[1]+","+unmistakable(m[2]))
	}
	m := plainNumber.FindStringSubmatch(text)
	if m == nil {
		return nil, notNumber(s, text)
	}
	sign, whole, decimals := m[1], strings.ReplaceAll(m[2], " ", ""), m[3]
	if len(whole)+len(decimals) > mostDigits {
		return nil, tooLong(s)
	}
	num, _ := new(big.Int).SetString(sign+whole+decimals, 10)
	return new(big.Rat).SetFrac(num, powerOfTen(len(decimals))), nil
}

func tooLong(input string) error {
	return refuse(input, "Số %s quá dài; số chỉ được có nhiều nhất %d chữ số.", quote(input), mostDigits)
}

func notNumber(input, text string) error {
	switch {
	case text == "":
		return refuse(input, "Chưa ghi số.")
	case groupedNumber.MatchString(text):
		return refuse(input, "%s có dấu phân cách hàng nghìn; hãy ghi liền các chữ số, ví dụ 1500000 hoặc 1500,5.", quote(input))
	}
	return refuse(input, "%s không phải là số; hãy ghi như 9 hoặc 9,1 hoặc 1 500.", quote(input))
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
