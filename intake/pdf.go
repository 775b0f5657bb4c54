package intake

import (
	"context"
	"errors"
	"os/exec"
	"time"

	"thidua/refusal"
)

// pdfTime is how long somebody waits for a PDF, other people's turns among it.
const pdfTime = 45 * time.Second

// PrintsPDF reports whether LibreOffice is installed, which PDF needs.
func PrintsPDF() bool {
	_, err := exec.LookPath("soffice")
	return err == nil
}

// PDF prints a Word file that was found harmless, through the same LibreOffice
// within the same bounds as old files. It takes seconds, and is refused when it
// takes too long: never do it within a transaction.
func PDF(ctx context.Context, docx []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, pdfTime)
	defer cancel()
	out, err := throughOffice(ctx, docx, "docx", "pdf")
	switch {
	case errors.Is(err, errNoOffice):
		return nil, refusal.New(refusal.Unsatisfied, "Máy chủ chưa cài LibreOffice nên chưa in được bản PDF theo mẫu: hãy tải bản Word.")
	case errors.Is(err, errSlow):
		return nil, refusal.New(refusal.Unsatisfied, "Máy chủ đang bận, chưa in kịp bản PDF theo mẫu: hãy thử lại sau ít phút hoặc tải bản Word.")
	case errors.Is(err, errUnread):
		return nil, refusal.New(refusal.Unsatisfied, "Chưa in được bản PDF theo mẫu: hãy tải bản Word, mở bằng Word rồi lưu thành PDF.")
	}
	return out, err
}
