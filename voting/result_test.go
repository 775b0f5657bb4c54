package voting

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
)

// paper is a clean secret ballot of five members with one candidate, to be
// bent by each test.
func paper(bend func(*Vote)) Vote {
	v := Vote{
		Question: "Suy tôn huyện Con Cuông", Method: Paper, Body: Cluster,
		Establishment: new(5), Present: new(5), Issued: new(5), Returned: new(5), Valid: new(5), Invalid: new(0),
		Options:     []Option{{Label: "Huyện Con Cuông", For: new(4), Against: new(1), Blank: new(0)}},
		Denominator: OfEstablishment, Threshold: exact.Ratio(2, 3), Quorum: exact.Ratio(2, 3),
	}
	if bend != nil {
		bend(&v)
	}
	return v
}

func TestResult_saysItsArithmeticInWords(t *testing.T) {
	for name, c := range map[string]struct {
		vote   Vote
		passed bool
		words  string
	}{
		"two thirds of all members": {paper(nil), true,
			"4 phiếu đồng ý trên tổng số 5 thành viên, bằng 80,00 %; cần từ 2/3 trở lên, tức ít nhất 4 phiếu: đạt."},
		"one vote short": {paper(func(v *Vote) { v.Options[0].For, v.Options[0].Against = new(3), new(2) }), false,
			"3 phiếu đồng ý trên tổng số 5 thành viên, bằng 60,00 %; cần từ 2/3 trở lên, tức ít nhất 4 phiếu: không đạt."},
		"exactly half is not more than half": {paper(func(v *Vote) {
			v.Establishment, v.Present, v.Issued, v.Returned, v.Valid = new(4), new(4), new(4), new(4), new(4)
			v.Options[0].For, v.Options[0].Against = new(2), new(2)
			v.Threshold, v.Strict, v.Denominator = exact.Ratio(1, 2), true, OfValid
		}), false, "2 phiếu đồng ý trên tổng số 4 phiếu hợp lệ, bằng 50,00 %; cần trên 50 %, tức ít nhất 3 phiếu: không đạt."},
		"nine tenths of a council, absent members writing": {paper(func(v *Vote) {
			v.Body, v.Establishment, v.Present, v.AbsentInWriting = Council, new(15), new(13), new(1)
			v.Issued, v.Returned, v.Valid = new(14), new(14), new(14)
			v.Options[0].For, v.Options[0].Against, v.Threshold = new(14), new(0), exact.Ratio(9, 10)
		}), true, "14 phiếu đồng ý trên tổng số 15 thành viên, bằng 93,33 %; cần từ 90 % trở lên, tức ít nhất 14 phiếu: đạt."},
		"open vote of those present": {paper(func(v *Vote) {
			v.Method, v.Issued, v.Returned, v.Valid, v.Invalid = Open, nil, nil, nil, nil
			v.Present, v.Denominator, v.Threshold, v.Strict = new(4), OfPresent, exact.Ratio(1, 2), true
			v.Options[0].For, v.Options[0].Against = new(3), new(1)
		}), true, "3 ý kiến đồng ý trên tổng số 4 thành viên có mặt, bằng 75,00 %; cần trên 50 %, tức ít nhất 3 ý kiến: đạt."},
	} {
		t.Run(name, func(t *testing.T) {
			if err := Check(c.vote); err != nil {
				t.Fatalf("refused: %v", err)
			}
			r := c.vote.Result()
			if !r.FromCounts || r.Passed == nil || *r.Passed != c.passed || r.Words != c.words {
				t.Fatalf("passed %v, words %q", r.Passed, r.Words)
			}
		})
	}
}

func TestResult_givesNoVerdictWithoutNumbers(t *testing.T) {
	for name, c := range map[string]struct {
		bend   func(*Vote)
		passed *bool
		words  string
	}{
		"nothing is reported": {func(v *Vote) { v.Options[0] = Option{Label: "A"} }, nil, ""},
		"only the outcome is reported": {func(v *Vote) { v.Options[0], v.Stated = Option{Label: "A"}, new(true) }, new(true),
			"Kết quả: được thông qua; số phiếu không được ghi."},
		"the denominator is not reported": {func(v *Vote) { v.Establishment = nil }, nil,
			"4 phiếu đồng ý; không đủ số liệu để tính tỷ lệ."},
		"no threshold is stated": {func(v *Vote) { v.Threshold = exact.Number{} }, nil,
			"4 phiếu đồng ý trên tổng số 5 thành viên, bằng 80,00 %; tỷ lệ phải đạt không được nêu."},
	} {
		t.Run(name, func(t *testing.T) {
			r := paper(c.bend).Result()
			if r.FromCounts || r.Words != c.words || (r.Passed == nil) != (c.passed == nil) || c.passed != nil && *r.Passed != *c.passed {
				t.Fatalf("from counts %v, passed %v, words %q", r.FromCounts, r.Passed, r.Words)
			}
		})
	}
}

