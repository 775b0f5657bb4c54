package account_test

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/account"
	"thidua/refusal"
)

var officer = account.Person{Name: "Cán bộ TĐKT huyện Con Cuông", Login: "tdkt.concuong", Mail: "vanthu@concuong.example.vn"}

func TestCheckPassword_refusesWhatIsEasilyGuessed(t *testing.T) {
	for name, password := range map[string]string{
		"too short":                          "Mưa rừng 7",
		"eleven letters, counted not bytes":  "ướtướtướtướ",
		"too long":                           strings.Repeat("mưa rừng ", 15),
		"the word password with figures":     "Password123456",
		"password in other signs":            "P@ssw0rd!2024",
		"the Vietnamese word, as typed":      "matkhau123456",
		"the Vietnamese word, with accents":  "Mật khẩu 2014!",
		"an endearment":                      "anhyeuem123456",
		"an endearment with a year":          "EmYeuAnh@2024",
		"a name and a birthday":              "NguyenThiHoa1990",
		"a place and a year":                 "NgheAn@2014!!!",
		"the trade's own words":              "khenthuong2014",
		"figures only, as an identity card":  "040123456789",
		"a telephone number with signs":      "0912.345.678-",
		"one letter again and again":         "aaaaaaaaaaaaaaaa",
		"two letters in turn":                "xyxyxyxyxyxyxyxy",
		"the alphabet":                       "abcdefghijklmnop",
		"the alphabet backwards":             "zyxwvutsrqponmlk",
		"the keyboard":                       "qwertyuiop[]1234",
		"their own login":                    "tdkt.ConCuong và trăng",
		"the login without its point":        "xaxoi-tdktconcuong",
		"their mail's name":                  "hạt dẻ vanthu nướng",
		"the program's name, in other signs": "rừng Th1dua và suối",
		"a letter that cannot be typed":      "mưa rừng\x07 và suối",
	} {
		t.Run(name, func(t *testing.T) {
			e := refusal.Of(account.CheckPassword(officer, password))
			if e == nil || e.Field != "password" || e.Kind != refusal.Invalid {
				t.Errorf("%q: got %v", password, e)
			}
		})
	}
}

func TestCheckPassword_takesAFewUnrelatedWords(t *testing.T) {
	for _, password := range []string{"suối đá mùa gặt", "kem xoai thuyen go", "Tre-Ngà-Ghế-Đẩu", "correct horse battery", "x7Kp!mQz29rT"} {
		if err := account.CheckPassword(officer, password); err != nil {
			t.Errorf("%q: %v", password, err)
		}
	}
}

// Adding a common word, figures or signs never makes a password stronger.
func TestOwn_countsNothingForWhatGuessersTryFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		padding := rapid.SampledFrom([]string{"123456", "!!!", "2014", "matkhau", "password", "", "000"})
		password := padding.Draw(t, "before") + padding.Draw(t, "between") + padding.Draw(t, "after")
		if n := account.OwnLetters(password); n > 0 {
			t.Fatalf("%q has %d letters of its own", password, n)
		}
	})
}

func TestHash_takesBothSpellingsOfAKeyboard(t *testing.T) {
	ctx := context.Background()
	composed := norm.NFC.String("suối đá mùa gặt")
	db, p := withPassword(t, composed)
	for _, typed := range []string{composed, norm.NFD.String(composed)} {
		if _, _, err := account.Recognise(ctx, db, account.Attempt{Name: p.Login, Password: typed}); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestHash_isArgon2idInItsStandardFormAndNeverTheSameTwice(t *testing.T) {
	one, err := account.Hash(context.Background(), "suối đá mùa gặt")
	if err != nil {
		t.Fatal(err)
	}
	two, _ := account.Hash(context.Background(), "suối đá mùa gặt")
	if !strings.HasPrefix(one, "$argon2id$v=19$m=19456,t=2,p=1$") || one == two {
		t.Errorf("got %s and %s", one, two)
	}
}

func BenchmarkHash(b *testing.B) {
	for b.Loop() {
		if _, err := account.Hash(b.Context(), "suối đá mùa gặt"); err != nil {
			b.Fatal(err)
		}
	}
}
