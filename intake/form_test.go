package intake

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/internal/messy"
	"thidua/vi"
)

// people is a form for tests.
var people = Form{Name: "people", Columns: []Column{
	{Field: "name", Head: "Họ và tên", Required: true, Synonyms: []string{"Tên tập thể/cá nhân/hộ gia đình"}},
	{Field: "title", Head: "Danh hiệu", Required: true, Synonyms: []string{"Danh hiệu thi đua/Hình thức khen thưởng"}},
	{Field: "called", Head: "Tên gọi", Synonyms: []string{"Ông/Bà"}},
	{Field: "born", Head: "Ngày sinh", Day: true},
	{Field: "unit", Head: "Đơn vị công tác"},
}}

func TestTables_findsTheListInAMessyFile(t *testing.T) {
	file, err := messy.Nominations(386)
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	tables := people.Tables(sheets)
	list := tables[people.Best(tables)]
	if list.Name != "Danh sách" || len(tables) != 2 || len(list.Rows) != 386 {
		t.Fatalf("%d tables, the best is %q with %d rows", len(tables), list.Name, len(list.Rows))
	}
	if len(list.Heads) != 10 || len(people.Missing(list.Fields)) > 0 {
		t.Errorf("heads %q hold %q", list.Heads, list.Fields)
	}
	first, last := list.Values(list.Rows[0]), list.Values(list.Rows[385])
	if first["name"] != "Tổ liên gia số 1 xã Thanh Lĩnh" || first["unit"] != "UBND huyện Con Cuông" || list.Rows[0].Under != "I. TẬP THỂ" || last["title"] != "Chiến sĩ thi đua cơ sở" || list.Rows[385].Under != "II. CÁ NHÂN" {
		t.Errorf("%v … %v under %q", first, last, list.Rows[385].Under)
	}
	said := map[string]int{}
	for _, n := range list.Notes {
		said[n.Text]++
	}
	for text, n := range map[string]int{sumNote: 3, headNote: 1, numberNote: 1, endNote: 1, sectionNote + "II. CÁ NHÂN": 1, "Đã bỏ qua 2 cột đang ẩn.": 1} {
		if said[text] != n {
			t.Errorf("%d notes say %q, not %d", said[text], text, n)
		}
	}
	for _, l := range list.Rows {
		v := list.Values(l)
		if born, err := ParseDay(v["born"]); err != nil || born.String() != "1975-01-05" {
			t.Fatalf("row %d was born %q, %v", l.N, v["born"], err)
		}
		if strings.ContainsAny(v["name"], "µ¸¨©\u0301\u0300") {
			t.Fatalf("row %d keeps an old letter: %q", l.N, v["name"])
		}
	}
}

// sheetOf makes a sheet of rows written with bars between the cells.
func sheetOf(rows ...string) Sheet {
	s := Sheet{Name: "x"}
	for i, r := range rows {
		s.Rows = append(s.Rows, Row{N: i + 1, Cells: strings.Split(r, "|")})
	}
	return s
}

func TestTables_readsHeadsOfAllKinds(t *testing.T) {
	for name, c := range map[string]struct {
		sheet  Sheet
		fields string
		rows   int
	}{
		"without accents, in capitals":  {sheetOf("STT|HO VA TEN|DANH HIEU", "1|An|LĐTT"), "name title", 1},
		"with what is in brackets":      {sheetOf("Họ và tên (chữ in hoa)|Danh hiệu (ghi rõ)", "An|LĐTT"), "name title", 1},
		"longer than ours":              {sheetOf("Họ và tên người được đề nghị|Danh hiệu đề nghị", "An|LĐTT"), "name title", 1},
		"after title and remarks":       {sheetOf("UBND TỈNH", "Danh sách", "(Kèm theo Tờ trình)", "Họ và tên|Danh hiệu", "An|LĐTT", "Ba|LĐTT"), "name title", 2},
		"the same head twice":           {sheetOf("Họ và tên|Họ và tên|Danh hiệu", "Lê|An|LĐTT"), "name title", 1},
		"a column of the same field":    {sheetOf("Họ và tên|Danh hiệu|Danh hiệu đề nghị", "An|LĐTT|x"), "name title ", 1},
		"unknown heads":                 {sheetOf("a|b|c", "An|LĐTT|2014"), "  ", 1},
		"one row only":                  {sheetOf("Họ và tên|Danh hiệu"), "name title", 0},
		"a head in two rows, unmerged":  {sheetOf("STT|Họ và tên|Khen thưởng|", "||Danh hiệu|Năm", "1|An|LĐTT|2014"), "name title ", 1},
		"a name that begins with total": {sheetOf("STT|Họ và tên|Danh hiệu", "1|Tổng cục Thuế|Bằng khen", "|Tổng cộng|12", "|Cộng mục I|"), "name title", 1},
	} {
		t.Run(name, func(t *testing.T) {
			table := people.Tables([]Sheet{c.sheet})[0]
			if got := strings.Join(table.Fields, " "); got != c.fields || len(table.Rows) != c.rows {
				t.Errorf("fields %q, %d rows: %q %v", got, len(table.Rows), table.Heads, table.Rows)
			}
		})
	}
}

func TestTables_keepsARowThatOnlyLacksSomething(t *testing.T) {
	table := people.Tables([]Sheet{sheetOf("STT|Họ và tên|Danh hiệu|Ngày sinh", "1|An|LĐTT|", "2||LĐTT|", "3|Ba||1/1/1970", "4|||")})[0]
	if len(table.Rows) != 3 {
		t.Fatalf("%d rows: %v, %v", len(table.Rows), table.Rows, table.Notes)
	}
	if f := people.Check(table.Values(table.Rows[1])); len(f) != 1 || f[0].Field != "name" {
		t.Errorf("%v", f)
	}
}

func TestCheck_namesWhatIsWrongInACell(t *testing.T) {
	for value, says := range map[string]string{"": "Chưa ghi “Họ và tên”.", "#N/A": "công thức trong tệp không ra kết quả", "=cmd|'/c calc'!A0": "bắt đầu như một công thức",
		"@SUM(A1)": "công thức", "a\u202Eb": "không dùng được"} {
		f := people.Check(map[string]string{"name": value})
		if len(f) != 1 || !strings.Contains(f[0].Sentence, says) {
			t.Errorf("%q: %v", value, f)
		}
	}
	if f := people.Check(map[string]string{"name": "An", "title": "LĐTT", "born": "31/02/1970"}); len(f) != 1 || f[0].Field != "born" {
		t.Errorf("%v", f)
	}
}

func TestParseDay_readsEveryStyleOfEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day, err := vi.NewDay(rapid.IntRange(vi.FirstYear, vi.LastYear).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
		if err != nil {
			t.Fatal(err)
		}
		d := strings.Split(day.String(), "-")
		for _, text := range []string{day.Short(), d[2] + "-" + d[1] + "-" + d[0], strings.TrimPrefix(d[2], "0") + "." + strings.TrimPrefix(d[1], "0") + "." + d[0], "Ngày " + d[2] + " tháng " + d[1] + " năm " + d[0], day.String()} {
			if got, err := ParseDay(text); err != nil || got != day {
				t.Fatalf("%q: %v, %v", text, got, err)
			}
		}
	})
}

func BenchmarkOpen_tenThousandMessyRows(b *testing.B) {
	file, err := messy.Nominations(10_000)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		sheets, err := Open(context.Background(), file)
		if err != nil {
			b.Fatal(err)
		}
		tables := people.Tables(sheets)
		if n := len(tables[people.Best(tables)].Rows); n != 10_000 {
			b.Fatalf("%d rows", n)
		}
	}
}
