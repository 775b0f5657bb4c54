// Package certificate prints what is handed over with an award: the layout of a
// certificate in millimetres, on plain paper or on blanks printed beforehand; how
// many blanks there are and which were spoiled; who got which; and what anybody
// may check by the code on it.
package certificate

import (
	"strconv"
	"strings"

	"thidua/award"
	"thidua/rulebook"
	"thidua/vi"
)

// Field is one thing that a certificate says.
type Field string

// The fields, in the order of NĐ 98/2023/NĐ-CP, article 104.
const (
	Country     Field = "country"
	Motto       Field = "motto"
	Authority   Field = "authority"
	Gives       Field = "gives" // TẶNG, TẶNG DANH HIỆU
	Title       Field = "title"
	Address     Field = "form_of_address" // Ông (bà)
	Name        Field = "name"
	Post        Field = "post"
	Achievement Field = "achievement"
	DecisionNo  Field = "decision"
	GoldenBook  Field = "golden_book"
	PlaceDay    Field = "place_day"
	SignerPost  Field = "signer_post"
	Signer      Field = "signer"
	CheckCode   Field = "check_code" // the QR code
)

// manner is how a field is set: article 104 for the colours and cuts, and up to
// how many lines it may take.
type manner struct {
	field             Field
	label             string
	bold, italic, red bool
	under             bool // a rule as long as the text
	lines             int
}

var manners = []manner{
	{Country, "Quốc hiệu", true, false, false, false, 1},
	{Motto, "Tiêu ngữ", true, false, false, true, 1},
	{Authority, "Thẩm quyền", true, false, true, false, 2},
	{Gives, "Tặng", true, false, false, false, 1},
	{Title, "Tên danh hiệu, hình thức", true, false, true, false, 2},
	{Address, "Ông (bà)", false, false, false, false, 1},
	{Name, "Tên người, tập thể, hộ", true, false, false, false, 2},
	{Post, "Chức vụ, đơn vị, địa chỉ", false, false, false, false, 2},
	{Achievement, "Thành tích", false, false, false, false, 3},
	{DecisionNo, "Số, ngày quyết định", true, true, false, false, 2},
	{GoldenBook, "Số sổ vàng", true, true, false, false, 1},
	{PlaceDay, "Địa danh, ngày", true, true, false, false, 1},
	{SignerPost, "Chức vụ người ký", true, false, false, false, 2},
	{Signer, "Họ tên người ký", true, false, false, false, 1},
	{CheckCode, "Mã QR để kiểm tra", false, false, false, false, 1},
}

func mannerOf(f Field) manner {
	for _, m := range manners {
		if m.field == f {
			return m
		}
	}
	return manner{}
}

// Fields are all fields in their order.
func Fields() (all []Field) {
	for _, m := range manners {
		all = append(all, m.field)
	}
	return all
}

// Label is the field's Vietnamese name; "" for an unknown word.
func (f Field) Label() string { return mannerOf(f).label }

// HasWords reports whether the layout gives the field words of its own: the
// form of address, the place before the day, the signer's post.
func (f Field) HasWords() bool { return f == Address || f == PlaceDay || f == SignerPost }

// Say is what the award's certificate says in each field. Words of the layout
// are added where it is printed (see Place).
func Say(a award.Award) map[Field]string {
	return map[Field]string{
		Country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto: "Độc lập - Tự do - Hạnh phúc",
		Authority: vi.Upper(a.By.Authority), Gives: gives(a), Title: vi.Upper(shortTitle(a)),
		Name: a.Name, Post: post(a), Achievement: a.Achievement,
		DecisionNo: "Quyết định số " + a.By.Number + " " + a.By.Day.Long(), GoldenBook: "Số sổ vàng: " + strconv.Itoa(a.Place),
		PlaceDay: a.By.Day.Long(), Signer: a.By.Signer,
	}
}

func gives(a award.Award) string {
	words := "TẶNG"
	if a.By.Kind == award.Posthumous {
		words = "TRUY TẶNG"
	}
	if isTitle(a.Title) {
		words += " DANH HIỆU"
	}
	return words
}

func isTitle(code award.Code) bool {
	name, _ := rulebook.NameOf(code)
	return name.Group == "title"
}

// shortTitle is the award's name without who gives it, which stands above:
// "Bằng khen" of "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh". A title keeps
// all of its name.
func shortTitle(a award.Award) string {
	if isTitle(a.Title) {
		return a.TitleName
	}
	short, _, _ := strings.Cut(a.TitleName, " của ")
	return short
}

// post is the recipient's post and unit, or the unit or place it belongs to.
func post(a award.Award) string {
	var parts []string
	for _, part := range []string{a.Post, a.UnitName} {
		if part != "" && part != a.Name {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}
