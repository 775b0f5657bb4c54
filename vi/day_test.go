package vi

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDay_readsBothWritings(t *testing.T) {
	for _, text := range []string{"2014-11-22", "22/11/2014", " 22/11/2014 "} {
		d, err := ParseDay(text)
		if err != nil || d.Year() != 2014 || d.Month() != 11 || d.DayOfMonth() != 22 {
			t.Errorf("ParseDay(%q) = %v, %v", text, d, err)
		}
	}
	if d, err := ParseDay("5/2/2015"); err != nil || d != MustDay("2015-02-05") {
		t.Errorf("5/2/2015 is the fifth of February, got %v, %v", d, err)
	}
	if d, err := ParseDay("29/02/2012"); err != nil || d.DayOfMonth() != 29 {
		t.Errorf("2012 is a leap year, got %v, %v", d, err)
	}
}

func TestParseDay_refusesAndSaysWhy(t *testing.T) {
	cases := []struct{ text, reason string }{
		{"30/2/2015", "tháng 2 năm 2015 chỉ có từ ngày 1 đến ngày 28"},
		{"29/02/2100", "tháng 2 năm 2100 chỉ có từ ngày 1 đến ngày 28"},
		{"2014-11-31", "tháng 11 năm 2014 chỉ có từ ngày 1 đến ngày 30"},
		{"0/11/2014", "Không có ngày 0/11/2014"},
		{"22/13/2014", "tháng phải từ 1 đến 12"},
		{"2014-00-22", "tháng phải từ 1 đến 12"},
		{"31/12/1944", "ngoài khoảng từ năm 1945 đến năm 2100"},
		{"1/1/2101", "ngoài khoảng từ năm 1945 đến năm 2100"},
		{"22/11/14", "không phải là ngày"},
		{"2014-1-2", "không phải là ngày"},
		{"22-11-2014", "không phải là ngày"},
		{"2014-11-22T00:00:00Z", "không phải là ngày"},
		{"22/11/2014\n23/11/2014", "không phải là ngày"},
		{"", "Chưa ghi ngày"},
	}
	for _, c := range cases {
		d, err := ParseDay(c.text)
		if err == nil || !d.IsZero() {
			t.Errorf("%q: read as %v", c.text, d)
			continue
		}
		if sentence := sentenceOf(t, err); !strings.Contains(sentence, c.reason) {
			t.Errorf("%q: %q does not say %q", c.text, sentence, c.reason)
		}
	}
}

func TestDay_isWrittenAsInDocuments(t *testing.T) {
	cases := []struct{ iso, long, short, weekday string }{
		{"2014-11-22", "ngày 22 tháng 11 năm 2014", "22/11/2014", "thứ Bảy"},
		{"2015-02-05", "ngày 05 tháng 02 năm 2015", "05/02/2015", "thứ Năm"},
		{"2015-01-10", "ngày 10 tháng 01 năm 2015", "10/01/2015", "thứ Bảy"},
		{"2015-03-09", "ngày 09 tháng 3 năm 2015", "09/03/2015", "thứ Hai"},
		{"1945-09-02", "ngày 02 tháng 9 năm 1945", "02/09/1945", "Chủ nhật"},
	}
	for _, c := range cases {
		d := MustDay(c.iso)
		if d.String() != c.iso || d.Long() != c.long || d.Short() != c.short || d.Weekday() != c.weekday {
			t.Errorf("%s: %q, %q, %q, %q", c.iso, d, d.Long(), d.Short(), d.Weekday())
		}
	}
	var unknown Day
	if unknown.String()+unknown.Long()+unknown.Short()+unknown.Weekday() != "" {
		t.Error("an unknown day must leave its place empty")
	}
}

func TestDay_isTheDayInVietnamNotInGreenwich(t *testing.T) {
	lateEvening := time.Date(2014, 11, 21, 17, 0, 0, 0, time.UTC)
	if got := DayOf(lateEvening); got != MustDay("2014-11-22") {
		t.Errorf("17:00 UTC is midnight of the 22nd in Vietnam, got %v", got)
	}
	if got := DayOf(lateEvening.Add(-time.Nanosecond)); got != MustDay("2014-11-21") {
		t.Errorf("just before is still the 21st, got %v", got)
	}
	if got := MustDay("2014-11-22").Time(); !got.Equal(lateEvening) {
		t.Errorf("the day begins at %v, got %v", lateEvening, got)
	}
	if !DayOf(time.Time{}).IsZero() || !(Day{}).Time().IsZero() {
		t.Error("the zero time and the zero day belong together")
	}
}

