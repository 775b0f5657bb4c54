// Package seasonfile reads the file in which somebody describes a cluster's
// year, says in plain Vietnamese everything that is wrong with it, and records
// the year it describes.
package seasonfile

import (
	"context"
	"errors"
	"thidua/yamlfile"

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
		return "", yamlfile.InOrder(d.Faults), nil
	}
	err = db.Write(ctx, func(tx *store.Tx) error {
		r := newRecorder(ctx, tx, file, d)
		seasonID = r.record()
		faults = yamlfile.InOrder(r.Faults)
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

// Fault is one thing wrong with a file.
type Fault = yamlfile.Fault

// ReadFile reads a season file from disk, but never more than it takes to see
// that it is too large.
func ReadFile(path string) ([]byte, error) { return yamlfile.ReadFile(path) }

// read decodes the file as far as it can be understood; nil when it cannot be
// read at all.
func read(raw []byte) (*File, *yamlfile.Decoder) {
	file := &File{}
	d, ok := yamlfile.Read(raw, file, glosses, "thidua: 1")
	if !ok {
		return nil, d
	}
	if file.Format != 0 && file.Format != 1 {
		d.Fault("thidua", "Chương trình này đọc tệp năm thi đua bản 1; tệp ghi bản %d.", file.Format)
	}
	return file, d
}
