package dossier_test

import (
	"archive/zip"
	"bytes"
	"context"
	"image"
	"image/png"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/document"
	"thidua/evidence"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

// attached puts files of Con Cuông into its dossier: a PDF and one that only its
// own people and the standing body may open.
func (y year) attached(t *testing.T, at string) (pdf []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := document.WritePDF(&b, &document.Doc{Layout: document.Decree30, TypeName: "BÁO CÁO", Body: []document.Block{document.Text("Thành tích của huyện")}}); err != nil {
		t.Fatal(err)
	}
	by := access.Actor{Name: "Cán bộ", Role: access.EmulationOfficer, Unit: y.Unit["con-cuong"]}
	for _, f := range []struct {
		name, kind string
		body       []byte
		sensitive  bool
	}{{"Báo cáo thành tích.pdf", "achievement_report", b.Bytes(), false}, {"Biên bản kín.png", "review_minutes", scan(t), true}} {
		var id string
		testkit.Write(t, y.DB, func(ctx context.Context, tx *store.Tx) error {
			e, _, err := evidence.Add(ctx, tx, by, day, by.Unit, evidence.File{Name: f.name, Size: int64(len(f.body)), Body: bytes.NewReader(f.body)}, evidence.About{Sensitive: f.sensitive})
			id = e.ID
			return err
		})
		led(t, y.As("officer:con-cuong").Post(at, url.Values{"viec": {"dinh-kem"}, "kind": {f.kind}, "file": {id}}))
	}
	return b.Bytes()
}

func scan(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 60))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// names are the files of a zip, and the bytes of the one whose name ends so.
func names(t *testing.T, body []byte, ending string) (all []string, found []byte) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		all = append(all, f.Name)
		if strings.HasSuffix(f.Name, ending) {
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if _, err := b.ReadFrom(in); err != nil {
				t.Fatal(err)
			}
			found = b.Bytes()
		}
	}
	return all, found
}

func (y year) exports(t *testing.T, path string) (n int) {
	t.Helper()
	if err := y.DB.Read(context.Background(), func(tx *store.Tx) (err error) {
		n, err = store.One(context.Background(), tx, func(n *int) []any { return []any{n} }, `SELECT COUNT(*) FROM journal WHERE act = 'export' AND object = $1`, "page:"+path)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestPackage_leavesWholeForThoseWhoMayReadIt(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		at := y.nominate(t, y.flag())
		pdf := y.attached(t, at)
		report := "01-bao-cao-thanh-tich"
		for who, sees := range map[string]int{"head": 4, "officer:con-cuong": 5, "standing": 5} {
			w := y.As(who).Get(at + "/ho-so.zip")
			if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/zip" {
				t.Fatalf("%s: %d", who, w.Code)
			}
			all, sums := names(t, w.Body.Bytes(), ".txt")
			if len(all) != sees || all[0] != "00-muc-luc.pdf" || len(sums) == 0 {
				t.Errorf("%s: %q", who, all)
			}
			if _, got := names(t, w.Body.Bytes(), "bao-cao-thanh-tich.pdf"); !bytes.Equal(got, pdf) {
				t.Errorf("%s: %s is not the file attached: %q", who, report, all)
			}
		}
		if n := y.exports(t, at+"/ho-so.zip"); n != 3 {
			t.Errorf("%d exports stand in the journal", n)
		}
		text := pdfText(t, y.As("head").Get(at+"/ho-so.pdf").Body.Bytes())
		for _, says := range []string{"MỤC LỤC HỒ SƠ", "Trang 1/2", "Thành tích của huyện", "Trang 2/2"} {
			if !strings.Contains(text, says) {
				t.Errorf("the one PDF does not say %q: %s", says, text)
			}
		}
	})
}

func TestPackage_ofTheWholeYearHasAFolderForEachDossier(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		y.attached(t, y.nominate(t, y.flag()))
		guest := y.flag()
		guest.Set("unit", "")
		guest.Set("candidate", "Xã Thanh Lĩnh")
		y.nominate(t, guest)
		w := y.As("standing").Get(y.Path("de-nghi", "ho-so.zip"))
		if w.Code != http.StatusOK {
			t.Fatal(w.Code)
		}
		all, _ := names(t, w.Body.Bytes(), ".txt")
		folders := map[string]int{}
		for _, name := range all {
			folder, _, _ := strings.Cut(name, "/")
			folders[folder]++
		}
		if len(folders) != 2 || folders["0001-huyen-con-cuong-co-thi-dua-cua-chinh-phu"] != 5 || folders["0002-xa-thanh-linh-co-thi-dua-cua-chinh-phu"] != 3 {
			t.Errorf("%v", folders)
		}
		if n := y.exports(t, y.Path("de-nghi", "ho-so.zip")); n != 1 {
			t.Errorf("%d exports stand in the journal", n)
		}
	})
}

func TestPackage_isRefusedAsThePageIs(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	at := y.nominate(t, y.flag())
	for _, file := range []string{"/ho-so.zip", "/ho-so.pdf", "/bao-cao-thanh-tich.docx", "/bao-cao-thanh-tich.pdf"} {
		for who, want := range map[string]int{"officer:ky-son": http.StatusForbidden, "admin": http.StatusForbidden} {
			if got := y.As(who).Get(at + file).Code; got != want {
				t.Errorf("%s%s: %d", who, file, got)
			}
		}
		if got := y.As("head").Get(y.Path("de-nghi", "khong-co") + file).Code; got != http.StatusNotFound {
			t.Errorf("a dossier that is not there, %s: %d", file, got)
		}
		if n := y.exports(t, at+file); n != 0 {
			t.Errorf("%s: a refusal is no export", file)
		}
	}
	if got := y.As("officer:con-cuong").Get(y.Path("de-nghi", "ho-so.zip")).Code; got != http.StatusForbidden {
		t.Errorf("a unit takes every dossier: %d", got)
	}
}

func TestAchievementReport_isADraftFromTheRecords(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	at := y.nominate(t, y.flag())
	w := y.As("officer:con-cuong").Get(at + "/bao-cao-thanh-tich.pdf")
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), "du-thao-bao-cao-thanh-tich.pdf") {
		t.Fatalf("%d %s", w.Code, w.Header())
	}
	text := pdfText(t, w.Body.Bytes())
	for _, says := range []string{"SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "Chương trình chưa có mẫu", "Sổ khen thưởng chưa ghi lần nào"} {
		if !strings.Contains(text, says) {
			t.Errorf("the report does not say %q: %s", says, text)
		}
	}
	if w := y.As("head").Get(at + "/bao-cao-thanh-tich.docx"); w.Code != http.StatusOK || !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) {
		t.Errorf("Word: %d", w.Code)
	}
	if page := y.As("head").Get(at).Body.String(); !strings.Contains(page, at+"/ho-so.zip") || !strings.Contains(page, y.Path("de-nghi", "ho-so.zip")) {
		t.Error("the page does not lead to the package")
	}
	if page := y.As("officer:ky-son").Get(at).Body.String(); slices.ContainsFunc([]string{"ho-so.zip", "bao-cao-thanh-tich"}, func(link string) bool { return strings.Contains(page, link) }) {
		t.Error("another unit is led to what it may not have")
	}
}

func pdfText(t *testing.T, pdf []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (poppler-utils): %v", err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}
