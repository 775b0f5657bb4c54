package rulebook

import "testing"

func TestCategoryNamed_readsTheWordsOfListsInUse(t *testing.T) {
	for text, want := range map[string]Category{
		"Thường xuyên (công trạng)": Merit, "Công trạng và thành tích": Merit, "KHEN THƯỞNG ĐỘT XUẤT": AdHoc, "Chuyên đề": Thematic, "Khen theo đợt, chuyên đề": Thematic,
		"Phong trào thi đua": Thematic, "Cống hiến": Dedication, "Niên hạn": LongService, "đối ngoại": Foreign,
		"": "", "Kháng chiến": Resistance, "Công trạng hoặc đột xuất": "", "Khen cao": "",
	} {
		if got, ok := CategoryNamed(text); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, c := range AllCategories {
		if got, ok := CategoryNamed(c.Label()); !ok || got != c {
			t.Errorf("%q, the program's own word, is read as %q", c.Label(), got)
		}
	}
}
