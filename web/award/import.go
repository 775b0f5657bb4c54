package award

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/document"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

func uploadPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	batches, err := award.Batches(ctx, tx, sc)
	return uploadForm(v, batches, f), err
}

// receive keeps the list that was sent and leads to its preview.
func receive(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	file, head, err := f.File("file")
	if errors.Is(err, http.ErrMissingFile) {
		return work.Done{}, refusal.Field("file", "Chưa chọn tệp.")
	}
	if err != nil {
		return work.Done{}, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, longestFile+1))
	if err != nil {
		return work.Done{}, err
	}
	if len(content) > longestFile {
		return work.Done{}, refusal.Field("file", fmt.Sprintf("Tệp lớn quá %s MB; hãy nạp bằng lệnh thidua awards import.", vi.FormatInt(longestFile>>20)))
	}
	id, err := award.Receive(ctx, tx, v.By, head.Filename, bytes.NewReader(content), int64(len(content)))
	return work.Done{To: importPath + "/" + id}, err
}

func undo(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	sc, err := scope(ctx, tx, v)
	if err == nil {
		err = award.Undo(ctx, tx, v.By, v.Today, sc, f.Get("batch"), f.Get("why"))
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã bỏ lần nạp; nhật ký giữ việc này.", English: "The import was undone; the journal keeps it."}}, err
}

// waiting is a list that waits, as its page shows it.
type waiting struct {
	award.Upload
	report award.Report
	rows   ui.Slice[award.UploadRow]
	faulty int
	only   bool // shows the rows at fault only
}

func previewPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	u, report, rows, err := award.Preview(ctx, tx, v.By, v.Today, sc, v.Asked("tep"))
	if err != nil {
		return nil, err
	}
	here := v.Request().URL
	var bad []award.UploadRow
	for _, r := range rows {
		if len(r.Faults) > 0 {
			bad = append(bad, r)
		}
	}
	if here.Query().Get(fileKey) == "xlsx" {
		return faultyFile(u, bad), nil
	}
	w := waiting{Upload: u, report: report, faulty: len(bad), only: here.Query().Get("loi") != "" && len(bad) > 0}
	if w.only {
		rows = bad
	}
	const size = 20
	w.rows = ui.Cut(rows, size, here, ui.PageKey)
	return preview(v, w, f), nil
}

// faultyFile is the rows at fault as an Excel file, with the reason in a last
// column.
func faultyFile(u award.Upload, bad []award.UploadRow) templ.Component {
	g := document.Grid{Title: "Các dòng có lỗi – " + u.File}
	for _, h := range u.Heads {
		g.Columns = append(g.Columns, document.GridColumn{Name: h})
	}
	g.Columns = append(g.Columns, document.GridColumn{Name: "Lý do", Width: 60})
	for _, r := range bad {
		cells := make([]any, 0, len(r.Cells)+1)
		for _, c := range r.Cells {
			cells = append(cells, c)
		}
		reasons := ""
		for _, why := range r.Faults {
			reasons += why + " "
		}
		g.Rows = append(g.Rows, append(cells, reasons))
	}
	return list.File("dong-co-loi.xlsx", g)
}

func mapColumns(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	u, err := award.Received(ctx, tx, v.By, v.Asked("tep"))
	if err != nil {
		return work.Done{}, err
	}
	fields := make([]award.Field, len(u.Heads))
	for i := range fields {
		fields[i] = award.Field(f.Get(columnName(i)))
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi ý nghĩa của các cột.", English: "The columns are set."}}, award.Map(ctx, tx, v.By, u.ID, fields)
}

func mend(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	u, err := award.Received(ctx, tx, v.By, v.Asked("tep"))
	if err != nil {
		return work.Done{}, err
	}
	line, err := strconv.Atoi(f.Get("line"))
	if err != nil {
		return work.Done{}, refusal.New(refusal.NotFound, "Không có dòng này.")
	}
	cells := make([]string, len(u.Heads))
	for i := range cells {
		cells[i] = f.Get(cellName(i))
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã sửa dòng %d.", line), English: fmt.Sprintf("Row %d was changed.", line)}}, award.Mend(ctx, tx, v.By, u.ID, line, cells)
}

func confirm(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	report, err := award.Confirm(ctx, tx, v.By, v.Today, sc, v.Asked("tep"))
	if err != nil {
		return work.Done{}, err
	}
	say := ui.Words{Vietnamese: fmt.Sprintf("Đã nạp %s khen thưởng của %s quyết định; %s dòng đã có từ trước.", vi.FormatInt(int64(report.Added)), vi.FormatInt(int64(report.Decisions)), vi.FormatInt(int64(report.Same))),
		English: fmt.Sprintf("Imported %d awards of %d decisions; %d rows were there already.", report.Added, report.Decisions, report.Same)}
	if report.Completed > 0 {
		say.Vietnamese += fmt.Sprintf(" Đã ghi thêm loại hình khen thưởng cho %s khen thưởng có từ trước.", vi.FormatInt(int64(report.Completed)))
		say.English += fmt.Sprintf(" The kind of achievement was added to %d of them.", report.Completed)
	}
	return work.Done{To: importPath, Say: say}, nil
}

func columnName(i int) string { return "columns[" + strconv.Itoa(i) + "]" }
func cellName(i int) string   { return "cells[" + strconv.Itoa(i) + "]" }

// fieldChoices are what a column may hold.
func fieldChoices(ctx context.Context) []ui.Option {
	all := []ui.Option{{Value: "", Label: ui.T(ctx, "bỏ qua", "passed over")}}
	for _, f := range award.Fields() {
		all = append(all, ui.Option{Value: string(f), Label: f.Head()})
	}
	return all
}
