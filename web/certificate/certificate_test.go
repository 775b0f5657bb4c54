package certificate_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thidua/access"
	"thidua/award"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/oldfont"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// begin is a province whose register has one decision of two giấy khen.
func begin(t *testing.T, db *store.DB) (p *province.Province, decision string) {
	t.Helper()
	return beginWith(t, db, "Lương Thị Ước", "Lô Văn Thái")
}

// beginWith is a province whose register has one decision of giấy khen for these
// people.
func beginWith(t *testing.T, db *store.DB, names ...string) (p *province.Province, decision string) {
	t.Helper()
	p = province.New(t, db, province.Phase(season.SelfScoring))
	var awards []award.Award
	for _, name := range names {
		awards = append(awards, award.Award{Kind: award.Individual, Name: name, UnitName: "Huyện Con Cuông", Title: "certificate_of_praise", TitleName: "Giấy khen", Year: 2013, Achievement: "đã có thành tích xuất sắc", Sample: true})
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		decision, err = award.Record(ctx, tx, access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}, vi.MustDay("2014-11-22"),
			award.Decision{Number: "155/QĐ-UBND", Day: vi.MustDay("2014-01-20"), Authority: "Chủ tịch UBND huyện Con Cuông", Sample: true}, awards)
		return err
	})
	return p, decision
}

func acts(t *testing.T, d province.Desk, address string, form url.Values) string {
	t.Helper()
	w := d.Post(address, form)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%s answers %d: %s", address, w.Code, province.Page(t, w, w.Code).Only(t, "main").Text())
	}
	return w.Header().Get("Location")
}

// laid enters a blank with its places, as the page offers them, and ten sheets.
func laid(t *testing.T, d province.Desk) (blank, editor string) {
	t.Helper()
	blank = acts(t, d, "/bang-khen", url.Values{"viec": {"them"}, "name": {"Giấy khen A4"}, "width": {"297"}, "height": {"210"}})
	editor = blank + "/certificate_of_praise/individual"
	acts(t, d, editor, placed(t, d, editor))
	acts(t, d, blank, url.Values{"viec": {"nhap"}, "first": {"101"}, "last": {"110"}, "document": {"Phiếu nhập 1"}})
	return blank, editor
}

// placed is the editor's form as it stands, with the words it needs.
func placed(t *testing.T, d province.Desk, editor string) url.Values {
	t.Helper()
	main := province.Page(t, d.Get(editor), http.StatusOK).Only(t, "main")
	form := url.Values{"viec": {"ghi"}}
	for _, in := range main.Find("input") {
		if in.Attr("type") != "checkbox" || hasAttr(in, "checked") {
			form.Set(in.Attr("name"), in.Attr("value"))
		}
	}
	for _, s := range main.Find("select") {
		for _, o := range s.Find("option") {
			if hasAttr(o, "selected") {
				form.Set(s.Attr("name"), o.Attr("value"))
			}
		}
	}
	form.Set("place_day.words", "Con Cuông")
	form.Set("signer_post.words", "CHỦ TỊCH")
	return form
}

