package account

import (
	"strings"
	"unicode"
)

// own is how many letters of a password are its owner's own, after everything
// that guessers try first is taken away: common words, runs of the alphabet and
// of the keyboard, letters that repeat, figures (years, birthdays, telephone and
// identity numbers) and signs. A word in other letters (p@ssw0rd) is that word.
func own(password string) int {
	return min(left(bare(password)), left(plainLetters(password)))
}

// left covers as much of s as common words can and counts the letters that
// remain; a letter that merely repeats the one before does not count.
func left(s string) int {
	letters := []rune(s)
	best := make([]int, len(letters)+1)
	for i := 1; i <= len(letters); i++ {
		best[i] = best[i-1] + weight(letters, i-1)
		for _, word := range commonWords {
			n := len(word) // they are all ASCII
			if n <= i && string(letters[i-n:i]) == word {
				best[i] = min(best[i], best[i-n])
			}
		}
	}
	return best[len(letters)]
}

func weight(letters []rune, i int) int {
	switch {
	case !unicode.IsLetter(letters[i]):
		return 0
	case i > 0 && letters[i] == letters[i-1]:
		return 0
	case i > 1 && letters[i] == letters[i-2]: // abababab
		return 0
	case i > 1 && letters[i]-letters[i-1] == letters[i-1]-letters[i-2] && (letters[i]-letters[i-1] == 1 || letters[i]-letters[i-1] == -1): // abcdef, fedcba
		return 0
	}
	return 1
}

// commonWords are what passwords are mostly made of, here and elsewhere: the
// words at the head of published lists of leaked passwords, what Vietnamese
// people put into theirs (endearments, family names, places, habits of typing),
// and the words of this program's own trade.
var commonWords = strings.Fields(`
password passwort passw pass word admin administrator root user guest test demo login welcome hello letmein access secret
master super manager changeme default temp qwerty qwertyuiop asdfgh asdf zxcvbn zxcvbnm qazwsx qazwsxedc iloveyou love lover
baby angel princess sunshine shadow monkey dragon football baseball soccer superman batman pokemon naruto michael jordan
jessica charlie daniel ashley thomas computer internet google facebook zalo gmail yahoo samsung iphone nokia microsoft
windows office server system account money summer winter spring autumn monday friday january flower freedom whatever
killer hunter ranger cookie cheese chocolate banana orange apple purple silver golden diamond liverpool chelsea arsenal
manchester barcelona ronaldo messi forever friend family happy lucky abc abcd xyz one two three four the and you
matkhau mat khau mk dangnhap taikhoan nguoidung quantri quanly hethong truycap baomat maytinh vanphong xinchao
anhyeuem emyeuanh yeu anh em yeuem yeuanh vo chong voyeu chongyeu conyeu bome bame giadinh tinhyeu mattroi hoahong hanhphuc
maimai mottinhyeu nhoem nhoanh khongco khongbiet khongnho toiyeu yeunhieu thuong nho doi mai vinh cuu tinh ban be bantoi
vietnam viet nam hanoi ha noi saigon sai gon hochiminh danang nghean hatinh thanhhoa haiphong hue cantho nhatrang quangtri
quangbinh langson daklak dongnai bentre bacninh backan conchuong concuong anhson kyson tuongduong thanhchuong thanhlinh
nguyen tran le pham hoang huynh phan vu dang bui do ho ngo duong ly van thi duc minh hung dung tuan hai long nam linh lan
hoa huong mai thao trang ngoc quynh thuy thu hien hanh phuong anhtuan thanh quang hieu trung kien cuong dat khanh bao
thi dua thidua khenthuong thidu khen thuong tdkt noivu sonoivu ubnd ubndtinh ubndhuyen huyen tinh xa phuong cum khoi canbo
lanhdao donvi coquan hoidong dang uy danguy chuyenvien congchuc chinhphu nhanuoc nam thang ngay quy mot hai ba bon nam sau
bay tam chin muoi khong
`)
