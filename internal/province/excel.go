package province

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
)

// Filled is the Excel file of a page's table as the person takes it, with cells
// of the row of that key written into: by column, "E", or by name, "A1".
func (d Desk) Filled(t testing.TB, address, key string, cells map[string]any) []byte {
	t.Helper()
	w := d.Get(address + "?dang=xlsx")
	f, err := excelize.OpenReader(w.Body)
	if err != nil {
		t.Fatalf("%s answers %d with no Excel file: %v", address, w.Code, err)
	}
	sheet := f.GetSheetName(0)
	lines, err := f.GetRows(sheet)
	row := slices.IndexFunc(lines, func(line []string) bool { return len(line) > 0 && line[0] == key }) + 1
	if err != nil || row == 0 {
		t.Fatalf("%s has no row %q: %v", address, key, err)
	}
	for name, value := range cells {
		if len(name) == 1 {
			name += strconv.Itoa(row)
		}
		if err := f.SetCellValue(sheet, name, value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Brought is what the page says of a file that comes back, and the form by which
// it would be recorded.
func (d Desk) Brought(t testing.TB, address string, file []byte) (said string, form url.Values) {
	t.Helper()
	main := Page(t, d.Send(address+"/xem", nil, "tep", "a.xlsx", file), http.StatusOK).Only(t, "main")
	form = url.Values{"viec": {"ghi"}}
	for _, in := range main.Find("input") {
		ticked := slices.ContainsFunc(in.Node.Attr, func(a html.Attribute) bool { return a.Key == "checked" })
		if in.Attr("type") == "hidden" || ticked {
			form.Add(in.Attr("name"), in.Attr("value"))
		}
	}
	return main.Text(), form
}
