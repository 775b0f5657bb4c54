package intake

import (
	"strconv"
	"strings"
	"time"

	"thidua/vi"
)

// clean is a cell's text on one line: composed, without spaces at its ends.
func clean(s string) string {
	plain := s != "" && s[0] != ' ' && s[len(s)-1] != ' '
	for i := 0; plain && i < len(s); i++ {
		plain = s[i] >= ' ' && s[i] < 0x7F && (s[i] != ' ' || s[i-1] != ' ')
	}
	if plain {
		return s
	}
	return vi.Clean(s)
}

// showsDay reports whether a number format shows days.
func showsDay(code string) bool {
	code = strings.ToLower(code)
	return strings.Contains(code, "yy") && strings.ContainsAny(code, "md") || strings.Contains(code, "dd") && strings.Contains(code, "mm")
}

// number is a number as people write it, with a comma, or the day that it shows.
func number(value string, day bool, epoch int) string {
	f, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || f > 1e15 || f < -1e15 {
		return value
	}
	if day && f >= 1 && f < 200_000 {
		return serial(int(f), epoch).Format("02/01/2006")
	}
	return strings.Replace(strconv.FormatFloat(f, 'f', -1, 64), ".", ",", 1)
}

// serial is the day of that number in Excel's count, which takes 1900 for a leap
// year.
func serial(n, epoch int) time.Time {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if epoch == 1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return first.AddDate(0, 0, n)
}

// failed reports whether a cell shows that its formula came to nothing.
func failed(cell string) bool {
	if !strings.HasPrefix(cell, "#") {
		return false
	}
	switch strings.ToUpper(strings.TrimRight(cell, "!?")) {
	case "#N/A", "#REF", "#VALUE", "#NAME", "#DIV/0", "#NULL", "#NUM", "#SPILL", "#CALC", "#GETTING_DATA":
		return true
	}
	return false
}
