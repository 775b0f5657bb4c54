package target_test

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
)

type refused struct {
	name string
	try  work
	kind refusal.Kind
	says string
}

func checkRefused(t *testing.T, db *store.DB, cases []refused) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := testkit.Try(db, c.try)
			if !refusal.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("want %s saying %q, got %v", c.kind, c.says, err)
			}
		})
	}
}

func after(statement string, w work) work {
	return func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Exec(ctx, statement); err != nil {
			return err
		}
		return w(ctx, tx)
	}
}

func TestDefine_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		assigned(t, db)
		defining := func(by access.Actor, change func(*target.Indicator)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				i := target.Indicator{Season: "s", Code: "ct9", Name: "Thu ngân sách", Direction: target.More}
				change(&i)
				_, err := target.Define(ctx, tx, by, day, i)
				return err
			}
		}
		same := func(*target.Indicator) {}
		checkRefused(t, db, []refused{
			{"a member unit", defining(officer, same), refusal.NotAllowed, "không tự giao"},
			{"a code used already", defining(standing, func(i *target.Indicator) { i.Code = "ct1" }), refusal.Conflict, "“ct1”"},
			{"no code", defining(standing, func(i *target.Indicator) { i.Code = "" }), refusal.Invalid, "mã"},
			{"no name", defining(standing, func(i *target.Indicator) { i.Name = " " }), refusal.Invalid, "tên"},
			{"no direction", defining(standing, func(i *target.Indicator) { i.Direction = "" }), refusal.Invalid, "càng cao"},
			{"a movement of another season", defining(standing, func(i *target.Indicator) { i.Movement = "x" }), refusal.Invalid, "phong trào"},
			{"an unknown season", defining(standing, func(i *target.Indicator) { i.Season = "x" }), refusal.NotFound, "năm thi đua"},
			{"a closed season", after(`UPDATE season SET phase = 'closed'`, defining(standing, same)), refusal.Closed, "kết thúc"},
		})
	})
}

func TestAssign_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		indicator, _ := assigned(t, db)
		fresh := func(change func(*target.Target)) target.Target {
			_, tt := poverty("31.4")
			tt.Indicator, tt.Unit = indicator, "con_cuong"
			change(&tt)
			return tt
		}
		assigning := func(by access.Actor, change func(*target.Target)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				_, err := target.Assign(ctx, tx, by, day, fresh(change))
				return err
			}
		}
		adjusting := func(reason string, change func(*target.Target)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				return target.Adjust(ctx, tx, standing, day, fresh(change), reason)
			}
		}
		same := func(*target.Target) {}
		inside := access.Actor{Name: "Người của đơn vị", Role: access.StandingBody, Unit: "con_cuong"}
		checkRefused(t, db, []refused{
			{"the unit itself", assigning(officer, same), refusal.NotAllowed, "không tự giao"},
			{"the unit's own man in the standing body", assigning(inside, same), refusal.NotAllowed, "không tự giao"},
			{"a target already given", assigning(standing, same), refusal.Conflict, "nêu lý do"},
			{"a unit outside the cluster", assigning(standing, func(tt *target.Target) { tt.Unit = "do_luong" }), refusal.Invalid, "không phải thành viên"},
			{"an unknown indicator", assigning(standing, func(tt *target.Target) { tt.Indicator = "x" }), refusal.NotFound, "Không có chỉ tiêu"},
			{"public results", after(`UPDATE season SET published_on = '2014-11-04'`, assigning(standing, same)), refusal.Closed, "04/11/2014"},
			{"nothing due", assigning(standing, func(tt *target.Target) { *tt = target.Target{Indicator: indicator, Unit: "con_cuong"} }), refusal.Invalid, "Phải giao"},
			{"a term backwards", assigning(standing, func(tt *target.Target) { tt.TermFrom = 2016 }), refusal.Invalid, "trước khi bắt đầu"},
			{"a term without a value", assigning(standing, func(tt *target.Target) { tt.TermValue = exact.Number{} }), refusal.Invalid, "năm cuối và giá trị"},
			{"a baseline without a value", assigning(standing, func(tt *target.Target) { tt.BaseValue = exact.Number{} }), refusal.Invalid, "cả năm và giá trị"},
			{"a baseline after the term", assigning(standing, func(tt *target.Target) { tt.BaseYear = 2015 }), refusal.Invalid, "Năm gốc"},
			{"a year that cannot be", assigning(standing, func(tt *target.Target) { tt.BaseYear = 210 }), refusal.Invalid, "210"},
			{"a yearly value in no year", assigning(standing, func(tt *target.Target) { tt.Yearly = map[int]exact.Number{0: exact.Int(1)} }), refusal.Invalid, "Chỉ tiêu năm 0"},
			{"a change without a reason", adjusting(" ", same), refusal.Invalid, "lý do"},
			{"a change of what was never given", after(`DELETE FROM target`, adjusting("x", same)), refusal.NotFound, "chưa được giao"},
		})
	})
}

func TestReport_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		_, id := assigned(t, db)
		reporting := func(by access.Actor, change func(*target.Actual)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				a := target.Actual{Year: 2014, Value: exact.Must("20.8")}
				change(&a)
				return target.Report(ctx, tx, by, day, id, a)
			}
		}
		same := func(*target.Actual) {}
		neighbour := access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "do_luong"}
		checkRefused(t, db, []refused{
			{"another unit", reporting(neighbour, same), refusal.NotAllowed, "Mỗi đơn vị"},
			{"the body that set the target", reporting(standing, same), refusal.NotAllowed, "Mỗi đơn vị"},
			{"no value", reporting(officer, func(a *target.Actual) { a.Value = exact.Number{} }), refusal.Invalid, "Chưa ghi"},
			{"the year of the baseline", reporting(officer, func(a *target.Actual) { a.Year = 2010 }), refusal.Invalid, "từ năm 2011"},
			{"a year after the term", reporting(officer, func(a *target.Actual) { a.Year = 2016 }), refusal.Invalid, "đến năm 2015"},
			{"a year to come", reporting(officer, func(a *target.Actual) { a.Year = 2015 }), refusal.Invalid, "Chưa thể"},
			{"a year that cannot be", reporting(officer, func(a *target.Actual) { a.Year = 20144 }), refusal.Invalid, "20144"},
			{"a figure of tomorrow", reporting(officer, func(a *target.Actual) { a.AsOf = vi.MustDay("2014-11-06") }), refusal.Invalid, "06/11/2014"},
			{"a figure taken before its year", reporting(officer, func(a *target.Actual) { a.AsOf = vi.MustDay("2013-12-31") }), refusal.Invalid, "31/12/2013"},
			{"a closed season", after(`UPDATE season SET phase = 'closed'`, reporting(officer, same)), refusal.Closed, "kết thúc"},
			{"an unknown target", func(ctx context.Context, tx *store.Tx) error {
				return target.Report(ctx, tx, officer, day, "x", target.Actual{})
			}, refusal.NotFound, "Không có chỉ tiêu"},
		})
	})
}
