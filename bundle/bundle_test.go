package bundle

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"thidua/document"
	"thidua/vi"
)

var day = vi.MustDay("22/11/2024")

// letter is a PDF of so many pages that says the text on its first.
func letter(t testing.TB, text string, pages int) []byte {
	t.Helper()
	body := []document.Block{document.Text(text)}
	for range pages - 1 {
		body = append(body, document.PageBreak{}, document.Text("tiếp theo"))
	}
	var b bytes.Buffer
	if err := document.WritePDF(&b, &document.Doc{Layout: document.Decree30, TypeName: "BÁO CÁO", Body: body}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func locked(t testing.TB, pdf []byte, user string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(pdf), &b, model.NewAESConfiguration(user, "chu", 256)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func photo(t testing.TB) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for i := range 300 * 200 {
		p.Set(i%300, i/300, color.RGBA{uint8(i % 300), 120, 60, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func filed(title, file, ending string, body []byte) Paper {
	return Paper{Title: title, File: file, Ending: ending, Size: int64(len(body)), Write: func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	}}
}

// full is a dossier with every sort of file, and its files' bytes in order.
func full(t testing.TB) (d Dossier, bodies [][]byte) {
	t.Helper()
	plain := letter(t, "Kính đề nghị xem xét", 2)
	scan := photo(t)
	bodies = [][]byte{plain, letter(t, "Thành tích năm 2024", 3), locked(t, plain, "mat"), locked(t, plain, ""), plain[:len(plain)/3], scan, []byte("PK word"), letter(t, "Trang cuối", 1)}
	d = Dossier{Candidate: "Huyện Con Cuông", Award: "Cờ thi đua của Chính phủ", Office: "CỤM THI ĐUA SỐ 1", Day: day, Sample: true}
	d.Papers = []Paper{
		filed("Tờ trình", "../../To trinh.pdf", "pdf", bodies[0]),
		filed("Báo cáo thành tích", "Báo cáo.pdf", "pdf", bodies[1]),
		filed("Biên bản bình xét", "khóa.pdf", "pdf", bodies[2]),
		filed("Biên bản bình xét", "khóa chủ.pdf", "pdf", bodies[3]),
		filed("Kết quả bỏ phiếu", "hỏng.pdf", "pdf", bodies[4]),
		filed("Chứng nhận sáng kiến", "ảnh.jpg", "jpg", bodies[5]),
		filed("Chứng nhận sáng kiến", "bản Word.docx", "docx", bodies[6]),
		filed("Ý kiến hiệp y, xác nhận", "cuối.pdf", "pdf", bodies[7]),
		{Title: "02 bộ bản chính"},
		{Title: "Phiếu trình", Lacks: true},
	}
	d.Papers[5].Picture = func() ([]byte, error) { return scan, nil }
	return d, bodies
}

func TestWriteZip_readsBackInOrderByteForByte(t *testing.T) {
	d, bodies := full(t)
	var b bytes.Buffer
	if err := d.WriteZip(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	files := unzip(t, b.Bytes())
	want := []string{"00-muc-luc.pdf", "00-muc-luc.docx", "01-to-trinh-to-trinh.pdf", "02-bao-cao-thanh-tich-bao-cao.pdf", "03-bien-ban-binh-xet-khoa.pdf",
		"04-bien-ban-binh-xet-khoa-chu.pdf", "05-ket-qua-bo-phieu-hong.pdf", "06-chung-nhan-sang-kien-anh.jpg", "07-chung-nhan-sang-kien-ban-word.docx",
		"08-y-kien-hiep-y-xac-nhan-cuoi.pdf", "kiem-tra-sha256.txt"}
	var names, sums []string
	for _, f := range files {
		names = append(names, f.name)
		sum := sha256.Sum256(f.body)
		sums = append(sums, hex.EncodeToString(sum[:])+"  "+f.name)
	}
	if !slices.Equal(names, want) {
		t.Fatalf("%q", names)
	}
	for i, body := range bodies {
		if !bytes.Equal(files[i+2].body, body) {
			t.Errorf("%s is not the file that came", names[i+2])
		}
	}
	last := len(files) - 1
	if got := strings.Split(strings.TrimSpace(string(files[last].body)), "\r\n"); !slices.Equal(got, sums[:last]) {
		t.Errorf("%q\n%q", got, sums[:last])
	}
}

type entry struct {
	name string
	body []byte
}

func unzip(t testing.TB, b []byte) (all []entry) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, entry{f.Name, body})
	}
	return all
}

// read runs a reader of PDFs on the file.
func read(t testing.TB, pdf []byte, program string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", file)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v %s", program, err, out)
	}
	return string(out)
}

func TestPDF_numbersAndMarksEveryPaper(t *testing.T) {
	d, _ := full(t)
	pdf, err := d.PDF(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("THIDUA_PICTURES"); keep != "" {
		_ = os.WriteFile(filepath.Join(keep, "ho-so.pdf"), pdf, 0o600)
	}
	pages := strings.Split(read(t, pdf, "pdftotext", "-layout", "FILE", "-"), "\f")
	pages = pages[:len(pages)-1]
	if len(pages) != 8 || !strings.Contains(read(t, pdf, "pdfinfo", "FILE"), "Pages:           8") {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		if !strings.Contains(page, fmt.Sprintf("Trang %d/8", i+1)) {
			t.Errorf("page %d does not bear its number: %q", i+1, page)
		}
	}
	for page, says := range map[int]string{1: "MỤC LỤC HỒ SƠ", 2: "Kính đề nghị xem xét", 4: "Thành tích năm 2024", 8: "Trang cuối"} {
		if !strings.Contains(pages[page-1], says) {
			t.Errorf("page %d does not say %q", page, says)
		}
	}
	marks, err := api.Bookmarks(bytes.NewReader(pdf), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range marks {
		got = append(got, fmt.Sprintf("%d %s", m.PageFrom, m.Title))
	}
	want := []string{"1 Mục lục hồ sơ", "2 Tờ trình: ../../To trinh.pdf", "4 Báo cáo thành tích: Báo cáo.pdf", "7 Chứng nhận sáng kiến: ảnh.jpg", "8 Ý kiến hiệp y, xác nhận: cuối.pdf"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

var spaces = regexp.MustCompile(`\s+`)

func TestContents_tellsPagesAndWhatIsOnlyAttachedOrMissing(t *testing.T) {
	d, _ := full(t)
	papers, err := d.fetched()
	if err != nil {
		t.Fatal(err)
	}
	if err := count(t.Context(), papers); err != nil {
		t.Fatal(err)
	}
	doc, pdf, err := d.paginated(papers)
	if err != nil {
		t.Fatal(err)
	}
	var states []string
	for _, block := range doc.Body {
		if table, ok := block.(document.Table); ok {
			for _, row := range table.Rows {
				states = append(states, row[3].Runs[0].Text+"|"+row[4].Runs[0].Text)
			}
		}
	}
	want := []string{"2–3|", "4–6|", "|có mật khẩu, xem tệp kèm theo", "|có mật khẩu, xem tệp kèm theo", "|không đọc được, xem tệp kèm theo", "7|", "|xem tệp kèm theo", "8|", "|có, ngoài chương trình", "|chưa có"}
	if !slices.Equal(states, want) {
		t.Errorf("%q", states)
	}
	text := spaces.ReplaceAllString(read(t, pdf, "pdftotext", "FILE", "-"), " ")
	for _, says := range []string{"Hồ sơ có 7/8 loại giấy tờ.", "Huyện Con Cuông", "Cờ thi đua của Chính phủ", "số liệu minh họa"} {
		if !strings.Contains(text, says) {
			t.Errorf("the contents do not say %q: %s", says, text)
		}
	}
}

func TestPaginated_countsItsOwnPages(t *testing.T) {
	d := Dossier{Candidate: "A", Award: "B", Day: day}
	one := letter(t, "một", 1)
	for i := range 80 {
		d.Papers = append(d.Papers, filed(fmt.Sprintf("Giấy tờ thứ %d", i+1), "a.pdf", "pdf", one))
	}
	papers, err := d.fetched()
	if err != nil {
		t.Fatal(err)
	}
	if err := count(t.Context(), papers); err != nil {
		t.Fatal(err)
	}
	_, pdf, err := d.paginated(papers)
	if err != nil {
		t.Fatal(err)
	}
	own, err := pagesOf(pdf)
	if err != nil || own < 2 || papers[0].from != own+1 || papers[79].from != own+80 {
		t.Errorf("%d pages, papers from %d to %d, %v", own, papers[0].from, papers[79].from, err)
	}
}

func TestFetched_keepsOnePDFWithinItsBound(t *testing.T) {
	one := letter(t, "một", 1)
	big, small := filed("Lớn", "a.pdf", "pdf", one), filed("Nhỏ", "b.pdf", "pdf", one)
	big.Size = MaxMerged + 1
	papers, err := Dossier{Papers: []Paper{big, small}}.fetched()
	if err := count(t.Context(), papers); err != nil {
		t.Fatal(err)
	}
	if err != nil || papers[0].pages != 0 || papers[0].attached != "lớn, xem tệp kèm theo" || papers[1].pages != 1 {
		t.Errorf("%+v %v", papers, err)
	}
}

func TestZip_putsEachDossierIntoItsOwnFolder(t *testing.T) {
	d, _ := full(t)
	var b bytes.Buffer
	z := NewZip(&b)
	for i := range 2 {
		if err := z.Add(Folder(i+1, d.title()), d); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	files := unzip(t, b.Bytes())
	if len(files) != 22 || files[0].name != "0001-huyen-con-cuong-co-thi-dua-cua-chinh-phu/00-muc-luc.pdf" || files[21].name != "0002-huyen-con-cuong-co-thi-dua-cua-chinh-phu/kiem-tra-sha256.txt" {
		t.Errorf("%d files, %s … %s", len(files), files[0].name, files[len(files)-1].name)
	}
}

func TestInTurn_answersWhoeverWaitsTooLongAndTheZipTellsNoPages(t *testing.T) {
	one := Dossier{Candidate: "A", Award: "B", Day: day, Papers: []Paper{filed("Tờ trình", "a.pdf", "pdf", letter(t, "một", 1))}}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	oneAtATime <- struct{}{}
	if _, err := one.PDF(ctx); !errors.Is(err, errSlow) {
		t.Errorf("the next meanwhile: %v", err)
	}
	var b bytes.Buffer
	if err := one.WriteZip(ctx, &b); err != nil || len(unzip(t, b.Bytes())) != 4 {
		t.Errorf("a zip meanwhile: %v", err)
	}
	<-oneAtATime
	if _, err := apart(ctx, request{Papers: []piece{{PDF: letter(t, "một", 1)}}}); !errors.Is(err, errSlow) {
		t.Errorf("the process goes on: %v", err)
	}
	if _, err := one.PDF(t.Context()); err != nil {
		t.Errorf("the next afterwards: %v", err)
	}
}

// deep is a PDF whose catalogue holds values within values, as nobody means them.
func deep(opens, closes string, times int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range []string{"<</Type/Catalog/Pages 2 0 R/X 4 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
		strings.Repeat(opens, times) + strings.Repeat(closes, times)} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	b.WriteString("xref\n0 5\n0000000000 65535 f \n")
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table)
	return b.Bytes()
}

func TestPDF_leavesOutTheFileThatEndsWhateverReadsIt(t *testing.T) {
	for name, file := range map[string][]byte{"lists": deep("[", "]", 2_000_000), "dictionaries": deep("<</A", ">>", 1_000_000)} {
		t.Run(name, func(t *testing.T) {
			d := Dossier{Candidate: "A", Award: "B", Day: day, Papers: []Paper{filed("Báo cáo", "sau.pdf", "pdf", file), filed("Tờ trình", "a.pdf", "pdf", letter(t, "Kính gửi", 2))}}
			pdf, err := d.PDF(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if text := read(t, pdf, "pdftotext", "FILE", "-"); !strings.Contains(text, "Trang 3/3") || !strings.Contains(text, "Kính gửi") || !strings.Contains(text, "không đọc được") {
				t.Error(text)
			}
			var b bytes.Buffer
			if err := d.WriteZip(t.Context(), &b); err != nil || len(unzip(t, b.Bytes())) != 5 {
				t.Errorf("the zip: %v", err)
			}
		})
	}
}

func TestServe_refusesWhatIsNoRequest(t *testing.T) {
	if err := serve(strings.NewReader("x"), io.Discard); err == nil {
		t.Error("taken")
	}
}

func FuzzOpen(f *testing.F) {
	whole := letter(f, "một", 1)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		d := Dossier{Candidate: "A", Award: "B", Day: day, Papers: []Paper{filed("Tờ trình", "a.pdf", "pdf", pdf)}}
		if _, err := d.PDF(t.Context()); err != nil {
			t.Errorf("a file of people broke the package: %v", err)
		}
	})
}
