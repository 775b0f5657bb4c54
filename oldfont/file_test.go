package oldfont

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// TestTCVN3File_comesBackButForItsCapitals writes any text of ours and reads it
// again: capitals that TCVN3 does not have come back small, all else as it was.
func TestTCVN3File_comesBackButForItsCapitals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom([]rune(letters+strings.ToUpper(letters)+" -–“”/0123456789,.")), 0, 60).Draw(t, "text"))
		file, changed := TCVN3File(text)
		want := strings.Map(func(r rune) rune {
			if strings.ContainsRune(string(changed), r) {
				return unicode.ToLower(r)
			}
			return r
		}, text)
		if got := Decode(string(widened(file)), TCVN3); got != want || len(file) != len([]rune(text)) {
			t.Fatalf("%q came back as %q (changed %q)", text, got, string(changed))
		}
		for _, r := range changed {
			if !unicode.IsUpper(r) {
				t.Fatalf("%q was changed and is no capital", r)
			}
		}
	})
}

func TestTCVN3File_putsAQuestionMarkForWhatItHasNot(t *testing.T) {
	for text, want := range map[string]string{"→": "?", "½ kg…": "? kg…", "Müller": "M?ller", "ß": "?"} {
		file, _ := TCVN3File(text)
		if got := Decode(string(widened(file)), TCVN3); got != want {
			t.Errorf("%q came as %q, not %q", text, got, want)
		}
	}
}
