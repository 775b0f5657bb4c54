package store

import (
	"context"
	"os"
)

// longLog is from how many bytes on SQLite's log is folded into its file at once.
// Every page that is read is looked for in the log first, which takes the longer
// the longer it is: after a long list, as long as all else.
const longLog = 64 << 20

// foldLog folds a long log into the file, so that reading is quick again. What it
// cannot fold because somebody still reads in it, the next write folds.
func (db *DB) foldLog(ctx context.Context) {
	if db.log == "" {
		return
	}
	if file, err := os.Stat(db.log); err == nil && file.Size() > longLog {
		_, _ = db.write.ExecContext(context.WithoutCancel(ctx), "PRAGMA wal_checkpoint(TRUNCATE)")
	}
}
