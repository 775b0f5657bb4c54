package year

import (
	"testing"

	"thidua/cluster"
)

func TestSlug_isTheNameWithoutAccents(t *testing.T) {
	v := Visit{Members: []cluster.Member{
		{Unit: "1", Position: 1, Name: "Huyện Kỳ Sơn", ShortName: "Kỳ Sơn"},
		{Unit: "2", Position: 2, Name: "Thị xã Đồng Xoài", ShortName: "Đồng Xoài"},
		{Unit: "3", Position: 3, Name: "Xã Hoa Sơn", ShortName: "Hoa Sơn"},
		{Unit: "4", Position: 4, Name: "Xã Hòa Sơn", ShortName: "Hòa Sơn"},
		{Unit: "5", Position: 5, Name: "Đại học Ngân hàng TP.HCM"},
		{Unit: "6", Position: 6, Name: "東京"},
	}}
	for unit, want := range map[string]string{"1": "ky-son", "2": "dong-xoai", "3": "hoa-son", "4": "hoa-son-4", "5": "dai-hoc-ngan-hang-tp-hcm", "6": "don-vi-6", "7": ""} {
		if got := v.Slug(unit); got != want {
			t.Errorf("unit %s is at %q, want %q", unit, got, want)
		}
	}
}

func TestNamed_seesTheUnitInAPost(t *testing.T) {
	v := Visit{Members: []cluster.Member{{Unit: "1", Name: "Huyện Anh Sơn", ShortName: "Anh Sơn"}}}
	for text, want := range map[string]bool{"Chủ tịch UBND huyện Anh Sơn": true, "Chủ tịch UBND huyện": false, "": false} {
		if got := v.Named("1", text); got != want {
			t.Errorf("%q names the unit: %v", text, got)
		}
	}
	if v.Named("2", "Chủ tịch") {
		t.Error("a unit nobody knows is named")
	}
}
