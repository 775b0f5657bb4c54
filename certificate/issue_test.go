package certificate_test

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"thidua/access"
	"thidua/award"
	"thidua/certificate"
	"thidua/internal/testkit"
	"thidua/oldfont"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	ctx      = context.Background()
	today    = vi.MustDay("2026-02-10")
	standing = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
	praised  = certificate.For{Title: "certificate_of_praise", Kind: award.Individual}
)

// room is a register with one decision and a counted blank of ten sheets.
type room struct {
	t               testing.TB
	db              *store.DB
	decision, blank string
}

func begin(t testing.TB, db *store.DB, awards int) *room {
	r := &room{t: t, db: db}
	r.does(func(tx *store.Tx) (err error) {
		var all []award.Award
		for i := range awards {
			a := praise(fmt.Sprintf("Lương Thị Ước %d", i+1))
			a.ID, a.Place, a.Sample = "", 0, true
			all = append(all, a)
		}
		d := praise("").By
		d.Sample, d.Kind = true, award.Grant
		if r.decision, err = award.Record(ctx, tx, standing, today, d, all); err != nil {
			return err
		}
		b := a4
		b.Sample = true
		if r.blank, err = certificate.Define(ctx, tx, standing, today, b); err != nil {
			return err
		}
		if err := certificate.SetLayout(ctx, tx, standing, today, r.blank, praised, starting()); err != nil {
			return err
		}
		return certificate.Receive(ctx, tx, standing, today, r.blank, certificate.Receipt{First: 101, Last: 110, Document: "Phiếu nhập 1"})
	})
	return r
}

func (r *room) does(work func(tx *store.Tx) error) {
	r.t.Helper()
	testkit.Write(r.t, r.db, func(_ context.Context, tx *store.Tx) error { return work(tx) })
}

// refuses does an act that must be refused for the field.
func (r *room) refuses(kind refusal.Kind, field string, work func(tx *store.Tx) error) {
	r.t.Helper()
	err := testkit.Try(r.db, func(_ context.Context, tx *store.Tx) error { return work(tx) })
	if all := refusal.All(err); len(all) == 0 || all[0].Kind != kind || all[0].Field != field {
		r.t.Errorf("want %s of %q, got %v", kind, field, err)
	}
}

func (r *room) issue(o certificate.Order) (batch string) {
	r.t.Helper()
	o.Decision, o.Blank = r.decision, r.blank
	r.does(func(tx *store.Tx) (err error) {
		batch, err = certificate.Issue(ctx, tx, standing, today, award.Whole, o)
		return err
	})
	return batch
}

func (r *room) balance() (b certificate.Balance) {
	r.does(func(tx *store.Tx) error {
		s, err := certificate.StockOf(ctx, tx, r.blank)
		if err != nil {
			return err
		}
		b = s.Balance()
		all, err := certificate.Balances(ctx, tx)
		if all[r.blank] != b {
			r.t.Errorf("counted in the store: %+v, from the sheets: %+v", all[r.blank], b)
		}
		return err
	})
	return b
}

func (r *room) write(batch string) []byte {
	r.t.Helper()
	var out bytes.Buffer
	r.does(func(tx *store.Tx) error {
		b, err := certificate.BatchByID(ctx, tx, batch, award.Whole)
		if err != nil {
			return err
		}
		return b.Write(&out, "https://thidua.example.vn")
	})
	return out.Bytes()
}

