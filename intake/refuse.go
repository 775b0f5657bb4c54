package intake

import (
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// FileField is the name of the field by which a file is sent.
const FileField = "tep"

func refuse(format string, args ...any) error {
	return refusal.Field(FileField, fmt.Sprintf(format, args...))
}

// tally counts what was taken of a file and refuses what is beyond any list.
type tally struct{ rows, text int }

func (t *tally) add(r Row) error {
	if t.rows++; t.rows > MaxRows {
		return refuse("Tệp có hơn %s dòng: hãy chia thành nhiều tệp rồi nạp từng tệp.", vi.FormatInt(MaxRows))
	}
	for _, c := range r.Cells {
		t.text += len(c)
	}
	if t.text > maxText {
		return refuse("Tệp có quá nhiều chữ: hãy chia thành nhiều tệp rồi nạp từng tệp.")
	}
	return nil
}

// whole refuses a cell that no list has: what it holds is a document.
func whole(text string, n int) error {
	if len(text) <= maxCell {
		return nil
	}
	if letters := len([]rune(text)); letters > maxCell {
		return refuse("Một ô ở dòng %d dài %s chữ cái, quá %s: hãy rút gọn rồi nạp lại.", n, vi.FormatInt(int64(letters)), vi.FormatInt(maxCell))
	}
	return nil
}
