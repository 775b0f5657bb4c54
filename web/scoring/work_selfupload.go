package scoring

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/document"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/work"
)

// largestSheet bounds an Excel file that people bring back, in bytes.
const largestSheet = 2 << 20

// upload is an Excel file of the sheet between its reading and its recording.
type upload struct {
	*selfView
	Changed []broughtBack
	Faults  []string // why nothing of it can be recorded
}

func selfUploadRead(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	p, err := readSelf(ctx, tx, v, work.Form{})
	return selfUploadPage(upload{selfView: p}), err
}

// selfUpload reads a file that came back and shows, cell by cell, what it would
// change. Nothing is recorded before the unit says so.
func selfUpload(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var u upload
		err := desk.Writing(w, r, ownPeople, largestSheet, func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (err error) {
			u, err = readUpload(ctx, tx, v, f)
			return err
		})
		if err != nil {
			return err
		}
		status := http.StatusOK
		if len(u.Faults) > 0 {
			status = http.StatusBadRequest
		}
		desk.Fragment(w, r, status, selfUploadPage(u))
		return nil
	}
}

func readUpload(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (upload, error) {
	if err := season.Permit(v.By, access.SelfScore, v.By.Unit, v.Season); err != nil {
		return upload{}, err
	}
	p, err := readSelf(ctx, tx, v, work.Form{})
	u := upload{selfView: p}
	if err != nil {
		return u, err
	}
	file, head, err := f.File("tep")
	if errors.Is(err, http.ErrMissingFile) {
		u.Faults = []string{"Chưa chọn tệp Excel."}
		return u, nil
	}
	if err != nil {
		return u, err
	}
	defer file.Close()
	if head.Size > largestSheet {
		u.Faults = []string{"Tệp lớn quá 2 MB."}
		return u, nil
	}
	rows, err := document.ReadGrid(file, head.Size)
	if reason := refusal.Of(err); reason != nil {
		u.Faults = []string{reason.Sentence}
		return u, nil
	}
	if err == nil {
		u.compare(rows)
	}
	return u, err
}

// compare holds the file against the sheet.
func (u *upload) compare(rows [][]document.GridCell) {
	mark := ""
	if len(rows) > 0 && len(rows[0]) > 0 {
		mark = rows[0][0].Text
	}
	switch {
	case !strings.HasPrefix(mark, u.whose()+" "):
		u.Faults = []string{"Tệp này không phải phiếu tự chấm của đơn vị trong năm này; hãy tải phiếu từ trang Tự chấm điểm."}
	case mark != u.mark():
		u.Faults = []string{"Phiếu đã được nộp, thu hồi hoặc mở lại sau khi tải tệp này; hãy tải phiếu mới rồi chép số liệu sang."}
	default:
		u.Changed, u.Faults = u.bring(rows)
	}
}

// change is one field that the file changes.
type change struct{ Name, From, To string }

// changes are the fields of a leaf that the file changes, in words.
func (x broughtBack) changes() (all []change) {
	was := &selfLine{Criterion: x.Criterion, Typed: x.Was}
	for _, name := range scoring.Fields(x.Kind) {
		from, to := inWords(was, name), inWords(&x.selfLine, name)
		if from != to {
			all = append(all, change{sheetColumns[columnOf[name]].Name, shown(from), shown(to)})
		}
	}
	return all
}

func inWords(l *selfLine, name string) string {
	switch name {
	case "met":
		return labelOf(l, l.Typed[name])
	case scoring.UnassignedField:
		if l.Typed[name] != "" {
			return "x"
		}
		return ""
	case scoring.EvidenceField:
		return l.documents()
	}
	return l.Typed[name]
}
