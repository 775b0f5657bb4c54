package certificate

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/award"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Order is what is to be printed: awards of one decision by their places, on a
// blank. Without places it is every award of the decision that stands and was not
// printed yet.
type Order struct {
	Decision string
	Places   []int
	Blank    string
	From     int    // the lowest number of the blanks in the printer; 0 = the lowest free one
	Reason   string // why again; needed where a certificate was printed already
}

// Issue records the printing of certificates, each on the next free sheet, and
// returns the batch by whose id they are printed. A certificate that was printed
// before is printed again only for a reason, and both stay on record. It needs a
// layout for every title and recipient among the awards, and enough sheets.
func Issue(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s award.Scope, o Order) (batch string, err error) {
	if err := access.Check(by, access.IssueCertificate, ""); err != nil {
		return "", err
	}
	j, err := jobOf(ctx, tx, s, o)
	if err != nil {
		return "", err
	}
	if err := j.check(o); err != nil {
		return "", err
	}
	numbers, err := j.sheets(ctx, tx, o)
	if err != nil {
		return "", err
	}
	batch = store.NewID()
	if err := j.write(ctx, tx, day, batch, o.Reason, numbers); err != nil {
		return "", err
	}
	return batch, journal.Record(ctx, tx, by, day, access.IssueCertificate, "award_decision:"+o.Decision,
		map[string]any{"batch": batch, "blank": o.Blank, "certificates": len(j.awards), "sheets": numbers, "reason": o.Reason})
}

// job is an order with what it concerns.
type job struct {
	blank   Blank
	layouts map[For]Layout
	awards  []award.Award // to be printed
	before  map[int][]Print
}

func jobOf(ctx context.Context, tx *store.Tx, s award.Scope, o Order) (j job, err error) {
	if j.blank, err = ByID(ctx, tx, o.Blank); err != nil {
		return j, refusal.Field("blank", "Chọn một phôi.")
	}
	_, all, err := award.Of(ctx, tx, o.Decision, s)
	if err != nil {
		return j, err
	}
	if j.before, err = PrintsOf(ctx, tx, o.Decision); err != nil {
		return j, err
	}
	for _, a := range all {
		asked := slices.Contains(o.Places, a.Place)
		if asked || len(o.Places) == 0 && a.State != award.Revoked && !standing(j.before[a.Place]) {
			j.awards = append(j.awards, a)
		}
	}
	if j.awards, err = current(ctx, tx, j.awards); err != nil {
		return j, err
	}
	j.layouts, err = Layouts(ctx, tx, o.Blank)
	return j, err
}

// check refuses what must not or cannot be printed.
func (j job) check(o Order) error {
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &o.Reason}); err != nil {
		return err
	}
	if len(j.awards) == 0 || len(o.Places) > len(j.awards) {
		return refusal.Field("places", "Không có bằng nào cần in: hãy chọn trong danh sách của quyết định.")
	}
	for _, a := range j.awards {
		l, laid := j.layouts[forOf(a)]
		switch {
		case a.State == award.Revoked:
			return refusal.Field("places", fmt.Sprintf("Số sổ vàng %d đã bị thu hồi, không in bằng.", a.Place))
		case standing(j.before[a.Place]) && o.Reason == "":
			return refusal.Field("reason", fmt.Sprintf("Số sổ vàng %d đã in rồi; in lại thì phải ghi lý do.", a.Place))
		case !laid:
			return refusal.Field("blank", fmt.Sprintf("Phôi “%s” chưa có vị trí in cho %s.", j.blank.Name, forOf(a).Words()))
		}
		if _, err := Place(j.blank, l, a); err != nil {
			return err
		}
	}
	return nil
}

// sheets are the numbers of the sheets to be printed on, 0 for plain paper.
func (j job) sheets(ctx context.Context, tx *store.Tx, o Order) ([]int, error) {
	if j.blank.Plain {
		return make([]int, len(j.awards)), nil
	}
	stock, err := StockOf(ctx, tx, j.blank.ID)
	if err != nil {
		return nil, err
	}
	free := stock.Free(o.From, len(j.awards))
	if len(free) < len(j.awards) {
		return nil, refusal.Field("blank", fmt.Sprintf("Phôi “%s” chỉ còn %d tờ dùng được, cần %d tờ.", j.blank.Name, len(free), len(j.awards)))
	}
	return free, nil
}

func (j job) write(ctx context.Context, tx *store.Tx, day vi.Day, batch, reason string, numbers []int) error {
	var prints, codes [][]any
	for i, a := range j.awards {
		seq := len(j.before[a.Place]) + 1
		prints = append(prints, []any{a.Decision, a.Place, seq, batch, j.blank.ID, j.blank.Version, j.layouts[forOf(a)].Version, numbers[i], vi.Clean(reason), day, tx.Now})
		if seq == 1 {
			codes = append(codes, []any{newCode(), a.Decision, a.Place})
		}
	}
	if err := store.Insert(ctx, tx, `certificate_print (decision_id, place, seq, batch_id, blank_id, blank_version, layout_version, sheet_no, reason, day, recorded_at)`, prints); err != nil {
		return err
	}
	return store.Insert(ctx, tx, `certificate_code (code, decision_id, place)`, codes)
}

// Print is one printing of a certificate.
type Print struct {
	Place, Seq int
	Batch      string
	Blank      string // id
	BlankName  string // as it is called now
	Sheet      int    // number of the blank; 0 on plain paper
	Reason     string // why again; empty for the first
	Day        vi.Day
	Spoiled    bool // the sheet was spoiled afterwards
	blank      int  // version
	layout     int  // version
}

// standing reports whether the last certificate printed is not spoiled.
func standing(prints []Print) bool {
	return len(prints) > 0 && !prints[len(prints)-1].Spoiled
}

func (p *Print) into() []any {
	return []any{&p.Place, &p.Seq, &p.Batch, &p.Blank, &p.BlankName, &p.Sheet, &p.Reason, &p.Day, &p.Spoiled, &p.blank, &p.layout}
}

const printColumns = `p.place, p.seq, p.batch_id, p.blank_id,
	(SELECT b.name FROM certificate_blank b WHERE b.id = p.blank_id ORDER BY b.version DESC LIMIT 1),
	p.sheet_no, p.reason, p.day, EXISTS (SELECT 1 FROM certificate_spoiled s WHERE s.blank_id = p.blank_id AND s.sheet_no = p.sheet_no), p.blank_version, p.layout_version`

// PrintsOf is what was printed of a decision's awards, by place, oldest first.
func PrintsOf(ctx context.Context, tx *store.Tx, decision string) (map[int][]Print, error) {
	n, err := numberOf(decision)
	if err != nil {
		return nil, err
	}
	rows, err := store.All(ctx, tx, (*Print).into, `SELECT `+printColumns+` FROM certificate_print p WHERE p.decision_id = $1 ORDER BY p.place, p.seq`, n)
	all := map[int][]Print{}
	for _, p := range rows {
		all[p.Place] = append(all[p.Place], p)
	}
	return all, err
}
