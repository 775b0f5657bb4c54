package evidence_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"mime/multipart"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua/evidence"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var pdf = []byte("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n")

// sent is a file of an upload.
type sent struct {
	name string
	body []byte
}

// upload sends files from the page, as a browser does.
func upload(t *testing.T, p *province.Province, who string, fields url.Values, files ...sent) *httptest.ResponseRecorder {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, values := range fields {
		_ = w.WriteField(name, values[0])
	}
	for _, f := range files {
		part, err := w.CreateFormFile("tep", f.name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write(f.body)
	}
	_ = w.Close()
	r := httptest.NewRequest("POST", "/minh-chung/them", &b)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return p.As(who).Do(r)
}

// brought is the id of a file that was taken.
func brought(t *testing.T, p *province.Province, who string, fields url.Values, f sent) string {
	t.Helper()
	w := upload(t, p, who, fields, f)
	id := strings.TrimPrefix(w.Header().Get("Location"), "/minh-chung/")
	if w.Code != 303 || len(id) != 26 {
		t.Fatalf("%d %s: %s", w.Code, w.Header().Get("Location"), words(w.Body.String()))
	}
	return id
}

var tags = regexp.MustCompile(`(?s)<script.*?</script>|<[^>]*>`)

// words are what a page says, without its tags.
func words(html string) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(html, " ")), " ")
}

func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 20, 10))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLibrary_takesFilesAndShowsThem(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		if page := p.As("officer:con-cuong").Get("/minh-chung"); page.Code != 200 || !strings.Contains(page.Body.String(), "chưa tải minh chứng nào lên") {
			t.Fatalf("the empty library: %d", page.Code)
		}
		id := brought(t, p, "officer:con-cuong", url.Values{"mo-ta": {"Thu ngân sách"}, "ngay": {"31/10/2014"}, "loai": {"report"}}, sent{"Báo cáo.pdf", pdf})
		page := words(p.As("leader:con-cuong").Get("/minh-chung/" + id).Body.String())
		for _, want := range []string{"Báo cáo.pdf", "Thu ngân sách", "31/10/2014", "PDF", "Chưa tiêu chí nào trích dẫn"} {
			if !strings.Contains(page, want) {
				t.Errorf("the page of the file does not say %q", want)
			}
		}
		again := upload(t, p, "officer:con-cuong", nil, sent{"ban-sao.pdf", pdf})
		if said := words(p.As("officer:con-cuong").Get(again.Header().Get("Location")).Body.String()); !strings.Contains(said, "Tệp giống hệt đã có trong kho: “Báo cáo.pdf”") {
			t.Error("nothing says that the same file is there")
		}
		both := upload(t, p, "officer:con-cuong", nil, sent{"anh.png", picture(t)}, sent{"cai-dat.exe", []byte("MZ")})
		if said := words(p.As("officer:con-cuong").Get(both.Header().Get("Location")).Body.String()); !strings.Contains(said, "Đã nhận 1 tệp.") || !strings.Contains(said, "Không nhận: cai-dat.exe") {
			t.Errorf("of two files, one a program: %s", said)
		}
		list := p.As("officer:con-cuong").Get("/minh-chung?tim=ngan+sach")
		if w := words(list.Body.String()); !strings.Contains(w, "1 dòng") || strings.Contains(w, "anh.png") {
			t.Error("the search does not find the one file")
		}
		if xlsx := p.As("officer:con-cuong").Get("/minh-chung?dang=xlsx"); !strings.HasPrefix(xlsx.Body.String(), "PK") {
			t.Error("no Excel file of the list")
		}
	})
}

