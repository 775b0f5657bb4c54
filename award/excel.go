package award

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strconv"
	"strings"
	"time"
)

// Bounds of an Excel file. Excel itself stops at 1,048,576 rows; longer
// histories come as CSV.
const (
	mostExcelRows   = 200_000
	mostExcelTexts  = 1_000_000
	mostExcelBytes  = 1 << 30  // unpacked, of the sheet, which is read as it comes
	mostTextsBytes  = 96 << 20 // unpacked, of the shared texts, which are kept
	mostExcelColumn = 100
)

// workbook is an Excel file that is being read.
type workbook struct {
	parts map[string]*zip.File
	texts []string
	days  []bool // by number of a style: shows a day
	err   error
}

// excelLines reads the first sheet of an Excel file row by row. A formula comes
// as "=…", which no list may hold; a day as people write it.
func excelLines(file io.ReaderAt, size int64) (iter.Seq[line], func() error, error) {
	archive, err := zip.NewReader(file, size)
	if err != nil || len(archive.File) > 500 {
		return nil, nil, whole("Không đọc được tệp Excel; tệp có thể bị cắt giữa chừng. Hãy lưu lại rồi nạp.")
	}
	x := &workbook{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		x.parts[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	sheet, err := x.open()
	if err != nil {
		return nil, nil, whole("Không đọc được tệp Excel này; hãy lưu lại thành .xlsx rồi nạp.")
	}
	return func(yield func(line) bool) { x.err = x.sheet(sheet, yield) }, func() error { return x.err }, nil
}

// open reads what the sheet's cells refer to, and finds the sheet.
func (x *workbook) open() (*zip.File, error) {
	if err := errors.Join(x.readTexts(), x.readStyles()); err != nil {
		return nil, err
	}
	var book struct {
		Sheets []struct {
			ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(x.decode("xl/workbook.xml", &book), x.decode("xl/_rels/workbook.xml.rels", &links)); err != nil {
		return nil, err
	}
	for _, l := range links.All {
		if len(book.Sheets) > 0 && l.ID == book.Sheets[0].ID {
			target := path.Join("xl", l.Target)
			if strings.HasPrefix(l.Target, "/") {
				target = l.Target[1:]
			}
			if f := x.parts[strings.ToLower(target)]; f != nil {
				return f, nil
			}
		}
	}
	return nil, errors.New("award: no sheet")
}

func (x *workbook) decode(name string, into any) error {
	f := x.parts[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(io.LimitReader(r, mostTextsBytes)).Decode(into)
}

// rich is a text in one piece or in runs.
type rich struct {
	Text string   `xml:"t"`
	Runs []string `xml:"r>t"`
}

func (t rich) plain() string { return t.Text + strings.Join(t.Runs, "") }

func (x *workbook) readTexts() error {
	var shared struct {
		Items []rich `xml:"si"`
	}
	if err := x.decode("xl/sharedStrings.xml", &shared); err != nil {
		return err
	}
	if len(shared.Items) > mostExcelTexts {
		return errors.New("award: too many texts")
	}
	for _, item := range shared.Items {
		x.texts = append(x.texts, item.plain())
	}
	return nil
}

// readStyles finds the styles that show a number as a day.
func (x *workbook) readStyles() error {
	var s struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := x.decode("xl/styles.xml", &s); err != nil {
		return err
	}
	own := map[int]bool{}
	for _, f := range s.Formats {
		code := strings.ToLower(f.Code)
		own[f.ID] = strings.Contains(code, "yy") && strings.Contains(code, "m")
	}
	for _, c := range s.Cells {
		x.days = append(x.days, own[c.Format] || 14 <= c.Format && c.Format <= 17 || c.Format == 22)
	}
	return nil
}

// sheet reads the rows of a sheet as they come.
func (x *workbook) sheet(f *zip.File, yield func(line) bool) error {
	r, err := f.Open()
	if err != nil {
		return whole("Không đọc được bảng tính trong tệp; tệp có thể bị cắt giữa chừng.")
	}
	defer r.Close()
	d := xml.NewDecoder(io.LimitReader(r, mostExcelBytes))
	n := 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return whole("Bảng tính hỏng sau dòng %d: tệp có thể bị cắt giữa chừng.", n)
		}
		start, opens := t.(xml.StartElement)
		if !opens || start.Name.Local != "row" {
			continue
		}
		var row xmlRow
		if err := d.DecodeElement(&row, &start); err != nil {
			return whole("Bảng tính hỏng ở dòng %d: tệp có thể bị cắt giữa chừng.", n+1)
		}
		if n++; row.N > n {
			n = row.N
		}
		if n > mostExcelRows {
			return whole("Tệp Excel có hơn %d dòng; hãy lưu thành CSV rồi nạp.", mostExcelRows)
		}
		if l := (line{n: n, cells: x.cells(row)}); strings.Join(l.cells, "") != "" && !yield(l) {
			return nil
		}
	}
}

type xmlRow struct {
	N     int `xml:"r,attr"`
	Cells []struct {
		Ref     string  `xml:"r,attr"`
		Kind    string  `xml:"t,attr"`
		Style   int     `xml:"s,attr"`
		Value   string  `xml:"v"`
		Formula *string `xml:"f"`
		Inline  rich    `xml:"is"`
	} `xml:"c"`
}

func (x *workbook) cells(row xmlRow) (cells []string) {
	for _, c := range row.Cells {
		at := columnOf(c.Ref)
		if at < 1 {
			at = len(cells) + 1
		}
		if at > mostExcelColumn {
			break
		}
		for len(cells) < at {
			cells = append(cells, "")
		}
		switch {
		case c.Formula != nil:
			cells[at-1] = "=" + *c.Formula
		case c.Kind == "s":
			if n, err := strconv.Atoi(c.Value); err == nil && n >= 0 && n < len(x.texts) {
				cells[at-1] = x.texts[n]
			}
		case c.Kind == "inlineStr":
			cells[at-1] = c.Inline.plain()
		case c.Kind == "" || c.Kind == "n":
			cells[at-1] = x.number(c.Value, c.Style)
		default:
			cells[at-1] = c.Value
		}
	}
	return cells
}

// number is a number as people write it, or the day that it shows.
func (x *workbook) number(value string, style int) string {
	f, err := strconv.ParseFloat(value, 64)
	if err != nil || f < 0 || f > 1e15 {
		return value
	}
	if style >= 0 && style < len(x.days) && x.days[style] && f >= 1 && f < 100_000 {
		day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(f))
		return fmt.Sprintf("%02d/%02d/%04d", day.Day(), int(day.Month()), day.Year())
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// columnOf is the column of a cell's name, from 1: "C7" is 3; 0 for none.
func columnOf(ref string) int {
	n := 0
	for _, r := range strings.TrimRight(ref, "0123456789") {
		if r < 'A' || r > 'Z' || n > mostExcelColumn {
			return mostExcelColumn + 1
		}
		n = n*26 + int(r-'A') + 1
	}
	return n
}
