package intake

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"io"
	"thidua/internal/testkit"
	"thidua/refusal"
)

// letters are what a text says, without spaces and case: a font whose name ends
// in H shows small letters as capitals, and the transcripts keep them small.
func letters(s string) []rune {
	return []rune(strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00a0' {
			return -1
		}
		return r
	}, s)))
}

// differ tells where a text says something else than its transcript: the words
// around the first letter of each difference, "theirs → ours".
func differ(ours, truth []rune) (all []string) {
	const again = 6 // so many letters alike end a difference
	for i, j := 0, 0; i < len(ours) || j < len(truth); {
		if i < len(ours) && j < len(truth) && ours[i] == truth[j] {
			i, j = i+1, j+1
			continue
		}
		a, b := meet(ours[i:], truth[j:], again)
		all = append(all, string(truth[j:j+b])+" → "+string(ours[i:i+a]))
		i, j = i+a, j+b
	}
	return all
}

// meet is how many letters of each to pass over until both go on alike.
func meet(x, y []rune, again int) (a, b int) {
	for sum := 1; sum < len(x)+len(y); sum++ {
		for a := max(0, sum-len(y)); a <= min(sum, len(x)); a++ {
			if b := sum - a; alike(x[a:], y[b:], again) {
				return a, b
			}
		}
	}
	return len(x), len(y)
}

func alike(x, y []rune, n int) bool {
	if len(x) < n || len(y) < n {
		return string(x) == string(y)
	}
	return string(x[:n]) == string(y[:n])
}

// TestOpen_readsTheOldExcelFilesAsTheirTranscriptsDo names every difference.
func TestOpen_readsTheOldExcelFilesAsTheirTranscriptsDo(t *testing.T) {
	for file, want := range map[string][]string{
		"tcvn3_2005-FDILangson":     nil,
		"tcvn3_2005-82F5B_NK_01-05": nil,
		"vni_2006-Mau21_CKTC_NSH":   nil,
	} {
		t.Run(file, func(t *testing.T) {
			sheets, err := open(context.Background(), testkit.Shared(t, "legacy", file+".xls"))
			if err != nil {
				t.Fatal(err)
			}
			var said strings.Builder
			for _, r := range sheets[0].Rows {
				said.WriteString(strings.Join(r.Cells, "") + "\n")
			}
			compare(t, said.String(), file, want)
		})
	}
}

func compare(t *testing.T, said, file string, want []string) {
	t.Helper()
	truth := string(testkit.Shared(t, "legacy", file+".truth.txt"))
	figures := strings.NewReplacer("0", "", "1", "", "2", "", "3", "", "4", "", "5", "", "6", "", "7", "", "8", "", "9", "", ",", "", ".", "")
	got := differ(letters(figures.Replace(said)), letters(figures.Replace(truth))) // the transcripts cut off decimals
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("differs at %q, not at %q", got, want)
	}
}

var (
	tableTags  = regexp.MustCompile(`</?w:(tbl|tr|tc)>|<w:tcPr>.*?</w:tcPr>`)
	paragraphs = regexp.MustCompile(`(?s)<w:p>.*?</w:p>`)
)

// TestConvert_readsTheOldWordFilesAsTheirTranscriptsDo sets every paragraph of a
// file into one table, so that all of it passes through the reader.
func TestConvert_readsTheOldWordFilesAsTheirTranscriptsDo(t *testing.T) {
	for file, want := range map[string][]string{
		"tcvn3_2004-A33.rtf":            {" → ≤", " → ≤"},            // the transcript leaves out signs of the font Symbol
		"tcvn3_2006-Mau-MD-1M-Dntn.doc": {"pagemẫumđ- → "},           // of the footer, which is no part of the text
		"vni_2009-download.doc":         {"ẵ → ặ", "ẵ → ặ", "ẵ → ặ"}, // the bytes say "nặng nhọc", "nghiêm ngặt"
	} {
		t.Run(file, func(t *testing.T) {
			old := testkit.Shared(t, "legacy", file)
			converted, err := convert(context.Background(), old, oldKind(old))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, wordText(t, converted), strings.TrimSuffix(file, filepath.Ext(file)), want)
		})
	}
}

