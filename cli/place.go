package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"thidua/store"
)

// place is where the records are kept.
type place struct {
	Data string `help:"Thư mục dữ liệu, mặc định thidua-data." type:"path" placeholder:"THƯ-MỤC" default:"thidua-data"`
	DB   string `name:"db" placeholder:"ĐỊA-CHỈ" help:"Địa chỉ PostgreSQL (postgres://…); bỏ trống thì dùng SQLite trong thư mục dữ liệu."`
}

// open opens the records there, brought to this program's version.
func (p place) open(ctx context.Context) (*store.DB, error) {
	address, err := p.address()
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, address)
	if err != nil {
		return nil, err
	}
	if err := db.Migrate(ctx); err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// address is what the store opens: PostgreSQL's, or a file in the data folder,
// which is made when missing.
func (p place) address() (string, error) {
	if p.DB != "" {
		if !strings.HasPrefix(p.DB, "postgres://") && !strings.HasPrefix(p.DB, "postgresql://") {
			return "", usageError{"địa chỉ ở --db phải bắt đầu bằng postgres://"}
		}
		return p.DB, nil
	}
	err := os.MkdirAll(p.Data, 0o700)
	if err == nil {
		err = canWrite(p.Data)
	}
	if err != nil {
		return "", usageError{fmt.Sprintf("không ghi được vào thư mục dữ liệu %s: %s", p.Data, reason(err))}
	}
	return p.file(), nil
}

func (p place) file() string { return filepath.Join(p.Data, "thidua.db") }

// empty reports whether nothing is kept there yet.
func (p place) empty() bool {
	_, err := os.Stat(p.file())
	return p.DB == "" && errors.Is(err, fs.ErrNotExist)
}

// canWrite tells why nothing can be written into a folder, which need not exist
// yet; it leaves nothing behind.
func canWrite(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir:
		return canWrite(filepath.Dir(dir))
	case err != nil:
		return err
	case !info.IsDir():
		return &fs.PathError{Op: "write", Path: dir, Err: syscall.ENOTDIR}
	}
	probe, err := os.MkdirTemp(dir, ".thidua-")
	if err != nil {
		return err
	}
	return os.Remove(probe)
}

// scratch opens a database of its own in a folder that goes with close.
func scratch(ctx context.Context) (db *store.DB, close func(), err error) {
	dir, err := os.MkdirTemp("", "thidua-")
	if err != nil {
		return nil, nil, err
	}
	db, err = place{Data: dir}.open(ctx)
	if err != nil {
		_ = os.RemoveAll(dir)
		return nil, nil, err
	}
	return db, func() { _ = db.Close(); _ = os.RemoveAll(dir) }, nil
}
