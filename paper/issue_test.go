package paper_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/yearbook"
)

func issued(t *testing.T, y yearbook.Year) []paper.Issued {
	t.Helper()
	var all []paper.Issued
	for _, p := range paper.Compose(y) {
		files, err := paper.Render(p)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, paper.Issued{Paper: p, Files: files})
	}
	return all
}

func TestRender_givesTheSameBytesForTheSameYear(t *testing.T) {
	first, second := issued(t, border2014()), issued(t, border2014())
	for i, p := range first {
		for j, f := range p.Files {
			if !bytes.Equal(f.Bytes, second[i].Files[j].Bytes) {
				t.Errorf("%s differs between two runs", f.Name)
			}
		}
	}
}

func TestRender_saysTheSameInBothFormats(t *testing.T) {
	for _, p := range append(issued(t, border2014()), issued(t, bloc2022())...) {
		word, page := wordText(t, p.Files[0].Bytes), pageText(t, p.Files[1].Bytes)
		for _, b := range p.Doc.Body {
			for _, line := range blockText(b) {
				want := letters(strings.NewReplacer("(*)", "", "|", "").Replace(strings.TrimPrefix(line, "- ")))
				if !strings.Contains(word, want) {
					t.Errorf("%s lacks %q", p.Files[0].Name, line)
				}
				// A page ends in the middle of a text, so only its beginning is looked for.
				if want = string([]rune(want)[:min(20, len([]rune(want)))]); !strings.Contains(page, want) {
					t.Errorf("%s lacks %q", p.Files[1].Name, line)
				}
			}
		}
	}
}

// letters keeps what does not depend on where lines break.
func letters(s string) string {
	return strings.NewReplacer(" ", "", "\n", "", "\f", "", "\u00a0", "").Replace(norm.NFC.String(s))
}

var tags = regexp.MustCompile(`<[^>]*>`)

func wordText(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	xml, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(letters(html.UnescapeString(tags.ReplaceAllString(string(xml), ""))), "(*)", "")
}

func pageText(t *testing.T, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (poppler-utils): %v", err)
	}
	return strings.ReplaceAll(letters(string(out)), "(*)", "")
}

var head = access.Actor{Name: "Huyện Thanh Chương", Role: access.ClusterHead, Unit: "tc"}

func putSeason(t *testing.T, db *store.DB) {
	t.Helper()
	write(t, db, func(tx *store.Tx) error {
		ctx := context.Background()
		_, err := tx.Exec(ctx, `INSERT INTO cluster (id, name, fold, kind) VALUES ($1, $2, $3, $4)`, "c", "Cụm thi đua đường 7", "cum thi dua duong 7", "cum")
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `INSERT INTO season (id, cluster_id, slug, label, year, phase, calendar, members_count, published_on, pledge, elected, sources, illustrative)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`, "s", "c", "duong7-2014", "2014", 2014, "set_up", "[]", 3, "", "{}", "{}", "[]", false)
		return err
	})
}

func write(t *testing.T, db *store.DB, work func(*store.Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), work); err != nil {
		t.Fatal(err)
	}
}

func TestIssue_keepsEveryFileAndTheJournalItsChecksum(t *testing.T) {
	papers := issued(t, border2014())
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		putSeason(t, db)
		ctx := context.Background()
		issue := func(tx *store.Tx) error {
			return paper.Issue(ctx, tx, head, vi.MustDay("2014-11-24"), "s", papers)
		}
		write(t, db, issue)
		write(t, db, issue) // drawn up again: the same names, no second copy
		write(t, db, func(tx *store.Tx) error {
			counted, statements := store.CountStatements(ctx)
			list, err := paper.OfSeason(counted, tx, "s")
			if err != nil || len(list) != 2*len(papers) || *statements != 1 {
				t.Fatalf("%d files in %d statements, %v; want %d", len(list), *statements, err, 2*len(papers))
			}
			for i, l := range list {
				f, err := paper.FileOf(ctx, tx, "s", l.File)
				if err != nil || !bytes.Equal(f.Bytes, papers[i/2].Files[i%2].Bytes) || l.Size != len(f.Bytes) || l.Kind != papers[i/2].Kind || l.Day != papers[i/2].Day || l.Sample != papers[i/2].Illustrative() {
					t.Errorf("%s came back as %+v, %v", l.File, l, err)
				}
				n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE act = $1 AND detail LIKE $2`, "issue_paper", "%"+l.SHA256+"%")
				if err != nil || n != 2 {
					t.Errorf("the journal has the checksum of %s %d times, %v", l.File, n, err)
				}
			}
			return nil
		})
	})
}

func TestIssue_refuses(t *testing.T) {
	papers := issued(t, border2014())
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		putSeason(t, db)
		for name, c := range map[string]struct {
			by     access.Actor
			season string
			papers []paper.Issued
			want   refusal.Kind
		}{
			"a unit's officer":            {access.Actor{Role: access.EmulationOfficer, Unit: "cc"}, "s", papers, refusal.NotAllowed},
			"a season not on record":      {head, "x", papers, refusal.NotFound},
			"a year that gives no papers": {head, "s", nil, refusal.Unsatisfied},
		} {
			t.Run(name, func(t *testing.T) {
				err := db.Write(context.Background(), func(tx *store.Tx) error {
					return paper.Issue(context.Background(), tx, c.by, vi.MustDay("2014-11-24"), c.season, c.papers)
				})
				if !refusal.Is(err, c.want) {
					t.Errorf("got %v, want %s", err, c.want)
				}
			})
		}
		err := db.Read(context.Background(), func(tx *store.Tx) error {
			_, err := paper.FileOf(context.Background(), tx, "s", "giay-moi.pdf")
			return err
		})
		if !refusal.Is(err, refusal.NotFound) || errors.Is(err, store.ErrNone) {
			t.Errorf("a file never issued: %v", err)
		}
	})
}
