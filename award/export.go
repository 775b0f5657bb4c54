package award

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// Export writes the register as far as the scope goes as CSV, decision by
// decision in their order, which Import reads back as the same register. The
// particulars of people go with it, so that the journal tells who took it.
// Amendments and revocations are no part of it: they are later decisions.
func Export(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Scope, out io.Writer) (rows int, err error) {
	if err := access.Check(by, access.KeepRegister, ""); err != nil {
		return 0, err
	}
	w := bufio.NewWriter(out)
	_, _ = w.WriteString("\uFEFF")
	var heads []string
	for _, c := range allColumns {
		heads = append(heads, c.head)
	}
	writeCSV(w, heads)
	decision, place := 0, 0
	for {
		part, err := exported(ctx, tx, s, decision, place)
		if err != nil {
			return rows, err
		}
		if len(part) == 0 {
			break
		}
		for _, r := range part {
			writeCSV(w, r.cells())
			decision, place = r.decision, r.Place
		}
		rows += len(part)
	}
	if err := w.Flush(); err != nil {
		return rows, err
	}
	return rows, journal.Record(ctx, tx, by, day, access.Export, "award_register", map[string]int{"rows": rows})
}

// written is an award on its way out.
type written struct {
	row
	birth, sex string
}

func exported(ctx context.Context, tx *store.Tx, s Scope, decision, place int) ([]written, error) {
	q := asked{}
	q.and("(a.decision_id, a.place) > (%s, %s)", decision, place)
	if err := q.among(ctx, tx, s); err != nil {
		return nil, err
	}
	return store.All(ctx, tx, func(w *written) []any { return append(w.into(), &w.birth, &w.sex) },
		`SELECT `+columns+`, COALESCE(r.birth, ''), COALESCE(r.sex, '') FROM (SELECT a.* FROM award a WHERE true`+q.where+
			` ORDER BY a.decision_id, a.place LIMIT 2000) a`+joins+` LEFT JOIN recipient r ON r.id = a.recipient_id ORDER BY a.decision_id, a.place`, q.args...)
}

// cells are the award as our lists write it.
func (w written) cells() []string {
	a, money := w.award(), ""
	if a.Money.Known() {
		money = a.Money.String()
	}
	unit := a.UnitName
	if a.Kind == Collective && vi.SpellingKey(unit) == vi.SpellingKey(a.Name) {
		unit = ""
	}
	return []string{a.By.Number, a.By.Day.Short(), a.By.Authority, a.By.Signer, strings.ToLower(a.By.Kind.Label()), strconv.Itoa(a.Place), a.Kind.Label(),
		a.Name, BirthShort(w.birth), w.sex, a.Post, unit, a.TitleName, a.Category.Label(), strconv.Itoa(a.Year), a.Achievement, money}
}

// BirthShort writes a day of birth as people do.
func BirthShort(birth string) string {
	if len(birth) != len("1970-11-22") {
		return birth
	}
	return birth[8:] + "/" + birth[5:7] + "/" + birth[:4]
}

func writeCSV(w *bufio.Writer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			_ = w.WriteByte(',')
		}
		if strings.ContainsAny(c, ",\"\n\r") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		_, _ = w.WriteString(c)
	}
	_, _ = w.WriteString("\r\n")
}
