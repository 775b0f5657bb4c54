package certificate

import (
	"context"
	"io"
	"iter"
	"strconv"

	"thidua/award"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Batch is certificates that were printed together, ready to be written.
type Batch struct {
	ID     string
	Day    vi.Day
	Prints []Print
	Ground *Picture // printed under them; nil for none
	awards map[int]award.Award
	codes  map[int]string
	blank  Blank
	laid   map[For]map[int]Layout
}

// BatchByID reads a batch within the scope, or refuses with NotFound. It is
// printed again as it was, on the blank and by the layout of its day.
func BatchByID(ctx context.Context, tx *store.Tx, id string, s award.Scope) (b Batch, err error) {
	decisions, err := store.All(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT DISTINCT decision_id FROM certificate_print WHERE batch_id = $1`, id)
	if err != nil {
		return b, err
	}
	if len(decisions) != 1 {
		return b, refusal.New(refusal.NotFound, "Không có lần in này.")
	}
	b.ID = id
	if b.Prints, err = store.All(ctx, tx, (*Print).into, `SELECT `+printColumns+` FROM certificate_print p WHERE p.batch_id = $1 ORDER BY p.place`, id); err != nil {
		return b, err
	}
	b.Day = b.Prints[0].Day
	if b.awards, err = awardsOf(ctx, tx, strconv.Itoa(decisions[0]), s); err != nil {
		return b, err
	}
	if b.codes, err = codesOf(ctx, tx, decisions[0]); err != nil {
		return b, err
	}
	return b, b.readBlank(ctx, tx)
}

func (b *Batch) readBlank(ctx context.Context, tx *store.Tx) (err error) {
	first := b.Prints[0]
	if b.blank, err = as(ctx, tx, first.Blank, first.blank); err != nil {
		return err
	}
	if b.blank.Ground {
		if b.Ground, err = PictureOf(ctx, tx, first.Blank); err != nil {
			return err
		}
	}
	b.laid, err = allLayouts(ctx, tx, first.Blank)
	return err
}

func awardsOf(ctx context.Context, tx *store.Tx, decision string, s award.Scope) (map[int]award.Award, error) {
	_, all, err := award.Of(ctx, tx, decision, s)
	if err != nil {
		return nil, err
	}
	if all, err = current(ctx, tx, all); err != nil {
		return nil, err
	}
	byPlace := make(map[int]award.Award, len(all))
	for _, a := range all {
		byPlace[a.Place] = a
	}
	return byPlace, nil
}

// Pages are the certificates one by one. site is the address before the code:
// "https://thidua.example.vn".
func (b Batch) Pages(site string) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		for _, p := range b.Prints {
			a, there := b.awards[p.Place]
			if !there {
				continue // out of the reader's scope
			}
			page, err := Place(b.blank, b.laid[forOf(a)][p.layout], a)
			page.Code = site + CheckPath + b.codes[p.Place]
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}

// Write writes the batch as a PDF.
func (b Batch) Write(w io.Writer, site string) error {
	return WritePDF(w, b.Day, b.Ground, b.Pages(site))
}

// Proof is one award on a blank, to see whether everything is in its place: no
// sheet is taken, and it bears no code.
func Proof(ctx context.Context, tx *store.Tx, blank string, a award.Award) (Page, *Picture, error) {
	b, err := ByID(ctx, tx, blank)
	if err != nil {
		return Page{}, nil, err
	}
	layouts, err := Layouts(ctx, tx, blank)
	if err != nil {
		return Page{}, nil, err
	}
	l, laid := layouts[forOf(a)]
	if !laid {
		return Page{}, nil, refusal.New(refusal.NotFound, "Phôi này chưa có vị trí in cho "+forOf(a).Words()+".")
	}
	page, err := Place(b, l, a)
	page.Note = "Bản in thử, không có giá trị"
	if a.Sample {
		page.Note += " – số liệu minh họa"
	}
	picture, err2 := PictureOf(ctx, tx, blank)
	if err == nil {
		err = err2
	}
	return page, picture, err
}

// numberOf is a decision's id as the tables keep it.
func numberOf(decision string) (int, error) {
	n, err := strconv.ParseInt(decision, 10, 32)
	if err != nil || n < 1 {
		return 0, refusal.New(refusal.NotFound, "Không có quyết định này trong sổ.")
	}
	return int(n), nil
}
