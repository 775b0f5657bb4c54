package bigyear_test

import (
	"flag"
	"os"
	"testing"

	"thidua/internal/bigyear"
)

const path = "../../testdata/seasons/cum-mau-7-don-vi.yaml"

var update = flag.Bool("update", false, "write the season file anew")

func TestFile_isTheOneInTheRepository(t *testing.T) {
	if *update {
		if err := os.WriteFile(path, bigyear.File(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil || string(kept) != string(bigyear.File()) {
		t.Errorf("%s is not what File writes (%v); go test ./internal/bigyear -update writes it anew", path, err)
	}
}
