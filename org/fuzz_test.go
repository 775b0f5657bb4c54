package org

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"thidua/refusal"
	"thidua/vi"
)

// Whatever the bytes, reading a list ends in units that are whole, or in faults
// with a line and a sentence.
func FuzzReadList(f *testing.F) {
	for _, seed := range []string{
		"code,full_name,level,parent_code,type\n40,Tỉnh Nghệ An,1,,Tỉnh\n422,Huyện Con Cuông,2,40,Huyện\n17230,Xã Bình Chuẩn,3,422,Xã\n",
		"\ufeffcode;full_name;level;parent_code;type\r\n17230;\"Xã \"\"B\"\"\";2;40;Xã\r\n",
		"code,full_name,level,parent_code,type\n\"40,Tỉnh\n", "type,type\n", "\x00", "code,full_name,level,parent_code,type\n,,,,\n",
		"code,full_name,level,parent_code,type\n40,Hà Tĩnh,1,,Thành phố Trung ương\n40,T\xf8nh,1,,T\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		list, err := readList(strings.NewReader(string(content)), vi.MustDay("2014-12-31"))
		if err != nil {
			checkFaults(t, err)
			return
		}
		codes := make(map[string]bool)
		for _, u := range list.units {
			if codes[u.code] || digits(u.code) == 0 {
				t.Errorf("code %q", u.code)
			}
			codes[u.code] = true
			if u.kind.administrativeLevel() != u.level || vi.Fold(u.name) == "" || !utf8.ValidString(u.name) || vi.Clean(u.name) != u.name {
				t.Errorf("%+v", u)
			}
		}
	})
}

func FuzzReadChanges(f *testing.F) {
	f.Add([]byte("level,old_code,old_name,new_code,new_name,share,note\n3,17761,Xã Thanh Lĩnh,17713,Thị trấn Dùng,full,\n"))
	f.Add([]byte("old_code,old_name,new_code,new_name,share,note\n1,,2,,half,\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		table, err := readTable(strings.NewReader(string(content)), "old_code", "old_name", "new_code", "new_name", "share", "note")
		if err != nil {
			checkFaults(t, err)
			return
		}
		all, faults := readChanges(table)
		if len(faults) > 0 {
			checkFaults(t, faults)
		}
		if len(all) != len(table.rows) || len(happened(all)) > len(all) {
			t.Errorf("%d changes, %d of them real, of %d rows", len(all), len(happened(all)), len(table.rows))
		}
	})
}

func checkFaults(t *testing.T, err error) {
	t.Helper()
	var faults Faults
	if !errors.As(err, &faults) || len(faults) == 0 || !refusal.Is(err, refusal.Invalid) {
		t.Fatalf("not a list of faults: %v", err)
	}
	for _, fault := range faults {
		if fault.Sentence == "" || !utf8.ValidString(fault.String()) {
			t.Errorf("%+v", fault)
		}
	}
}