func TestDownload_isAFileAndNeverAPage(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", nil, sent{"Báo cáo quý.pdf", pdf})
	w := p.As("officer:con-cuong").Get("/minh-chung/" + id + "/tep?inline=1")
	h := w.Header()
	if w.Code != 200 || !bytes.Equal(w.Body.Bytes(), pdf) || h.Get("Content-Type") != "application/pdf" {
		t.Fatalf("%d, %d bytes of %s", w.Code, w.Body.Len(), h.Get("Content-Type"))
	}
	if !strings.HasPrefix(h.Get("Content-Disposition"), "attachment; filename*=utf-8''B%C3%A1o") || h.Get("X-Content-Type-Options") != "nosniff" ||
		!strings.Contains(h.Get("Content-Security-Policy"), "sandbox") || !strings.Contains(h.Get("Cache-Control"), "no-store") {
		t.Errorf("the heads are %v", h)
	}
	image := brought(t, p, "officer:con-cuong", nil, sent{"anh.png", picture(t)})
	if w := p.As("officer:con-cuong").Get("/minh-chung/" + image + "/xem"); w.Code != 200 || w.Header().Get("Content-Type") != "image/jpeg" || !strings.HasPrefix(w.Body.String(), "\xFF\xD8\xFF") {
		t.Errorf("the preview is %d %s", w.Code, w.Header().Get("Content-Type"))
	}
	if w := p.As("officer:con-cuong").Get("/minh-chung/" + id + "/xem"); w.Code != 404 {
		t.Errorf("a preview of a PDF: %d", w.Code)
	}
}

func TestDownload_isNotSentWhenItsBytesWereChanged(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", nil, sent{"a.pdf", pdf})
	testkit.Exec(t, p.DB, `UPDATE evidence_part SET body = CAST('%PDF-1.4 forged' AS BLOB)`)
	if w := p.As("officer:con-cuong").Get("/minh-chung/" + id + "/tep"); strings.Contains(w.Body.String(), "forged") {
		t.Error("bytes were sent that nobody brought")
	}
}

func TestUpload_refusesWhatAttackersSend(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	for name, c := range map[string]struct {
		files []sent
		says  string
	}{
		"nothing":                       {nil, "Chưa chọn tệp"},
		"a program":                     {[]sent{{"cai-dat.exe", []byte("MZ\x90")}}, "Chỉ nhận PDF"},
		"a program named as a PDF":      {[]sent{{"bao-cao.pdf", []byte("MZ\x90")}}, "tệp chương trình"},
		"two endings":                   {[]sent{{"bao-cao.exe.pdf", pdf}}, "hai đuôi"},
		"a page of HTML":                {[]sent{{"trang.html", []byte("<script>alert(1)</script>")}}, "Chỉ nhận PDF"},
		"a page of HTML named as a PDF": {[]sent{{"trang.pdf", []byte("<script>alert(1)</script>")}}, "không phải loại"},
		"a drawing with a script":       {[]sent{{"anh.svg", []byte("<svg onload=alert(1)>")}}, "Chỉ nhận PDF"},
		"a drawing named as a picture":  {[]sent{{"anh.png", []byte("<svg onload=alert(1)>")}}, "không phải loại"},
		"a PDF named as a picture":      {[]sent{{"anh.png", pdf}}, "nội dung là PDF"},
		"nine files at once":            {[]sent{{"1.pdf", pdf}, {"2.pdf", pdf}, {"3.pdf", pdf}, {"4.pdf", pdf}, {"5.pdf", pdf}, {"6.pdf", pdf}, {"7.pdf", pdf}, {"8.pdf", pdf}, {"9.pdf", pdf}}, "nhiều nhất 8 tệp"},
		"a file of 21 MB":               {[]sent{{"lon.pdf", bytes.Repeat([]byte("x"), 21<<20)}}, "20 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			w := upload(t, p, "officer:con-cuong", nil, c.files...)
			if w.Code != 400 || !strings.Contains(words(w.Body.String()), c.says) {
				t.Errorf("%d: %s", w.Code, words(w.Body.String()))
			}
		})
	}
	if page := p.As("officer:con-cuong").Get("/minh-chung"); !strings.Contains(page.Body.String(), "chưa tải minh chứng nào lên") {
		t.Error("something of it was kept")
	}
}

func TestUpload_keepsNoFolderOfTheName(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", nil, sent{"../../../etc/bao-cao.pdf", pdf})
	if page := p.As("officer:con-cuong").Get("/minh-chung/" + id).Body.String(); strings.Contains(page, "etc") || !strings.Contains(page, "bao-cao.pdf") {
		t.Error("the name still has its folders")
	}
}

