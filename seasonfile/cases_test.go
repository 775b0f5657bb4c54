package seasonfile_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/yearbook"
)

const seasons = "../testdata/seasons"

// TestCases_areAllExpected keeps a new case from going unchecked.
func TestCases_areAllExpected(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(seasons, "[0-9]*.yaml"))
	if err != nil || len(files) != len(expectations) {
		t.Errorf("%d case files and %d expectations (%v)", len(files), len(expectations), err)
	}
}

func TestCases_tellWhatTheirSourcesTellAndNoMore(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		for _, want := range expectations { // all into one database, one after another
			t.Run(want.file, func(t *testing.T) {
				got := resultOf(t, db, caseFile(t, want.file))
				if said := spoken(t, got); !reflect.DeepEqual(said, parsed(t, want.result)) {
					t.Errorf("the result says\n%s\nand the source only\n%s", indented(said), indented(parsed(t, want.result)))
				}
			})
		}
	})
}

func caseFile(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(seasons, name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// resultOf loads the file, which must have no faults, and reads the outcome
// back from the records.
func resultOf(t testing.TB, db *store.DB, raw []byte) (result seasonfile.Result) {
	t.Helper()
	return seasonfile.ResultOf(yearOf(t, db, raw))
}

func yearOf(t testing.TB, db *store.DB, raw []byte) (y yearbook.Year) {
	t.Helper()
	ctx := context.Background()
	id, faults, err := seasonfile.Load(ctx, db, raw)
	for _, f := range faults {
		t.Error(f)
	}
	if err == nil {
		err = db.Read(ctx, func(tx *store.Tx) error {
			s, err := season.ByID(ctx, tx, id)
			if err == nil {
				y, err = yearbook.Load(ctx, tx, s)
			}
			return err
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	return y
}

// spoken is what a result says: without nulls, empty lists, noughts and false,
// and without what the program adds by itself, the law's conditions on a title
// and the arithmetic in words.
func spoken(t testing.TB, r seasonfile.Result) any {
	t.Helper()
	for i := range r.Nominations {
		for _, f := range r.Nominations[i].Findings {
			if strings.Contains(f.Sentence, "không phải đơn vị thành viên") {
				t.Errorf("no source says so: %s", f.Sentence)
			}
		}
		r.Nominations[i].Findings = nil
	}
	for i := range r.Votes {
		r.Votes[i].Arithmetic = ""
	}
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, string(raw))
}

func parsed(t testing.TB, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err, text)
	}
	return without(v)
}

func without(v any) any {
	switch x := v.(type) {
	case map[string]any:
		for key, value := range x {
			if x[key] = without(value); silent(x[key]) {
				delete(x, key)
			}
		}
	case []any:
		for i := range x {
			x[i] = without(x[i])
		}
	}
	return v
}

func silent(v any) bool {
	list, isList := v.([]any)
	return v == nil || v == "" || v == 0.0 || v == false || isList && len(list) == 0
}

func indented(v any) string {
	raw, _ := json.MarshalIndent(v, "", "  ")
	return string(raw)
}
