package web

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/vi"
)

// seasonFiles are the years of other clusters: some give only counts, or only
// an outcome; one is a full year on a tree of 230 criteria.
func seasonFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/seasons/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d season files (%v)", len(files), err)
	}
	return files
}

func read(t testing.TB, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Whatever a source leaves out, its year has all its pages, and every link on
// them leads somewhere.
func TestYears_ofEveryKindHaveTheirPages(t *testing.T) {
	for _, file := range seasonFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			db := testkit.SQLite(t)
			finish(t, db, record(t, db, read(t, file)))
			publishedOn(t, db, vi.MustDay("2014-11-01"))
			site := quiet(db)
			links := find(page(t, site, "/"), "main li a")
			if len(links) != 1 {
				t.Fatalf("%d years are listed", len(links))
			}
			crawl(t, site, attr(links[0], "href"))
		})
	}
}

// ofOneKind bounds how many pages that stand beside each other are opened: a
// large year explains over a thousand numbers.
const ofOneKind = 40

// crawl opens a page and what is below it.
func crawl(t *testing.T, site http.Handler, from string) {
	t.Helper()
	seen, beside, queue := map[string]bool{from: true}, map[string]int{}, []string{from}
	for len(queue) > 0 {
		address := queue[0]
		queue = queue[1:]
		w := get(site, address)
		if w.Code != http.StatusOK {
			t.Errorf("%s answers %d", address, w.Code)
		}
		for _, link := range links(t, w) {
			if !seen[link] && strings.HasPrefix(link, from) && beside[path.Dir(link)] < ofOneKind {
				seen[link] = true
				beside[path.Dir(link)]++
				queue = append(queue, link)
			}
		}
	}
	if len(seen) < 6 {
		t.Errorf("only %d pages", len(seen))
	}
}

// Large years are cut into pages.
func TestList_isCutIntoPages(t *testing.T) {
	db := testkit.SQLite(t)
	for n := range 65 {
		record(t, db, fmt.Sprintf("thidua: 1\nid: nam-%02d\ncluster: {name: Cụm thi đua số %d, province: Nghệ An}\nseason: \"2014\"\n", n, n))
	}
	site := quiet(db)
	seen := map[string]bool{}
	for address, pages := "/", 0; address != ""; pages++ {
		if pages > 5 {
			t.Fatal("the pages have no end")
		}
		root := page(t, site, address)
		for _, a := range find(root, "main li a") {
			seen[attr(a, "href")] = true
		}
		address = ""
		for _, a := range find(root, ".pager a") {
			if attr(a, "rel") == "next" {
				address = attr(a, "href")
			}
		}
	}
	if len(seen) != 65 {
		t.Errorf("the pages show %d years of 65", len(seen))
	}
}