func TestResult_takesAConsensusAsStated(t *testing.T) {
	v := Vote{Question: "Suy tôn", Method: Consensus, Body: Cluster, Stated: new(true), Options: []Option{{Label: "Con Cuông"}, {Label: "Thanh Lĩnh"}}}
	r := v.Result()
	if Check(v) != nil || r.Passed == nil || !*r.Passed || r.FromCounts || !*r.Options[1].Passed {
		t.Fatalf("%+v, faults %v", r, Check(v))
	}
	v.Stated, v.Objections = nil, "một đơn vị đề nghị xét lại"
	if r = v.Result(); r.Passed == nil || *r.Passed || r.Words != "Có ý kiến không nhất trí: một đơn vị đề nghị xét lại." {
		t.Fatalf("an objection gave %+v", r)
	}
}

func TestResult_countsAnOpenVoteFromItsRoll(t *testing.T) {
	v := paper(func(v *Vote) {
		v.Method, v.Issued, v.Returned, v.Valid, v.Invalid = Open, nil, nil, nil, nil
		v.Options[0] = Option{Label: "Huyện Con Cuông"}
		v.Roll = []Ballot{{"a", "", ForIt}, {"b", "", ForIt}, {"c", "", ForIt}, {"d", "", ForIt}, {"e", "", AgainstIt}}
	})
	r := v.Result()
	if Check(v) != nil || *r.Options[0].For != 4 || !*r.Passed {
		t.Fatalf("%+v, faults %v", r, Check(v))
	}
}

func TestResult_fillsTheSeatsByVotesThenByTheBodysDecision(t *testing.T) {
	three := func(a, b, c int) Vote {
		return paper(func(v *Vote) {
			v.Seats, v.Threshold, v.Strict = 1, exact.Ratio(1, 2), true
			v.Options = []Option{{Label: "A", For: new(a)}, {Label: "B", For: new(b)}, {Label: "C", For: new(c)}}
		})
	}
	v := three(4, 5, 1)
	if r := v.Result(); Check(v) != nil || *r.Options[0].Passed || !*r.Options[1].Passed || !*r.Options[0].Reached || *r.Options[2].Reached {
		t.Fatalf("more votes did not win: %+v", r)
	}
	v = three(4, 4, 1)
	v.Tie = Tie{Chosen: []string{"B"}, Reason: "Chủ tọa quyết định theo quy chế của cụm"}
	if r := v.Result(); Check(v) != nil || *r.Options[0].Passed || !*r.Options[1].Passed {
		t.Fatalf("the decision did not stand: %+v, %v", r, Check(v))
	}
}

// shares are those that rules state, and any other.
func shares(t *rapid.T) exact.Number {
	d := rapid.Int64Range(1, 1000).Draw(t, "of")
	return exact.Ratio(rapid.Int64Range(1, d).Draw(t, "part"), d)
}

func TestNeeded_isTheSmallestNumberThatPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, share, strict := rapid.IntRange(1, 500).Draw(t, "base"), shares(t), rapid.Bool().Draw(t, "strict")
		passes := func(n int) bool {
			c := exact.Ratio(int64(n), int64(base)).Cmp(share)
			return c > 0 || c == 0 && !strict
		}
		n := Needed(base, share, strict)
		if !passes(n) || n > 1 && passes(n-1) {
			t.Fatalf("needed %d of %d for %s", n, base, share)
		}
	})
}

func TestResult_neverTurnsFromPassedToFailedWithOneMoreVote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, share := rapid.IntRange(1, 60).Draw(t, "base"), shares(t)
		strict := rapid.Bool().Draw(t, "strict")
		passed := false
		for n := range base + 1 {
			r := Vote{Establishment: new(base), Denominator: OfEstablishment, Threshold: share, Strict: strict, Options: []Option{{For: new(n)}}}.Result()
			if passed && !*r.Passed {
				t.Fatalf("%d votes fail where %d pass", n, n-1)
			}
			passed = *r.Passed
		}
	})
}

func TestNeeded_growsWithTheDenominator(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share, strict := shares(t), rapid.Bool().Draw(t, "strict")
		valid := rapid.IntRange(1, 300).Draw(t, "valid")
		returned := valid + rapid.IntRange(0, 9).Draw(t, "invalid")
		establishment := returned + rapid.IntRange(0, 9).Draw(t, "absent")
		v := Vote{Establishment: &establishment, Returned: &returned, Valid: &valid, Threshold: share, Strict: strict, Options: []Option{{For: &valid}}}
		last := 0
		for _, d := range []Denominator{OfValid, OfReturned, OfEstablishment} {
			v.Denominator = d
			if n := v.Result().Options[0].Needed; n < last {
				t.Fatalf("%s needs %d, a narrower one %d", d, n, last)
			} else {
				last = n
			}
		}
	})
}
