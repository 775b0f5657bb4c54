package paper

import (
	"context"

	"thidua/intake"
	"thidua/web/ui"
)

// PrintedWords tell how drafts in a locality's template become PDF on this server.
func PrintedWords(ctx context.Context) string {
	if intake.PrintsPDF() {
		return ui.T(ctx, "Bản PDF của dự thảo in từ chính bản Word theo mẫu, mất vài giây; trang đọc là bản dựng sẵn.", "The draft's PDF is printed from that Word file, which takes seconds; the page is the built-in paper.")
	}
	return ui.T(ctx, "Máy chủ chưa cài LibreOffice nên bản PDF, như trang đọc, là bản dựng sẵn.", "LibreOffice is not installed on this server: the PDF, like the page, is the built-in paper.")
}
