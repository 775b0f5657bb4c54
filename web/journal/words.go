package journal

import (
	"strings"

	"thidua/vi"
)

func count(n int64) string { return vi.FormatInt(n) }

// short is enough of a hash to compare by eye.
func short(hash string) string { return hash[:min(len(hash), 12)] }

// longestShown is the longest id that stands in a table; of others only the end
// does, the whole under the pointer and in the Excel file.
const longestShown = 12

// objects are what acts are about, by the word before the id.
var objects = map[string]string{
	"season": "năm thi đua", "cluster": "cụm", "unit": "đơn vị", "score_sheet": "phiếu chấm", "target": "chỉ tiêu",
	"indicator": "chỉ tiêu", "movement": "phong trào", "movement_response": "hưởng ứng phong trào", "exemplar": "điển hình",
	"conference": "hội nghị", "minutes": "biên bản", "vote": "biểu quyết", "nomination": "đề nghị khen thưởng", "paper": "văn bản", "issued_paper": "văn bản",
	"person": "người dùng", "evidence": "minh chứng", "page": "trang", "session": "phiên làm việc", "bulletin": "bản tin",
}

func objectWords(object string) string {
	kind, id, _ := strings.Cut(object, ":")
	words, known := objects[kind]
	if !known {
		return object
	}
	if len(id) > longestShown {
		id = "…" + id[len(id)-6:]
	}
	return words + " " + id
}
