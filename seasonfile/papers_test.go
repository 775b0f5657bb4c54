package seasonfile_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/yearbook"
)

// demoYear is the built-in year as the yearbook reads it.
func demoYear(t *testing.T) (y yearbook.Year) {
	t.Helper()
	text, ok := seasonfile.Builtin(seasonfile.Demo)
	if !ok {
		t.Fatal("no built-in year")
	}
	db := testkit.SQLite(t)
	id, faults, err := seasonfile.Load(context.Background(), db, text)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		s, err := season.ByID(ctx, tx, id)
		if err == nil {
			y, err = yearbook.Load(ctx, tx, s)
		}
		return err
	})
	return y
}

// TestReference_holdsTextAndMeasuredLayoutOfTheDemoYear compares every paper of
// the built-in year, public or of the desk, with what is kept in testdata. After
// a change that is meant, THIDUA_WRITE_PAPERS=1 writes it anew.
func TestReference_holdsTextAndMeasuredLayoutOfTheDemoYear(t *testing.T) {
	kept := map[string]bool{}
	for _, o := range paper.Offers(demoYear(t), true) {
		for _, p := range o.Papers {
			files, err := paper.Render(p)
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Join("testdata", "papers", p.File+".txt")
			kept[name] = true
			got := measured(t, files[1].Bytes)
			if os.Getenv("THIDUA_WRITE_PAPERS") != "" {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if line, a, b := differing(got, string(want)); line > 0 {
				t.Errorf("%s, line %d is\n%s\nand was\n%s", name, line, a, b)
			}
		}
	}
	all, err := filepath.Glob(filepath.Join("testdata", "papers", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		if !kept[name] {
			t.Errorf("%s is of no paper any more", name)
		}
	}
}

// differing is the first line, from 1, in which two texts differ; 0 when they
// are the same.
func differing(a, b string) (line int, inA, inB string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(x), len(y)) {
		x, y = append(x, ""), append(y, "")
		if x[i] != y[i] {
			return i + 1, x[i], y[i]
		}
	}
	return 0, "", ""
}

// measured is a PDF line by line: page, millimetres from the left and from the
// top edge, size in points, face (b: bold, i: italic), text; and its rules.
func measured(t *testing.T, pdf []byte) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("page  left   top  size face  text\n")
	for _, l := range joinedLines(testkit.PrintedOf(t, pdf)) {
		face := ""
		if l.Bold {
			face += "b"
		}
		if l.Italic {
			face += "i"
		}
		fmt.Fprintf(&b, "%4d %5.0f %5.0f %5.0f %-4s  %s\n", l.Page, l.Left, l.Top, l.Size, face, l.Text)
	}
	for _, r := range testkit.RulesOf(t, pdf) {
		fmt.Fprintf(&b, "rule %5.0f %5.0f, %.0f mm long\n", r.Left, r.Top, r.Right-r.Left)
	}
	return b.String()
}

// joinedLines puts the words of stretched lines together again.
func joinedLines(words []testkit.Printed) (lines []testkit.Printed) {
	const widest = 9 // millimetres between two words of a stretched line, at most
	slices.SortStableFunc(words, func(a, b testkit.Printed) int {
		switch {
		case a.Page != b.Page:
			return a.Page - b.Page
		case a.Top < b.Top-0.6:
			return -1
		case a.Top > b.Top+0.6:
			return 1
		}
		return int(a.Left - b.Left)
	})
	for _, w := range words {
		w.Text = strings.Join(strings.Fields(w.Text), " ")
		if n := len(lines) - 1; n >= 0 {
			if last := &lines[n]; last.Page == w.Page && w.Top-last.Top < 0.6 && w.Left-last.Right < widest && w.Left > last.Left && last.Bold == w.Bold && last.Size == w.Size && last.Italic == w.Italic {
				last.Text, last.Right = last.Text+" "+w.Text, w.Right
				continue
			}
		}
		if w.Text != "" {
			lines = append(lines, w)
		}
	}
	return lines
}
