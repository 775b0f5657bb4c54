package meeting_test

import (
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/meeting"
)

const word = "TIÊU ĐỀ RIÊNG"

func TestConference_itsPapersLeaveInTheLocalitysTemplate(t *testing.T) {
	h := open(t)
	h.run(meeting.Drafted)
	h.Letterhead(word)
	for file, says := range map[string]string{"giay-moi.docx": "huyện Thanh Chương", "chuong-trinh.docx": "Suy tôn đề nghị tặng Cờ thi đua", "bien-ban-1.docx": "Rà soát chỉ tiêu"} {
		text := province.Word(t, h.As("officer:con-cuong").Get(h.at("tai", file)))
		if !strings.Contains(text, word) || !strings.Contains(text, says) || strings.ContainsAny(text, "{}") {
			t.Errorf("%s reads %s", file, text)
		}
	}
}

// TestMinutes_areKeptInTheTemplateInForceWhenTheyWereSigned: in the template in force when the second
// hand signed; one that comes later changes nothing.
func TestMinutes_areKeptInTheTemplateInForceWhenTheyWereSigned(t *testing.T) {
	for name, before := range map[string]bool{"a template was in force": true, "it came afterwards": false} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			if before {
				h.Letterhead(word)
			}
			h.run(meeting.Signed)
			if !before {
				h.Letterhead(word)
			}
			testkit.Exec(t, h.DB, `UPDATE season SET published_on = '2014-11-01'`)
			kept := "/nam/" + province.Slug + "/van-ban/bien-ban-da-ky-" + strings.ToLower(h.c[len(h.c)-6:])
			text := province.Word(t, h.As("").Get(kept+".docx"))
			if strings.Contains(text, word) != before || !strings.Contains(text, "Rà soát chỉ tiêu") || !strings.Contains(text, "Mã SHA-256") {
				t.Errorf("%s", text)
			}
			if code := h.As("").Get(kept + ".pdf").Code; (code == 200) == before {
				t.Errorf("the built-in PDF beside it: %d", code)
			}
			if w := h.As("").Get(strings.Replace(kept, "/van-ban/", "/doc-van-ban/", 1)); w.Code != 200 || !strings.Contains(w.Body.String(), "Rà soát chỉ tiêu") {
				t.Errorf("its page: %d", w.Code)
			}
		})
	}
}
