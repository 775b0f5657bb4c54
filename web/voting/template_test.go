package voting_test

import (
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
)

func TestVote_itsPapersLeaveInTheLocalitysTemplate(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	at := opened(t, p, conference)
	for _, who := range []string{"standing", "standing2"} {
		led(t, p.As(who).Post(at, counts(5, 3)))
	}
	p.Letterhead("TIÊU ĐỀ RIÊNG")
	for file, says := range map[string]string{"phieu-bau.docx": "Xã Thanh Lĩnh", "bien-ban-kiem-phieu.docx": "100,00"} {
		text := province.Word(t, p.As("head").Get(at+"/van-ban/"+file))
		if !strings.Contains(text, "TIÊU ĐỀ RIÊNG") || !strings.Contains(text, says) || strings.ContainsAny(text, "{}") {
			t.Errorf("%s reads %s", file, text)
		}
	}
}
