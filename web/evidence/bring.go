package evidence

import (
	"context"
	"fmt"
	"mime/multipart"
	"strings"

	"github.com/a-h/templ"

	"thidua/evidence"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// maxFiles is how many files come at once; all together may be half as large
// as so many of the largest.
const maxFiles = 8

func bringing(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return bringPage(v, f), nil
}

// brought is what became of the files that were sent at once.
type brought struct {
	taken, there []evidence.Evidence // taken anew; there already
	refused      []string            // "x.exe: vì sao"
}

// bring takes the files that can be taken and says which cannot, and why. It is
// refused as a whole only when none can.
func bring(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	files := f.Files("tep")
	switch {
	case len(files) == 0:
		return work.Done{}, refused("Chưa chọn tệp nào.")
	case len(files) > maxFiles:
		return work.Done{}, refused(fmt.Sprintf("Mỗi lần tải lên nhiều nhất %d tệp.", maxFiles))
	}
	about, err := aboutOf(f)
	if err != nil {
		return work.Done{}, err
	}
	var b brought
	for _, h := range files {
		if err := b.take(ctx, tx, v, h, about); err != nil {
			return work.Done{}, err
		}
	}
	if len(b.taken)+len(b.there) == 0 {
		return work.Done{}, refused(strings.Join(b.refused, " "))
	}
	return work.Done{To: b.page(v), Say: b.say()}, nil
}

func (b *brought) take(ctx context.Context, tx *store.Tx, v work.Visit, h *multipart.FileHeader, about evidence.About) error {
	file, err := h.Open()
	if err != nil {
		return err
	}
	defer file.Close()
	e, already, err := evidence.Add(ctx, tx, v.By, v.Today, v.By.Unit, evidence.File{Name: h.Filename, Body: file, Size: h.Size}, about)
	reason := refusal.Of(err)
	switch {
	case reason != nil && reason.Field == "tep":
		b.refused = append(b.refused, shown(h.Filename)+": "+reason.Sentence)
		return nil
	case err != nil:
		return err
	case already:
		b.there = append(b.there, e)
	default:
		b.taken = append(b.taken, e)
	}
	return nil
}

// page is where the act leads: to the only file, else to the list.
func (b *brought) page(v work.Visit) string {
	if all := append(b.taken, b.there...); len(all) == 1 && len(b.refused) == 0 {
		return address(all[0].ID)
	}
	return v.Back("/minh-chung")
}

func (b *brought) say() ui.Words {
	var vi, en []string
	if n := len(b.taken); n > 0 {
		vi, en = append(vi, fmt.Sprintf("Đã nhận %d tệp.", n)), append(en, fmt.Sprintf("%d files were taken.", n))
	}
	for _, e := range b.there {
		vi, en = append(vi, fmt.Sprintf("Tệp giống hệt đã có trong kho: “%s”, tải lên ngày %s; dùng lại tệp ấy, không lưu thêm.", e.Name, e.AddedOn.Short())),
			append(en, fmt.Sprintf("The same file is there already: “%s”; nothing was stored again.", e.Name))
	}
	if len(b.refused) > 0 {
		vi, en = append(vi, "Không nhận: "+strings.Join(b.refused, " ")), append(en, "Not taken: "+strings.Join(b.refused, " "))
	}
	return ui.Words{Vietnamese: strings.Join(vi, " "), English: strings.Join(en, " ")}
}

// shown is a file's name fit to be repeated in a sentence.
func shown(name string) string {
	runes := []rune(vi.Clean(strings.ToValidUTF8(name, "")))
	return string(runes[:min(len(runes), 80)])
}

// aboutOf is what the form says of the files.
func aboutOf(f work.Form) (a evidence.About, err error) {
	a = evidence.About{Kind: evidence.Kind(f.Get("loai")), Description: f.Get("mo-ta"), Sensitive: f.Get("nhay-cam") != ""}
	a.Day, err = f.Day("ngay")
	return a, err
}

func describe(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	a, err := aboutOf(f)
	if err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi mô tả.", English: "The description was recorded."}}, evidence.Describe(ctx, tx, v.By, v.Today, v.Asked("id"), a)
}

func retire(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Minh chứng đã ngừng dùng; nơi đã trích dẫn vẫn xem được.", English: "The file is retired; where it was cited it stays readable."}},
		evidence.Retire(ctx, tx, v.By, v.Today, v.Asked("id"), f.Get("ly-do"))
}

func useAgain(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Minh chứng được dùng lại.", English: "The file is in use again."}}, evidence.UseAgain(ctx, tx, v.By, v.Today, v.Asked("id"))
}
