package bonus

import (
	"errors"
	"fmt"

	"thidua/exact"
	"thidua/refusal"
	"thidua/vi"
)

// Kind is what an entry of the fund is.
type Kind string

// The kinds: money in, then money out.
const (
	Budget       Kind = "budget"       // ngân sách cấp
	Contribution Kind = "contribution" // đóng góp
	CarriedOver  Kind = "carried_over" // số dư năm trước chuyển sang
	Recovered    Kind = "recovered"    // thu hồi tiền thưởng
	BonusMoney   Kind = "bonus"        // chi tiền thưởng
	Items        Kind = "items"        // chi hiện vật, phôi bằng, khung
	Organising   Kind = "organising"   // chi tổ chức, hoạt động của cụm, khối
	Correction   Kind = "correction"   // bút toán điều chỉnh: lấy lại đúng một bút toán
)

// Income and Expense are the kinds that are entered by hand.
var (
	Income  = []Kind{Budget, Contribution, CarriedOver, Recovered}
	Expense = []Kind{BonusMoney, Items, Organising}
)

var kindLabels = map[Kind]string{
	Budget: "Ngân sách cấp", Contribution: "Đóng góp", CarriedOver: "Số dư năm trước chuyển sang", Recovered: "Thu hồi tiền thưởng",
	BonusMoney: "Chi tiền thưởng", Items: "Chi hiện vật, phôi, khung", Organising: "Chi tổ chức phong trào, hoạt động cụm, khối", Correction: "Điều chỉnh",
}

// Label is the kind's Vietnamese name; "" for an unknown word.
func (k Kind) Label() string { return kindLabels[k] }

// In reports whether the kind brings money in.
func (k Kind) In() bool {
	return k == Budget || k == Contribution || k == CarriedOver || k == Recovered
}

// Level is whose fund it is.
type Level string

// The levels.
const (
	Province   Level = "province"
	Department Level = "department"
	District   Level = "district"
	Commune    Level = "commune"
)

// Levels are all levels in order.
var Levels = []Level{Province, Department, District, Commune}

var levelLabels = map[Level]string{Province: "Cấp tỉnh", Department: "Cấp sở, ban, ngành", District: "Cấp huyện", Commune: "Cấp xã"}

// Label is the level's Vietnamese name; "" for an unknown word.
func (l Level) Label() string { return levelLabels[l] }

// Entry is one line of the fund's ledger. Lines are only ever added.
type Entry struct {
	ID       string `json:"id"`
	Year     int    `json:"year"`
	Level    Level  `json:"level"`
	Kind     Kind   `json:"kind"`
	VND      int64  `json:"vnd"` // positive
	Day      vi.Day `json:"day"`
	Document string `json:"document"`           // number of the paper it rests on
	Note     string `json:"note,omitempty"`     // a correction's: why
	Payment  string `json:"payment,omitempty"`  // payment id, of bonus money
	Corrects string `json:"corrects,omitempty"` // id of the entry a correction takes back
	By       string `json:"by"`                 // who entered it, by name
	Sample   bool   `json:"illustrative,omitempty"`
}

// mostVND bounds an entry, in VND: sums stay numbers.
const mostVND = 1_000_000_000_000_000

// CheckEntry refuses, all at once, what is wrong with an entry by itself.
func CheckEntry(e Entry) error {
	var faults []error
	add := func(field, sentence string) { faults = append(faults, refusal.Field(field, sentence)) }
	if e.Year < 1990 || e.Year > 2100 {
		add("year", "Ghi năm của quỹ, ví dụ 2026.")
	}
	if e.Level.Label() == "" {
		add("level", "Chọn cấp của quỹ.")
	}
	if e.Kind.Label() == "" || e.Kind == Correction {
		add("kind", "Chọn nội dung thu, chi.")
	}
	if e.VND <= 0 || e.VND > mostVND {
		add("vnd", "Số tiền phải lớn hơn 0 và không quá một triệu tỷ đồng.")
	}
	if e.Day.IsZero() {
		add("day", "Ghi ngày thu, chi.")
	}
	if e.Document == "" {
		add("document", "Ghi số chứng từ.")
	}
	return errors.Join(faults...)
}

// Balance is what a fund holds.
type Balance struct {
	In, Out    int64 // VND, corrections taken back
	Organising int64 // of Out: for organising work
}

// Left is what may still be spent, in VND.
func (b Balance) Left() int64 { return b.In - b.Out }

// BalanceOf sums the entries of one fund.
func BalanceOf(entries []Entry) (b Balance) {
	corrected := map[string]bool{}
	for _, e := range entries {
		corrected[e.Corrects] = true
	}
	for _, e := range entries {
		switch {
		case e.Kind == Correction || corrected[e.ID]:
		case e.Kind.In():
			b.In += e.VND
		default:
			b.Out += e.VND
			if e.Kind == Organising {
				b.Organising += e.VND
			}
		}
	}
	return b
}

// The share of the fund that may go to organising work, cluster activities
// included: Circular 28/2025/TT-BTC, by a secondary source. The day it took
// effect was not read; it is enforced from the first year it surely held.
var (
	organisingShare = exact.Ratio(20, 100)
	organisingFrom  = 2026
)

const organisingSource = "Thông tư 28/2025/TT-BTC, theo nguồn thứ cấp"

// OrganisingWords says what part of a year's fund goes to organising work; over
// reports that it is more than the share allowed. Years before the share says
// nothing.
func (b Balance) OrganisingWords(year int) (words string, over bool) {
	switch {
	case year < organisingFrom:
		return "", false
	case b.In == 0:
		return "", b.Organising > 0
	}
	limit := exact.Int(b.In).Mul(organisingShare).Floor()
	return fmt.Sprintf("Chi tổ chức, hoạt động cụm, khối: %s trên tối đa %s đồng (20 %% của số thu %s đồng; %s).",
		vi.FormatInt(b.Organising), vi.FormatInt(limit), vi.FormatInt(b.In), organisingSource), b.Organising > limit
}

// fits refuses an expense the fund cannot bear.
func (b Balance) fits(e Entry) error {
	if e.Kind.In() {
		return nil
	}
	if left := b.Left(); e.VND > left {
		return &refusal.Error{Kind: refusal.Unsatisfied, Field: "vnd", Sentence: fmt.Sprintf("Quỹ %s năm %d còn %s đồng, không chi được %s đồng.", vi.LowerFirst(e.Level.Label()), e.Year, vi.FormatInt(left), vi.FormatInt(e.VND))}
	}
	if e.Kind != Organising {
		return nil
	}
	b.Organising += e.VND
	if words, over := b.OrganisingWords(e.Year); over {
		return &refusal.Error{Kind: refusal.Unsatisfied, Field: "vnd", Sentence: "Vượt mức cho phép. " + words}
	}
	return nil
}
