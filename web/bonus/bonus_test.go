package bonus_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"thidua/access"
	"thidua/award"
	"thidua/bonus"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// purse is a province in September 2026, whose law of bonus money was read, with
// a decision of four awards by somebody else and a fund.
type purse struct {
	*province.Province
	t        *testing.T
	decision string // address of its payments
}

var today = vi.MustDay("2026-09-01")

func begin(t *testing.T, db *store.DB) purse {
	t.Helper()
	db.SetClock(func() time.Time { return time.Date(2026, 9, 1, 2, 0, 0, 0, time.UTC) })
	p := purse{Province: province.New(t, db, province.Phase(season.Awarding)), t: t}
	by := access.Actor{Name: "Người quyết định", Role: access.Decider, Person: p.People["standing3"].ID}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		d := award.Decision{Number: "155/QĐ-UBND", Day: vi.MustDay("2026-08-20"), Authority: "Chủ tịch UBND tỉnh Nghệ An", Signer: "Chủ tịch thử"}
		of := func(kind award.Recipient, name string, title award.Code, words string) award.Award {
			return award.Award{Kind: kind, Name: name, UnitName: "Tỉnh thử", Title: title, TitleName: words, Year: 2025, Achievement: "Hoàn thành xuất sắc nhiệm vụ"}
		}
		id, err := award.Record(ctx, tx, by, today, d, []award.Award{
			of(award.Collective, "Huyện Con Cuông", "province_flag", "Cờ thi đua của Ủy ban nhân dân tỉnh"),
			of(award.Collective, "Huyện Con Cuông", "excellent_collective", "Tập thể lao động xuất sắc"),
			of(award.Individual, "Người thử", "advanced_worker", "Lao động tiên tiến"),
			of(award.Individual, "Người thử khác", "labour_order", "Huân chương Lao động hạng Ba"),
		})
		if err != nil {
			return err
		}
		recorded, awards, err := award.Of(ctx, tx, id, award.Whole)
		if err != nil {
			return err
		}
		p.decision = "/tien-thuong/quyet-dinh/" + id
		return bonus.List(ctx, tx, by, today, bonus.PaymentsOf(recorded, awards))
	})
	return p
}

func (p purse) page(who, address string) province.Node {
	p.t.Helper()
	return province.Page(p.t, p.As(who).Get(address), http.StatusOK)
}

func (p purse) does(who, address string, form url.Values) {
	p.t.Helper()
	if w := p.As(who).Post(address, form); w.Code != http.StatusSeeOther {
		p.t.Fatalf("%s by %s: %s", form.Get("viec"), who, province.Page(p.t, w, w.Code).Only(p.t, "main").Text())
	}
}

// entry is money in or out of the province's fund of 2026.
func entry(kind, vnd string) url.Values {
	return url.Values{"viec": {"ghi"}, "year": {"2026"}, "level": {"province"}, "kind": {kind}, "vnd": {vnd}, "day": {"01/09/2026"}, "document": {"PT 01"}}
}

// payment is the id of the award's payment.
func (p purse) payment(code award.Code) (id string) {
	p.t.Helper()
	testkit.Write(p.t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		all, err := bonus.Payments(ctx, tx)
		for _, x := range all {
			if x.Code == bonus.Code(code) {
				id = x.ID
			}
		}
		return err
	})
	return id
}

func TestPayments_eachTellsItsArithmetic(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := begin(t, db)
		text := p.page("decider", p.decision).Only(t, "main").Text()
		for _, want := range []string{
			"Tiền thưởng theo Quyết định số 155/QĐ-UBND, 20/08/2026",
			"8 × 2.530.000 đồng = 20.240.000 đồng (Nghị định 152/2025/NĐ-CP, Điều 50; lương cơ sở: Nghị định 161/2026/NĐ-CP, Điều 3 khoản 2)",
			"0,3 × 2.530.000 đồng = 759.000 đồng, làm tròn lên đến chục nghìn thành 760.000 đồng",
			"Cùng lúc, cùng kỳ 2025 được tặng", "chỉ hưởng mức cao nhất (Nghị định 152/2025/NĐ-CP, Điều 49)",
			"Tổng số tiền đã tính được: 21.000.000 đồng.",
			"Chưa tính: chưa kiểm chứng được",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in %s", want, text)
			}
		}
		if len(p.page("decider", p.decision).Find("main form[method=post]")) > 0 {
			t.Error("the decider is offered to pay")
		}
		for _, who := range []string{"standing", "secretary", "decider", "inspector"} {
			if w := p.As(who).Get("/tien-thuong?dang=xlsx"); w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Type"), "spreadsheet") {
				t.Errorf("the list as Excel for %s: %d %s", who, w.Code, w.Header().Get("Content-Type"))
			}
		}
	})
}

