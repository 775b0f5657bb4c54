package org

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/a-h/templ"

	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

func unitHint(ctx context.Context) string {
	return ui.T(ctx, "Ghi tên hoặc mã; trùng tên thì thêm mã trong ngoặc hoặc tên đơn vị cấp trên sau dấu phẩy.", "Name or code; where names are shared, add the code in brackets or the unit above after a comma.")
}

func dayHint(ctx context.Context) string {
	return ui.T(ctx, "Ví dụ: 22/11/2014", "For example: 22/11/2014")
}

func uploadPage(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return uploadForm(v, f), nil
}

// receive keeps the list that was sent and leads to its preview. Everything
// wrong in it is said at once.
func receive(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	asOf, err := f.Day("as_of")
	if err != nil {
		return work.Done{}, err
	}
	file, head, err := f.File("file")
	if errors.Is(err, http.ErrMissingFile) {
		return work.Done{}, refusal.Field("file", "Chưa chọn tệp.")
	}
	if err != nil {
		return work.Done{}, err
	}
	defer file.Close()
	list, err := io.ReadAll(io.LimitReader(file, longestFile+1))
	if err != nil {
		return work.Done{}, err
	}
	if len(list) > longestFile {
		return work.Done{}, refusal.Field("file", fmt.Sprintf("Tệp lớn quá %s MB.", vi.FormatInt(longestFile>>20)))
	}
	id, err := org.Receive(ctx, tx, v.By, head.Filename, list, asOf)
	if faults := (org.Faults)(nil); errors.As(err, &faults) {
		return work.Done{}, faultsOf(faults)
	}
	return work.Done{To: "/danh-muc-don-vi/" + id}, err
}

// mostFaults is how many faults of a file are told one by one.
const mostFaults = 30

func faultsOf(faults org.Faults) error {
	var all []error
	for i, fault := range faults {
		if i == mostFaults {
			all = append(all, refusal.Field("file", fmt.Sprintf("… và %d lỗi khác.", len(faults)-mostFaults)))
			break
		}
		all = append(all, refusal.Field("file", fault.String()))
	}
	return errors.Join(all...)
}

func previewPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	u, err := org.Received(ctx, tx, v.By, v.Asked("tep"))
	if err != nil {
		return nil, err
	}
	report, err := org.Preview(ctx, tx, u.List(), u.AsOf)
	if err != nil {
		return nil, err
	}
	return preview(v, u, report, f), nil
}

func confirm(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	report, err := org.Confirm(ctx, tx, v.By, v.Today, v.Asked("tep"))
	if err != nil {
		return work.Done{}, err
	}
	said := ui.Words{Vietnamese: fmt.Sprintf("Đã nạp danh mục: thêm %s, đổi tên %s, kết thúc %s đơn vị.", vi.FormatInt(int64(report.Added)), vi.FormatInt(int64(report.Renamed)), vi.FormatInt(int64(report.Ended))),
		English: fmt.Sprintf("Imported: %d added, %d renamed, %d ended.", report.Added, report.Renamed, report.Ended)}
	return work.Done{To: "/don-vi", Say: said}, nil
}
