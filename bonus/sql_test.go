package bonus

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	now    = vi.MustDay("2026-09-01")
	keeper = access.Actor{Name: "Kế toán", Role: access.StandingBody, Person: "p-keeper"}
	maker  = access.Actor{Name: "Người ghi quyết định", Role: access.StandingBody, Person: "p-maker"}
	fund   = Fund{2026, Province}
)

func enterAll(t *testing.T, db *store.DB, entries ...Entry) (ids []string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		ids = nil
		for _, e := range entries {
			e.Year, e.Level, e.Day, e.Document = 2026, Province, now, "PT 01"
			id, err := Enter(ctx, tx, keeper, now, e)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	})
	return ids
}

func balance(t *testing.T, db *store.DB) (b Balance) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		all, err := Entries(ctx, tx, 2026, Province)
		b = BalanceOf(all)
		return err
	})
	return b
}

func try(db *store.DB, work func(ctx context.Context, tx *store.Tx) error) error {
	return testkit.Try(db, work)
}

func TestFund_holdsWhatCameInLessWhatWentOut(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ids := enterAll(t, db, Entry{Kind: Budget, VND: 100_000_000}, Entry{Kind: Items, VND: 30_000_000}, Entry{Kind: Organising, VND: 20_000_000})
		if b := balance(t, db); b.Left() != 50_000_000 || b.Organising != 20_000_000 {
			t.Errorf("%+v", b)
		}
		for name, c := range map[string]struct {
			e    Entry
			want string
		}{
			"more than it holds":                 {Entry{Kind: Items, VND: 50_000_001}, "còn 50.000.000 đồng"},
			"more than a fifth for organising":   {Entry{Kind: Organising, VND: 1}, "20 % của số thu 100.000.000 đồng"},
			"nothing":                            {Entry{Kind: Budget}, "lớn hơn 0"},
			"a bonus without its decision":       {Entry{Kind: BonusMoney, VND: 1}, "danh sách chi của quyết định"},
			"a correction that corrects nothing": {Entry{Kind: Correction, VND: 1}, "Chọn nội dung"},
		} {
			c.e.Year, c.e.Level, c.e.Day, c.e.Document = 2026, Province, now, "PC 02"
			err := try(db, func(ctx context.Context, tx *store.Tx) error { _, err := Enter(ctx, tx, keeper, now, c.e); return err })
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", name, err)
			}
		}
		correct := func(id string) error {
			return try(db, func(ctx context.Context, tx *store.Tx) error {
				return Correct(ctx, tx, keeper, now, id, "Ghi nhầm số tiền")
			})
		}
		if err := correct(ids[0]); !refusal.Is(err, refusal.Unsatisfied) {
			t.Errorf("income already spent was taken back: %v", err)
		}
		if err := correct(ids[1]); err != nil {
			t.Fatal(err)
		}
		if b := balance(t, db); b.Left() != 80_000_000 {
			t.Errorf("%+v", b)
		}
		if err := correct(ids[1]); !refusal.Is(err, refusal.Closed) {
			t.Errorf("taken back twice: %v", err)
		}
	})
}

func TestFund_isTheStandingBodysOnly(t *testing.T) {
	db := testkit.SQLite(t)
	for _, by := range []access.Actor{{Role: access.Admin}, {Role: access.Decider}, {Role: access.CouncilMember}, {Role: access.EmulationOfficer, Unit: "a"},
		{Role: access.StandingBody, Person: "p", Cluster: "c"}} {
		err := try(db, func(ctx context.Context, tx *store.Tx) error {
			_, err := Enter(ctx, tx, by, now, Entry{Year: 2026, Level: Province, Kind: Budget, VND: 1, Day: now, Document: "1"})
			return err
		})
		if !refusal.Is(err, refusal.NotAllowed) {
			t.Errorf("%s: %v", by.Role, err)
		}
	}
}