func TestPay_onceFromTheFundThroughThePages(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := begin(t, db)
		flag := p.payment("province_flag")
		pay := url.Values{"viec": {"chi"}, "payments": {flag}, "fund": {"2026/province"}, "day": {"01/09/2026"}, "document": {"PC 05"}}
		refused := func(who string, form url.Values, status int, want string) {
			t.Helper()
			text := province.Page(t, p.As(who).Post(p.decision, form), status).Only(t, "main").Text()
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in %s", want, text)
			}
		}
		refused("standing", pay, http.StatusConflict, "còn 0 đồng, không chi được 20.240.000 đồng")
		p.does("standing", "/tien-thuong/quy", entry("budget", "20.500.000"))
		refused("standing3", pay, http.StatusForbidden, "Người ghi quyết định khen thưởng không ghi chi tiền")
		p.does("standing", p.decision, pay)
		refused("standing", pay, http.StatusBadRequest, "khoản này đang ở trạng thái “Đã chi”")
		refused("standing2", url.Values{"viec": {"chi"}, "payments": {p.payment("advanced_worker")}, "fund": {"2026/province"}, "day": {"01/09/2026"}, "document": {"PC 06"}},
			http.StatusConflict, "còn 260.000 đồng, không chi được 760.000 đồng")
		if n := len(p.page("standing", p.decision).Find("main input[name=payments]")); n != 1 {
			t.Errorf("%d payments wait", n)
		}
		ledger := p.page("inspector", "/tien-thuong/quy/2026/province").Only(t, "main").Text()
		for _, want := range []string{"20.500.000", "20.240.000", "Huyện Con Cuông, Cờ thi đua của Ủy ban nhân dân tỉnh, Quyết định số 155/QĐ-UBND"} {
			if !strings.Contains(ledger, want) {
				t.Errorf("%q is missing in %s", want, ledger)
			}
		}
	})
}

func TestFund_refusesBesideTheField(t *testing.T) {
	p := begin(t, testkit.SQLite(t))
	for name, c := range map[string]struct {
		change map[string]string
		field  string
		status int
	}{
		"a year in words":     {map[string]string{"year": "năm nay"}, "year", http.StatusBadRequest},
		"half a đồng":         {map[string]string{"vnd": "0,5"}, "vnd", http.StatusBadRequest},
		"words for an amount": {map[string]string{"vnd": "mười"}, "vnd", http.StatusBadRequest},
		"less than nothing":   {map[string]string{"vnd": "-5"}, "vnd", http.StatusBadRequest},
		"no document":         {map[string]string{"document": " "}, "document", http.StatusBadRequest},
		"a day to come":       {map[string]string{"day": "02/09/2026"}, "day", http.StatusBadRequest},
		"no such day":         {map[string]string{"day": "31/02/2026"}, "day", http.StatusBadRequest},
		"no such level":       {map[string]string{"level": "galaxy"}, "level", http.StatusBadRequest},
		"bonus money by hand": {map[string]string{"kind": "bonus"}, "kind", http.StatusBadRequest},
		"more than it holds":  {map[string]string{"kind": "items", "vnd": "1"}, "vnd", http.StatusConflict},
	} {
		t.Run(name, func(t *testing.T) {
			form := entry("budget", "1.000.000")
			for k, v := range c.change {
				form.Set(k, v)
			}
			page := province.Page(t, p.As("standing").Post("/tien-thuong/quy", form), c.status)
			if got := page.Only(t, "#o-"+c.field).Attr("aria-invalid"); got != "true" {
				t.Errorf("the field is marked %q: %s", got, page.Only(t, "main").Text())
			}
		})
	}
}

