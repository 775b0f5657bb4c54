// Package nominees takes whole lists of those proposed for awards: it tells
// what each row means, what is wrong with it, and puts all of them on record as
// nominations of the year, or none.
package nominees

import (
	"thidua/access"
	"thidua/intake"
)

// The fields of a list of nominees.
const (
	Called   = "called" // Ông, Bà, or a rank
	Name     = "name"
	Kind     = "kind"
	Post     = "post"
	Unit     = "unit" // where the person works, or to what the collective belongs
	Title    = "title"
	Category = "category" // for what kind of achievement
	Reason   = "reason"
	Birth    = "birth"
	Sponsor  = "sponsor" // the member that brings it forward
)

// Form is the list of nominees. The synonyms are heads of lists in use in
// provinces.
var Form = intake.Form{Name: "nomination", Act: access.Nominate, Columns: []intake.Column{
	{Field: Called, Head: "Ông/Bà", Synonyms: []string{"Tên gọi", "Tên gọi (Ông/Bà/Chức danh)", "Danh xưng", "Xưng hô"}},
	{Field: Name, Head: "Tên tập thể, cá nhân, hộ gia đình", Required: true, Synonyms: []string{"Họ và tên", "Họ tên", "Tên", "Tên tập thể/cá nhân/hộ gia đình", "Tên đơn vị/tập thể", "Tên tập thể", "Tên cá nhân",
		"Tập thể, cá nhân", "Tên tập thể, cá nhân", "Tên đơn vị, cá nhân", "Đối tượng đề nghị", "Cá nhân, tập thể được đề nghị", "Họ và tên cá nhân"}},
	{Field: Kind, Head: "Phân loại khen thưởng", Synonyms: []string{"Đối tượng", "Loại đối tượng", "Cá nhân/tập thể", "Tập thể/cá nhân"}},
	{Field: Post, Head: "Chức vụ", Synonyms: []string{"Chức danh", "Chức vụ, chức danh", "Chức vụ công tác", "Nghề nghiệp"}},
	{Field: Unit, Head: "Đơn vị công tác", Synonyms: []string{"Đơn vị", "Cơ quan công tác", "Nơi công tác", "Tên đơn vị/tập thể công tác", "Địa chỉ/Nơi ở", "Đơn vị chủ quản", "Cơ quan, đơn vị"}},
	{Field: Title, Head: "Danh hiệu, hình thức khen thưởng", Required: true, Synonyms: []string{"Danh hiệu thi đua/Hình thức khen thưởng", "Danh hiệu", "Hình thức khen thưởng", "Danh hiệu thi đua", "Hình thức", "Khen thưởng",
		"Hình thức đề nghị", "Danh hiệu đề nghị", "Đề nghị khen thưởng", "Mức khen"}},
	{Field: Category, Head: "Loại hình khen thưởng", Synonyms: []string{"Loại hình", "Phương thức khen thưởng", "Phương thức khen", "Loại hình thành tích"}},
	{Field: Reason, Head: "Tóm tắt thành tích", Synonyms: []string{"Thành tích", "Nội dung khen thưởng", "Nội dung", "Lý do đề nghị", "Lý do khen thưởng", "Nội dung thành tích", "Thành tích nổi bật"}},
	{Field: Birth, Head: "Ngày sinh", Synonyms: []string{"Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh"}},
	{Field: Sponsor, Head: "Đơn vị giới thiệu", Synonyms: []string{"Đơn vị đề nghị", "Đơn vị trình"}},
}}
