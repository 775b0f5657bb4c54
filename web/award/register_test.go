package award_test

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/access"
	"thidua/account"
	"thidua/award"
	"thidua/exact"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var (
	today  = vi.MustDay("2014-11-22")
	keeper = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
)

// desk is a province whose register has a few awards.
type desk struct {
	*province.Province
	t *testing.T
}

// begin records two decisions: of 20/01/2014 for people and units of the
// cluster, and of another province.
func begin(t *testing.T, db *store.DB) desk {
	t.Helper()
	d := desk{province.New(t, db, province.Phase(season.SelfScoring)), t}
	d.Hire("other", "Chuyên viên của tỉnh khác", account.Grant{Role: access.StandingBody, Unit: d.seat()})
	d.Hire("whole", "Chuyên viên không gắn tỉnh nào", account.Grant{Role: access.StandingBody})
	d.record(award.Decision{Number: "155/QĐ-UBND", Day: vi.MustDay("2014-01-20"), Authority: "Chủ tịch UBND tỉnh Nghệ An", Signer: "Người ký thử", Sample: true},
		award.Award{Kind: award.Individual, Name: "Nguyễn Đức Hòa", Post: "Trưởng phòng", UnitName: "Huyện Con Cuông", Title: "base_emulation_fighter", TitleName: "Chiến sĩ thi đua cơ sở", Year: 2013, Money: exact.Int(1150000), Birth: "1970-11-22", Sex: "nam", Sample: true},
		award.Award{Kind: award.Individual, Name: "Lý Thị Thúy", UnitName: "Huyện Kỳ Sơn", Title: "advanced_worker", TitleName: "Lao động tiên tiến", Year: 2013, Sample: true},
		award.Award{Kind: award.Collective, Name: "Huyện Con Cuông", Title: "province_flag", TitleName: "Cờ thi đua của UBND tỉnh", Year: 2013, Sample: true},
		award.Award{Kind: award.Household, Name: "Gia đình ông Vi Văn Sơn", UnitName: "Huyện Kỳ Sơn", Title: "cultural_family", TitleName: "Gia đình văn hóa", Year: 2013, Sample: true})
	d.record(award.Decision{Number: "7/QĐ-UBND", Day: vi.MustDay("2013-02-02"), Authority: "Chủ tịch UBND tỉnh Thanh Hóa", Sample: true},
		award.Award{Kind: award.Individual, Name: "Nguyễn Đức Hoà", UnitName: "Huyện Quan Hóa", Title: "advanced_worker", TitleName: "Lao động tiên tiến", Year: 2012, Birth: "1980", Sample: true})
	return d
}

// seat enters another province with a district, and returns the seat of its
// standing body.
func (d desk) seat() (seat string) {
	testkit.Write(d.t, d.DB, func(ctx context.Context, tx *store.Tx) error {
		add := func(name, parent string) string {
			id, err := org.Add(ctx, tx, keeper, today, org.Unit{Name: name, Parent: parent})
			if err != nil {
				d.t.Fatal(err)
			}
			return id
		}
		two := add("Tỉnh Thanh Hóa", "")
		seat = add("Sở Nội vụ tỉnh Thanh Hóa", two)
		add("Huyện Quan Hóa", two)
		return nil
	})
	return seat
}

func (d desk) record(decision award.Decision, awards ...award.Award) {
	d.t.Helper()
	testkit.Write(d.t, d.DB, func(ctx context.Context, tx *store.Tx) error {
		_, err := award.Record(ctx, tx, keeper, today, decision, awards)
		return err
	})
}

func (d desk) page(who, address string) province.Node {
	d.t.Helper()
	return province.Page(d.t, d.As(who).Get(address), http.StatusOK)
}

// seen are the names that the register lists, and how many it counts.
func (d desk) seen(who string, q url.Values) (names []string, count string) {
	d.t.Helper()
	page := d.page(who, "/so-khen-thuong?"+q.Encode())
	for _, tr := range page.Find("tbody tr") {
		names = append(names, tr.Find("td a")[0].Text())
	}
	count, _, _ = strings.Cut(page.Only(d.t, "#dem").Text(), " khen")
	return names, count
}

// linkOf is where the register leads from the row of that name: "td a" of the
// person (0) or of the award (1).
func (d desk) linkOf(name string, which int) string {
	d.t.Helper()
	for _, tr := range d.page("whole", "/so-khen-thuong?"+url.Values{"tim": {name}}.Encode()).Find("tbody tr") {
		if links := tr.Find("td a"); links[0].Text() == name {
			address, _, _ := strings.Cut(links[which].Attr("href"), "?")
			return address
		}
	}
	d.t.Fatalf("the register has no %s", name)
	return ""
}

