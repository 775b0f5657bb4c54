package dossier_test

import (
	"net/http"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

func TestNomination_itsPapersLeaveInTheLocalitysTemplate(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	at := y.nominate(t, y.flag())
	y.Letterhead("TIÊU ĐỀ RIÊNG")
	for file, says := range map[string]string{y.Path("de-nghi", "to-trinh.docx"): "Con Cuông", at + "/bao-cao-thanh-tich.docx": "Sổ khen thưởng"} {
		text := province.Word(t, y.As("head").Get(file))
		if !strings.Contains(text, "TIÊU ĐỀ RIÊNG") || !strings.Contains(text, says) || strings.ContainsAny(text, "{}") {
			t.Errorf("%s reads %s", file, text)
		}
	}
	if w := y.As("head").Get(at + "/bao-cao-thanh-tich.html"); w.Code != http.StatusNotFound {
		t.Errorf("a form that the report does not have: %d", w.Code)
	}
}