func payment(award, recipient string, code Code, period int) Payment {
	return Payment{Given: Given{Award: award, Recipient: recipient, Title: string(code), Code: code, Day: decisionDay, Period: period}, Decision: "1", Number: "155/QĐ-UBND", Name: "Huyện thử", Kind: "collective"}
}

func listed(t *testing.T, db *store.DB, all ...Payment) (rows []Payment) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		if err := List(ctx, tx, maker, now, all); err != nil {
			return err
		}
		rows, err = OfDecision(ctx, tx, "1")
		return err
	})
	return rows
}

func TestPay_takesTheMoneyOutOfTheFundOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := listed(t, db, payment("1-1", "u", "province_flag", 2025))[0]
		if p.State != ToPay || p.VND != 20_240_000 {
			t.Fatalf("%+v", p)
		}
		pay := func(by access.Actor, ids ...string) error {
			return try(db, func(ctx context.Context, tx *store.Tx) error { return Pay(ctx, tx, by, now, ids, fund, now, "PC 05") })
		}
		if err := pay(keeper, p.ID); !refusal.Is(err, refusal.Unsatisfied) {
			t.Errorf("paid from an empty fund: %v", err)
		}
		enterAll(t, db, Entry{Kind: Budget, VND: 21_000_000})
		if err := pay(maker, p.ID); refusal.Of(err) == nil || refusal.Of(err).Rule != "decider_pays" {
			t.Errorf("whoever recorded the decision paid: %v", err)
		}
		if err := pay(keeper, "01J00000000000000000000000"); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("a forged id: %v", err)
		}
		if err := pay(keeper, p.ID, p.ID); err != nil {
			t.Fatal(err)
		}
		if err := pay(keeper, p.ID); refusal.Of(err) == nil {
			t.Errorf("paid twice: %v", err)
		}
		if b := balance(t, db); b.Left() != 760_000 {
			t.Errorf("%+v", b)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			entries, err := Entries(ctx, tx, 2026, Province)
			if err != nil {
				return err
			}
			if err := Correct(ctx, tx, keeper, now, entries[1].ID, "Chi nhầm người"); err != nil {
				return err
			}
			again, err := PaymentByID(ctx, tx, p.ID)
			if again.State != ToPay {
				t.Errorf("a payment taken back is %s", again.State)
			}
			return err
		})
	})
}

func TestList_settlesWithOtherDecisionsOfTheDay(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		listed(t, db, payment("1-1", "u", "province_flag", 2025))
		second := payment("1-2", "u", "government_flag", 2025)
		rows := listed(t, db, second)
		if rows[0].State != Lower || rows[0].VND != 0 || rows[1].State != ToPay || rows[1].VND != 30_360_000 {
			t.Errorf("%+v", rows)
		}
		if !strings.Contains(rows[0].Words, "chỉ hưởng mức cao nhất (Nghị định 152/2025/NĐ-CP, Điều 49)") {
			t.Error(rows[0].Words)
		}
	})
}

func TestList_leavesTheDifferenceToADocumentOnceTheLowerWasPaid(t *testing.T) {
	db := testkit.SQLite(t)
	p := listed(t, db, payment("1-1", "u", "province_flag", 2025))[0]
	enterAll(t, db, Entry{Kind: Budget, VND: 100_000_000})
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		return Pay(ctx, tx, keeper, now, []string{p.ID}, fund, now, "PC 05")
	})
	rows := listed(t, db, payment("1-2", "u", "government_flag", 2025))
	if rows[0].State != Paid || rows[1].State != Unknown || !strings.Contains(rows[1].Words, "đã chi tiền cho danh hiệu cùng kỳ") {
		t.Errorf("%+v", rows)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		return SetAmount(ctx, tx, keeper, now, rows[1].ID, 10_120_000, "Công văn 77/SNV")
	})
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		p, err := PaymentByID(ctx, tx, rows[1].ID)
		if p.State != ToPay || p.VND != 10_120_000 || !strings.HasPrefix(p.Words, "10.120.000 đồng theo Công văn 77/SNV") {
			t.Errorf("%+v", p)
		}
		return err
	})
}