func TestIssue_takesSheetsSpoilsOneAndPrintsAgainForAReason(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		r := begin(t, db, 3)
		first := r.issue(certificate.Order{From: 105})
		if b := r.balance(); b != (certificate.Balance{In: 10, Issued: 3}) {
			t.Fatalf("%+v", b)
		}
		pdf := r.write(first)
		if text := textOf(t, pdf); !strings.Contains(text, "Lương Thị Ước 2") || !strings.Contains(text, "Số sổ vàng: 3") || strings.Count(text, "Số liệu minh họa") != 3 {
			t.Error(text)
		}
		again := certificate.Order{Places: []int{2}}
		r.refuses(refusal.Invalid, "reason", func(tx *store.Tx) error {
			_, err := certificate.Issue(ctx, tx, standing, today, award.Whole, certificate.Order{Decision: r.decision, Blank: r.blank, Places: []int{2}})
			return err
		})
		r.does(func(tx *store.Tx) error {
			return certificate.Spoil(ctx, tx, standing, today, r.blank, certificate.Spoiled{Number: 106, Reason: "Kẹt giấy"})
		})
		r.issue(again) // the spoiled one needs no other reason
		if b := r.balance(); b != (certificate.Balance{In: 10, Issued: 3, Spoiled: 1}) || b.Left() != 6 {
			t.Fatalf("%+v", b)
		}
		r.issue(certificate.Order{Places: []int{2}, Reason: "Người được khen làm mất"})
		r.does(func(tx *store.Tx) error {
			prints, err := certificate.PrintsOf(ctx, tx, r.decision)
			if p := prints[2]; len(p) != 3 || p[0].Sheet != 106 || !p[0].Spoiled || p[1].Sheet != 101 || p[2].Sheet != 102 || p[2].Reason == "" || p[0].Batch != first {
				t.Errorf("%+v", p)
			}
			return err
		})
		if !bytes.Equal(pdf, r.write(first)) {
			t.Error("the first batch is not written as it was")
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			all, err := store.All(ctx, tx, func(a *string) []any { return []any{a} }, `SELECT act FROM journal WHERE act = 'issue_certificate'`)
			if len(all) != 3 {
				t.Errorf("the journal has %d printings", len(all))
			}
			return err
		})
	})
}

func TestIssue_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		r := begin(t, db, 11)
		issue := func(by access.Actor, o certificate.Order) func(*store.Tx) error {
			return func(tx *store.Tx) error {
				o.Decision = r.decision
				_, err := certificate.Issue(ctx, tx, by, today, award.Whole, o)
				return err
			}
		}
		r.refuses(refusal.Invalid, "blank", issue(standing, certificate.Order{Blank: r.blank})) // eleven on ten
		r.refuses(refusal.Invalid, "blank", issue(standing, certificate.Order{Blank: "none"}))
		r.refuses(refusal.Invalid, "places", issue(standing, certificate.Order{Blank: r.blank, Places: []int{1, 99}}))
		for _, role := range access.Roles {
			if role != access.StandingBody && role != access.CouncilSecretary {
				r.refuses(refusal.NotAllowed, "", issue(access.Actor{Name: "x", Role: role, Unit: "u"}, certificate.Order{Blank: r.blank, Places: []int{1}}))
			}
			if role == access.StandingBody {
				continue
			}
			by := access.Actor{Name: "x", Role: role, Unit: "u"}
			for name, act := range map[string]func(tx *store.Tx) error{
				"define": func(tx *store.Tx) error { _, err := certificate.Define(ctx, tx, by, today, a4); return err },
				"layout": func(tx *store.Tx) error {
					return certificate.SetLayout(ctx, tx, by, today, r.blank, praised, starting())
				},
				"receive": func(tx *store.Tx) error {
					return certificate.Receive(ctx, tx, by, today, r.blank, certificate.Receipt{First: 1, Last: 2, Document: "x"})
				},
				"spoil": func(tx *store.Tx) error {
					return certificate.Spoil(ctx, tx, by, today, r.blank, certificate.Spoiled{Number: 101, Reason: "x"})
				},
				"shift":   func(tx *store.Tx) error { return certificate.Calibrate(ctx, tx, by, today, r.blank, 1, 1) },
				"picture": func(tx *store.Tx) error { return certificate.SetPicture(ctx, tx, by, today, r.blank, []byte("x")) },
			} {
				if err := testkit.Try(db, func(_ context.Context, tx *store.Tx) error { return act(tx) }); !refusal.Is(err, refusal.NotAllowed) {
					t.Errorf("%s by %s: %v", name, role, err)
				}
			}
		}
		r.does(func(tx *store.Tx) error {
			return award.Revoke(ctx, tx, standing, today, award.Revocation{Award: r.decision + "-1", Ground: award.FalseMerit, Reason: "Theo kết luận", Decision: award.Decision{Number: "9/QĐ-UBND", Day: today, Authority: "Chủ tịch UBND huyện Con Cuông", Sample: true}})
		})
		r.refuses(refusal.Invalid, "places", issue(standing, certificate.Order{Blank: r.blank, Places: []int{1}}))
		r.issue(certificate.Order{}) // the ten that stand
		if b := r.balance(); b.Left() != 0 {
			t.Errorf("%+v", b)
		}
	})
}

