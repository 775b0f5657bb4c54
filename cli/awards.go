package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"thidua/access"
	"thidua/award"
	"thidua/store"
	"thidua/vi"
)

// awards are the commands on the register of awards.
type awards struct {
	Import importAwards `cmd:"" help:"Nạp danh sách khen thưởng đã có (CSV hoặc Excel); sai một dòng thì không ghi dòng nào."`
	Export exportAwards `cmd:"" help:"Xuất sổ khen thưởng ra tệp CSV; nạp lại được nguyên vẹn."`
	Undo   undoImport   `cmd:"" help:"Bỏ một lần nạp."`
}

// registrar is whoever holds the machine, acting for the standing body, which
// keeps the register.
var registrar = access.Actor{Name: "Dòng lệnh", Role: access.StandingBody}

// mostShown is how many faults of a list are printed.
const mostShown = 30

type importAwards struct {
	place
	File   string `arg:"" help:"Danh sách (CSV mã UTF-8, hoặc .xlsx)."`
	Errors string `placeholder:"TỆP" help:"Ghi các dòng có lỗi, kèm lý do, vào tệp CSV này."`
}

func (i importAwards) Run(con console) error {
	file, err := os.Open(i.File)
	if err != nil {
		return unreadable(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return unreadable(err)
	}
	db, err := i.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	var report award.Report
	err = db.Write(con, func(tx *store.Tx) (err error) {
		report, err = award.Import(con, tx, registrar, vi.DayOf(time.Now()), filepath.Base(i.File), file, info.Size())
		return err
	})
	if faults, ok := award.FaultsOf(err); ok {
		return i.tell(con, file, info.Size(), faults)
	}
	if err != nil {
		return err
	}
	for _, line := range report.Lines() {
		con.say("%s", line)
	}
	return nil
}

// tell prints what is wrong with the list, and keeps its rows at fault where
// that was asked.
func (i importAwards) tell(con console, file *os.File, size int64, faults award.Faults) error {
	for n, f := range faults.List {
		if n == mostShown {
			break
		}
		fmt.Fprintln(con.err, f)
	}
	if faults.Rows > min(mostShown, len(faults.List)) {
		fmt.Fprintf(con.err, "… %s dòng có lỗi tất cả.\n", vi.FormatInt(int64(faults.Rows)))
	}
	fmt.Fprintln(con.err, "Chưa ghi gì vào sổ.")
	if i.Errors == "" {
		return errRefused
	}
	out, err := os.OpenFile(i.Errors, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return usageError{fmt.Sprintf("không ghi được %s: %s", i.Errors, reason(err))}
	}
	if err := award.WriteFaulty(out, file, size, faults); err != nil {
		_ = out.Close()
		return err
	}
	if err := out.Close(); err != nil {
		return err
	}
	return errRefused
}

type exportAwards struct {
	place
	File string `arg:"" help:"Tệp CSV sẽ ghi; không ghi đè tệp đã có."`
}

func (e exportAwards) Run(con console) error {
	if e.empty() {
		return usageError{fmt.Sprintf("không có dữ liệu ở thư mục %s", e.Data)}
	}
	db, err := e.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	out, err := os.OpenFile(e.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return usageError{fmt.Sprintf("không ghi được %s: %s", e.File, reason(err))}
	}
	rows := 0
	err = db.Write(con, func(tx *store.Tx) error {
		if err := out.Truncate(0); err != nil {
			return err
		}
		if _, err := out.Seek(0, 0); err != nil {
			return err
		}
		rows, err = award.Export(con, tx, registrar, vi.DayOf(time.Now()), award.Whole, out)
		return err
	})
	if e := out.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	con.say("Đã xuất %s khen thưởng vào %s.", vi.FormatInt(int64(rows)), e.File)
	return nil
}

type undoImport struct {
	place
	Batch string `arg:"" name:"lần-nạp" help:"Mã lần nạp, như lệnh nạp đã in."`
	Why   string `required:"" placeholder:"LÝ-DO" help:"Vì sao bỏ."`
}

func (u undoImport) Run(con console) error {
	if u.empty() {
		return usageError{fmt.Sprintf("không có dữ liệu ở thư mục %s", u.Data)}
	}
	db, err := u.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.Write(con, func(tx *store.Tx) error {
		return award.Undo(con, tx, registrar, vi.DayOf(time.Now()), award.Whole, u.Batch, u.Why)
	}); err != nil {
		return err
	}
	con.say("Đã bỏ lần nạp %s.", u.Batch)
	return nil
}
