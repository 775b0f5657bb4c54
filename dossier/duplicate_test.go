package dossier

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"thidua/rulebook"
)

func flagOf(id, name string) Claim {
	return Claim{ID: id, Kind: Collective, Name: name, Code: GovernmentFlag, Title: "Cờ thi đua của Chính phủ", Year: 2014}
}

func forKind(c Claim, kind rulebook.Category) Claim {
	c.Category = kind
	return c
}

func TestDuplicates_findsWhatIsOne(t *testing.T) {
	person := func(id, name, place, birth string, code Code, year int, work string) Claim {
		return Claim{ID: id, Kind: Person, Name: name, Workplace: place, Birth: birth, Code: code, Title: string(code), Year: year, Achievement: work}
	}
	road := "Vận động nhân dân hiến đất làm đường liên thôn dài ba cây số"
	awarded := flagOf("0", "Huyện Con Cuông")
	awarded.Awarded = true
	for name, c := range map[string]struct {
		a, b Claim
		want Suspicion
	}{
		"the same flag twice":                        {flagOf("1", "Huyện Con Cuông"), flagOf("2", "huyện Con Cuông"), SameAward},
		"accents left out":                           {flagOf("1", "Huyện Con Cuông"), flagOf("2", "Huyen Con Cuong"), SameAward},
		"another year":                               {flagOf("1", "Huyện Con Cuông"), func() Claim { c := flagOf("2", "Huyện Con Cuông"); c.Year = 2013; return c }(), ""},
		"in the register already":                    {awarded, flagOf("2", "Huyện Con Cuông"), AlreadyAwarded},
		"two awards of the register":                 {awarded, func() Claim { c := awarded; c.ID = "9"; return c }(), ""},
		"another unit":                               {flagOf("1", "Huyện Con Cuông"), flagOf("2", "Huyện Anh Sơn"), ""},
		"one achievement in two forms":               {person("1", "Vi Thị Hòa", "UBND xã", "", ProvinceMerit, 2014, road), person("2", "Vi Thị Hoà", "UBND xã", "", PrimeMinisterMerit, 2014, road+" rưỡi"), OneAchievement},
		"two achievements":                           {person("1", "Vi Thị Hòa", "UBND xã", "", ProvinceMerit, 2014, road), person("2", "Vi Thị Hòa", "UBND xã", "", PrimeMinisterMerit, 2014, "Sáng kiến cải tiến quy trình tiếp nhận hồ sơ một cửa"), ""},
		"a sudden one beside the year's merit":       {forKind(person("1", "Vi Thị Hòa", "UBND xã", "", ProvinceMerit, 2014, road), rulebook.AdHoc), forKind(person("2", "Vi Thị Hòa", "UBND xã", "", ProvinceMerit, 2014, "Hoàn thành xuất sắc nhiệm vụ năm"), rulebook.Merit), ""},
		"one achievement under two kinds":            {forKind(person("1", "Vi Thị Hòa", "UBND xã", "", ProvinceMerit, 2014, road), rulebook.AdHoc), forKind(person("2", "Vi Thị Hòa", "UBND xã", "", ProvinceMerit, 2014, road), rulebook.Merit), OneAchievement},
		"an old award of no known kind":              {awarded, forKind(flagOf("2", "Huyện Con Cuông"), rulebook.Thematic), AlreadyAwarded},
		"two spellings of one name":                  {person("1", "Vi Thị Hoa", "UBND xã", "", ProvinceMerit, 2014, ""), person("2", "Vi Thị Hóa", "UBND xã", "", ProvinceFighter, 2013, ""), ManySpellings},
		"one name in two units":                      {person("1", "Vi Thị Hòa", "UBND xã", "", ProvinceMerit, 2014, ""), person("2", "Vi Thị Hòa", "Trường tiểu học", "", ProvinceFighter, 2013, ""), MaybeOnePerson},
		"two people whose births differ":             {person("1", "Vi Thị Hòa", "UBND xã", "1970", ProvinceMerit, 2014, ""), person("2", "Vi Thị Hòa", "UBND xã", "1981", ProvinceMerit, 2014, ""), ""},
		"a person and a household of the same name":  {person("1", "Vi Thị Hòa", "", "", ProvinceMerit, 2014, ""), Claim{ID: "2", Kind: Household, Name: "Vi Thị Hòa", Code: ProvinceMerit, Title: string(ProvinceMerit), Year: 2014}, ""},
		"i and y, and a letter of another alphabet":  {flagOf("1", "Huyện Kỳ Sơn"), flagOf("2", "Huyện Kì Sơn"), SameAward},
		"the same unit by its id under another name": {func() Claim { c := flagOf("1", "Sở Nội vụ"); c.Unit = "u"; return c }(), func() Claim { c := flagOf("2", "Sở Nội vụ tỉnh"); c.Unit = "u"; return c }(), SameAward},
	} {
		t.Run(name, func(t *testing.T) {
			pairs := Duplicates([]Claim{c.a, c.b})
			switch {
			case c.want == "" && len(pairs) > 0:
				t.Fatalf("got %+v", pairs)
			case c.want != "" && (len(pairs) != 1 || pairs[0].Found != c.want || pairs[0].Says == ""):
				t.Fatalf("got %+v", pairs)
			}
		})
	}
}

func TestDuplicates_hangsOnNoOrder(t *testing.T) {
	names := []string{"Huyện Con Cuông", "huyen con cuong", "Huyện Kỳ Sơn", "Huyện Kì Sơn", "Xã Thanh Lĩnh"}
	rapid.Check(t, func(t *rapid.T) {
		var list []Claim
		for i := range rapid.IntRange(0, 12).Draw(t, "rows") {
			c := flagOf(fmt.Sprintf("%02d", i), rapid.SampledFrom(names).Draw(t, "name"))
			c.Year = 2013 + rapid.IntRange(0, 1).Draw(t, "year")
			c.Awarded = rapid.Bool().Draw(t, "awarded")
			c.Category = rapid.SampledFrom([]rulebook.Category{"", rulebook.Merit, rulebook.AdHoc}).Draw(t, "category")
			list = append(list, c)
		}
		want := fmt.Sprint(Duplicates(list))
		if got := fmt.Sprint(Duplicates(rapid.Permutation(list).Draw(t, "order"))); got != want {
			t.Fatalf("%s\nthen\n%s", want, got)
		}
	})
}

// manyClaims is a list of so many people among few names, each with a long
// account of what they did: the worst a province sends.
func manyClaims(rows int) (list []Claim) {
	for i := range rows {
		list = append(list, Claim{ID: fmt.Sprintf("%04d", i), Kind: Person, Name: fmt.Sprintf("Nguyễn Thị %c", 'A'+i%3), Workplace: fmt.Sprintf("Đơn vị %d", i%40),
			Code: ProvinceMerit, Title: "Bằng khen", Year: 2010 + i%2,
			Achievement: fmt.Sprintf("Hoàn thành xuất sắc nhiệm vụ được giao, có sáng kiến số %d, vận động %d hộ tham gia xây dựng nông thôn mới", i, i*7)})
	}
	return list
}

func TestDuplicates_ofFourHundredRowsWithinTwoSeconds(t *testing.T) {
	start := time.Now()
	pairs := Duplicates(manyClaims(400))
	if took := time.Since(start); took > 2*time.Second || len(pairs) == 0 {
		t.Fatalf("%d pairs in %s", len(pairs), took)
	}
}

func BenchmarkDuplicates(b *testing.B) {
	list := manyClaims(400)
	for b.Loop() {
		Duplicates(list)
	}
}