func TestBlank_refusesWhatCannotBe(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		r := begin(t, db, 1)
		r.refuses(refusal.Invalid, "name", func(tx *store.Tx) error {
			_, err := certificate.Define(ctx, tx, standing, today, certificate.Blank{Width: 2970, Height: 2100})
			return err
		})
		r.refuses(refusal.Invalid, "shift_x", func(tx *store.Tx) error { return certificate.Calibrate(ctx, tx, standing, today, r.blank, 301, 0) })
		r.refuses(refusal.Invalid, "picture", func(tx *store.Tx) error {
			return certificate.SetPicture(ctx, tx, standing, today, r.blank, []byte("GIF89a"))
		})
		for name, c := range map[string]struct {
			first, last int
			field       string
		}{"zero": {0, 5, "first"}, "backwards": {20, 19, "last"}, "again": {110, 120, "first"}, "too many": {1000, 200000, "last"}} {
			t.Log(name)
			r.refuses(refusal.Invalid, c.field, func(tx *store.Tx) error {
				return certificate.Receive(ctx, tx, standing, today, r.blank, certificate.Receipt{First: c.first, Last: c.last, Document: "x"})
			})
		}
		r.refuses(refusal.Invalid, "number", func(tx *store.Tx) error {
			return certificate.Spoil(ctx, tx, standing, today, r.blank, certificate.Spoiled{Number: 99, Reason: "rách"})
		})
		off := starting()
		for i := range off.Spots {
			if off.Spots[i].Field == certificate.CheckCode {
				off.Spots[i].Width = 100
			}
		}
		r.refuses(refusal.Invalid, "check_code.width", func(tx *store.Tx) error {
			return certificate.SetLayout(ctx, tx, standing, today, r.blank, praised, off)
		})
		r.refuses(refusal.NotFound, "", func(tx *store.Tx) error {
			return certificate.SetLayout(ctx, tx, standing, today, r.blank, certificate.For{Title: "advanced_worker", Kind: award.Household}, starting())
		})
	})
}

func TestCalibrate_movesLaterPrintsAndLeavesTheEarlier(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		r := begin(t, db, 1)
		first := r.issue(certificate.Order{})
		before := r.write(first)
		r.does(func(tx *store.Tx) error { return certificate.Calibrate(ctx, tx, standing, today, r.blank, 35, -20) })
		if !bytes.Equal(before, r.write(first)) {
			t.Error("what was printed moved")
		}
		moved := r.write(r.issue(certificate.Order{Places: []int{1}, Reason: "Lệch khi in"}))
		at := func(pdf []byte) testkit.Printed {
			for _, p := range testkit.PrintedOf(t, pdf) {
				if p.Text == "GIẤY KHEN" {
					return p
				}
			}
			t.Fatal("no title")
			return testkit.Printed{}
		}
		if dx, dy := at(moved).Left-at(before).Left, at(moved).Top-at(before).Top; dx < 3 || dx > 4 || dy > -1.5 || dy < -2.5 {
			t.Errorf("moved by %.2f and %.2f mm", dx, dy)
		}
	})
}