func hasAttr(n province.Node, name string) bool {
	for _, a := range n.Node.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func TestCertificates_fromTheBlankToTheCheck(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p, decision := begin(t, db)
		d := p.As("standing")
		blank, editor := laid(t, d)
		boxes := province.Page(t, d.Get(editor), http.StatusOK).Find("svg g")
		drawn := slices.DeleteFunc(slices.Clone(boxes), func(g province.Node) bool { return g.Attr("display") == "none" })
		if len(boxes) != 15 || len(drawn) != 14 {
			t.Errorf("%d boxes, %d of them drawn", len(boxes), len(drawn))
		}
		at := "/bang-khen/quyet-dinh/" + decision
		acts(t, d, at, url.Values{"viec": {"in"}, "blank": {strings.TrimPrefix(blank, "/bang-khen/phoi/")}, "from": {"105"}})
		page := province.Page(t, d.Get(at), http.StatusOK).Only(t, "main")
		if text := page.Text(); !strings.Contains(text, "phôi số 105") || !strings.Contains(text, "phôi số 106") {
			t.Error(text)
		}
		if text := province.Page(t, d.Get(blank), http.StatusOK).Only(t, "#ton").Text(); !strings.Contains(text, "còn 8 tờ") {
			t.Error(text)
		}
		batch := regexp.MustCompile(`/bang-khen/lan-in/\w+`).FindString(d.Get(at).Body.String())
		w := d.Get(batch)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/pdf" || !bytes.HasPrefix(w.Body.Bytes(), []byte("%PDF-")) {
			t.Errorf("%s answers %d", batch, w.Code)
		}
		shop := d.Get(at + "/tcvn3.txt")
		if text, coded, err := oldfont.Text(shop.Body.Bytes()); err != nil || coded != "TCVN3" || !strings.Contains(text, "1\tcá nhân\tLương Thị Ước\tHuyện Con Cuông\tGiấy khen") || !strings.Contains(shop.Header().Get("Content-Disposition"), "attachment") {
			t.Errorf("%q %s %v", text, coded, err)
		}
		for _, address := range []string{at + "/in-thu.pdf?phoi=" + strings.TrimPrefix(blank, "/bang-khen/phoi/"), blank + "/can-chinh.pdf"} {
			if w := d.Get(address); w.Code != http.StatusOK || !bytes.HasPrefix(w.Body.Bytes(), []byte("%PDF-")) {
				t.Errorf("%s answers %d", address, w.Code)
			}
		}
		anybodyChecks(t, p, db)
	})
}

