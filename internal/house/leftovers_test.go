package house

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A path of one machine or the address of a package registry means nothing
// elsewhere, and a note to oneself is work not done. The words are put
// together here so that this file passes its own test.
var (
	machinePath = regexp.MustCompile(`(^|[^\w./-])(/(work|root|home|Users|tmp)/|[A-Z]:\\Users\\)`)
	noteToSelf  = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME)\b`)
	registries  = []string{"proxy" + ".golang.org", "registry" + ".npmjs.org", "deb" + ".debian.org"}
)

// leftover names what line should not hold, or "".
func leftover(line string, hosts []string) string {
	if m := machinePath.FindString(line); m != "" {
		return "the machine's path " + strings.TrimSpace(m)
	}
	if m := noteToSelf.FindString(line); m != "" {
		return "the note " + m
	}
	for _, host := range hosts {
		if strings.Contains(line, host) {
			return "the registry's host " + host
		}
	}
	return ""
}

func TestFiles_holdNothingOfTheWorkshop(t *testing.T) {
	hosts := append(configuredHosts(t), registries...)
	for _, name := range textFiles(t) {
		text, err := os.ReadFile(filepath.Join(root(t), name))
		if os.IsNotExist(err) { // removed, and not yet committed
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if bytes.IndexByte(text, 0) >= 0 { // a picture, a font, a document
			continue
		}
		for i, line := range strings.Split(string(text), "\n") {
			if what := leftover(line, hosts); what != "" {
				t.Errorf("%s:%d holds %s", name, i+1, what)
			}
		}
	}
}

// configuredHosts are the proxies that this machine reaches modules through.
func configuredHosts(t *testing.T) []string {
	t.Helper()
	settings := strings.TrimSpace(string(goCommand(t, "env", "GOPROXY")))
	settings += "," + os.Getenv("HTTP_PROXY") + "," + os.Getenv("HTTPS_PROXY")
	var hosts []string
	for setting := range strings.FieldsFuncSeq(settings, func(r rune) bool { return r == ',' || r == '|' }) {
		if u, err := url.Parse(setting); err == nil && u.Host != "" {
			hosts = append(hosts, u.Host)
		}
	}
	return hosts
}

// textFiles are the files git keeps, or every file where there is no git;
// scripts of others, kept as they were published, are left out.
func textFiles(t *testing.T) []string {
	t.Helper()
	names := filesInGit(t)
	if names == nil {
		names = filesInFolder(t)
	}
	if len(names) == 0 {
		t.Fatal("found no file to look at")
	}
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, ".min.js") })
}

func filesInGit(t *testing.T) []string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(root(t), ".git")); err != nil {
		return nil // an unpacked archive
	}
	// The checkout may belong to someone else than who runs the tests.
	out, err := exec.Command("git", "-c", "safe.directory=*", "-C", root(t), "ls-files", "-z").Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 })
}

func filesInFolder(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(root(t)), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestLeftover_isToldFromOrdinaryText(t *testing.T) {
	cases := []struct {
		name, line string
		found      bool
	}{
		{"a path in a string", `open("` + "/tm" + `p/x.db")`, true},
		{"a path at the start", "/hom" + "e/someone/thidua", true},
		{"a path of another system", `C:\` + `Users\someone`, true},
		{"a note to oneself", "// FIX" + "ME: later", true},
		{"a registry", "get it from https://registry" + ".npmjs.org/x", true},
		{"a page's address", `<a href="/scoring/opt/">`, false},
		{"a folder of the house", "web/home/page.go and ./test", false},
		{"a system's folder", "/usr/lib/postgresql", false},
		{"a word that contains the note's", "METHODOLOGY", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := leftover(c.line, registries); (got != "") != c.found {
				t.Errorf("%q: found %q, want something: %v", c.line, got, c.found)
			}
		})
	}
}