// TestUpload_showsWordsAsWords: what people write is never markup.
func TestUpload_showsWordsAsWords(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", url.Values{"mo-ta": {`"><script>alert(1)</script>`}}, sent{"'onerror='alert(1).png", picture(t)})
	for _, address := range []string{"/minh-chung/" + id, "/minh-chung"} {
		if page := p.As("officer:con-cuong").Get(address).Body.String(); strings.Contains(page, "<script>alert") || strings.Contains(page, "'onerror='") {
			t.Errorf("%s holds the script", address)
		}
	}
}

// cites lets the unit's self sheet of the year cite the files.
func cites(t *testing.T, p *province.Province, unit, phase string, ids ...string) {
	t.Helper()
	var entries []string
	for _, id := range ids {
		entries = append(entries, evidence.Ref(id))
	}
	met := true
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative)
			VALUES ($1, $2, $3, 'self', $4, '', 1, $5, 'submitted', $6, '', '', '', '', true)`,
			store.NewID(), p.Season.ID, p.Unit[unit], p.Unit[unit], vi.MustDay("2014-11-20"), store.Text([]scoring.Mark{{Criterion: "2.1", Met: &met, Evidence: entries}}))
		if err == nil {
			_, err = tx.Exec(ctx, `UPDATE season SET phase = $1`, phase)
		}
		return err
	})
}

func TestCited_openToThoseWhoSeeTheSheet(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		plain := brought(t, p, "officer:con-cuong", nil, sent{"bao-cao.pdf", pdf})
		personal := brought(t, p, "officer:con-cuong", url.Values{"nhay-cam": {"co"}}, sent{"anh.png", picture(t)})
		uncited := brought(t, p, "officer:con-cuong", nil, sent{"khac.pdf", append(pdf, '\n')})
		cites(t, p, "con-cuong", string(season.SelfScoring), plain, personal)
		for _, c := range []struct {
			who, id string
			want    int
		}{
			{"officer:con-cuong", plain, 200}, {"leader:con-cuong", personal, 200}, {"officer:con-cuong", uncited, 200},
			{"standing", plain, 200}, {"standing", personal, 200}, {"standing", uncited, 404},
			{"officer:anh-son", plain, 404}, {"head", plain, 404}, {"deputy", plain, 404}, {"member", plain, 404}, {"decider", plain, 404},
			{"admin", plain, 403}, {"inspector", plain, 403},
		} {
			for _, part := range []string{"", "/tep"} {
				if w := p.As(c.who).Get(p.Path("minh-chung", c.id) + part); w.Code != c.want {
					t.Errorf("%s gets %d for %s%s, want %d", c.who, w.Code, c.id, part, c.want)
				}
			}
		}
		testkit.Exec(t, db, `UPDATE season SET phase = 'conference'`)
		for who, want := range map[string]int{"member": 200, "secretary": 200, "officer:anh-son": 404} {
			if w := p.As(who).Get(p.Path("minh-chung", plain, "tep")); w.Code != want {
				t.Errorf("at the conference %s gets %d, want %d", who, w.Code, want)
			}
			if w := p.As(who).Get(p.Path("minh-chung", personal, "xem")); w.Code != 404 {
				t.Errorf("personal data opened to %s: %d", who, w.Code)
			}
		}
		page := words(p.As("officer:con-cuong").Get("/minh-chung/" + plain).Body.String())
		if !strings.Contains(page, "năm 2014: tiêu chí 2.1") {
			t.Error("its own unit does not see where the file is cited")
		}
	})
}

// TestCited_nobodyLendsASightByCitingAnothersFile: a unit that forges another's
// id into its own sheet opens it to nobody.
func TestCited_nobodyLendsASightByCitingAnothersFile(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", nil, sent{"bao-cao.pdf", pdf})
	cites(t, p, "anh-son", string(season.SelfScoring), id)
	for _, who := range []string{"officer:anh-son", "leader:anh-son", "standing"} {
		if w := p.As(who).Get(p.Path("minh-chung", id, "tep")); w.Code != 404 {
			t.Errorf("%s gets %d", who, w.Code)
		}
	}
}

