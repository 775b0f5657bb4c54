package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"thidua/refusal"
)

// GridCell is one cell of an Excel file that people filled in. A formula is its
// value as the file keeps it; nothing of a file is ever computed.
type GridCell struct {
	Text    string
	Number  bool // Text is a number with a decimal point, "0.25"
	Percent bool // … which the file shows as percent: Text is the percent, "25"
}

// What an Excel file that people send may hold at most. Excel packs a million
// empty rows into a few bytes, so that a file is read as it comes and left at
// the first cell beyond these.
const (
	mostParts   = 200      // files in the package
	mostUnpack  = 32 << 20 // bytes of what is read of it
	mostOther   = 8 << 20  // bytes of a file that is neither the sheet nor its texts; copied styles run to millions
	mostTexts   = 200_000  // texts that cells share
	GridRows    = 5_000    // rows of the sheet
	GridColumns = 64       // columns of the sheet
	longestCell = 32 << 10 // bytes of one cell; Excel's own limit is 32,767 letters
)

// ReadGrid reads the first sheet of an Excel file, row by row from row 1; rows
// and cells that are not there are empty. Programs in the file (macros) are
// refused, and so is a file that unpacks into more than a score sheet can be.
func ReadGrid(file io.ReaderAt, size int64) (rows [][]GridCell, err error) {
	archive, err := zip.NewReader(file, size)
	if err != nil || len(archive.File) > mostParts {
		return nil, notExcel()
	}
	x := workbook{left: mostUnpack, parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if strings.HasSuffix(name, "vbaproject.bin") {
			return nil, refusal.New(refusal.Invalid, "Tệp Excel có macro; hãy lưu lại thành tệp .xlsx thường rồi nạp.")
		}
		x.parts[name] = f
	}
	rows, err = x.read()
	if err != nil && refusal.Of(err) == nil {
		return nil, notExcel()
	}
	return rows, err
}

func notExcel() error {
	return refusal.New(refusal.Invalid, "Không đọc được tệp này; hãy nạp tệp Excel (.xlsx).")
}

func tooLarge() error {
	return refusal.New(refusal.Invalid, fmt.Sprintf("Tệp Excel lớn quá mức: nhiều nhất %d dòng, %d cột.", GridRows, GridColumns))
}

// workbook is an Excel package that is being read.
type workbook struct {
	parts    map[string]*zip.File
	left     int64 // bytes that may still be unpacked
	texts    []string
	percents []bool // by number of a cell's style
}

func (x *workbook) read() ([][]GridCell, error) {
	sheet, err := x.firstSheet()
	if err != nil {
		return nil, err
	}
	if err := errors.Join(x.readTexts(), x.readStyles()); err != nil {
		return nil, err
	}
	body, err := x.part(sheet)
	if err != nil {
		return nil, err
	}
	return x.rows(xml.NewDecoder(bytes.NewReader(body)))
}

// part unpacks one file of the package; none is an empty one.
func (x *workbook) part(name string) ([]byte, error) {
	f := x.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, x.left+1))
	if x.left -= int64(len(body)); x.left < 0 {
		return nil, tooLarge()
	}
	return body, err
}

func (x *workbook) decode(name string, into any) error {
	body, err := x.part(name)
	switch {
	case err != nil || len(body) == 0:
		return err
	case len(body) > mostOther:
		return tooLarge()
	}
	return xml.Unmarshal(body, into)
}

// firstSheet finds the file that holds the first sheet.
func (x *workbook) firstSheet() (string, error) {
	var book struct {
		Sheets []struct {
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(x.decode("xl/workbook.xml", &book), x.decode("xl/_rels/workbook.xml.rels", &links)); err != nil {
		return "", err
	}
	if len(book.Sheets) == 0 {
		return "", notExcel()
	}
	for _, a := range book.Sheets[0].Attrs {
		for _, l := range links.All {
			if a.Name.Local != "id" || a.Value != l.ID {
				continue
			}
			if whole, absolute := strings.CutPrefix(l.Target, "/"); absolute {
				return whole, nil
			}
			return path.Join("xl", l.Target), nil
		}
	}
	return "", notExcel()
}

// readTexts reads the texts that cells name by number.
func (x *workbook) readTexts() error {
	body, err := x.part("xl/sharedStrings.xml")
	if err != nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		start, opens := t.(xml.StartElement)
		if !opens || start.Name.Local != "si" {
			continue
		}
		var item richText
		if err := d.DecodeElement(&item, &start); err != nil {
			return err
		}
		if len(x.texts) == mostTexts {
			return tooLarge()
		}
		x.texts = append(x.texts, item.plain())
	}
}

// richText is a text in one piece or in runs of several looks.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t richText) plain() string {
	parts := []string{t.Text}
	for _, r := range t.Runs {
		parts = append(parts, r.Text)
	}
	return strings.Join(parts, "")
}

// readStyles finds which styles show a number as percent.
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
	percent := map[int]bool{9: true, 10: true} // the two built-in ones
	for _, f := range s.Formats {
		percent[f.ID] = strings.Contains(f.Code, "%")
	}
	for _, c := range s.Cells {
		x.percents = append(x.percents, percent[c.Format])
	}
	return nil
}
