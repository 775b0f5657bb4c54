package award_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"thidua/award"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// anyDecision draws a decision with awards as a register may hold.
func anyDecision(t *rapid.T, n int) (award.Decision, []award.Award) {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("Nguyễn Đức Hòa, \"quý\";\tmột 2/3-4\n")), 0, 20, -1)
	word := rapid.SampledFrom([]string{"Nguyễn Văn An", "Lô Thị Thúy", "Hoà", "Vừ Bá \"Chớ\"", "Trần, Sơn", "Quý"})
	d := award.Decision{Number: fmt.Sprintf("%d/QĐ-%s", n, rapid.SampledFrom([]string{"UBND", "TTg", "SNV"}).Draw(t, "kind")), Day: vi.MustDay("2014-01-01").AddDays(rapid.IntRange(0, 300).Draw(t, "day")),
		Authority: "Chủ tịch UBND tỉnh", Signer: strings.TrimLeft(vi.Clean(text.Draw(t, "signer")), "- "), Kind: rapid.SampledFrom([]award.Kind{award.Grant, award.Posthumous}).Draw(t, "act")}
	var all []award.Award
	for i := range rapid.IntRange(1, 4).Draw(t, "awards") {
		a := award.Award{Kind: award.Individual, Name: fmt.Sprintf("%s %c", word.Draw(t, "name"), 'a'+rune(i)), UnitName: word.Draw(t, "unit"), Title: "advanced_worker", TitleName: "Lao động tiên tiến", Year: 2013,
			Achievement: strings.TrimLeft(vi.Clean(text.Draw(t, "merit")), "- "), Birth: rapid.SampledFrom([]string{"", "1970", "1970-11-22", "1931-02-03"}).Draw(t, "birth"), Sex: rapid.SampledFrom([]string{"", "nam", "nữ"}).Draw(t, "sex"),
			Category: rapid.SampledFrom(append([]rulebook.Category{""}, rulebook.AllCategories...)).Draw(t, "category")}
		if rapid.Bool().Draw(t, "paid") {
			a.Money = exact.Int(int64(rapid.IntRange(0, 5_000_000).Draw(t, "money")))
		}
		all = append(all, a)
	}
	return d, all
}

func exported(t *testing.T, db *store.DB) string {
	t.Helper()
	var out bytes.Buffer
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		out.Reset()
		_, err := award.Export(ctx, tx, standing, today, award.Whole, &out)
		return err
	})
	return out.String()
}

func TestExport_isReadBackAsTheSameRegister(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		one, other := testkit.SQLite(t), testkit.SQLite(t)
		for n := range rapid.IntRange(1, 4).Draw(rt, "decisions") {
			d, awards := anyDecision(rt, n+1)
			testkit.Write(t, one, func(ctx context.Context, tx *store.Tx) error {
				_, err := award.Record(ctx, tx, standing, vi.MustDay("2014-11-22"), d, awards)
				return err
			})
		}
		first := exported(t, one)
		if _, err := take(t, other, standing, []byte(first)); err != nil {
			rt.Fatalf("%v\n%s", err, first)
		}
		if second := exported(t, other); second != first {
			rt.Fatalf("first\n%s\nthen\n%s", first, second)
		}
	})
}

// FuzzImport holds the readers to this: whatever comes, they neither break nor
// keep half of it, and what is refused is said in a sentence.
func FuzzImport(f *testing.F) {
	f.Add([]byte(head + good))
	f.Add([]byte(strings.ReplaceAll(head+good, ",", ";")))
	f.Add([]byte(head + "\"a\"\"b\",,,,,,\n\"open"))
	f.Add(workbook(f, [][]any{{"Số quyết định", "Ngày quyết định", "Cơ quan quyết định", "Họ và tên", "Danh hiệu"}, {"1/QĐ", "=A1", "x", "y", "z"}}))
	db := testkit.SQLite(f)
	f.Fuzz(func(t *testing.T, file []byte) {
		var rows int
		err := db.Write(ctx, func(tx *store.Tx) error {
			report, err := award.Import(ctx, tx, standing, today, "so", bytes.NewReader(file), int64(len(file)))
			if err == nil {
				rows, err = report.Rows, errKeepNothing
			}
			return err
		})
		if err == errKeepNothing {
			if rows == 0 {
				t.Error("a list without rows was taken")
			}
			return
		}
		if faults, ok := award.FaultsOf(err); !ok || len(faults.List) == 0 || !utf8.ValidString(faults.List[0].String()) {
			t.Fatalf("refused without a sentence: %v", err)
		}
	})
}

var errKeepNothing = fmt.Errorf("looked through")