func wordText(t *testing.T, file []byte) string {
	t.Helper()
	p, err := newPack(file)
	if err != nil {
		t.Fatal(err)
	}
	body := readPart(t, p, "word/document.xml")
	body = tableTags.ReplaceAllString(body, "")
	all := "<w:tbl>" + strings.Join(paragraphs.FindAllString(body, -1), "") + "</w:tbl>"
	all = strings.NewReplacer("<w:p>", "<w:tr><w:tc><w:p>", "</w:p>", "</w:p></w:tc></w:tr>").Replace(all)
	sheets, err := openPackage(word(t, all, map[string]string{"word/styles.xml": readPart(t, p, "word/styles.xml")}))
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, r := range sheets[0].Rows {
		said.WriteString(strings.Join(r.Cells, "") + "\n")
	}
	return said.String()
}

func readPart(t *testing.T, p *pack, name string) string {
	t.Helper()
	r, err := p.parts[name].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out strings.Builder
	if _, err := io.Copy(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestConvert_saysWhatToDoWithoutLibreOffice(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Open(context.Background(), testkit.Shared(t, "legacy", "vni_2009-download.doc"))
	if e := refusal.Of(err); e == nil || !strings.Contains(e.Sentence, "chưa cài LibreOffice") {
		t.Errorf("%v", err)
	}
}

// TestConvert_stopsAProgramThatDoesNotEnd puts another program in LibreOffice's
// place, which waits for ever with a child.
func TestConvert_stopsAProgramThatDoesNotEnd(t *testing.T) {
	folder := t.TempDir()
	marker := filepath.Join(folder, "child")
	script := "#!/bin/sh\n(sleep 3; echo late > " + marker + ") &\nsleep 600\n"
	if err := os.WriteFile(filepath.Join(folder, "soffice"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	began := time.Now()
	_, err := convert(ctx, []byte(`{\rtf1 a}`), "rtf docx")
	if e := refusal.Of(err); e == nil || !strings.Contains(e.Sentence, "quá lâu") || time.Since(began) > 8*time.Second {
		t.Errorf("after %v: %v", time.Since(began), err)
	}
	time.Sleep(3 * time.Second)
	if _, err := os.Stat(marker); !errors.Is(err, os.ErrNotExist) {
		t.Error("its child lived on")
	}
}

// TestConvert_boundsTheProgramThatItRuns lets another program in LibreOffice's
// place tell what it was given.
func TestConvert_boundsTheProgramThatItRuns(t *testing.T) {
	folder := t.TempDir()
	told := filepath.Join(folder, "told")
	script := "#!/bin/sh\n(ulimit -v; ulimit -t; echo $HOME; grep -c : /proc/net/dev; env | grep -c THIDUA) > " + told + "\n"
	if err := os.WriteFile(filepath.Join(folder, "soffice"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("THIDUA_SECRET", "x")
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	if _, err := convert(context.Background(), []byte(`{\rtf1 a}`), "rtf docx"); refusal.Of(err) == nil {
		t.Fatalf("%v", err)
	}
	text, err := os.ReadFile(told)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(text))
	if len(lines) != 5 || lines[0] != strconv.Itoa(convertMemory>>10) || lines[1] != "60" || lines[4] != "0" || !strings.Contains(lines[2], "thidua-convert-") {
		t.Fatalf("it was given %q", lines)
	}
	if alone := slices.Contains(sandbox(context.Background()), "-rn"); alone && lines[3] != "1" {
		t.Errorf("it sees %s networks", lines[3])
	}
	if _, err := os.Stat(lines[2]); !errors.Is(err, os.ErrNotExist) {
		t.Error("its folder was left behind")
	}
}

func TestConvert_refusesABrokenOldFile(t *testing.T) {
	old := testkit.Shared(t, "legacy", "vni_2006-Mau21_CKTC_NSH.xls")
	_, err := Open(context.Background(), old[:2048])
	if e := refusal.Of(err); e == nil {
		t.Errorf("%v", err)
	}
}
