package oldfont

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// onsets are the consonants that may begin a syllable, longest first.
var onsets = []string{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
	"b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""}

// rhymes are what may follow, without the tone; those of a few loan words
// (xoong, soóc) are left out, for in the wrong encoding many words look so.
var rhymes = strings.Fields(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
	e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
	i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
	o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
	ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
	u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uynh uyt uyu
	ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
	y yêm yên yêng yêt yêu`)

var isRhyme = func() map[string]bool {
	all := make(map[string]bool, len(rhymes))
	for _, r := range rhymes {
		all[r] = true
	}
	return all
}()

// isSyllable reports whether a word is spelt as a Vietnamese syllable may be.
// It need not be exact: it tells languages and encodings apart.
func isSyllable(word string) bool {
	plain, tone, ok := untoned(word)
	if !ok {
		return false
	}
	for _, onset := range onsets {
		rest, cut := strings.CutPrefix(plain, onset)
		if cut && isRhyme[rest] && agree(onset, rest) && stopped(rest, tone) {
			return true
		}
	}
	return false
}

// untoned takes the tone off a word; ok is false when it has several.
func untoned(word string) (plain string, tone rune, ok bool) {
	var letters []rune
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		if slices.Contains([]rune{grave, hook, tilde, acute, dot}, r) {
			if tone != 0 {
				return "", 0, false
			}
			tone = r
			continue
		}
		letters = append(letters, r)
	}
	return norm.NFC.String(string(letters)), tone, true
}

// agree reports whether the spelling of the first consonant fits the vowel: k,
// gh and ngh stand before e, ê, i, y, and c, ng never do.
func agree(onset, rhyme string) bool {
	first, _ := utf8.DecodeRuneInString(rhyme)
	front := strings.ContainsRune("eêiy", first)
	switch onset {
	case "k", "gh", "ngh":
		return front
	case "c", "ng":
		return !front
	case "g":
		return !front || first == 'i'
	}
	return true
}

// stopped reports whether the tone fits an end in c, ch, p, t, which take sắc
// or nặng only.
func stopped(rhyme string, tone rune) bool {
	for _, end := range []string{"c", "ch", "p", "t"} {
		if strings.HasSuffix(rhyme, end) {
			return tone == acute || tone == dot
		}
	}
	return true
}