func TestRegister_findsByNameUnitTitleYearAndDecision(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		hoa := []string{"Nguyễn Đức Hòa", "Nguyễn Đức Hoà"}
		for name, c := range map[string]struct {
			q    url.Values
			want []string
		}{
			"without accents":            {url.Values{"tim": {"nguyen duc hoa"}}, hoa},
			"the tone on another letter": {url.Values{"tim": {"Đức Hoà"}}, hoa},
			"the letter Eth for Đ":       {url.Values{"tim": {"ÐỨC HÒA"}}, hoa},
			"decomposed letters":         {url.Values{"tim": {"Ho\u0300a"}}, hoa},
			"i for y":                    {url.Values{"tim": {"Lí Thị Thuý"}}, []string{"Lý Thị Thúy"}},
			"a unit":                     {url.Values{"don-vi": {"con cuong"}}, []string{"Huyện Con Cuông", "Nguyễn Đức Hòa"}},
			"a title":                    {url.Values{"danh-hieu": {"advanced_worker"}}, []string{"Lý Thị Thúy", "Nguyễn Đức Hoà"}},
			"a kind of recipient":        {url.Values{"doi-tuong": {"household"}}, []string{"Gia đình ông Vi Văn Sơn"}},
			"a year":                     {url.Values{"nam": {"2012"}}, []string{"Nguyễn Đức Hoà"}},
			"a decision":                 {url.Values{"quyet-dinh": {"0155/qd"}, "tim": {"hoa"}}, []string{"Nguyễn Đức Hòa"}},
			"nobody":                     {url.Values{"tim": {"Nguyễn Văn Nọ"}}, nil},
		} {
			t.Run(name, func(t *testing.T) {
				names, count := d.seen("whole", c.q)
				slices.Sort(names)
				slices.Sort(c.want)
				if !slices.Equal(names, c.want) || count != vi.FormatInt(int64(len(c.want))) {
					t.Errorf("lists %q and counts %q, want %q", names, count, c.want)
				}
			})
		}
	})
}

func TestRegister_showsAndCountsOnlyWhatItsReaderMaySee(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		for who, want := range map[string]string{"whole": "5", "secretary": "5", "member": "5", "decider": "5", "inspector": "5", "standing": "4", "other": "1",
			"officer:con-cuong": "2", "leader:ky-son": "2", "officer:anh-son": "0", "head": "0", "deputy": "0"} {
			if names, count := d.seen(who, nil); count != want || vi.FormatInt(int64(len(names))) != want {
				t.Errorf("%s sees %q and counts %s, want %s", who, names, count, want)
			}
		}
		abroad, thuy := d.linkOf("Nguyễn Đức Hoà", 1), d.linkOf("Lý Thị Thúy", 1)
		for _, c := range []struct {
			who, address string
			status       int
		}{
			{"standing", abroad, http.StatusNotFound}, {"standing", d.linkOf("Nguyễn Đức Hoà", 0), http.StatusNotFound}, {"standing", abroad + "/thu-hoi", http.StatusNotFound},
			{"standing", abroad + "/dieu-chinh", http.StatusNotFound}, {"other", abroad, http.StatusOK},
			{"officer:con-cuong", thuy, http.StatusNotFound}, {"officer:con-cuong", d.linkOf("Lý Thị Thúy", 0), http.StatusNotFound}, {"leader:ky-son", thuy, http.StatusOK},
			{"officer:con-cuong", thuy + "/thu-hoi", http.StatusForbidden}, {"inspector", thuy + "/dieu-chinh", http.StatusForbidden}, {"member", "/so-khen-thuong/da-thu-hoi", http.StatusForbidden},
			{"decider", "/nap-khen-thuong", http.StatusForbidden}, {"secretary", "/nap-khen-thuong", http.StatusForbidden}, {"head", "/nap-khen-thuong", http.StatusForbidden},
			{"admin", "/so-khen-thuong", http.StatusForbidden}, {"admin", thuy, http.StatusForbidden}, {"", "/so-khen-thuong", http.StatusSeeOther},
			{"standing", "/so-khen-thuong/1-99", http.StatusNotFound}, {"standing", "/so-khen-thuong/x", http.StatusNotFound}, {"standing", "/lich-su-khen-thuong/nguoi/99", http.StatusNotFound},
		} {
			if w := d.As(c.who).Get(c.address); w.Code != c.status {
				t.Errorf("%q at %s: %d, want %d", c.who, c.address, w.Code, c.status)
			}
		}
		unit := "/lich-su-khen-thuong/don-vi/" + d.Unit["con-cuong"]
		if text := d.page("leader:ky-son", unit).Only(t, "main").Text(); !strings.Contains(text, "0 khen thưởng") {
			t.Errorf("another unit's history reads %s", text)
		}
		rows := sheet(t, d.As("officer:con-cuong").Get("/so-khen-thuong?dang=xlsx").Body.Bytes())
		if got := cells(rows, "Nguyễn", "Lý", "Gia đình"); !slices.Equal(got, []string{"Nguyễn Đức Hòa"}) {
			t.Errorf("the Excel file of an officer has %q", got)
		}
	})
}

// sheet are the cells of an Excel file's first sheet.
func sheet(t *testing.T, file []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// cells are those that begin with one of the words.
func cells(rows [][]string, words ...string) (all []string) {
	for _, row := range rows {
		for _, c := range row {
			if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(c, w) }) {
				all = append(all, c)
			}
		}
	}
	return all
}

func TestHistory_isAPageAPaperAndAnExcelFileAndTheJournalTellsWhoTookIt(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		person := d.linkOf("Nguyễn Đức Hòa", 0)
		main := d.page("officer:con-cuong", person).Only(t, "main")
		if text := main.Text(); !strings.Contains(text, "1 khen thưởng") || !strings.Contains(text, "155/QĐ-UBND") || strings.Contains(text, "1970") {
			t.Errorf("the page reads %s", text)
		}
		if got := cells(sheet(t, d.As("officer:con-cuong").Get(person+"?dang=xlsx").Body.Bytes()), "Chiến sĩ"); len(got) != 1 {
			t.Errorf("the Excel file has %q", got)
		}
		w := d.As("officer:con-cuong").Get(person + "?dang=pdf")
		if w.Code != http.StatusOK || !bytes.HasPrefix(w.Body.Bytes(), []byte("%PDF-")) || w.Header().Get("Content-Type") != "application/pdf" {
			t.Errorf("the paper answers %d, %s", w.Code, w.Header().Get("Content-Type"))
		}
		journal := d.page("inspector", "/nhat-ky").Only(t, "main").Text()
		for _, file := range []string{"lich-su-khen-thuong.xlsx", "lich-su-khen-thuong.pdf"} {
			if n := strings.Count(journal, file); n == 0 {
				t.Errorf("the journal does not tell of %s: %s", file, journal)
			}
		}
		unit := d.page("officer:con-cuong", "/lich-su-khen-thuong/don-vi/"+d.Unit["con-cuong"]).Only(t, "main").Text()
		if !strings.Contains(unit, "1 khen thưởng") || !strings.Contains(unit, "Cờ thi đua của UBND tỉnh") {
			t.Errorf("the unit's history reads %s", unit)
		}
	})
}

func TestHistory_showsBirthAndSexOnlyWhenAskedAndTheJournalTellsWho(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	person := d.linkOf("Nguyễn Đức Hòa", 0)
	if w := d.As("officer:ky-son").Post(person, url.Values{"viec": {"xem-rieng"}}); w.Code != http.StatusNotFound {
		t.Errorf("another unit's officer: %d", w.Code)
	}
	if w := d.As("officer:con-cuong").Post(person, url.Values{"viec": {"xem-rieng"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("asked and got %d", w.Code)
	}
	// The first page after the act shows its sentence once.
	if text := d.page("officer:con-cuong", person).Text(); !strings.Contains(text, "Ngày sinh: 22/11/1970; giới tính: nam") {
		t.Errorf("asked and read %s", text)
	}
	if text := d.page("officer:con-cuong", person).Text(); strings.Contains(text, "22/11/1970") {
		t.Error("the day of birth stays on the page")
	}
	if text := d.page("inspector", "/nhat-ky").Only(t, "main").Text(); !strings.Contains(text, access.ReadSensitive.Label()) {
		t.Errorf("the journal reads %s", text)
	}
}

func TestHistory_ofTwoEntriesThatAreOnePerson(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	one, other := d.linkOf("Nguyễn Đức Hòa", 0), d.linkOf("Nguyễn Đức Hoà", 0)
	form := url.Values{"viec": {"la-mot"}, "other": {"http://localhost" + other + "?ve=%2F"}, "reason": {"Cùng số định danh, theo hồ sơ cán bộ"}}
	if w := d.As("standing").Post(one, form); w.Code != http.StatusBadRequest {
		t.Errorf("an entry outside the reader's part of the register: %d", w.Code)
	}
	if w := d.As("decider").Post(one, form); w.Code != http.StatusForbidden {
		t.Errorf("who does not keep the register: %d", w.Code)
	}
	if w := d.As("whole").Post(one, form); w.Code != http.StatusSeeOther {
		t.Fatalf("united: %d", w.Code)
	}
	for _, address := range []string{one, other} {
		if text := d.page("whole", address).Only(t, "main").Text(); !strings.Contains(text, "2 khen thưởng") {
			t.Errorf("%s reads %s", address, text)
		}
	}
}