func TestFund_aMistakeIsTakenBackByAnEntry(t *testing.T) {
	p := begin(t, testkit.SQLite(t))
	p.does("standing", "/tien-thuong/quy", entry("budget", "1.000.000"))
	p.does("standing", "/tien-thuong/quy", entry("budget", "9.000.000"))
	ledger := "/tien-thuong/quy/2026/province"
	options := p.page("standing", ledger).Find("main select[name=entry] option")
	if len(options) != 3 {
		t.Fatalf("%d options", len(options))
	}
	wrong := url.Values{"viec": {"dieu-chinh"}, "entry": {options[2].Attr("value")}, "reason": {"Ghi nhầm một số không"}}
	p.does("standing", ledger, wrong)
	if w := p.As("standing").Post(ledger, wrong); w.Code < 400 {
		t.Errorf("taken back twice: %d", w.Code)
	}
	text := p.page("standing", ledger).Only(t, "main").Text()
	for _, want := range []string{"Lấy lại 9.000.000 đồng: Ghi nhầm một số không", "9.000.000", "1.000.000"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
}

func TestMoney_formsOfOthersAreRefusedAndChangeNothing(t *testing.T) {
	p := begin(t, testkit.SQLite(t))
	p.does("standing", "/tien-thuong/quy", entry("budget", "90.000.000"))
	ledger := "/tien-thuong/quy/2026/province"
	flag, order := p.payment("province_flag"), p.payment("labour_order")
	forms := map[string]struct {
		to   string
		send url.Values
	}{
		"enter":   {"/tien-thuong/quy", entry("budget", "1")},
		"correct": {ledger, url.Values{"viec": {"dieu-chinh"}, "entry": {p.page("standing", ledger).Find("main select[name=entry] option")[1].Attr("value")}, "reason": {"thử"}}},
		"pay":     {p.decision, url.Values{"viec": {"chi"}, "payments": {flag}, "fund": {"2026/province"}, "day": {"01/09/2026"}, "document": {"PC 05"}}},
		"amount":  {p.decision, url.Values{"viec": {"so-tien"}, "payment": {order}, "vnd": {"5.000.000"}, "document": {"Công văn 7"}}},
	}
	before := testkit.Digest(t, p.DB, "session")
	for _, who := range []string{"", "officer:con-cuong", "leader:ky-son", "head", "deputy", "admin", "inspector", "member", "secretary", "decider"} {
		for name, f := range forms {
			if w := p.As(who).Post(f.to, f.send); w.Code < 400 {
				t.Errorf("%s by %q answers %d", name, who, w.Code)
			}
			p.As(who).Get(f.to + "?" + f.send.Encode())
		}
	}
	for name, f := range forms {
		p.As("standing").Get(f.to + "?" + f.send.Encode()) // an act by an address alone
		f.send.Set("payments", "01J00000000000000000000000")
		f.send.Set("payment", "01J00000000000000000000000")
		f.send.Set("entry", "01J00000000000000000000000")
		if name == "enter" {
			continue
		}
		if w := p.As("standing").Post(f.to, f.send); w.Code < 400 {
			t.Errorf("%s with a forged id answers %d", name, w.Code)
		}
	}
	for _, who := range []string{"officer:con-cuong", "leader:ky-son", "head", "member", "admin"} {
		for _, address := range []string{"/tien-thuong", p.decision, "/tien-thuong/quy", ledger, "/tien-thuong?dang=xlsx"} {
			if w := p.As(who).Get(address); w.Code != http.StatusForbidden {
				t.Errorf("%s is open to %s: %d", address, who, w.Code)
			}
		}
	}
	if after := testkit.Digest(t, p.DB, "session"); after != before {
		t.Error("something changed: " + testkit.Differ(before, after))
	}
}
