package intake

import (
	"context"
	"errors"
	"io"
	"net/http"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/intake"
	"thidua/nominees"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func uploadPage(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return uploadForm(v, f), nil
}

// receive reads the file that was sent, outside of any transaction, keeps its
// tables and leads to their preview. A file that is refused comes back to the
// form with the reason at its field.
func receive(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var visit work.Visit
		if err := desk.Reading(r, nominators(), func(_ context.Context, _ *store.Tx, v work.Visit) error { visit = v; return nil }); err != nil {
			return err
		}
		to, err := keep(desk, w, r)
		if all := refusal.All(err); all != nil {
			visit.Title = uploadTitle
			desk.Fragment(w, r, http.StatusBadRequest, uploadForm(visit, work.Form{Refusals: all}))
			return nil
		}
		if err != nil {
			return err
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
		return nil
	}
}

// keep reads the file and puts its tables on record; it returns the address of
// their preview.
func keep(desk work.Desk, w http.ResponseWriter, r *http.Request) (to string, err error) {
	name, content, err := sent(w, r)
	if err != nil {
		return "", err
	}
	sheets, err := intake.Open(r.Context(), content)
	if err != nil {
		return "", err
	}
	err = desk.Writing(w, r, nominators(), longestFile, func(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) error {
		by, _ := v.Capacity(access.Nominate)
		id, err := nominees.Form.Receive(ctx, tx, by, v.Season.ID, name, nominees.Form.Tables(sheets))
		to = v.Lam("nap-de-nghi", id)
		return err
	})
	return to, err
}

// sent is the file of the form.
func sent(w http.ResponseWriter, r *http.Request) (name string, content []byte, err error) {
	r.Body = http.MaxBytesReader(w, r.Body, longestFile)
	file, head, err := r.FormFile(intake.FileField)
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		return "", nil, refusal.Field(intake.FileField, "Tệp lớn quá 8 MB: hãy bỏ ảnh hoặc chia nhỏ rồi nạp lại.")
	case errors.Is(err, http.ErrMissingFile):
		return "", nil, refusal.Field(intake.FileField, "Chưa chọn tệp.")
	case err != nil:
		return "", nil, refusal.Field(intake.FileField, "Không nhận được tệp; hãy gửi lại.")
	}
	defer file.Close()
	content, err = io.ReadAll(file)
	return head.Filename, content, err
}

// accepted are the endings that the chooser of files offers; what a file is told
// by its bytes.
const accepted = ".xlsx,.docx,.csv,.txt,.xls,.doc,.rtf"

func fileField(ctx context.Context, f work.Form) ui.Field {
	return ui.Field{Name: intake.FileField, Label: ui.T(ctx, "Tệp danh sách", "File"), Type: "file", Error: f.Err(intake.FileField), Required: true, Attrs: templ.Attributes{"accept": accepted}}
}
