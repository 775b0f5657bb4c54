package seasonfile_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"thidua/internal/testkit"
	"thidua/seasonfile"
)

// What refusing a hostile file may take on a slow machine with the race
// detector on; a file that exploits the reader takes minutes and gigabytes.
const (
	mostTime = 5 * time.Second
	mostHeap = 128 << 20 // bytes allocated in all
)

func TestLoad_refusesFilesBuiltToExhaustIt(t *testing.T) {
	const head = "thidua: 1\nseason: \"2014\"\ncluster: Cụm\n"
	for _, bomb := range []struct{ name, text, sentence string }{
		{"a billion laughs by anchors", head + laughs(9), "neo (&)"},
		{"merges", head + "a: {<<: {<<: {name: A}}}\n", "phép gộp (<<)"},
		{"brackets within brackets", head + "a: " + strings.Repeat("[", 90_000), "lồng nhau quá sâu"},
		{"brackets hidden behind quoted ones", head + "a: '" + strings.Repeat("]", 40_000) + "'\nb: " + strings.Repeat("[", 40_000), "lồng nhau quá sâu"},
		{"braces within braces", head + strings.Repeat("{a: ", 40_000), "lồng nhau quá sâu"},
		{"lines ever deeper", head + staircase(300), "lồng nhau quá sâu"},
		{"lists within lists", head + "a:\n  " + strings.Repeat("- ", 90_000), "lồng nhau quá sâu"},
		{"tags without end", head + "a: " + strings.Repeat("!!a ", 45_000), "thẻ (!)"},
		{"complex keys without end", head + strings.Repeat("? ", 90_000), "khóa phức (?)"},
		{"a mapping of a million keys on one line", head + "a: {" + strings.Repeat("k: 1, ", 600_000) + "}", "quá nhiều mục"},
		{"a list of a million lines", head + "a:\n" + strings.Repeat("- b\n", 1_000_000), "quá nhiều mục"},
		{"a block of more lines than a year has", head + "a:\n" + strings.Repeat("- b\n", 3_000), "Quá nhiều dòng liền nhau"},
		{"50 MB", strings.Repeat("# năm thi đua\n", 50<<20/16), "Tệp lớn hơn 4 MB"},
	} {
		t.Run(bomb.name, func(t *testing.T) {
			fault := first(t, []byte(bomb.text))
			if !strings.Contains(fault.Sentence, bomb.sentence) {
				t.Errorf("got %v, want %q", fault, bomb.sentence)
			}
		})
	}
}

// first is the first fault of a text that must be refused, in bounded time and
// memory and without a trace.
func first(t *testing.T, raw []byte) seasonfile.Fault {
	t.Helper()
	db := testkit.SQLite(t)
	begun, before := time.Now(), allocated()
	_, faults, err := seasonfile.Load(context.Background(), db, raw)
	if took := time.Since(begun); took > mostTime {
		t.Errorf("took %v", took)
	}
	if took := allocated() - before; took > mostHeap {
		t.Errorf("allocated %d MB", took>>20)
	}
	if err != nil || len(faults) == 0 {
		t.Fatal(faults, err)
	}
	if n := rows(t, db); n > 0 {
		t.Errorf("%d rows were left behind", n)
	}
	return faults[0]
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func laughs(levels int) string {
	text := "a0: &a0 [ha, ha, ha]\n"
	for i := range levels {
		text += fmt.Sprintf("a%d: &a%d [%s]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 10))
	}
	return text
}

func staircase(steps int) (text string) {
	for i := range steps {
		text += strings.Repeat(" ", i) + "a:\n"
	}
	return text
}

func TestReadFile_readsNoMoreThanTheLimit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lon.yaml")
	if err := os.WriteFile(path, []byte("thidua: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 50<<20); err != nil {
		t.Fatal(err)
	}
	before := allocated()
	raw, err := seasonfile.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if took := allocated() - before; took > 40<<20 || len(raw) > 4<<20+1 {
		t.Errorf("read %d bytes of a 50 MB file, and allocated %d MB", len(raw), took>>20)
	}
	if fault := first(t, raw); !strings.HasPrefix(fault.Sentence, "Tệp lớn hơn 4 MB") {
		t.Error(fault)
	}
}
