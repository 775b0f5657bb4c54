package season_test

import (
	"strings"
	"testing"

	"thidua/exact"
	"thidua/season"
	"thidua/store"
)

// paper is the table with its head, as a spreadsheet holds it.
func paper(r season.Rules) [][]string { return append([][]string{season.TableHead}, r.Table()...) }

func TestTable_isReadBackWithoutLoss(t *testing.T) {
	r := goodTree()
	r.Criteria[0].Children[0].Less, r.Criteria[0].Children[0].Unit, r.Criteria[0].Sample = true, "%", true
	r.Criteria[1].Children[1].Points = exact.Must("1/3")
	r.Criteria[0].Children[2].Penalty, r.Criteria[0].Children[2].Min = exact.Must("2.5"), exact.Must("-3")
	back, faults := season.ReadTable(paper(r))
	if len(faults) > 0 || store.Text(back) != store.Text(r.Criteria) {
		t.Errorf("%v\n got %s\nwant %s", faults, store.Text(back), store.Text(r.Criteria))
	}
}

func TestReadTable_takesWhatPeopleWrite(t *testing.T) {
	lines := [][]string{
		{"Bảng tiêu chí của cụm"}, {},
		{"tên tiêu chí", "MÃ", "diem toi da", "Cách chấm", "Điểm theo thứ hạng", "Mức xếp loại"},
		{"Kinh tế", "1", "1000,5"},
		{"Thu ngân sách", "1.1", "60", "điểm theo thứ hạng", "60; 45;30"},
		{"", "", ""},
		{"Xã hội", "2", "40"},
		{"Phong trào", "2.1", "40", "grade", "", "Tốt: 40; Khá: 2/3"},
		{"Khác, mã như nhóm đã đóng", "1.2", "5", "external"},
	}
	tree, faults := season.ReadTable(lines)
	if len(faults) > 0 {
		t.Fatal(faults[0])
	}
	if got := codes(tree); got != "1(1.1) 2(2.1) 1.2" {
		t.Errorf("the tree is %s", got)
	}
	if c := tree[0]; c.Max.String() != "1000.5" || len(c.Children[0].Ranks) != 3 {
		t.Errorf("%+v", c)
	}
	if g := tree[1].Children[0].Grades; len(g) != 2 || g[1].Points.String() != "2/3" {
		t.Errorf("%+v", g)
	}
}

func TestReadTable_saysEverythingWrongWithItsLine(t *testing.T) {
	for name, c := range map[string]struct {
		lines [][]string
		says  string
	}{
		"no head":             {[][]string{{"1", "Kinh tế"}}, "Không thấy dòng tên cột"},
		"no line":             {[][]string{{"Mã", "Tên tiêu chí"}}, "chưa có tiêu chí nào"},
		"a number that isn't": {[][]string{{"Mã", "Tên tiêu chí", "Điểm tối đa"}, {"1", "a", "mười"}}, "Dòng 2: cột “Điểm tối đa”"},
		"an unknown kind":     {[][]string{{"Mã", "Tên tiêu chí", "Cách chấm"}, {}, {"1", "a", "bốc thăm"}}, "Dòng 3: không có cách chấm tên “bốc thăm”"},
		"a level too far":     {[][]string{{"Cấp", "Mã", "Tên tiêu chí"}, {"1", "1", "a"}, {"3", "1.1.1", "b"}}, "Dòng 3: cấp 3 đứng ngay dưới cấp 1"},
		"a level that isn't":  {[][]string{{"Cấp", "Mã", "Tên tiêu chí"}, {"một", "1", "a"}}, "Cấp “một”"},
		"a grade without":     {[][]string{{"Mã", "Tên tiêu chí", "Mức xếp loại"}, {"1", "a", "Tốt"}}, "dấu hai chấm"},
		"a share of nothing":  {[][]string{{"Mã", "Tên tiêu chí", "Điểm tối đa"}, {"1", "a", "1/0"}}, "không chia cho 0"},
	} {
		t.Run(name, func(t *testing.T) {
			tree, faults := season.ReadTable(c.lines)
			if len(faults) == 0 || tree != nil || !strings.Contains(strings.ToLower(faults[0].Sentence), strings.ToLower(c.says)) {
				t.Errorf("%v %v, want %q", tree, faults, c.says)
			}
		})
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add("Mã\tTên tiêu chí\tCấp\tĐiểm tối đa\n1\ta\t1\t10,5\n1.1\tb\t2\t1/3")
	f.Add("Mã\tTên tiêu chí\n1\ta\n1.1\tb\n1.1.1\tc")
	f.Fuzz(func(t *testing.T, text string) {
		var lines [][]string
		for line := range strings.SplitSeq(text, "\n") {
			lines = append(lines, strings.Split(line, "\t"))
		}
		tree, faults := season.ReadTable(lines)
		if (tree == nil) == (len(faults) == 0) {
			t.Fatalf("a tree of %d with %d faults", len(tree), len(faults))
		}
		again, faults := season.ReadTable(paper(season.Rules{Criteria: tree}))
		if tree != nil && (len(faults) > 0 || store.Text(again) != store.Text(tree)) {
			t.Fatalf("%s is read back as %s (%v)", store.Text(tree), store.Text(again), faults)
		}
	})
}
