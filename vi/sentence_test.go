package vi

import "testing"

func TestUpper_writesEveryVietnameseLetter(t *testing.T) {
	if got := Upper("Uỷ ban nhân dân huyện Kỳ Sơn, đường 7, ngữ"); got != "UỶ BAN NHÂN DÂN HUYỆN KỲ SƠN, ĐƯỜNG 7, NGỮ" {
		t.Errorf("got %q", got)
	}
	if got := Upper("ho\u0300a"); got != "HÒA" {
		t.Errorf("decomposed letters: got %+q", got)
	}
}

func TestFirstLetter_fitsThePlaceInTheSentence(t *testing.T) {
	lower := map[string]string{"Huyện Con Cuông": "huyện Con Cuông", "Đặc khu Phú Quý": "đặc khu Phú Quý", "Y tế": "y tế",
		"UBND huyện": "UBND huyện", "TP. Vinh": "TP. Vinh", "Ở xã": "ở xã", "O\u031B\u0309 xã": "ở xã", "": ""}
	for in, want := range lower {
		if got := LowerFirst(in); got != want {
			t.Errorf("LowerFirst(%q) = %q, want %q", in, got, want)
		}
	}
	upper := map[string]string{"huyện Con Cuông": "Huyện Con Cuông", "đồng ý": "Đồng ý", "ấp": "Ấp", "a\u0302\u0301p": "Ấp", "7 điểm": "7 điểm", "": ""}
	for in, want := range upper {
		if got := UpperFirst(in); got != want {
			t.Errorf("UpperFirst(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestJoinAnd_putsVaBeforeTheLast(t *testing.T) {
	cases := []struct {
		items []string
		want  string
	}{
		{nil, ""},
		{[]string{"Kỳ Sơn"}, "Kỳ Sơn"},
		{[]string{"Kỳ Sơn", "Anh Sơn"}, "Kỳ Sơn và Anh Sơn"},
		{[]string{"Kỳ Sơn", "Anh Sơn", "Con Cuông"}, "Kỳ Sơn, Anh Sơn và Con Cuông"},
	}
	for _, c := range cases {
		if got := JoinAnd(c.items); got != c.want {
			t.Errorf("JoinAnd(%q) = %q, want %q", c.items, got, c.want)
		}
	}
}
