package award

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"runtime/debug"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// Report says what an import did.
type Report struct {
	Batch     string // id; empty when nothing was written
	Rows      int
	Added     int // awards
	Same      int // rows that were in the register already
	Completed int // of those, to which the list added what kind of achievement they are for
	Decisions int // new ones
	SHA256    string
}

// Lines is the report as it is printed.
func (r Report) Lines() []string {
	lines := []string{fmt.Sprintf("Đã đọc %s dòng.", vi.FormatInt(int64(r.Rows)))}
	if r.Added > 0 {
		lines = append(lines, fmt.Sprintf("Đã ghi %s khen thưởng của %s quyết định mới.", vi.FormatInt(int64(r.Added)), vi.FormatInt(int64(r.Decisions))),
			"Mã lần nạp: "+r.Batch+".")
	} else if r.Completed == 0 {
		lines = append(lines, "Không có gì phải ghi thêm.")
	}
	if r.Same > 0 {
		lines = append(lines, fmt.Sprintf("%s dòng đã có trong sổ từ trước.", vi.FormatInt(int64(r.Same))))
	}
	if r.Completed > 0 {
		lines = append(lines, fmt.Sprintf("Đã ghi thêm loại hình khen thưởng cho %s khen thưởng có từ trước.", vi.FormatInt(int64(r.Completed))))
	}
	return lines
}

// Import records a list of awards, CSV or Excel, whole or not at all: one row at
// fault refuses the list, with all its faults (Faults). Rows that are in the
// register already are passed over, so that the same list may be imported again;
// they only add what kind of achievement an award is for, where the register does
// not tell. name is what the file is called.
func Import(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, name string, file io.ReaderAt, size int64) (Report, error) {
	if err := access.Check(by, access.KeepRegister, ""); err != nil {
		return Report{}, err
	}
	sum, err := digest(file, size)
	if err != nil {
		return Report{}, err
	}
	if done, err := standing(ctx, tx, sum); err != nil || done.Rows > 0 {
		return done, err
	}
	t, err := tableOf(file, size)
	if err != nil {
		return Report{}, err
	}
	return take(ctx, tx, by, day, source{name: name, sum: sum}, t)
}

func digest(file io.ReaderAt, size int64) (string, error) {
	h := sha256.New()
	_, err := io.Copy(h, io.NewSectionReader(file, 0, size))
	return hex.EncodeToString(h.Sum(nil)), err
}

// source is where a batch comes from.
type source struct {
	name, sum string
	province  string // of the body that imports; empty for none
}

// sweepEarly is by how many percent memory may grow over what is in use before
// it is swept, while importing.
const sweepEarly = 20

// take records what a table says, as one batch.
func take(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, from source, t table) (Report, error) {
	// What a long list has said so far is kept in mind to its end: let the room
	// beside it be swept early. Writes follow one another, so that nobody else
	// changes this meanwhile.
	defer debug.SetGCPercent(debug.SetGCPercent(sweepEarly))
	p, err := newPen(ctx, tx)
	if err != nil {
		return Report{}, err
	}
	in := newIntake(p, store.NewID())
	in.seat = from.province
	read, stop := ahead(t, day)
	defer stop()
	for rows := range read {
		for i := range rows {
			if err := in.row(ctx, &rows[i]); err != nil {
				return Report{}, err
			}
		}
	}
	if err := t.end(); err != nil {
		return Report{}, err
	}
	if in.faults.Rows > 0 {
		return Report{}, in.faults
	}
	for _, d := range in.entries {
		if err := in.tell(ctx, d); err != nil {
			return Report{}, err
		}
	}
	if in.report.Rows == 0 {
		return Report{}, whole("Danh sách không có dòng nào.")
	}
	if err := p.close(ctx); err != nil {
		return Report{}, err
	}
	in.report.SHA256 = from.sum
	return in.close(ctx, tx, by, day, from)
}

// ahead understands the rows while those before are being written.
func ahead(t table, day vi.Day) (read <-chan []parsed, stop func()) {
	const waiting, atOnce = 2, 500
	out, done := make(chan []parsed, waiting), make(chan struct{})
	go func() {
		defer close(out)
		p := newParser(t, day)
		rows := make([]parsed, 0, atOnce)
		send := func() bool {
			select {
			case out <- rows:
				rows = make([]parsed, 0, atOnce)
				return true
			case <-done:
				return false
			}
		}
		for l := range t.rows {
			if rows = append(rows, p.row(l)); len(rows) == atOnce && !send() {
				return
			}
		}
		send()
	}()
	return out, func() {
		close(done)
		for range out { // until the reader has left the file alone
		}
	}
}

// veryMany is from how many new awards on the tables are counted anew.
const veryMany = 10_000

// close keeps the batch of what was added, and enters what was written in the
// journal.
func (in *intake) close(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, from source) (Report, error) {
	r := in.report
	if r.Added == 0 {
		if r.Completed == 0 {
			return r, nil
		}
		return r, journal.Record(ctx, tx, by, day, access.KeepRegister, "award_batch:"+in.batch, r)
	}
	r.Batch = in.batch
	if r.Added >= veryMany {
		if err := store.Recount(ctx, tx, "award", "award_decision", "recipient", "recipient_word", "workplace"); err != nil {
			return Report{}, err
		}
	}
	if _, err := tx.Exec(ctx, `INSERT INTO award_batch (id, file, sha256, row_count, added, decisions, actor, at, province_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		in.batch, vi.Clean(from.name), r.SHA256, r.Rows, r.Added, r.Decisions, by.Name, tx.Now, from.province); err != nil {
		return Report{}, err
	}
	return r, journal.Record(ctx, tx, by, day, access.KeepRegister, "award_batch:"+in.batch, r)
}

// standing is the report on a file that was imported before and not undone.
func standing(ctx context.Context, tx *store.Tx, sum string) (Report, error) {
	rows, err := store.All(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT row_count FROM award_batch WHERE sha256 = $1 AND undone_at = '' ORDER BY id DESC LIMIT 1`, sum)
	n := sumOf(rows)
	return Report{Rows: n, Same: n, SHA256: sum}, err
}