func TestDay_thatIsUnknownIsNeitherBeforeNorAfter(t *testing.T) {
	known, unknown := MustDay("2014-11-22"), Day{}
	if unknown.Before(known) || unknown.After(known) || known.Before(unknown) || known.After(unknown) {
		t.Error("nothing can be said about a day that is not known")
	}
	if unknown.Compare(known) != -1 || !unknown.Equal(Day{}) {
		t.Error("unknown days stand first and are alike")
	}
	if !unknown.AddDays(5).IsZero() || unknown.DaysUntil(known) != 0 {
		t.Error("counting from an unknown day gives nothing")
	}
}

func TestAddDays_leavesNoDayOutsideTheYearsKept(t *testing.T) {
	last := MustDay("2100-12-31")
	for _, n := range []int{1, 1 << 40, -(1 << 40), -60_000} {
		if got := last.AddDays(n); !got.IsZero() {
			t.Errorf("%d days on: %v", n, got)
		}
	}
	if got := MustDay("2016-02-28").AddDays(2); got != MustDay("2016-03-01") {
		t.Errorf("leap year: %v", got)
	}
}

func TestDay_countsAndComparesConsistently(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay().Draw(t, "day"), rapid.IntRange(-400, 400).Draw(t, "n")
		other := d.AddDays(n)
		if other.IsZero() {
			return
		}
		if d.DaysUntil(other) != n || other.AddDays(-n) != d {
			t.Fatalf("%v and %d days give %v, %d apart", d, n, other, d.DaysUntil(other))
		}
		if d.Before(other) != (n > 0) || d.After(other) != (n < 0) || d.Equal(other) != (n == 0) {
			t.Fatalf("%v and %v are in the wrong order", d, other)
		}
		if got, want := d.Compare(other), strings.Compare(d.String(), other.String()); got != want {
			t.Fatalf("stored text sorts %v and %v otherwise: %d, %d", d, other, got, want)
		}
	})
}

func TestDay_survivesStorageAndJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.OneOf(anyDay(), rapid.Just(Day{})).Draw(t, "day")
		stored, err := d.Value()
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []any{stored, []byte(stored.(string))} {
			scanned := MustDay("2000-01-01")
			if err := scanned.Scan(form); err != nil || scanned != d {
				t.Fatalf("stored as %q, read as %v, %v", form, scanned, err)
			}
		}
		text, _ := json.Marshal(d)
		read := MustDay("2000-01-01")
		if err := json.Unmarshal(text, &read); err != nil || read != d {
			t.Fatalf("JSON %s read as %v, %v", text, read, err)
		}
	})
}

func TestDay_refusesWhatIsNoStoredDay(t *testing.T) {
	d := MustDay("2014-11-22")
	for _, bad := range []any{"2014-02-30", 20141122, time.Now()} {
		if err := d.Scan(bad); err == nil {
			t.Errorf("%v was taken for %v", bad, d)
		}
	}
	if err := json.Unmarshal([]byte(`"30/2/2015"`), &d); err == nil || d != MustDay("2014-11-22") {
		t.Errorf("a refused day must leave the old one: %v, %v", d, err)
	}
	if err := d.Scan(nil); err != nil || !d.IsZero() {
		t.Errorf("NULL is the unknown day: %v, %v", d, err)
	}
}

func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2014-11-22", "22/11/2014", "30/2/2015", "", "9999-99-99", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDay(s)
		if err != nil {
			sentenceOf(t, err)
			return
		}
		if MustDay(d.String()) != d || MustDay(d.Short()) != d || DayOf(d.Time()) != d {
			t.Fatalf("%q is %v, which is not read back", s, d)
		}
	})
}

func anyDay() *rapid.Generator[Day] {
	return rapid.Custom(func(t *rapid.T) Day {
		return MustDay("1945-01-01").AddDays(rapid.IntRange(0, 56_900).Draw(t, "since 1945"))
	})
}
