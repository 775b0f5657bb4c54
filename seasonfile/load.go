package seasonfile

import (
	"context"
	"errors"
	"reflect"

	"thidua/store"
)

// Load puts the year that a season file's text describes on record, as one
// transaction, and returns the season's id. With faults nothing is recorded;
// they are all the file's, in its order. The error is ours.
func Load(ctx context.Context, db *store.DB, raw []byte) (seasonID string, faults []Fault, err error) {
	return transact(ctx, db, raw, func(*store.Tx, string) error { return nil })
}

// transact records the file's year and does what comes after it, both or
// neither.
func transact(ctx context.Context, db *store.DB, raw []byte, after func(tx *store.Tx, seasonID string) error) (seasonID string, faults []Fault, err error) {
	file, d := read(raw)
	if file == nil {
		return "", inOrder(d.faults), nil
	}
	err = db.Write(ctx, func(tx *store.Tx) error {
		r := newRecorder(ctx, tx, file, d)
		seasonID = r.record()
		faults = inOrder(r.faults)
		if r.broken != nil {
			return r.broken
		}
		if len(faults) > 0 {
			return errFaults
		}
		return after(tx, seasonID)
	})
	if errors.Is(err, errFaults) {
		return "", faults, nil
	}
	return seasonID, faults, err
}

// errFaults rolls the transaction back; the faults tell the rest.
var errFaults = errors.New("seasonfile: the file has faults")

// read decodes the file as far as it can be understood; nil when it cannot be
// read at all.
func read(raw []byte) (*File, *decoder) {
	d := &decoder{places: map[string][2]int{}}
	s, fault := text(raw)
	if fault != nil {
		d.faults = []Fault{*fault}
		return nil, d
	}
	root, faults := tree(s)
	if len(faults) > 0 {
		d.faults = faults
		return nil, d
	}
	file := &File{}
	if _, ok := entries(root); !ok {
		d.faults = []Fault{*whole("Tệp phải gồm các mục dạng “khóa: giá trị”; mục đầu tiên là thidua: 1.")}
		return nil, d
	}
	d.value("", root, reflect.ValueOf(file).Elem(), "")
	if file.Format != 0 && file.Format != 1 {
		d.fault("thidua", "Chương trình này đọc tệp năm thi đua bản 1; tệp ghi bản %d.", file.Format)
	}
	return file, d
}
