package vi

import "strings"

// unitKinds are the kinds of administrative unit, longest first where one
// begins another, with the short forms seen in lists. A one-letter form counts
// only with its point. Accents matter: xã Xá Lượng, thị xã, and Tĩnh Gia is no
// tỉnh.
var unitKinds = []struct {
	full   string
	shorts []string
}{
	{"Thành phố", []string{"TP.", "TP "}},
	{"Thị xã", []string{"TX.", "TX "}},
	{"Thị trấn", []string{"TT.", "TT "}},
	{"Đặc khu", nil},
	{"Tỉnh", nil},
	{"Huyện", []string{"H."}},
	{"Quận", []string{"Q."}},
	{"Phường", []string{"P."}},
	{"Xã", []string{"X."}},
}

// offices speak for their unit, so they are passed over before its kind.
var offices = []string{"UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân "}

// SplitUnitName parts the kind of an administrative unit from its name: "TP.
// Vinh" gives "Thành phố" and "Vinh", "UBND huyện Con Cuông" gives "Huyện" and
// "Con Cuông". A name without a kind comes back whole, with an empty prefix.
func SplitUnitName(s string) (prefix, name string) {
	s = Clean(s)
	for _, office := range offices {
		if rest, ok := cutPrefixFold(s, office); ok {
			s = rest
			break
		}
	}
	for _, kind := range unitKinds {
		for _, form := range append([]string{kind.full + " "}, kind.shorts...) {
			if rest, ok := cutPrefixFold(s, form); ok {
				return kind.full, rest
			}
		}
	}
	return "", s
}

// cutPrefixFold removes prefix in any case, if something is left after it.
func cutPrefixFold(s, prefix string) (rest string, ok bool) {
	runes, n := []rune(s), len([]rune(prefix))
	if len(runes) <= n || !strings.EqualFold(string(runes[:n]), prefix) {
		return s, false
	}
	return strings.TrimSpace(string(runes[n:])), true
}

// SameName reports whether two writings may mean the same unit: the names are
// alike after Fold, and the kinds are the same or one of them is left out. So
// "H. Con Cuông" and "Con Cuông" agree, "huyện Anh Sơn" and "thị trấn Anh Sơn"
// do not. Accents are ignored, so "Hoa Sơn" and "Hòa Sơn" agree too: where both
// are in the list, compare SpellingKey first. A writing without letters is no
// name and agrees with none.
func SameName(a, b string) bool {
	kindA, nameA := SplitUnitName(a)
	kindB, nameB := SplitUnitName(b)
	key := Fold(nameA)
	if key == "" {
		return false
	}
	sameKind := kindA == kindB || kindA == "" || kindB == ""
	return sameKind && key == Fold(nameB) || Fold(a) == Fold(b)
}
