package oldfont

// tcvn3Letters are the letters of the codes A1 to FE in order, as TCVN
// 5712:1993 (VN3) lays them out; a point stands where it has none. Capitals
// with a tone have no code: the fonts whose names end in H draw small letters
// as capitals.
const tcvn3Letters = "ĂÂÊÔƠƯĐăâêôơưđ." + // A1 to AF
	".....àảãáạ.ằẳẵắ." + // B0 to BF
	"......ặầẩẫấậè.ẻẽ" + // C0 to CF
	"éẹềểễếệìỉ...ĩíịò" + // D0 to DF
	".ỏõóọồổỗốộờởỡớợù" + // E0 to EF
	".ủũúụừửữứựỳỷỹýỵ" // F0 to FE

const tcvn3First, tcvn3Last = 0xA1, 0xFE

// ofTCVN3 has the letter of every code from tcvn3First on, 0 where there is
// none; inTCVN3 has the code of every letter.
var ofTCVN3, inTCVN3 = tcvn3Tables()

func tcvn3Tables() (of [tcvn3Last - tcvn3First + 1]rune, in map[rune]rune) {
	in = map[rune]rune{}
	for i, letter := range []rune(tcvn3Letters) {
		if letter != '.' {
			of[i], in[letter] = letter, rune(tcvn3First+i)
		}
	}
	return of, in
}

// fromTCVN3 is the text that codes stand for; a sign without a code stays.
func fromTCVN3(text string) string {
	letters := []rune(text)
	for i, r := range letters {
		if r >= tcvn3First && r <= tcvn3Last && ofTCVN3[r-tcvn3First] != 0 {
			letters[i] = ofTCVN3[r-tcvn3First]
		}
	}
	return string(letters)
}
