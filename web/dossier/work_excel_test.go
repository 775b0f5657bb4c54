package dossier_test

import (
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"thidua/dossier"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
)

// excelAt is where the year's nominations go out and come back.
func (y year) excelAt() string { return y.Path("de-nghi", "excel") }

// twoNominated are the flag for Con Cuông and one for Thanh Lĩnh, by their ids.
func (y year) twoNominated(t *testing.T) (member, guest string) {
	t.Helper()
	other := y.flag()
	other.Set("unit", "")
	other.Set("candidate", "Xã Thanh Lĩnh")
	other.Set("reason", "Xã đi đầu xây dựng nông thôn mới")
	id := func(form url.Values) string {
		at := y.nominate(t, form)
		return at[strings.LastIndex(at, "/")+1:]
	}
	return id(y.flag()), id(other)
}

func (y year) nominations(t *testing.T) (all []dossier.Nomination) {
	t.Helper()
	if err := y.DB.Read(context.Background(), func(tx *store.Tx) (err error) {
		all, err = dossier.Ever(context.Background(), tx, y.Season.ID)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// together is what several previews would record at once.
func together(forms ...url.Values) url.Values {
	all := url.Values{}
	for _, f := range forms {
		for name, values := range f {
			all[name] = append(all[name], values...)
		}
	}
	all.Set("viec", "ghi")
	return all
}

func TestExcel_changesWithdrawsAndAddsNominationsAllOrNone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		member, guest := y.twoNominated(t)
		d, at := y.As("head"), y.excelAt()
		for _, id := range []string{member, guest} {
			if said, _ := d.Brought(t, at, d.Filled(t, at, id, nil)); !strings.Contains(said, "Tệp không thay đổi ô nào") {
				t.Errorf("a file nobody filled in: %s", said)
			}
		}
		said, papers := d.Brought(t, at, d.Filled(t, at, member, map[string]any{"F": "Phong trào thi đua, chuyên đề", "G": "Dẫn đầu cụm ba năm", "J": "có", "K": "CO"}))
		for _, want := range []string{"Tệp thay đổi 4 ô", "Huyện Con Cuông – Cờ thi đua của Chính phủ", "Có nhiều thành tích xuất sắc", "Dẫn đầu cụm ba năm", "Tờ trình", "có"} {
			if !strings.Contains(said, want) {
				t.Errorf("the preview does not say %q: %s", want, said)
			}
		}
		_, back := d.Brought(t, at, d.Filled(t, at, guest, map[string]any{"Q": "Chưa đủ thời gian"}))
		_, added := d.Brought(t, at, d.Filled(t, at, "moi-1", map[string]any{"C": "huyện kỳ sơn", "D": "Tập thể", "E": "Bằng khen", "F": "đột xuất", "G": "Vượt chỉ tiêu", "H": "Huyện Con Cuông"}))
		_, bad := d.Brought(t, at, d.Filled(t, at, "moi-2", map[string]any{"C": "Vi Thị Thử", "D": "cá nhân"}))
		w := d.Post(at, together(papers, back, added, bad))
		if all := y.nominations(t); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Chưa ghi danh hiệu") || len(all) != 2 || len(all[0].Papers) > 0 || all[1].Status == dossier.Withdrawn {
			t.Fatalf("with one line at fault: %d, %+v", w.Code, all)
		}
		if to := led(t, d.Post(at, together(papers, back, added))); !strings.HasPrefix(to, y.Path("de-nghi")) {
			t.Errorf("it leads to %s", to)
		}
		all := y.nominations(t)
		if len(all) != 3 || all[0].Reason != "Dẫn đầu cụm ba năm" || all[0].Category != rulebook.Thematic || !slices.Equal(all[0].Papers, []dossier.PaperKind{dossier.AchievementReport, dossier.SubmissionLetter}) ||
			all[1].Status != dossier.Withdrawn || all[1].Note != "Chưa đủ thời gian" {
			t.Fatalf("%+v", all)
		}
		if n := all[2]; n.CandidateUnit != y.Unit["ky-son"] || !n.Member || n.Title != "Bằng khen" || n.Category != rulebook.AdHoc || n.ProposedBy != y.Unit["con-cuong"] || n.Status != dossier.Proposed {
			t.Errorf("the new one: %+v", n)
		}
		_, over := d.Brought(t, at, d.Filled(t, at, "moi-1", map[string]any{"C": "Huyện Anh Sơn", "E": "Cờ thi đua của Chính phủ"}))
		_, more := d.Brought(t, at, d.Filled(t, at, "moi-2", map[string]any{"C": "Huyện Tương Dương", "E": "Cờ thi đua của Chính phủ"}))
		if text := province.Page(t, d.Post(at, together(over, more)), http.StatusConflict).Only(t, "#loi").Text(); !strings.Contains(text, "Cụm được đề nghị 2 Cờ thi đua của Chính phủ, danh sách có 3.") || len(y.nominations(t)) != 3 {
			t.Errorf("more than the signed rules allow: %s", text)
		}
		if w := d.Post(at, added); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "đã được đề nghị") || len(y.nominations(t)) != 3 {
			t.Errorf("the same new line again: %d", w.Code)
		}
	})
}