func TestCheck_saysWhatTheDecisionStatesAndNothingOfOthers(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		r := begin(t, db, 2)
		code := func(place int) (code string) {
			r.does(func(tx *store.Tx) (err error) {
				code, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT code FROM certificate_code WHERE place = $1`, place)
				return err
			})
			return code
		}
		r.issue(certificate.Order{})
		first := code(1)
		r.issue(certificate.Order{Places: []int{1}, Reason: "Mất"})
		if code(1) != first || code(2) == first || len(first) != 26 {
			t.Errorf("codes %q, %q, %q", first, code(1), code(2))
		}
		look := func(code string) (c certificate.Checked, err error) {
			err = db.Read(ctx, func(tx *store.Tx) error {
				c, err = certificate.Check(ctx, tx, code)
				return err
			})
			return c, err
		}
		if c, err := look(first); err != nil || c.Recipient != "Lương Thị Ước 1" || c.Decision.Number != "155/QĐ-UBND" || c.State != award.InForce || len(c.By) != 0 || !c.Sample {
			t.Errorf("%+v, %v", c, err)
		}
		r.does(func(tx *store.Tx) error {
			return award.Revoke(ctx, tx, standing, today, award.Revocation{Award: r.decision + "-1", Ground: award.FalseMerit, Reason: "Theo kết luận", Decision: award.Decision{Number: "9/QĐ-UBND", Day: today, Authority: "Chủ tịch UBND huyện Con Cuông", Sample: true}})
		})
		if c, err := look(first); err != nil || c.State != award.Revoked || len(c.By) != 1 || c.By[0].Number != "9/QĐ-UBND" {
			t.Errorf("%+v, %v", c, err)
		}
		for _, bad := range []string{"", first[:25], strings.ToUpper(first), strings.Repeat("a", 26), first + "a", "1-1"} {
			if _, err := look(bad); !refusal.Is(err, refusal.NotFound) {
				t.Errorf("%q: %v", bad, err)
			}
		}
	})
}

func TestPrintshop_isReadBackFromTCVN3(t *testing.T) {
	a := praise("Đỗ Thị Ánh")
	a.Achievement = "dẫn đầu\tphong trào\n“Thi đua” – đợt 2"
	file, changed := certificate.Printshop([]award.Award{a, {State: award.Revoked, Name: "Vi Văn Sơn"}})
	if string(changed) != "Á" {
		t.Errorf("changed %q", string(changed))
	}
	lines := strings.Split(strings.TrimSuffix(read(t, file), "\r\n"), "\r\n")
	if len(lines) != 2 {
		t.Fatalf("%q", lines)
	}
	want := "7\tcá nhân\tĐỗ Thị ánh\tTrưởng phòng, Huyện Con Cuông\tGiấy khen\tdẫn đầu phong trào “Thi đua” – đợt 2\t155/QĐ-UBND\tngày 05 tháng 02 năm 2026\tChủ tịch UBND huyện Con Cuông\tVi Văn Sơn"
	if lines[1] != want {
		t.Errorf("%q", lines[1])
	}
}

func read(t *testing.T, file []byte) string {
	t.Helper()
	text, encoding, err := oldfont.Text(file)
	if err != nil || encoding != "TCVN3" {
		t.Fatalf("taken for %s: %v", encoding, err)
	}
	return text
}

func textOf(t testing.TB, pdf []byte) string {
	t.Helper()
	cmd := exec.Command("pdftotext", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext (Debian package poppler-utils) is needed: %v", err)
	}
	return string(out)
}

// BenchmarkWritePDF_aThousandCertificates writes a batch of a thousand with a QR
// code each.
func BenchmarkWritePDF_aThousandCertificates(b *testing.B) {
	pages := func(yield func(certificate.Page, error) bool) {
		for i := range 1000 {
			p, err := certificate.Place(a4, starting(), praise(fmt.Sprintf("Lương Thị Ước %d", i)))
			p.Code = fmt.Sprintf("https://thidua.example.vn/kiem-tra/abcdefghijklmnopqrstuv%04d", i)
			if !yield(p, err) {
				return
			}
		}
	}
	for b.Loop() {
		var out counter
		if err := certificate.WritePDF(&out, today, nil, pages); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out), "bytes")
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }
