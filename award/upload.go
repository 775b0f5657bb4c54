package award

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Upload is a list that somebody sent and has not confirmed yet. Its columns can
// be told what they hold and its cells put right, until it is imported.
type Upload struct {
	ID     string
	File   string
	Heads  []string
	Fields []Field // what each column holds; empty for one that is passed over
	sum    string
}

// Bounds of lists that come over the site; longer ones come by the command line.
const (
	mostUploadRows = 20_000
	uploadsKept    = 3 // of one person
	longestCell    = 4000
)

// Receive keeps a list until it is confirmed, and returns its id.
func Receive(ctx context.Context, tx *store.Tx, by access.Actor, name string, file io.ReaderAt, size int64) (string, error) {
	if err := access.Check(by, access.KeepRegister, ""); err != nil {
		return "", err
	}
	sum, err := digest(file, size)
	if err != nil {
		return "", err
	}
	t, err := roughTable(file, size)
	if err != nil {
		return "", err
	}
	defer t.stop()
	for i := range t.heads {
		t.heads[i] = vi.Clean(t.heads[i])
	}
	id := store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO award_upload (id, person_id, file, sha256, heads, fields, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		id, by.Person, vi.Clean(name), sum, store.Text(t.heads), store.Text(t.fields), tx.Now); err != nil {
		return "", err
	}
	if err := keepRows(ctx, tx, id, t); err != nil {
		return "", err
	}
	return id, forgetOld(ctx, tx, by)
}

func keepRows(ctx context.Context, tx *store.Tx, id string, t table) error {
	var rows [][]any
	var faults Faults
	for l := range t.rows {
		if len(rows) == mostUploadRows {
			return whole("Danh sách hơn %s dòng; hãy nạp bằng lệnh thidua awards import.", vi.FormatInt(mostUploadRows))
		}
		kept, fault := l.kept(t)
		if fault != "" {
			faults.add(Fault{Line: l.n, Sentence: fault})
			continue
		}
		rows = append(rows, []any{id, l.n, store.Text(kept)})
	}
	if err := t.end(); err != nil {
		return err
	}
	if faults.Rows > 0 {
		return faults
	}
	if len(rows) == 0 {
		return whole("Danh sách không có dòng nào.")
	}
	return store.Insert(ctx, tx, "award_upload_row (upload_id, line, cells)", rows)
}

// kept is a row as it waits. One that cannot be read at all refuses the file:
// there is nothing in it to put right.
func (l line) kept(t table) (cells []string, fault string) {
	if l.fault == "" && t.exact && len(l.cells) != len(t.heads) {
		l.fault = fmt.Sprintf("Dòng có %d ô, tiêu đề có %d cột.", len(l.cells), len(t.heads))
	}
	cells = make([]string, len(t.heads))
	for i := range cells {
		if i >= len(l.cells) {
			break
		}
		if letters := []rune(l.cells[i]); len(letters) > longestCell {
			l.fault = fmt.Sprintf("Ô thứ %d dài quá %d chữ cái.", i+1, longestCell)
		}
		cells[i] = strings.ReplaceAll(l.cells[i], "\x00", "")
	}
	return cells, l.fault
}

func forgetOld(ctx context.Context, tx *store.Tx, by access.Actor) error {
	old := `SELECT id FROM award_upload WHERE person_id = $1 AND id NOT IN
		(SELECT id FROM award_upload WHERE person_id = $1 ORDER BY id DESC LIMIT ` + strconv.Itoa(uploadsKept) + `)`
	if _, err := tx.Exec(ctx, `DELETE FROM award_upload_row WHERE upload_id IN (`+old+`)`, by.Person); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `DELETE FROM award_upload WHERE id IN (`+old+`)`, by.Person)
	return err
}

// Received returns a list that waits, to whoever sent it.
func Received(ctx context.Context, tx *store.Tx, by access.Actor, id string) (Upload, error) {
	u := Upload{ID: id}
	var heads store.JSON[[]string]
	var fields store.JSON[[]Field]
	_, err := store.One(ctx, tx, func(*struct{}) []any { return []any{&u.File, &u.sum, &heads, &fields} },
		`SELECT file, sha256, heads, fields FROM award_upload WHERE id = $1 AND person_id = $2`, id, by.Person)
	if errors.Is(err, store.ErrNone) {
		return Upload{}, refusal.New(refusal.NotFound, "Không có danh sách nào đang chờ ở đây; có thể đã nạp xong hoặc đã được thay.")
	}
	u.Heads, u.Fields = heads.V, fields.V
	return u, err
}

// Map says what each column of a list holds.
func Map(ctx context.Context, tx *store.Tx, by access.Actor, id string, fields []Field) error {
	u, err := Received(ctx, tx, by, id)
	if err != nil {
		return err
	}
	if len(fields) != len(u.Heads) {
		return refusal.New(refusal.Invalid, "Số cột gửi lên không khớp với danh sách.")
	}
	for i, f := range fields {
		if f != "" && f.Head() == "" {
			return refusal.Field("columns["+strconv.Itoa(i)+"]", "Không có loại cột này.")
		}
		if f != "" && slices.Index(fields, f) != i {
			return refusal.Field("columns["+strconv.Itoa(i)+"]", "Cột “"+f.Head()+"” đã được chọn cho một cột khác.")
		}
	}
	_, err = tx.Exec(ctx, `UPDATE award_upload SET fields = $1 WHERE id = $2`, store.Text(fields), id)
	return err
}

// Mend replaces the cells of one row of a list that waits.
func Mend(ctx context.Context, tx *store.Tx, by access.Actor, id string, line int, cells []string) error {
	u, err := Received(ctx, tx, by, id)
	if err != nil {
		return err
	}
	if len(cells) != len(u.Heads) {
		return refusal.New(refusal.Invalid, "Số ô gửi lên không khớp với danh sách.")
	}
	for i, c := range cells {
		if len([]rune(c)) > longestCell {
			return refusal.Field("cells["+strconv.Itoa(i)+"]", fmt.Sprintf("Ô dài quá %d chữ cái.", longestCell))
		}
	}
	n, err := tx.Exec(ctx, `UPDATE award_upload_row SET cells = $1 WHERE upload_id = $2 AND line = $3`, store.Text(cells), id, line)
	if err == nil && n == 0 {
		return refusal.New(refusal.NotFound, "Không có dòng này.")
	}
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE award_upload SET sha256 = '' WHERE id = $1`, id) // no longer what the file says
	return err
}

// UploadRow is a row of a list that waits, and what is wrong with it.
type UploadRow struct {
	Line   int
	Cells  []string
	Faults []string
}

// Preview is what Confirm would do for whoever sees that much: the report, the rows in their order and what
// is wrong with each.
func Preview(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Scope, id string) (Upload, Report, []UploadRow, error) {
	u, err := Received(ctx, tx, by, id)
	if err != nil {
		return u, Report{}, nil, err
	}
	rows, err := u.rows(ctx, tx)
	if err != nil {
		return u, Report{}, nil, err
	}
	if lack := missing(u.Fields); len(lack) > 0 {
		return u, Report{Rows: len(rows)}, rows, nil
	}
	in := newIntake(&pen{tx: tx}, "")
	in.dry, in.seat = true, s.Province
	p := newParser(u.table(rows), day)
	at := map[int]int{}
	for i, r := range rows {
		at[r.Line] = i
		parsed := p.row(line{n: r.Line, cells: r.Cells})
		if err := in.row(ctx, &parsed); err != nil {
			return u, Report{}, nil, err
		}
	}
	for _, f := range in.faults.List {
		text := f.Sentence
		if f.Column != "" {
			text = f.Column + ": " + text
		}
		i := at[f.Line]
		rows[i].Faults = append(rows[i].Faults, text)
	}
	return u, in.report, rows, nil
}

// Missing are the heads of the columns that the list must have and no column
// holds.
func (u Upload) Missing() []string { return missing(u.Fields) }

func (u Upload) rows(ctx context.Context, tx *store.Tx) ([]UploadRow, error) {
	type kept struct {
		line  int
		cells store.JSON[[]string]
	}
	all, err := store.All(ctx, tx, func(k *kept) []any { return []any{&k.line, &k.cells} },
		`SELECT line, cells FROM award_upload_row WHERE upload_id = $1 ORDER BY line`, u.ID)
	rows := make([]UploadRow, len(all))
	for i, k := range all {
		rows[i] = UploadRow{Line: k.line, Cells: k.cells.V}
	}
	return rows, err
}

// table is the list as an import reads it.
func (u Upload) table(rows []UploadRow) table {
	var each iter.Seq[line] = func(yield func(line) bool) {
		for _, r := range rows {
			if !yield(line{n: r.Line, cells: r.Cells}) {
				return
			}
		}
	}
	return table{heads: u.Heads, fields: u.Fields, rows: each, end: func() error { return nil }, stop: func() {}}
}

// Confirm imports a list that waits, whole or not at all, for whoever sees that
// much of the register.
func Confirm(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Scope, id string) (Report, error) {
	if err := access.Check(by, access.KeepRegister, ""); err != nil {
		return Report{}, err
	}
	u, err := Received(ctx, tx, by, id)
	if err != nil {
		return Report{}, err
	}
	if lack := u.Missing(); len(lack) > 0 {
		return Report{}, whole("Thiếu cột %s.", strings.Join(lack, ", "))
	}
	rows, err := u.rows(ctx, tx)
	if err != nil {
		return Report{}, err
	}
	report, err := take(ctx, tx, by, day, source{name: u.File, sum: u.sum, province: s.Province}, u.table(rows))
	if err != nil {
		return Report{}, err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM award_upload_row WHERE upload_id = $1`, id); err != nil {
		return Report{}, err
	}
	_, err = tx.Exec(ctx, `DELETE FROM award_upload WHERE id = $1`, id)
	return report, err
}