func TestExcel_showsWhatOthersChangedMeanwhileAndOverwritesNothingSilently(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		member, _ := y.twoNominated(t)
		d, at := y.As("head"), y.excelAt()
		mine := d.Filled(t, at, member, map[string]any{"G": "Theo tệp"})
		led(t, y.As("secretary").Post(y.Path("de-nghi", member), url.Values{"viec": {"ly-do"}, "why": {"Thư ký đã sửa"}}))
		main := province.Page(t, d.Send(at+"/xem", nil, "tep", "a.xlsx", mine), http.StatusOK).Only(t, "main")
		if text := main.Only(t, "tbody").Text(); !strings.Contains(text, "Thư ký đã sửa") || !strings.Contains(text, "người khác đã đổi sau khi tải tệp") || !strings.Contains(text, "Theo tệp") {
			t.Errorf("side by side stands %s", text)
		}
		_, form := d.Brought(t, at, mine)
		if form.Has("nhan") {
			t.Error("what others changed is ticked")
		}
		if w := d.Post(at, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Chưa chọn dòng nào") {
			t.Errorf("nothing ticked: %d", w.Code)
		}
		form.Set("nhan", member)
		led(t, y.As("secretary").Post(y.Path("de-nghi", member), url.Values{"viec": {"ly-do"}, "why": {"Thư ký sửa lần nữa"}}))
		w := d.Post(at, form)
		if w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "có người vừa đổi thành Thư ký sửa lần nữa") || y.nominations(t)[0].Reason != "Thư ký sửa lần nữa" {
			t.Errorf("changed again after the preview: %d", w.Code)
		}
		_, form = d.Brought(t, at, mine)
		form.Set("nhan", member)
		led(t, d.Post(at, form))
		if got := y.nominations(t)[0].Reason; got != "Theo tệp" {
			t.Errorf("ticked with open eyes: %q", got)
		}
	})
}

