// Package bigregister writes a made-up history of awards as long as a province
// may have one, for tests and benchmarks: the same rows at every call for the
// same seed. Nothing in it is from a source, and nobody in it exists.
package bigregister

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
)

// heads are the columns, as the register's own lists have them.
const heads = "Số quyết định,Ngày quyết định,Cơ quan quyết định,Đối tượng,Tên người tập thể hộ gia đình,Ngày sinh,Đơn vị công tác,Danh hiệu,Năm,Thành tích,Tiền thưởng\r\n"

// perDecision is how many awards a decision gives on average.
const perDecision = 60

// WriteCSV writes so many awards as a list that can be imported.
func WriteCSV(out io.Writer, seed uint64, awards int) error {
	w := bufio.NewWriterSize(out, 1<<20)
	_, _ = w.WriteString(strings.Replace(heads, "Tên người tập thể hộ gia đình", `"Tên người, tập thể, hộ gia đình"`, 1))
	dice := rand.New(rand.NewPCG(seed, 2_000_000))
	people := &people{use: max(awards/4, 4*perDecision)}
	for written, number := 0, 1; written < awards; number++ {
		d, in := draw(dice, number), map[int]bool{}
		for range min(1+dice.IntN(2*perDecision), awards-written) {
			written++
			d.write(w, dice, people, in, written)
		}
	}
	return w.Flush()
}

// decision is one decision of the history.
type decision struct {
	number, day, authority string
	year                   int
	title                  title
}

func draw(dice *rand.Rand, number int) decision {
	year := 2005 + dice.IntN(20)
	t := titles[dice.IntN(len(titles))]
	return decision{number: fmt.Sprintf("%d/QĐ-UBND", number), day: fmt.Sprintf("%02d/%02d/%d", 1+dice.IntN(28), 1+dice.IntN(12), year),
		authority: "Chủ tịch UBND tỉnh Mẫu", year: year, title: t}
}

// write writes the award of that number; in are the people the decision has
// already.
func (d decision) write(w *bufio.Writer, dice *rand.Rand, people *people, in map[int]bool, n int) {
	if d.title.collective {
		fmt.Fprintf(w, "%s,%s,%s,tập thể,%s số %d,,%s,%s,%d,Thành tích năm %d,\r\n", d.number, d.day, d.authority, bodies[dice.IntN(len(bodies))], n, unit(dice), d.title.name, d.year-1, d.year-1)
		return
	}
	p := people.draw(dice, in)
	fmt.Fprintf(w, "%s,%s,%s,cá nhân,%s,%s,%s,%s,%d,Thành tích năm %d,%d\r\n", d.number, d.day, d.authority, p.name, p.birth, p.unit, d.title.name, d.year-1, d.year-1, 1000*(100+dice.IntN(900)))
}

// title is a title with its share of the history.
type title struct {
	name       string
	collective bool
}

// titles stand as often as they are drawn.
var titles = []title{
	{"Lao động tiên tiến", false}, {"Lao động tiên tiến", false}, {"Lao động tiên tiến", false}, {"Lao động tiên tiến", false},
	{"Chiến sĩ thi đua cơ sở", false}, {"Chiến sĩ thi đua cơ sở", false},
	{"Lao động tiên tiến", false}, {"Chiến sĩ thi đua cơ sở", false}, {"Cờ thi đua của Chính phủ", true},
}

// bodies and places make the names of units.
var (
	bodies = []string{"Phòng Giáo dục", "Trường Tiểu học", "Trường Trung học cơ sở", "Trạm Y tế", "Phòng Tài chính", "Hội Nông dân", "Ban Chỉ huy quân sự", "Văn phòng"}
	places = []string{"An Bình", "Bắc Hà", "Cẩm Lĩnh", "Đông Mỹ", "Giang Sơn", "Hòa Thủy", "Kim Lũng", "Lạc Đạo", "Mỹ Quý", "Nam Kỳ", "Phú Hòa", "Quang Thúy", "Sơn Lý", "Tân Sỹ", "Vĩnh Hoa", "Yên Đức"}
)

// unit is one of some four thousand workplaces.
func unit(dice *rand.Rand) string {
	return fmt.Sprintf("%s %s %d", bodies[dice.IntN(len(bodies))], places[dice.IntN(len(places))], 1+dice.IntN(32))
}
