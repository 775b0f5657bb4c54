package yearbook

import (
	"strings"

	"thidua/meeting"
	"thidua/vi"
)

// Guest is a delegate's name and post: "Đồng chí Cao Thị Hiền, Giám đốc Sở Nội
// vụ".
func Guest(d meeting.Delegate) string { return called(d.Name, post(d.Post, d.Body)) }

// Speaker is who spoke, in the same way.
func (y Year) Speaker(s meeting.Speech) string {
	if s.Unit != "" && strings.Contains(vi.Fold(s.Post), vi.Fold(y.Short(s.Unit))) {
		return called(s.Name, s.Post)
	}
	return called(s.Name, post(post(s.Post, y.InSentence(s.Unit)), s.Body))
}

// Spoke is what a speaker did, as far as the record tells, to follow the name.
func Spoke(s meeting.Speech) string {
	about := vi.LowerFirst(strings.TrimRight(s.About, ". "))
	if about != "" && !tellsHow(about) {
		about = "phát biểu về " + strings.TrimPrefix(about, "về ")
	}
	switch {
	case about == "" && s.Summary == "":
		return "phát biểu tại hội nghị"
	case about == "":
		return "phát biểu: " + s.Summary
	case s.Summary == "":
		return about
	}
	return about + ": " + s.Summary
}

// tellsHow reports words that say what the speaker did ("nêu ý kiến về …"),
// where others name only the matter ("giải ngân đầu tư công").
func tellsHow(about string) bool {
	for _, verb := range []string{"phát biểu", "nêu", "báo cáo", "tham luận", "trình bày", "đề nghị", "kiến nghị", "đề xuất", "kết luận", "trao đổi", "thảo luận", "góp ý", "cho ý kiến", "tiếp thu", "khai mạc", "bế mạc"} {
		if strings.HasPrefix(about, verb) {
			return true
		}
	}
	return false
}

// post adds the body to a post that does not name it.
func post(title, body string) string {
	if body == "" || strings.Contains(vi.Fold(title), vi.Fold(body)) {
		return title
	}
	return strings.TrimSpace(title + " " + body)
}

func called(name, post string) string {
	switch {
	case name == "":
		return vi.UpperFirst(post)
	case post == "":
		return "Đồng chí " + name
	}
	return "Đồng chí " + name + ", " + post
}
