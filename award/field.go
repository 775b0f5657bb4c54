package award

import (
	"slices"

	"thidua/vi"
)

// Field is what a column of a list of awards holds.
type Field string

// The fields, in the order in which lists are written.
const (
	NumberField      Field = "number"
	DayField         Field = "day"
	AuthorityField   Field = "authority"
	SignerField      Field = "signer"
	KindField        Field = "kind"
	PlaceField       Field = "place"
	RecipientField   Field = "recipient"
	NameField        Field = "name"
	BirthField       Field = "birth"
	SexField         Field = "sex"
	PostField        Field = "post"
	UnitField        Field = "unit"
	TitleField       Field = "title"
	CategoryField    Field = "category"
	YearField        Field = "year"
	AchievementField Field = "achievement"
	MoneyField       Field = "money"
)

// column is a field as lists head it.
type column struct {
	field    Field
	head     string // as we write it
	required bool
	synonyms []string // as others write it; compared without accents and signs
}

// columns are all fields. The synonyms are heads of lists in use in provinces.
var allColumns = []column{
	{NumberField, "Số quyết định", true, []string{"Quyết định số", "Số QĐ", "QĐ số", "Số, ký hiệu quyết định", "Số ký hiệu"}},
	{DayField, "Ngày quyết định", true, []string{"Ngày QĐ", "Ngày ký", "Ngày ban hành", "Ngày tháng năm quyết định", "Ngày"}},
	{AuthorityField, "Cơ quan quyết định", true, []string{"Người quyết định", "Cấp quyết định", "Thẩm quyền", "Cơ quan ban hành", "Cơ quan khen thưởng", "Đơn vị khen thưởng", "Cấp khen thưởng"}},
	{SignerField, "Người ký", false, []string{"Họ tên người ký", "Người ký quyết định"}},
	{KindField, "Loại quyết định", false, []string{"Tặng/truy tặng", "Hình thức tặng"}},
	{PlaceField, "Số sổ vàng", false, []string{"Số thứ tự trong quyết định", "Thứ tự trong quyết định", "Số vào sổ"}},
	{RecipientField, "Đối tượng", false, []string{"Phân loại khen thưởng", "Loại đối tượng", "Cá nhân/tập thể", "Đối tượng khen thưởng"}},
	{NameField, "Tên người, tập thể, hộ gia đình", true, []string{"Họ và tên", "Họ tên", "Tên", "Tên tập thể/cá nhân/hộ gia đình", "Tên tập thể, cá nhân", "Tên cá nhân, tập thể", "Tên đơn vị/tập thể", "Người được khen thưởng"}},
	{BirthField, "Ngày sinh", false, []string{"Năm sinh", "Ngày tháng năm sinh"}},
	{SexField, "Giới tính", false, []string{"Nam/nữ", "Phái"}},
	{PostField, "Chức vụ", false, []string{"Chức danh", "Chức vụ, chức danh"}},
	{UnitField, "Đơn vị công tác", false, []string{"Đơn vị", "Tên đơn vị", "Cơ quan công tác", "Nơi công tác", "Tên đơn vị/tập thể công tác", "Địa chỉ/Nơi ở", "Đơn vị chủ quản"}},
	{TitleField, "Danh hiệu, hình thức khen thưởng", true, []string{"Danh hiệu thi đua/Hình thức khen thưởng", "Danh hiệu", "Hình thức khen thưởng", "Danh hiệu thi đua", "Hình thức", "Khen thưởng"}},
	{CategoryField, "Loại hình khen thưởng", false, []string{"Loại hình", "Phương thức khen thưởng", "Phương thức khen", "Phương thức", "Loại khen thưởng"}},
	{YearField, "Năm", false, []string{"Năm thành tích", "Năm khen thưởng", "Năm thi đua", "Năm xét", "Thành tích năm"}},
	{AchievementField, "Thành tích", false, []string{"Nội dung khen thưởng", "Nội dung khen", "Nội dung", "Lý do khen thưởng", "Tóm tắt thành tích", "Nội dung thành tích"}},
	{MoneyField, "Tiền thưởng (đồng)", false, []string{"Tiền thưởng", "Mức thưởng", "Số tiền thưởng", "Số tiền"}},
}

// Fields are all fields with their heads, for choosing by hand.
func Fields() []Field {
	all := make([]Field, len(allColumns))
	for i, c := range allColumns {
		all[i] = c.field
	}
	return all
}

// Head is how our own lists head the field.
func (f Field) Head() string {
	for _, c := range allColumns {
		if c.field == f {
			return c.head
		}
	}
	return ""
}

// FieldOf is what a column of that head holds; "" for none that is known.
func FieldOf(head string) Field {
	key := vi.Fold(head)
	for _, c := range allColumns {
		if key == vi.Fold(c.head) || slices.ContainsFunc(c.synonyms, func(s string) bool { return vi.Fold(s) == key }) {
			return c.field
		}
	}
	return ""
}

// fieldsOf is what each column of a head row holds; a field counts once, at its
// first column.
func fieldsOf(heads []string) []Field {
	fields, seen := make([]Field, len(heads)), map[Field]bool{}
	for i, h := range heads {
		if f := FieldOf(h); !seen[f] {
			fields[i], seen[f] = f, true
		}
	}
	return fields
}

// missing are the heads of required fields that no column holds.
func missing(fields []Field) (heads []string) {
	for _, c := range allColumns {
		if c.required && !slices.Contains(fields, c.field) {
			heads = append(heads, "“"+c.head+"”")
		}
	}
	return heads
}
