package vi

import (
	"strings"
	"testing"
)

func TestSplitUnitName_partsKindAndName(t *testing.T) {
	cases := []struct{ in, prefix, name string }{
		{"Huyện Con Cuông", "Huyện", "Con Cuông"},
		{"HUYỆN CON CUÔNG", "Huyện", "CON CUÔNG"},
		{"TP. Vinh", "Thành phố", "Vinh"},
		{"TP.Vinh", "Thành phố", "Vinh"},
		{"tp Vinh", "Thành phố", "Vinh"},
		{"TX. Cửa Lò", "Thị xã", "Cửa Lò"},
		{"thị xã Cửa Lò", "Thị xã", "Cửa Lò"},
		{"TT. Anh Sơn", "Thị trấn", "Anh Sơn"},
		{"Thị trấn N.T Phong Hải", "Thị trấn", "N.T Phong Hải"},
		{"P.12", "Phường", "12"},
		{"Đặc khu Phú Quốc", "Đặc khu", "Phú Quốc"},
		{"UBND huyện Con Cuông", "Huyện", "Con Cuông"},
		{"Uỷ ban nhân dân xã Thanh Lĩnh", "Xã", "Thanh Lĩnh"},
		{"Xá Lượng", "", "Xá Lượng"},
		{"Tĩnh Gia", "", "Tĩnh Gia"},
		{"Quan Sơn", "", "Quan Sơn"},
		{"Huyền Hội", "", "Huyền Hội"},
		{"H'Neng", "", "H'Neng"},
		{"Xã", "", "Xã"},
		{"TP.", "", "TP."},
		{"", "", ""},
	}
	for _, c := range cases {
		if prefix, name := SplitUnitName(c.in); prefix != c.prefix || name != c.name {
			t.Errorf("SplitUnitName(%q) = %q, %q; want %q, %q", c.in, prefix, name, c.prefix, c.name)
		}
	}
}

func TestSplitUnitName_agreesWithTheOfficialLists(t *testing.T) {
	// Four rows of the list of 2014 contradict themselves: kind and name of a
	// divided district and of the town taken out of it are exchanged.
	exchanged := map[string]string{"454": "Huyện", "458": "Thị xã", "817": "Thị xã", "820": "Huyện"}
	for _, list := range []string{"units_3level_2014-12-31", "units_3level_2025-03-01", "units_2level_2025-07-01", "units_2level_2026-04-30"} {
		for _, row := range sharedTable(t, "admin/"+list+".csv") {
			kind := strings.TrimSuffix(row["type"], " Trung ương")
			if own, ok := exchanged[row["code"]]; ok && strings.HasSuffix(list, "2014-12-31") {
				kind = own
			}
			prefix, name := SplitUnitName(row["full_name"])
			if prefix != kind || !strings.EqualFold(prefix+" "+name, Clean(row["full_name"])) {
				t.Errorf("%s %s: %q is %q and %q, the list says %q", list, row["code"], row["full_name"], prefix, name, kind)
			}
		}
	}
}

func TestSameName_takesWritingsOfOneUnitAsOne(t *testing.T) {
	same := [][2]string{
		{"Huyện Con Cuông", "Con Cuông"}, {"H. Con Cuông", "huyện con cuông"}, {"UBND huyện Kỳ Sơn", "Kì Sơn"},
		{"TP. Vinh", "Thành phố Vinh"}, {"huyen con cuong", "Huyện Con Cuông"}, {"Phan Rang-Tháp Chàm", "TP Phan Rang – Tháp Chàm"},
		{"Ia H' Drai", "Huyện Ia H’Drai"}, {"Xã  Mỹ Lộc", "Xã Mĩ Lộc"}, {"Quận 1", "Q.1"},
	}
	for _, pair := range same {
		if !SameName(pair[0], pair[1]) || !SameName(pair[1], pair[0]) {
			t.Errorf("%s and %s are one unit", pair[0], pair[1])
		}
	}
	different := [][2]string{
		{"Huyện Anh Sơn", "Thị trấn Anh Sơn"}, {"Thị xã Cửa Lò", "Phường Cửa Lò"}, {"Quận 1", "Phường 1"},
		{"Anh Sơn", "Kỳ Sơn"}, {"Xá Lượng", "Lượng"}, {"", ""}, {"Huyện –", "Xã –"}, {"", "Huyện Kỳ Sơn"},
	}
	for _, pair := range different {
		if SameName(pair[0], pair[1]) || SameName(pair[1], pair[0]) {
			t.Errorf("%q and %q are not one unit", pair[0], pair[1])
		}
	}
}
