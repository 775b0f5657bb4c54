package report

import (
	"thidua/award"
	"thidua/movement"
	"thidua/web/list"
	"thidua/web/ui"
)

var awardTable = list.Table[award.Award]{
	Name: ui.Words{Vietnamese: "Khen thưởng được đếm", English: "Awards counted"}, File: "khen-thuong-duoc-dem",
	Empty: ui.Words{Vietnamese: "Không có khen thưởng nào được đếm ở ô này.", English: "No award is counted here."},
	Columns: []list.Column[award.Award]{
		{Key: "ten", Words: ui.Words{Vietnamese: "Tên", English: "Recipient"}, Fixed: true, Width: 34, Text: func(a award.Award) string { return a.Name }, Cell: toAward},
		{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Fixed: true, Width: 34, Text: func(a award.Award) string { return a.TitleName }},
		{Key: "loai-hinh", Words: ui.Words{Vietnamese: "Loại hình", English: "Kind of achievement"}, Fixed: true, Width: 20, Text: func(a award.Award) string { return a.Category.Label() }},
		{Key: "don-vi", Words: ui.Words{Vietnamese: "Đơn vị khi ấy", English: "Unit then"}, Fixed: true, Width: 34, Text: func(a award.Award) string { return a.UnitName }},
		{Key: "quyet-dinh", Words: ui.Words{Vietnamese: "Quyết định", English: "Decision"}, Fixed: true, Width: 30, Text: func(a award.Award) string { return a.By.Number + ", " + a.By.Day.Short() }},
		{Key: "tinh-trang", Words: ui.Words{Vietnamese: "Tình trạng", English: "State"}, Fixed: true, Width: 18, Text: func(a award.Award) string { return a.State.Label() }},
	},
}

var movementTable = list.Table[movement.Movement]{
	Name: ui.Words{Vietnamese: "Phong trào được đếm", English: "Movements counted"}, File: "phong-trao-duoc-dem",
	Empty: ui.Words{Vietnamese: "Không có phong trào nào được đếm ở ô này.", English: "No movement is counted here."},
	Columns: []list.Column[movement.Movement]{
		{Key: "ten", Words: ui.Words{Vietnamese: "Phong trào", English: "Movement"}, Width: 50, Wide: true, Text: func(m movement.Movement) string { return m.Name }, Cell: movementName},
		{Key: "loai", Words: ui.Words{Vietnamese: "Phương thức", English: "Kind"}, Width: 22, Text: func(m movement.Movement) string { return m.Kind.Label() }},
		{Key: "tu", Words: ui.Words{Vietnamese: "Phát động", English: "From"}, Fixed: true, Width: 14, Text: func(m movement.Movement) string { return m.LaunchedOn.Short() }},
		{Key: "den", Words: ui.Words{Vietnamese: "Kết thúc", English: "Until"}, Fixed: true, Width: 14, Text: func(m movement.Movement) string { return m.EndsOn.Short() }},
	},
}
