package exemplar

import (
	"thidua/access"
	"thidua/refusal"
)

// Guard is a condition of a transition besides the role.
type Guard string

// The guards; each value is the condition as the docs print it.
const (
	Unguarded  Guard = ""
	OwnName    Guard = "có tên, không phải câu nêu chung trong báo cáo; đơn vị chỉ giới thiệu điển hình của mình"
	HasNoName  Guard = "là câu nêu trong báo cáo, không nêu tên ai"
	NotOwnUnit Guard = "người xác minh không thuộc đơn vị có điển hình"
	HasPaper   Guard = "ghi rõ văn bản hoặc ý kiến công nhận"
	HasAdopter Guard = "ghi rõ nơi học tập, làm theo, khác nơi có điển hình; đơn vị chỉ ghi cho mình"
)

// hold refuses the step unless the guard is satisfied.
func (g Guard) hold(by access.Actor, e Exemplar, step Step, a Adoption) error {
	switch {
	case g == OwnName && e.Kind == Statement:
		return refusal.Field("kind", "Câu nêu chung trong báo cáo phải ghi bằng cách trích báo cáo.")
	case g == OwnName && e.Name == "":
		return refusal.Field("name", "Điển hình phải có tên.")
	case g == OwnName && speaksForUnit(by) && e.Unit != by.Unit:
		return refusal.By(string(access.RecordExemplar), "Mỗi đơn vị chỉ giới thiệu điển hình của mình.")
	case g == HasNoName && e.Kind != Statement:
		return refusal.Field("kind", "Chỉ trích báo cáo đối với câu nêu chung; điển hình có tên phải qua xác minh, công nhận.")
	case g == HasNoName && e.Name != "":
		return refusal.Field("name", "Câu nêu chung trong báo cáo không được gắn tên riêng.")
	case g == HasNoName && e.Story == "":
		return refusal.Field("story", "Chưa ghi lại điều báo cáo nêu.")
	case g == NotOwnUnit && by.Unit != "" && by.Unit == e.Unit:
		return refusal.By(string(access.VerifyExemplar), "Không đơn vị nào tự xác minh điển hình của mình.")
	case g == HasPaper && step.Note == "":
		return refusal.Field("note", "Phải ghi văn bản hoặc ý kiến công nhận điển hình.")
	case g == HasAdopter && (a.Unit == "") == (a.By == ""):
		return refusal.Field("by", "Phải ghi đơn vị học tập, làm theo: hoặc chọn đơn vị, hoặc ghi bằng chữ.")
	case g == HasAdopter && a.Unit != "" && a.Unit == e.Unit:
		return refusal.Field("unit", "Nơi học tập, làm theo phải khác đơn vị có điển hình.")
	case g == HasAdopter && speaksForUnit(by) && a.Unit != by.Unit:
		return refusal.By(string(access.AdoptExemplar), "Mỗi đơn vị chỉ ghi việc học tập, làm theo của mình.")
	}
	return nil
}

// speaksForUnit reports whether the actor acts for one unit only.
func speaksForUnit(by access.Actor) bool {
	return by.Role == access.EmulationOfficer || by.Role == access.Leader
}
