package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"thidua/paper"
	"thidua/seasonfile"
	"thidua/store"
)

type check struct {
	File string `arg:"" help:"Tệp năm thi đua (YAML, mã UTF-8)."`
}

func (c check) Run(con console) error {
	raw, err := seasonfile.ReadFile(c.File)
	if err != nil {
		return unreadable(err)
	}
	if err := alone(con, c.File, raw); err != nil {
		return err
	}
	con.say("Tệp %s không có lỗi.", filepath.Base(c.File))
	return nil
}

// alone checks the text read from file by itself, against no records.
func alone(con console, file string, raw []byte) error {
	db, done, err := scratch(con)
	if err != nil {
		return err
	}
	defer done()
	_, faults, err := seasonfile.Load(con, db, raw)
	return told(con, file, faults, err)
}

// told prints the file's faults; with any, the command is refused.
func told(con console, file string, faults []seasonfile.Fault, err error) error {
	if err != nil {
		return err
	}
	for _, f := range faults {
		fmt.Fprintf(con.err, "%s: %s\n", filepath.Base(file), f)
	}
	if len(faults) > 0 {
		fmt.Fprintf(con.err, "%d lỗi; không ghi gì.\n", len(faults))
		return errRefused
	}
	return nil
}

// unreadable tells a file that is not there from a machine at fault.
func unreadable(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return usageError{fmt.Sprintf("không đọc được tệp “%s”: %s", path.Path, reason(path.Err))}
	}
	return err
}

type run struct {
	File string `arg:"" help:"Tệp năm thi đua (YAML, mã UTF-8)."`
	Out  string `required:"" placeholder:"THƯ-MỤC" help:"Thư mục ghi kết quả (result.json) và văn bản."`
	Data string `placeholder:"THƯ-MỤC" help:"Ghi cả năm này vào thư mục dữ liệu đang dùng." type:"path"`
	DB   string `name:"db" placeholder:"ĐỊA-CHỈ" help:"Ghi cả năm này vào PostgreSQL (postgres://…)."`
}

// Run looks whether the folder can be written before anything is recorded: a
// year on record is not recorded again.
func (r run) Run(con console) error {
	raw, err := seasonfile.ReadFile(r.File)
	if err != nil {
		return unreadable(err)
	}
	if r.Out == "" {
		return usageError{"tùy chọn --out phải ghi tên thư mục"}
	}
	if err := canWrite(filepath.Clean(r.Out)); err != nil {
		return unwritable(r.Out, err)
	}
	db, done, err := r.open(con, raw)
	if err != nil {
		return err
	}
	defer done()
	outcome, faults, err := seasonfile.Run(con, db, raw)
	if err := told(con, r.File, faults, err); err != nil {
		return err
	}
	if err := write(r.Out, outcome.Result, outcome.Files); err != nil {
		return unwritable(r.Out, err)
	}
	con.say("Đã ghi %d văn bản và result.json vào %s.", len(outcome.Files), r.Out)
	sayOthers(con, r.Out, len(outcome.Files)+1)
	return nil
}

// open opens the records the year is to be kept in, or scratch ones. A data
// folder is not begun for a file that is at fault by itself.
func (r run) open(con console, raw []byte) (*store.DB, func(), error) {
	if r.Data == "" && r.DB == "" {
		return scratch(con)
	}
	at := place{Data: r.Data, DB: r.DB}
	if at.empty() {
		if err := alone(con, r.File, raw); err != nil {
			return nil, nil, err
		}
	}
	db, err := at.open(con)
	if err != nil {
		return nil, nil, err
	}
	return db, func() { _ = db.Close() }, nil
}

// unwritable tells a folder that was named wrongly from a machine at fault.
func unwritable(dir string, err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return err
	}
	return usageError{fmt.Sprintf("không ghi được vào thư mục “%s”: %s", dir, reason(err))}
}

// sayOthers warns of files in the folder beside the ones just written: papers of
// an older run would pass for this one's.
func sayOthers(con console, dir string, written int) {
	if all, err := os.ReadDir(dir); err == nil && len(all) > written {
		con.say("Lưu ý: thư mục này còn %d tệp không phải của lần chạy này.", len(all)-written)
	}
}

// write puts the papers into the folder, and last the result.
func write(dir string, result seasonfile.Result, files []paper.File) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Bytes, 0o644); err != nil {
			return err
		}
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(result); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "result.json"), text.Bytes(), 0o644)
}

type example struct {
	Name string `arg:"" optional:"" default:"duong7-2014" help:"Tên tệp có sẵn."`
}

func (e example) Run(con console) error {
	raw, found := seasonfile.Builtin(e.Name)
	if !found {
		return usageError{fmt.Sprintf("không có tệp mẫu “%s”; có: %s.", e.Name, strings.Join(seasonfile.Builtins(), ", "))}
	}
	_, err := con.out.Write(raw)
	return err
}
