package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"thidua/access"
	"thidua/journal"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// operator is whoever holds the machine: the command line acts as the
// administrator.
var operator = access.Actor{Name: "Dòng lệnh", Role: access.Admin}

type importUnits struct {
	place
	File string `arg:"" help:"Danh mục (CSV: code, full_name, level, parent_code, type)."`
	On   string `required:"" placeholder:"NGÀY" help:"Ngày của danh mục, ví dụ 2014-12-31."`
}

func (i importUnits) Run(con console) error {
	return i.take(con, i.File, i.On, org.Import)
}

type changeUnits struct {
	place
	File string `arg:"" help:"Bảng thay đổi (CSV: old_code, old_name, new_code, new_name, share, note)."`
	On   string `required:"" placeholder:"NGÀY" help:"Ngày thay đổi có hiệu lực, ví dụ 2025-07-01."`
	Act  string `placeholder:"VĂN-BẢN" help:"Văn bản quyết định, ví dụ 1678/NQ-UBTVQH15."`
}

func (c changeUnits) Run(con console) error {
	return c.take(con, c.File, c.On, func(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, list io.Reader, on vi.Day) (org.Report, error) {
		return org.ImportChanges(ctx, tx, by, day, list, on, c.Act)
	})
}

// taker reads a list of units, or of changes to them, that holds from a day.
type taker func(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, list io.Reader, on vi.Day) (org.Report, error)

// take records what the file says, and tells what that did.
func (p place) take(con console, name, on string, read taker) error {
	from, err := vi.ParseDay(on)
	if err != nil {
		return usageError{err.Error()}
	}
	file, err := os.Open(name)
	if err != nil {
		return unreadable(err)
	}
	defer file.Close()
	db, err := p.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	var report org.Report
	err = db.Write(con, func(tx *store.Tx) (err error) {
		if _, err := file.Seek(0, 0); err != nil {
			return err
		}
		report, err = read(con, tx, operator, vi.DayOf(time.Now()), file, from)
		return err
	})
	if err != nil {
		return err
	}
	for _, line := range report.Lines() { // only now is it true
		con.say("%s", line)
	}
	return nil
}

type verify struct {
	place
	Head string `placeholder:"DẤU" help:"Dấu của mục cuối đã ghi lại ở nơi khác; soát xem nhật ký còn giữ mục ấy không."`
}

func (v verify) Run(con console) error {
	if v.empty() {
		return usageError{fmt.Sprintf("không có dữ liệu ở thư mục %s", v.Data)}
	}
	db, err := v.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	var faults []journal.Fault
	var head journal.Head
	known := true
	err = db.Read(con, func(tx *store.Tx) (err error) {
		if faults, head, err = journal.Verify(con, tx); err != nil || v.Head == "" {
			return err
		}
		known, err = journal.Contains(con, tx, v.Head)
		return err
	})
	if err != nil {
		return err
	}
	for _, f := range faults {
		fmt.Fprintln(con.err, f.Sentence)
	}
	switch {
	case !known:
		return refusal.New(refusal.Unsatisfied, "Nhật ký không còn mục mang dấu "+v.Head+": phần cuối đã bị viết lại.")
	case len(faults) > 0:
		return errRefused
	}
	con.say("Nhật ký nguyên vẹn: %d mục, dấu của mục cuối %s.", head.Seq, head.Hash)
	return nil
}