func TestEvidence_isOtherwiseNotThere(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", nil, sent{"bao-cao.pdf", pdf})
	missing := p.As("officer:anh-son").Get("/minh-chung/" + store.NewID())
	for _, address := range []string{"/minh-chung/" + id, "/minh-chung/" + id + "/tep", "/minh-chung/" + id + "/xem"} {
		if w := p.As("officer:anh-son").Get(address); w.Code != 404 {
			t.Errorf("another unit's officer gets %d for %s", w.Code, address)
		}
		if w := p.As("").Get(address); w.Code != 303 && w.Code != 401 || bytes.Contains(w.Body.Bytes(), pdf) {
			t.Errorf("without a session %s answers %d", address, w.Code)
		}
	}
	theirs := p.As("officer:anh-son").Get("/minh-chung/" + id)
	if words(theirs.Body.String()) != words(missing.Body.String()) {
		t.Error("a file of another unit answers otherwise than none")
	}
	for _, form := range []url.Values{{"viec": {"ngung"}, "ly-do": {"x"}}, {"viec": {"ghi"}, "mo-ta": {"x"}}, {"viec": {"dung-lai"}}} {
		if w := p.As("officer:anh-son").Post("/minh-chung/"+id, form); w.Code != 404 {
			t.Errorf("another unit's officer may %s: %d", form.Get("viec"), w.Code)
		}
		if w := p.As("").Post("/minh-chung/"+id, form); w.Code != 401 {
			t.Errorf("nobody may %s: %d", form.Get("viec"), w.Code)
		}
	}
	for _, who := range []string{"head", "standing", "secretary", "admin", "inspector"} {
		if w := p.As(who).Get("/minh-chung"); w.Code != 403 {
			t.Errorf("%s has a library: %d", who, w.Code)
		}
	}
}

func TestReads_standInTheJournal(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	plain := brought(t, p, "officer:con-cuong", nil, sent{"bao-cao.pdf", pdf})
	personal := brought(t, p, "officer:con-cuong", url.Values{"nhay-cam": {"co"}}, sent{"anh.png", picture(t)})
	cites(t, p, "con-cuong", string(season.SelfScoring), plain)
	entries := func() (n int) {
		testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
			n, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE act = 'read_sensitive' AND object LIKE 'evidence:%'`)
			return err
		})
		return n
	}
	for _, c := range []struct {
		who, address string
		want         int
	}{
		{"officer:con-cuong", "/minh-chung/" + plain + "/tep", 0},
		{"standing", p.Path("minh-chung", plain, "tep"), 1},
		{"officer:anh-son", p.Path("minh-chung", plain, "tep"), 1}, // refused: nothing was read
		{"officer:con-cuong", "/minh-chung/" + personal + "/xem", 2},
		{"leader:con-cuong", "/minh-chung/" + personal + "/tep", 3},
	} {
		p.As(c.who).Get(c.address)
		if n := entries(); n != c.want {
			t.Errorf("after %s read %s: %d entries, want %d", c.who, c.address, n, c.want)
		}
	}
	if page := p.As("officer:con-cuong").Get("/minh-chung/" + personal).Body.String(); strings.Contains(page, "<img") || !strings.Contains(page, "Xem ảnh (ghi nhật ký)") {
		t.Error("personal data shows before it is asked for")
	}
}

func TestRetire_takesItFromTheListAndBack(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", nil, sent{"bao-cao.pdf", pdf})
	desk := p.As("officer:con-cuong")
	if w := desk.Post("/minh-chung/"+id, url.Values{"viec": {"ngung"}}); w.Code != 400 || !strings.Contains(w.Body.String(), "Phải ghi lý do") {
		t.Errorf("retired without a reason: %d", w.Code)
	}
	if w := desk.Post("/minh-chung/"+id, url.Values{"viec": {"ngung"}, "ly-do": {"Bản nháp"}}); w.Code != 303 {
		t.Fatalf("%d", w.Code)
	}
	if strings.Contains(desk.Get("/minh-chung").Body.String(), "bao-cao.pdf") || !strings.Contains(desk.Get("/minh-chung?tt=ngung").Body.String(), "bao-cao.pdf") {
		t.Error("a retired file still shows, or shows nowhere")
	}
	if w := desk.Post("/minh-chung/"+id, url.Values{"viec": {"dung-lai"}}); w.Code != 303 || !strings.Contains(desk.Get("/minh-chung").Body.String(), "bao-cao.pdf") {
		t.Errorf("not in use again: %d", w.Code)
	}
}
