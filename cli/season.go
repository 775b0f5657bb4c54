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

	"thidua/paper"
	"thidua/seasonfile"
	"thidua/store"
)

type check struct {
	File string `arg:"" help:"Tệp năm thi đua (YAML, mã UTF-8)."`
}

func (c check) Run(con console) error {
	db, done, err := scratch(con)
	if err != nil {
		return err
	}
	defer done()
	if _, err := load(con, db, c.File); err != nil {
		return err
	}
	con.say("Tệp %s không có lỗi.", filepath.Base(c.File))
	return nil
}

// load records the file's year, or prints its faults.
func load(con console, db *store.DB, file string) (seasonID string, err error) {
	raw, err := seasonfile.ReadFile(file)
	if err != nil {
		return "", unreadable(err)
	}
	id, faults, err := seasonfile.Load(con, db, raw)
	if err != nil {
		return "", err
	}
	for _, f := range faults {
		fmt.Fprintf(con.err, "%s: %s\n", filepath.Base(file), f)
	}
	if len(faults) > 0 {
		fmt.Fprintf(con.err, "%d lỗi; không ghi gì.\n", len(faults))
		return "", errRefused
	}
	return id, nil
}

// unreadable tells a file that is not there from a machine at fault.
func unreadable(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return usageError{fmt.Sprintf("không đọc được tệp %s: %s", path.Path, path.Err)}
	}
	return err
}

type run struct {
	File string `arg:"" help:"Tệp năm thi đua (YAML, mã UTF-8)."`
	Out  string `required:"" help:"Thư mục ghi kết quả (result.json) và văn bản." type:"path"`
	Data string `help:"Ghi cả năm này vào thư mục dữ liệu đang dùng." type:"path"`
	DB   string `name:"db" help:"Ghi cả năm này vào PostgreSQL (postgres://…)."`
}

func (r run) Run(con console) error {
	db, done, err := r.open(con)
	if err != nil {
		return err
	}
	defer done()
	id, err := load(con, db, r.File)
	if err != nil {
		return err
	}
	result, files, err := seasonfile.Finish(con, db, id)
	if err != nil {
		return err
	}
	if err := write(r.Out, result, files); err != nil {
		return unreadable(err)
	}
	con.say("Đã ghi %d văn bản và result.json vào %s.", len(files), r.Out)
	return nil
}

// open opens the records the year is to be kept in, or scratch ones.
func (r run) open(con console) (*store.DB, func(), error) {
	if r.Data == "" && r.DB == "" {
		return scratch(con)
	}
	db, err := place{Data: r.Data, DB: r.DB}.open(con)
	if err != nil {
		return nil, nil, err
	}
	return db, func() { _ = db.Close() }, nil
}

// write puts the result and the papers into the folder.
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
