package work

import (
	"strings"

	"github.com/a-h/templ"

	"thidua/season"
	"thidua/web/ui"
)

func (v Visit) of() string {
	if v.Season.ID == "" {
		return ""
	}
	return v.Name()
}

// nav is the year's spine; none outside a year.
func (v Visit) nav() templ.Component {
	if v.Season.ID == "" {
		return nil
	}
	return spine(v)
}

// place is a page that belongs to no year.
type place struct {
	path  string
	words ui.Words
}

// places are the pages beside the years, in the order of their use.
var places = []place{
	{"/minh-chung", ui.Words{Vietnamese: "Minh chứng", English: "Evidence"}},
	{"/ho-so", ui.Words{Vietnamese: "Hồ sơ đang xét", English: "Dossiers"}},
	{"/so-khen-thuong", ui.Words{Vietnamese: "Sổ khen thưởng", English: "Awards"}},
	{"/cum", ui.Words{Vietnamese: "Cụm, năm thi đua", English: "Clusters"}},
	{"/hoi-dong", ui.Words{Vietnamese: "Hội đồng", English: "Council"}},
	{"/tien-thuong", ui.Words{Vietnamese: "Tiền thưởng, quỹ", English: "Bonus money"}},
	{"/bang-khen", ui.Words{Vietnamese: "Bằng khen, giấy khen", English: "Certificates"}},
	{"/bao-cao-thong-ke", ui.Words{Vietnamese: "Báo cáo thống kê", English: "Statistical forms"}},
	{"/quan-tri/mau-van-ban", ui.Words{Vietnamese: "Mẫu văn bản", English: "Templates"}},
	{"/ky-so", ui.Words{Vietnamese: "Ký số", English: "Sign"}},
	{"/don-vi", ui.Words{Vietnamese: "Đơn vị", English: "Units"}},
	{"/quan-tri/nguoi-dung", ui.Words{Vietnamese: "Người dùng", English: "People"}},
	{"/quan-tri/quy-dinh", ui.Words{Vietnamese: "Quy định địa phương", English: "By-laws"}},
	{"/nhat-ky", ui.Words{Vietnamese: "Nhật ký", English: "Journal"}},
	{"/viec-da-lam", ui.Words{Vietnamese: "Việc đã làm", English: "What I did"}},
}

// places are those that the reader may open.
func (v Visit) places() (all []place) {
	for _, p := range places {
		if v.CanOpen(p.path) {
			all = append(all, p)
		}
	}
	return all
}

func phaseNames(phases []season.Phase) string {
	if len(phases) == 0 {
		return "Mọi bước, cho đến khi năm thi đua kết thúc."
	}
	var words []string
	for _, p := range phases {
		words = append(words, p.Label())
	}
	return strings.Join(words, "; ") + "."
}
