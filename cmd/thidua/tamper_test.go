package main

import (
	"database/sql"
	"testing"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// tamper changes an entry of the journal behind the program's back.
func tamper(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`UPDATE journal SET actor = 'Người khác' WHERE seq = 7`); err != nil {
		t.Fatal(err)
	}
}