// firstCode is what the first certificate's QR code leads to.
func firstCode(t *testing.T, db *store.DB) (code string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		code, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT code FROM certificate_code WHERE place = 1`)
		return err
	})
	return code
}

// anybodyChecks opens the public page without a session.
func anybodyChecks(t *testing.T, p *province.Province, db *store.DB) {
	main := province.Page(t, p.As("").Get("/kiem-tra/"+firstCode(t, db)), http.StatusOK).Only(t, "main")
	text := main.Text()
	for _, says := range []string{"Có hiệu lực", "Lương Thị Ước (cá nhân)", "Giấy khen", "Số 155/QĐ-UBND ngày 20 tháng 01 năm 2014", "Chủ tịch UBND huyện Con Cuông", "số liệu minh họa"} {
		if !strings.Contains(text, says) {
			t.Errorf("the page does not say %q: %s", says, text)
		}
	}
	for _, hides := range []string{"Lô Văn Thái", "thành tích xuất sắc", "105", "Số sổ vàng"} {
		if strings.Contains(text, hides) {
			t.Errorf("the page says %q", hides)
		}
	}
	unknown := p.As("").Get("/kiem-tra/" + strings.Repeat("a", 26))
	if text := province.Page(t, unknown, http.StatusNotFound).Only(t, "main").Text(); !strings.Contains(text, "Không có bằng nào mang mã này") {
		t.Error(text)
	}
}

func TestCertificates_refuseByRoleAndKeepWhatWasTyped(t *testing.T) {
	p, decision := begin(t, testkit.SQLite(t))
	d := p.As("standing")
	blank, editor := laid(t, d)
	at := "/bang-khen/quyet-dinh/" + decision
	for _, who := range []string{"officer:con-cuong", "leader:con-cuong", "head", "deputy", "member", "decider", "admin", "inspector"} {
		for _, address := range []string{"/bang-khen", blank, editor, at, blank + "/anh", blank + "/can-chinh.pdf", at + "/tcvn3.txt"} {
			if w := p.As(who).Get(address); w.Code != http.StatusForbidden {
				t.Errorf("%s gets %d at %s", who, w.Code, address)
			}
		}
	}
	form := placed(t, d, editor)
	form.Set("name.x", "1,25")
	main := province.Page(t, d.Post(editor, form), http.StatusBadRequest).Only(t, "main")
	if in := main.Only(t, "input[name=name.x]"); in.Attr("value") != "1,25" || in.Attr("aria-invalid") != "true" {
		t.Errorf("the cell is not marked: %v", in.Node.Attr)
	}
}

func TestPicture_isShownUnderTheFields(t *testing.T) {
	p, _ := begin(t, testkit.SQLite(t))
	d := p.As("standing")
	blank, editor := laid(t, d)
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 297, 210))); err != nil {
		t.Fatal(err)
	}
	if w := d.Send(blank, url.Values{"viec": {"anh"}}, "picture", "phoi.png", file.Bytes()); w.Code != http.StatusSeeOther {
		t.Fatalf("%d", w.Code)
	}
	shown := province.Page(t, d.Get(editor), http.StatusOK).Only(t, "svg image").Attr("href")
	if w := d.Get(shown); w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/png" || !bytes.Equal(w.Body.Bytes(), file.Bytes()) {
		t.Errorf("%s answers %d", shown, w.Code)
	}
}

func TestDecision_ofManyCertificatesIsPagedAndPrintsThoseTicked(t *testing.T) {
	var names []string
	for n := range 130 {
		names = append(names, fmt.Sprintf("Lương Thị Ước %03d", n+1))
	}
	p, decision := beginWith(t, testkit.SQLite(t), names...)
	d := p.As("standing")
	blank, _ := laid(t, d)
	at := "/bang-khen/quyet-dinh/" + decision
	ticks := func(address string) []province.Node {
		w := d.Get(address)
		if size := w.Body.Len(); size > 100_000 {
			t.Errorf("%s is %d bytes", address, size)
		}
		return province.Page(t, w, http.StatusOK).Find("input[name=places]")
	}
	if first, third := ticks(at), ticks(at+"?trang=3"); len(first) != 50 || len(third) != 30 || third[0].Attr("value") != "101" || third[0].Attr("form") != "in-bang" {
		t.Errorf("%d on the first page, %d on the third", len(first), len(third))
	}
	if found := ticks(at + "?tim=uoc+128"); len(found) != 1 || found[0].Attr("value") != "128" {
		t.Errorf("found %d", len(found))
	}
	order := url.Values{"viec": {"in"}, "blank": {strings.TrimPrefix(blank, "/bang-khen/phoi/")}, "places": {"101", "128"}, "from": {"một"}}
	main := province.Page(t, d.Post(at+"?trang=3", order), http.StatusBadRequest).Only(t, "main")
	for _, in := range main.Find("input[name=places]") {
		if place := in.Attr("value"); hasAttr(in, "checked") != (place == "101" || place == "128") {
			t.Errorf("after a refusal the tick of %s is %v", place, hasAttr(in, "checked"))
		}
	}
	order.Set("from", "103")
	acts(t, d, at+"?trang=3", order)
	if text := province.Page(t, d.Get(at+"?trang=3"), http.StatusOK).Only(t, "main").Text(); strings.Count(text, "phôi số 10") != 2 || !strings.Contains(text, "phôi số 104") {
		t.Error(text)
	}
}

func TestBlank_pagesWhatHappenedToItsSheets(t *testing.T) {
	p, _ := begin(t, testkit.SQLite(t))
	d := p.As("standing")
	blank, _ := laid(t, d)
	for n := range 60 {
		acts(t, d, blank, url.Values{"viec": {"nhap"}, "first": {strconv.Itoa(1000 + 2*n)}, "last": {strconv.Itoa(1001 + 2*n)}, "document": {fmt.Sprintf("Phiếu nhập %d", n+2)}})
	}
	acts(t, d, blank, url.Values{"viec": {"hong"}, "number": {"1007"}, "reason": {"Lem mực"}})
	rows := func(query string) []province.Node {
		return province.Page(t, d.Get(blank+query), http.StatusOK).Find("tbody tr")
	}
	if first, second := len(rows("")), len(rows("?trang=2")); first != 50 || second != 12 {
		t.Errorf("%d on the first page, %d on the second", first, second)
	}
	if spoiled := rows("?loai=hong"); len(spoiled) != 1 || !strings.Contains(spoiled[0].Text(), "Lem mực") {
		t.Errorf("%d spoiled", len(spoiled))
	}
}
