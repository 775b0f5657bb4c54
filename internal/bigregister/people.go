package bigregister

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// person is somebody made up.
type person struct{ name, birth, unit string }

// people are drawn again and again: who was awarded once is awarded later.
type people struct {
	all []person
	use int // how many there may be
}

// draw takes somebody known who is not in the decision yet, or somebody new
// until there are enough.
func (p *people) draw(dice *rand.Rand, in map[int]bool) person {
	if known := len(p.all); known == p.use || known > 1000 && dice.IntN(4) > 0 {
		for {
			if n := dice.IntN(known); !in[n] {
				in[n] = true
				return p.all[n]
			}
		}
	}
	in[len(p.all)] = true
	x := person{name: name(dice), unit: unit(dice), birth: fmt.Sprintf("%02d/%02d/%d", 1+dice.IntN(28), 1+dice.IntN(12), 1945+dice.IntN(40))}
	p.all = append(p.all, x)
	return x
}

// Name is a made-up name; for asking the register.
func Name(dice *rand.Rand) string { return name(dice) }

// name is a surname, a middle name and one or two given names, as often as
// judged to be met; a few are typed as old machines typed them.
func name(dice *rand.Rand) string {
	male := dice.IntN(2) == 0
	middle, given := female, girls
	if male {
		middle, given = men, boys
	}
	words := []string{surname(dice)}
	if m := middle[dice.IntN(len(middle))]; m != "" {
		words = append(words, m)
	}
	words = append(words, given[dice.IntN(len(given))])
	if dice.IntN(4) > 0 { // most given names have two words
		words = append(words, given[dice.IntN(len(given))])
	}
	text := strings.Join(words, " ")
	if dice.IntN(15) == 0 {
		text = strings.ReplaceAll(text, "Đ", "Ð")
	}
	if dice.IntN(15) == 0 {
		text = strings.NewReplacer("Hòa", "Hoà", "Thủy", "Thuỷ", "Thúy", "Thuý").Replace(text)
	}
	return text
}

// surname falls as surnames do: a few for most people.
func surname(dice *rand.Rand) string {
	n := dice.IntN(100)
	for _, s := range surnames {
		if n -= s.share; n < 0 {
			return s.name
		}
	}
	return rare[dice.IntN(len(rare))]
}

var surnames = []struct {
	name  string
	share int
}{{"Nguyễn", 31}, {"Trần", 11}, {"Lê", 9}, {"Phạm", 6}, {"Hoàng", 5}, {"Vũ", 5}, {"Phan", 3}, {"Bùi", 2}, {"Đặng", 2}, {"Trương", 2}, {"Đỗ", 2}, {"Ngô", 2}, {"Hồ", 2}, {"Dương", 1}, {"Lý", 1}}

var (
	rare   = []string{"Lô", "Vi", "Lương", "Lữ", "Kha", "Hà", "Vừ", "Lầu", "Xồng", "Già", "Cụt", "Moong", "Đinh", "Cao", "Đậu", "Chu", "Tăng", "Thái", "Trịnh", "Mạc", "Võ", "Lưu", "Đào", "Quách", "Tạ"}
	men    = []string{"Văn", "Văn", "Văn", "Đức", "Hữu", "Quốc", "Công", "Thanh", "Minh", "Xuân", "Đình", "Bá", "Ngọc", ""}
	female = []string{"Thị", "Thị", "Thị", "Thị", "Thị", "Ngọc", "Thanh", "Hồng", "Thu", "Mỹ", "Khánh", ""}
	boys   = []string{"An", "Anh", "Bảo", "Bình", "Cường", "Chiến", "Chung", "Dũng", "Duy", "Đại", "Đạt", "Đông", "Đức", "Giang", "Hải", "Hậu", "Hiếu", "Hòa", "Hoàng", "Hùng", "Huy", "Khánh", "Khoa", "Kiên", "Kỳ", "Lâm", "Long", "Lộc", "Mạnh", "Minh", "Nam", "Nghĩa", "Nguyên", "Nhân", "Phong", "Phúc", "Quân", "Quang", "Quý", "Quyết", "Sơn", "Sỹ", "Tài", "Tâm", "Tân", "Thái", "Thắng", "Thành", "Thọ", "Tiến", "Toàn", "Trí", "Trung", "Tuấn", "Tùng", "Vinh", "Vũ"}
	girls  = []string{"Ánh", "Bích", "Chi", "Cúc", "Diệp", "Dung", "Duyên", "Đào", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Hồng", "Huệ", "Hương", "Huyền", "Lan", "Liên", "Linh", "Loan", "Lý", "Mai", "My", "Nga", "Ngân", "Ngọc", "Nhung", "Oanh", "Phương", "Phượng", "Quyên", "Quỳnh", "Sen", "Tâm", "Thảo", "Thơm", "Thu", "Thủy", "Thúy", "Trang", "Tuyết", "Vân", "Xuân", "Yến"}
)
