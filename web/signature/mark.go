package signature

import (
	"context"
	"errors"
	"io"
	"net/http"

	"thidua/exact"
	"thidua/refusal"
	"thidua/signature"
	"thidua/web/ui"
	"thidua/web/work"
)

// mostImage bounds an image of a mark, in bytes; the room says what it takes.
const mostImage = 2<<20 + 1

func markChoices(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Value: string(signature.Hidden), Label: ui.T(ctx, "không hiển thị", "nothing")},
		{Value: string(signature.Person), Label: ui.T(ctx, "ảnh chữ ký của người ký", "the person’s signature")},
		{Value: string(signature.Agency), Label: ui.T(ctx, "ảnh dấu của cơ quan, tổ chức", "the body’s stamp")},
		{Value: string(signature.Data), Label: ui.T(ctx, "thông tin ký ở góc trên bên phải trang đầu", "the signature’s data on the first page")},
	}
}

// placed reports whether something of the place was typed or is wrong.
func placed(f work.Form) bool {
	for _, name := range []string{"page", "left", "top", "width"} {
		if f.Get(name) != "" || f.Err(name) != "" {
			return true
		}
	}
	return false
}

// markOf is how the form says the signature shows.
func markOf(f work.Form) (signature.Mark, error) {
	m := signature.Mark{Kind: signature.MarkKind(f.Get("mark")), Number: f.Get("number")}
	if m.Kind != signature.Person && m.Kind != signature.Agency {
		return m, nil
	}
	var page exact.Number
	var errs [5]error
	page, errs[0] = f.Number("page")
	m.Left, errs[1] = millimetres(f, "left")
	m.Top, errs[2] = millimetres(f, "top")
	m.Width, errs[3] = millimetres(f, "width")
	m.Image, errs[4] = imageOf(f)
	if page.Known() {
		if m.Page = int(page.Floor()); m.Page < 1 || page.Cmp(exact.Int(int64(m.Page))) != 0 {
			errs[0] = refusal.Field("page", "Ghi số trang, từ 1.")
		}
	}
	if !page.Known() && (f.Get("left") != "" || f.Get("top") != "") {
		errs[0] = refusal.Field("page", "Ghi trang của vị trí này.")
	}
	return m, errors.Join(errs[:]...)
}

func millimetres(f work.Form, name string) (float64, error) {
	n, err := f.Number(name)
	if err != nil || !n.Known() {
		return 0, err
	}
	return n.Float(), nil
}

// imageOf reads the image; none is for the room to refuse.
func imageOf(f work.Form) ([]byte, error) {
	file, _, err := f.File("image")
	if errors.Is(err, http.ErrMissingFile) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, mostImage))
}