func TestExcel_refusesStaleForeignAndSpoiltFilesWithTheReason(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	member, guest := y.twoNominated(t)
	d, at := y.As("head"), y.excelAt()
	stale := d.Filled(t, at, guest, map[string]any{"J": "có"})
	late := d.Filled(t, at, member, map[string]any{"J": "có", "G": "Lý do mới"})
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"another year's":              {d.Filled(t, at, member, map[string]any{"A1": "thidua de-nghi 01J0000000000000000000000X"}), "của năm, của bảng khác"},
		"no table at all":             {[]byte("Tên,Danh hiệu\nA,B"), ""},
		"cut off":                     {stale[:len(stale)/2], ""},
		"a paper neither had nor not": {d.Filled(t, at, member, map[string]any{"J": "sắp có"}), "không chọn được “sắp có”"},
		"an achievement of no kind":   {d.Filled(t, at, member, map[string]any{"F": "Khen cao"}), "(Loại hình khen thưởng): không chọn được “Khen cao”"},
		"a row of nobody's":           {d.Filled(t, at, member, map[string]any{"A": "01J0000000000000000000000X"}), "không còn trong bảng"},
		"a row twice":                 {d.Filled(t, at, member, map[string]any{"A": guest}), "hai dòng trong tệp"},
	} {
		t.Run(name, func(t *testing.T) {
			page := province.Page(t, d.Send(at+"/xem", nil, "tep", "a.xlsx", c.file), http.StatusBadRequest)
			if text := page.Only(t, "#loi").Text(); !strings.Contains(text, "Chưa ghi gì từ tệp này") || !strings.Contains(text, c.says) {
				t.Error(text)
			}
		})
	}
	led(t, d.Post(y.Path("de-nghi", guest), url.Values{"viec": {"rut"}, "reason": {"Ghi nhầm"}}))
	if text := province.Page(t, d.Send(at+"/xem", nil, "tep", "a.xlsx", stale), http.StatusBadRequest).Only(t, "#loi").Text(); !strings.Contains(text, "không còn trong bảng; hãy tải tệp mới") {
		t.Errorf("from before the withdrawal: %s", text)
	}
	testkit.Exec(t, y.DB, `UPDATE nomination SET place = 'at_standing' WHERE id = '`+member+`'`)
	if text := province.Page(t, d.Send(at+"/xem", nil, "tep", "a.xlsx", late), http.StatusBadRequest).Only(t, "#loi").Text(); !strings.Contains(text, "(Tờ trình): nay đã khóa") || !strings.Contains(text, "(Lý do đề nghị): nay đã khóa") {
		t.Errorf("from before the dossier was received: %s", text)
	}
}

func TestExcel_isForWhoeverNominatesAndTakesNoFieldThatIsLocked(t *testing.T) {
	db := testkit.SQLite(t)
	y := begin(t, db, season.Nomination)
	member, _ := y.twoNominated(t)
	d, at := y.As("head"), y.excelAt()
	file := d.Filled(t, at, member, map[string]any{"J": "có"})
	_, form := d.Brought(t, at, file)
	for _, stranger := range []string{"officer:con-cuong", "leader:ky-son", "deputy", "decider", "member", "admin", "inspector"} {
		for name, code := range map[string]int{"takes": y.As(stranger).Get(at + "?dang=xlsx").Code, "brings": y.As(stranger).Send(at+"/xem", nil, "tep", "a.xlsx", file).Code, "records": y.As(stranger).Post(at, form).Code} {
			if code != http.StatusForbidden {
				t.Errorf("%s %s it: %d", stranger, name, code)
			}
		}
	}
	forged := maps.Clone(form)
	for part, value := range map[string]string{"candidate": "Xã khác", "title": "Huân chương", "status": "decided", "initiative_proof": "co", "proposed_by": y.Unit["ky-son"]} {
		forged.Set("dn."+member+"."+part, value)
		forged.Set("cu.dn."+member+"."+part, "")
	}
	led(t, d.Post(at, forged))
	if n := y.nominations(t)[0]; n.CandidateName != "Huyện Con Cuông" || n.Title != "Cờ thi đua của Chính phủ" || n.Status != dossier.Endorsed || n.ProposedBy != "" || !slices.Equal(n.Papers, []dossier.PaperKind{dossier.SubmissionLetter}) {
		t.Errorf("a forged form made %+v", n)
	}
	y.phase(t, season.Council)
	for name, w := range map[string]int{"taken": d.Get(at + "?dang=xlsx").Code, "brought": d.Send(at+"/xem", nil, "tep", "a.xlsx", file).Code, "recorded": d.Post(at, form).Code} {
		if w != http.StatusConflict && w != http.StatusForbidden {
			t.Errorf("after the time to nominate it is %s: %d", name, w)
		}
	}
	var taken int
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		taken, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE act = 'export' AND object = 'page:`+at+`'`)
		return err
	})
	if taken != 1 {
		t.Errorf("the journal knows of %d downloads", taken)
	}
}
