package signature_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"thidua/refusal"
	"thidua/signature"
)

// TestCheck_breaksOnNoSignatureMadeToBreakItsReader holds: each of these would end
// the program or keep it busy for hours, were it read to its end.
func TestCheck_breaksOnNoSignatureMadeToBreakItsReader(t *testing.T) {
	beyond := append([]byte{0x04, 0x82, 0x02, 0x00}, make([]byte, 512)...)
	for range 40 { // a value that ends where what it holds only begins, so that this is read twice
		beyond = append([]byte{0x30, 0x04, 0x30, 0x82, byte(len(beyond) >> 8), byte(len(beyond))}, beyond...)
	}
	beyond = append([]byte{0x30, 0x82, byte(len(beyond) >> 8), byte(len(beyond))}, beyond...)
	for name, cms := range map[string][]byte{
		"values in values without end":     bytes.Repeat([]byte{0x30, 0x80}, 3_000_000),
		"many members of no stated end":    append([]byte{0x30, 0x80}, bytes.Repeat([]byte{0x04, 0x01, 0xff}, 1_000_000)...),
		"values longer than what has them": beyond,
		"a length of four bytes":           {0x30, 0x84, 0xff, 0xff, 0xff, 0xff},
		"a tag without end":                append([]byte{0x3f}, bytes.Repeat([]byte{0xff}, 1000)...),
		"nothing":                          {0x30, 0x00, 0x00, 0x00},
		"more than any signature takes":    append([]byte{0x04, 0x83, 0xff, 0xff, 0xff}, make([]byte, 6<<20)...),
	} {
		t.Run(name, func(t *testing.T) {
			gap := "<" + hex.EncodeToString(cms) + ">"
			head := "%PDF-1.4\n1 0 obj << /Type /Sig /ByteRange "
			at := len(head) + len("[0 0000000100 0000000000 0000000003] /Contents ")
			file := fmt.Sprintf("%s[0 %010d %010d %010d] /Contents %s >>", head, at, at+len(gap), 3, gap)
			all, err := signature.Check([]byte(file))
			if err != nil || len(all) != 1 || all[0].Valid || !strings.Contains(all[0].Fault, "không đúng dạng CMS") && !strings.Contains(all[0].Fault, "không đọc được") {
				t.Errorf("%+v, %v", all, err)
			}
		})
	}
}

// made is a PDF of such objects, the first one its root, and whether its table of
// objects says to look into itself.
func made(objects []string, extra string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, strings.ReplaceAll(extra, "HERE", fmt.Sprint(start)), start)
	return b.Bytes()
}

func TestPrepare_refusesFilesMadeToBeReadForEver(t *testing.T) {
	root := "<< /Type /Catalog /Pages 2 0 R >>"
	forks := []string{root} // each branch holds the next one twice, and none has a page
	for i := range 60 {
		forks = append(forks, fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R %d 0 R] >>", i+3, i+3))
	}
	forks = append(forks, "<< /Type /Pages /Kids [] >>")
	var kids strings.Builder
	many := []string{root, ""}
	for i := range 4000 {
		fmt.Fprintf(&kids, "%d 0 R ", i+3)
		many = append(many, fmt.Sprintf("<< /Type /Pages /Kids [] /Long (%d) >>", i))
	}
	many[1] = "<< /Type /Pages /Kids [" + kids.String() + "] >>"
	long := "<< /Type /Pages " + strings.Repeat("% remark\n", 400_000) + " /Kids [] >>"
	oneForAll := sharing(made([]string{root, many[1], long}, ""), 4000)
	for name, file := range map[string][]byte{
		"a branch that holds itself":       made([]string{root, "<< /Type /Pages /Kids [2 0 R 2 0 R] >>"}, ""),
		"branches that double":             made(forks, ""),
		"branches without a page":          made(many, ""),
		"one long object under many names": oneForAll,
		"a table that goes on with itself": made([]string{root, "<< /Type /Pages /Kids [] >>"}, "/Prev HERE"),
		"a list longer than any":           made([]string{root, "<< /Type /Pages /Kids [" + strings.Repeat("2 0 R ", 300_000) + "] >>"}, ""),
		"a page in a list that is no list": made([]string{root, "<< /Type /Pages /Kids [3 0] >>", "<< /Type /Page /MediaBox [0 0 10 10] >>"}, ""),
		"a page wider than any":            made([]string{root, "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Page /MediaBox [0 0 1e300 10] >>"}, ""),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := signature.Prepare(file, signature.Request{Name: "A", At: day}); !refusal.Is(err, refusal.Invalid) {
				t.Errorf("%v", err)
			}
		})
	}
}

// sharing lets so many objects from the third on stand where the third stands.
func sharing(file []byte, objects int) []byte {
	at := bytes.LastIndex(file, []byte("xref\n0 "))
	lines := strings.SplitN(string(file[at:]), "\n", 7) // xref, head, free, 1, 2, 3, the rest
	table := strings.Join(lines[3:5], "\n") + "\n" + strings.Repeat(lines[5]+"\n", objects)
	return fmt.Appendf(nil, "%sxref\n0 %d\n%s\n%s%s", file[:at], objects+3, lines[2], table, lines[6])
}

func TestPrepare_refusesAFileOfMoreSignaturesThanAreLookedAt(t *testing.T) {
	full := append(paper(t), bytes.Repeat([]byte("% /ByteRange [0 1 2 3]\n"), 50)...)
	if _, err := signature.Prepare(full, signature.Request{Name: "A", At: day}); !refusal.Is(err, refusal.Invalid) || !strings.Contains(err.Error(), "50 chữ ký") {
		t.Errorf("%v", err)
	}
}
