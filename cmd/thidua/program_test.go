package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// binary is the real program, built once for all tests.
var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "thidua-program")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	binary = filepath.Join(dir, "thidua")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// thidua runs the program to its end and returns its exit code and output.
func thidua(t testing.TB, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(binary, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()
}

func seasonFile(t testing.TB, change func(string) string) string {
	t.Helper()
	code, text, _ := thidua(t, "season", "example")
	if code != 0 {
		t.Fatal("no example")
	}
	path := filepath.Join(t.TempDir(), "nam.yaml")
	if err := os.WriteFile(path, []byte(change(text)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func same(s string) string { return s }

func TestSeasonCheck_aSoundFileExitsZero(t *testing.T) {
	if code, out, errs := thidua(t, "season", "check", seasonFile(t, same)); code != 0 || !strings.Contains(out, "không có lỗi") {
		t.Fatal(code, out, errs)
	}
}

func TestSeasonRun_theSameFileTwiceGivesTheSameBytes(t *testing.T) {
	file := seasonFile(t, same)
	one, two := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	for _, dir := range []string{one, two} {
		if code, _, errs := thidua(t, "season", "run", file, "--out", dir); code != 0 {
			t.Fatal(code, errs)
		}
		time.Sleep(1100 * time.Millisecond) // a clock that leaks into a file would show
	}
	names, err := os.ReadDir(one)
	if err != nil || len(names) < 9 {
		t.Fatal(names, err)
	}
	for _, n := range names {
		a, err := os.ReadFile(filepath.Join(one, n.Name()))
		b, err2 := os.ReadFile(filepath.Join(two, n.Name()))
		if err != nil || err2 != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs: %v %v", n.Name(), err, err2)
		}
	}
}

func TestSeasonRun_tellsTheYearInResultJSON(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if code, _, errs := thidua(t, "season", "run", seasonFile(t, same), "--out", dir); code != 0 {
		t.Fatal(code, errs)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "result.json"))
	if err != nil {
		t.Fatal(err)
	}
	var result struct {
		Cluster, Season string
		Members         []string
		Ranking         []struct {
			Rank int
			Unit string
		}
		Votes       []struct{ Passed *bool }
		Nominations []struct {
			Candidate, Title string
			Member           bool
		}
		Findings, Tasks []any
		Documents       []struct{ Kind, File string }
	}
	if err := json.Unmarshal(raw, &result); err != nil {
		t.Fatal(err)
	}
	switch {
	case result.Cluster != "Cụm thi đua đường 7", result.Season != "2014", len(result.Members) != 5, len(result.Ranking) != 5,
		len(result.Votes) != 2 || result.Votes[0].Passed == nil || !*result.Votes[0].Passed,
		len(result.Nominations) != 2 || !result.Nominations[0].Member || result.Nominations[1].Member,
		result.Nominations[1].Candidate != "Xã Thanh Lĩnh", len(result.Findings) == 0, len(result.Tasks) != 4:
		t.Fatalf("%s", raw)
	}
	for _, d := range result.Documents {
		if info, err := os.Stat(filepath.Join(dir, d.File)); err != nil || info.Size() == 0 {
			t.Errorf("%s %s: %v", d.Kind, d.File, err)
		}
	}
}

func TestSeason_aFaultyFileExitsOneAndWritesNothing(t *testing.T) {
	file := seasonFile(t, func(s string) string {
		return strings.Replace(strings.Replace(s, "2014-11-22", "2014-11-31", 1), "establishment: 5", "establishment: 4", 1)
	})
	dir := filepath.Join(t.TempDir(), "out")
	code, _, errs := thidua(t, "season", "run", file, "--out", dir)
	if code != 1 || !strings.Contains(errs, "dòng ") || !strings.Contains(errs, "lỗi; không ghi gì") {
		t.Fatal(code, errs)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Fatal("something was written")
	}
	if code, _, _ := thidua(t, "season", "check", file); code != 1 {
		t.Fatal("check said", code)
	}
}

func TestCommandLine_wrongUsageExitsTwo(t *testing.T) {
	for _, args := range [][]string{
		{}, {"fly"}, {"season"}, {"season", "check"}, {"season", "check", "no-such-file.yaml"}, {"season", "run", "x.yaml"},
		{"demo", "--listen", "0.0.0.0:0"}, {"units", "import", "x.csv", "--on", "31/2/2014"}, {"season", "example", "none"},
	} {
		if code, out, errs := thidua(t, args...); code != 2 {
			t.Errorf("%v: exit %d\n%s%s", args, code, out, errs)
		}
	}
}

func TestJournalVerify_findsATamperedEntry(t *testing.T) {
	data := t.TempDir()
	if code, _, errs := thidua(t, "season", "run", seasonFile(t, same), "--out", filepath.Join(t.TempDir(), "out"), "--data", data); code != 0 {
		t.Fatal(errs)
	}
	code, out, errs := thidua(t, "journal", "verify", "--data", data)
	if code != 0 || !strings.Contains(out, "nguyên vẹn") {
		t.Fatal(code, out, errs)
	}
	if code, _, _ := thidua(t, "journal", "verify", "--data", data, "--head", strings.Repeat("0", 64)); code != 1 {
		t.Fatal("an unknown head was found")
	}
	tamper(t, filepath.Join(data, "thidua.db"), `UPDATE journal SET actor = 'Người khác' WHERE seq = 7`)
	if code, _, errs := thidua(t, "journal", "verify", "--data", data); code != 1 || !strings.Contains(errs, "Mục 7") {
		t.Fatal(code, errs)
	}
}

// demo starts the demo on a free port and returns its address and process; it
// ends with the test.
func demo(t testing.TB, data string) (address string, process *os.Process) {
	t.Helper()
	cmd := exec.Command(binary, "demo", "--listen", "127.0.0.1:0", "--data", data)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, url, found := strings.Cut(lines.Text(), "http://"); found {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return "http://" + strings.TrimSpace(url), cmd.Process
		}
	}
	t.Fatal("the demo printed no address")
	return "", nil
}

func get(t testing.TB, url string) (status int, body string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(raw)
}

func TestDemo_showsTheYearAndGoesOnWithItsFolder(t *testing.T) {
	data := filepath.Join(t.TempDir(), "demo")
	for round := range 2 {
		address, process := demo(t, data)
		status, body := get(t, address+"nam/duong7-2014/ban-tin")
		if status != 200 || !strings.Contains(body, "Con Cuông") || !strings.Contains(body, "Thanh Lĩnh") {
			t.Fatalf("round %d: %d", round, status)
		}
		if err := process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if state, err := process.Wait(); err != nil || state.ExitCode() != 0 {
			t.Fatalf("round %d: it did not end well: %v %v", round, state, err)
		}
	}
}

func TestUnitsImport_readsAnOfficialListAndSaysWhatItDid(t *testing.T) {
	list := filepath.Join(t.TempDir(), "danh-muc.csv")
	rows := "code,full_name,level,parent_code,type\n40,Tỉnh Nghệ An,1,,Tỉnh\n422,Huyện Con Cuông,2,40,Huyện\n17239,Xã Mậu Đức,3,422,Xã\n"
	if err := os.WriteFile(list, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	code, out, errs := thidua(t, "units", "import", list, "--on", "2014-12-31", "--data", data)
	if code != 0 || !strings.Contains(out, "3 đơn vị mới") {
		t.Fatal(code, out, errs)
	}
	if code, out, _ := thidua(t, "units", "import", list, "--on", "2014-12-31", "--data", data); code != 0 || !strings.Contains(out, "3 đơn vị không đổi") {
		t.Fatal(code, out)
	}
	if err := os.WriteFile(list, []byte(rows+"x,,9,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := thidua(t, "units", "import", list, "--on", "2014-12-31", "--data", data); code != 1 || !strings.Contains(errs, "òng 5") {
		t.Fatal(code, out, errs)
	}
}

func TestUnitsChanges_linksAUnitToTheOneThatTookItsPlace(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	const head = "code,full_name,level,parent_code,type\n40,Tỉnh Nghệ An,1,,Tỉnh\n428,Huyện Thanh Chương,2,40,Huyện\n"
	for _, args := range [][]string{
		{"import", file("truoc.csv", head+"17761,Xã Thanh Lĩnh,3,428,Xã\n17713,Thị trấn Thanh Chương,3,428,Thị trấn\n"), "--on", "2014-12-31"},
		{"import", file("sau.csv", head+"17713,Thị trấn Dùng,3,428,Thị trấn\n"), "--on", "2024-12-01"},
		{"changes", file("doi.csv", "old_code,old_name,new_code,new_name,share,note\n17761,Xã Thanh Lĩnh,17713,Thị trấn Dùng,full,\n"), "--on", "2024-12-01", "--act", "1243/NQ-UBTVQH15"},
	} {
		code, out, errs := thidua(t, append(append([]string{"units"}, args...), "--data", data)...)
		if code != 0 {
			t.Fatal(args, code, out, errs)
		}
		if args[0] == "changes" && !strings.Contains(out, "quan hệ sáp nhập, chia tách") {
			t.Fatal(out)
		}
	}
}
