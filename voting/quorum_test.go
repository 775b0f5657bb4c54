package voting

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
)

func TestQuorum_saysItsArithmeticInWords(t *testing.T) {
	for name, c := range map[string]struct {
		present, establishment *int
		share                  exact.Number
		known, met             bool
		words                  string
	}{
		"two thirds of fifteen": {new(10), new(15), exact.Ratio(2, 3), true, true, "10 trên tổng số 15 thành viên có mặt, bằng 66,67 %; cần từ 2/3 trở lên, tức ít nhất 10: đủ số thành viên."},
		"one member short":      {new(9), new(15), exact.Ratio(2, 3), true, false, "9 trên tổng số 15 thành viên có mặt, bằng 60,00 %; cần từ 2/3 trở lên, tức ít nhất 10: chưa đủ số thành viên."},
		"no rule stated":        {new(5), new(5), exact.Number{}, false, false, "5 trên tổng số 5 thành viên có mặt, bằng 100,00 %."},
		"nobody counted":        {nil, new(5), exact.Ratio(2, 3), false, false, ""},
		"members not known":     {new(5), nil, exact.Ratio(2, 3), false, false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := Quorum(c.present, c.establishment, c.share)
			if got.Known != c.known || got.Met != c.met || got.Words != c.words {
				t.Fatalf("got %+v", got)
			}
		})
	}
}

func TestQuorum_neededIsTheSmallestNumberThatIsEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, share := rapid.IntRange(1, 300).Draw(t, "members"), shares(t)
		n := Quorum(&all, &all, share).Needed
		if !Quorum(&n, &all, share).Met || Quorum(new(n-1), &all, share).Met {
			t.Fatalf("%d of %d for %s", n, all, share)
		}
	})
}

func TestShareWords_keepThePrecisionOfTheRule(t *testing.T) {
	for want, share := range map[string]exact.Number{"2/3": exact.Ratio(2, 3), "80 %": exact.Ratio(4, 5), "66,67 %": exact.Must("0.6667"), "100 %": exact.Int(1)} {
		if got := ShareWords(share); got != want {
			t.Errorf("%s: got %q", want, got)
		}
	}
}
