package voting

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/refusal"
)

func TestCheck_refuseWhatDoesNotAddUp(t *testing.T) {
	open := func(v *Vote) {
		v.Method, v.Issued, v.Returned, v.Valid, v.Invalid = Open, nil, nil, nil, nil
	}
	for name, c := range map[string]struct {
		bend            func(*Vote)
		field, sentence string
	}{
		"no question":                {func(v *Vote) { v.Question = "" }, "question", "Chưa ghi nội dung biểu quyết."},
		"an unknown method":          {func(v *Vote) { v.Method = "telepathy" }, "method", "Không có hình thức biểu quyết tên “telepathy”."},
		"the electronic ballot":      {func(v *Vote) { v.Method = Electronic }, "method", "Bỏ phiếu điện tử chưa mở; hãy ghi là thống nhất, biểu quyết công khai hoặc bỏ phiếu trên giấy."},
		"an unknown body":            {func(v *Vote) { v.Body = "club" }, "body", "Không có cơ quan biểu quyết tên “club”; chỉ có cụm hoặc hội đồng."},
		"an unknown denominator":     {func(v *Vote) { v.Denominator = "souls" }, "denominator", "Không có cách tính tỷ lệ tên “souls”."},
		"a threshold above one":      {func(v *Vote) { v.Threshold = exact.Ratio(5, 4) }, "threshold", "Tỷ lệ phải đạt phải lớn hơn 0 và không quá 1."},
		"a threshold of nothing":     {func(v *Vote) { v.Threshold = exact.Int(0) }, "threshold", "Tỷ lệ phải đạt phải lớn hơn 0 và không quá 1."},
		"more than all":              {func(v *Vote) { v.Threshold, v.Strict = exact.Int(1), true }, "threshold", "Không ai có thể được quá 100 %: tỷ lệ phải đạt phải nhỏ hơn 1."},
		"a quorum above one":         {func(v *Vote) { v.Quorum = exact.Int(2) }, "quorum", "Tỷ lệ có mặt phải từ 0 đến 1."},
		"negative seats":             {func(v *Vote) { v.Seats = -1 }, "seats", "Số được chọn không thể âm."},
		"a negative round":           {func(v *Vote) { v.Round = -1 }, "round", "Vòng bỏ phiếu phải từ 1."},
		"a negative count":           {func(v *Vote) { v.Invalid = new(-1) }, "invalid", "Số phiếu không hợp lệ không thể âm."},
		"negative votes":             {func(v *Vote) { v.Options[0].Blank = new(-1) }, "options[0].blank", "Số không có ý kiến không thể âm."},
		"a body of nobody":           {func(v *Vote) { v.Establishment = new(0) }, "establishment", "Tổng số thành viên phải lớn hơn 0."},
		"more present than members":  {func(v *Vote) { v.Present = new(6) }, "present", "6 thành viên có mặt, nhiều hơn tổng số 5."},
		"more in writing than away":  {func(v *Vote) { v.AbsentInWriting = new(1) }, "absent_in_writing", "1 thành viên vắng gửi ý kiến bằng văn bản, nhưng chỉ có 0 người vắng."},
		"more issued than voters":    {func(v *Vote) { v.Present = new(4) }, "issued", "5 phiếu phát ra, nhiều hơn 4 người được bỏ phiếu (có mặt và gửi văn bản)."},
		"more issued than members":   {func(v *Vote) { v.Present, v.Issued = nil, new(6) }, "issued", "6 phiếu phát ra, nhiều hơn 5 người được bỏ phiếu (có mặt và gửi văn bản)."},
		"more returned than issued":  {func(v *Vote) { v.Issued = new(4) }, "returned", "5 phiếu thu về, nhiều hơn 4 phiếu phát ra."},
		"more returned than voters":  {func(v *Vote) { v.Present, v.Issued = new(4), nil }, "returned", "5 phiếu thu về, nhiều hơn 4 người được bỏ phiếu (có mặt và gửi văn bản)."},
		"more valid than returned":   {func(v *Vote) { v.Returned = new(4) }, "valid", "5 phiếu hợp lệ, nhiều hơn 4 phiếu thu về."},
		"valid and invalid apart":    {func(v *Vote) { v.Invalid = new(1) }, "valid", "5 phiếu hợp lệ và 1 phiếu không hợp lệ không bằng 5 phiếu thu về."},
		"more invalid than returned": {func(v *Vote) { v.Valid, v.Invalid = nil, new(6) }, "invalid", "6 phiếu không hợp lệ, nhiều hơn 5 phiếu thu về."},
		"more votes than ballots":    {func(v *Vote) { v.Options[0].For = new(6) }, "options[0].for", "Huyện Con Cuông: 6 đồng ý, nhiều hơn 5 phiếu hợp lệ."},
		"marks that miss a ballot":   {func(v *Vote) { v.Options[0].Against = new(0) }, "options[0]", "Huyện Con Cuông: đồng ý, không đồng ý và không có ý kiến cộng lại là 4, không khớp với 5 phiếu hợp lệ."},
		"marks above the ballots":    {func(v *Vote) { v.Options[0] = Option{Label: "A", For: new(4), Against: new(2)} }, "options[0]", "A: đồng ý, không đồng ý và không có ý kiến cộng lại là 6, không khớp với 5 phiếu hợp lệ."},
		"a written vote among those present": {func(v *Vote) {
			v.Present, v.AbsentInWriting, v.Denominator = new(4), new(1), OfPresent
			v.Options[0].For, v.Options[0].Against = new(5), new(0)
		}, "options[0].for", "Huyện Con Cuông: 5 đồng ý, nhiều hơn 4 thành viên có mặt; quy tắc tính trên số có mặt thì không cộng ý kiến của người vắng."},
		"a candidate without a name":  {func(v *Vote) { v.Options = append(v.Options, Option{}) }, "options[1].label", "Phương án thứ 2 chưa có tên."},
		"a candidate twice":           {func(v *Vote) { v.Options = append(v.Options, v.Options[0]) }, "options[1].label", "“Huyện Con Cuông” có hai lần trên phiếu."},
		"names under a secret ballot": {func(v *Vote) { v.Roll = []Ballot{{"a", "", ForIt}} }, "roll", "Chỉ biểu quyết công khai mới ghi ai bỏ phiếu gì; phiếu kín thì không."},
		"a name called twice": {func(v *Vote) {
			open(v)
			v.Options[0] = Option{Label: "A"}
			v.Roll = []Ballot{{"a", "", ForIt}, {"a", "A", AgainstIt}}
		}, "roll[1].unit", "Một thành viên được gọi tên hai lần cho cùng một phương án."},
		"a choice that does not exist": {func(v *Vote) {
			open(v)
			v.Options[0] = Option{Label: "A"}
			v.Roll = []Ballot{{"a", "", "perhaps"}}
		}, "roll[0].choice", "Không có ý kiến biểu quyết tên “perhaps”."},
		"an option not on the ballot": {func(v *Vote) {
			open(v)
			v.Options[0] = Option{Label: "A"}
			v.Roll = []Ballot{{"a", "B", ForIt}}
		}, "roll[0].option", "Phiếu không có phương án “B”."},
		"more names than voters": {func(v *Vote) {
			open(v)
			v.Establishment, v.Present, v.Quorum, v.Options[0] = new(1), new(1), exact.Number{}, Option{Label: "A"}
			v.Roll = []Ballot{{"a", "", ForIt}, {"b", "", ForIt}}
		}, "roll", "2 thành viên được gọi tên, nhiều hơn 1 người được biểu quyết."},
		"a roll that disagrees with the count": {func(v *Vote) {
			open(v)
			v.Options[0] = Option{Label: "A", For: new(4)}
			v.Roll = []Ballot{{"a", "", ForIt}, {"b", "", ForIt}}
		}, "options[0].for", "A: ghi 4 đồng ý nhưng gọi tên được 2."},
		"an objection to a consensus": {func(v *Vote) {
			*v = Vote{Question: "?", Method: Consensus, Body: Cluster, Stated: new(true), Objections: "một đơn vị không đồng ý"}
		}, "objections", "Có ý kiến không nhất trí thì không ghi là thống nhất; hãy ghi biểu quyết công khai hoặc bỏ phiếu với số phiếu."},
		"a unanimity with votes against": {func(v *Vote) { v.Unanimous = true }, "options[0]", "Huyện Con Cuông: có phiếu không đồng ý hoặc không có ý kiến, nên không phải là nhất trí."},
		"a unanimity that failed": {func(v *Vote) {
			*v = Vote{Question: "?", Method: Paper, Body: Cluster, Unanimous: true, Stated: new(false)}
		}, "stated", "Mọi người nhất trí thì không thể là không được thông qua."},
		"an outcome against its numbers": {func(v *Vote) { v.Stated = new(false) }, "stated",
			"Kết quả ghi là không được thông qua, nhưng số phiếu thì ngược lại: 4 phiếu đồng ý trên tổng số 5 thành viên, bằng 80,00 %; cần từ 2/3 trở lên, tức ít nhất 4 phiếu: đạt."},
		"a tie at the last seat": {func(v *Vote) {
			v.Seats, v.Options = 1, []Option{{Label: "A", For: new(4)}, {Label: "B", For: new(4)}}
		}, "tie", "A và B ngang phiếu mà chỉ còn 1 chỗ; phải ghi ai được chọn và theo quy tắc nào."},
		"a tie decided for a stranger": {func(v *Vote) {
			v.Seats, v.Options = 1, []Option{{Label: "A", For: new(4)}, {Label: "B", For: new(4)}}
			v.Tie = Tie{Chosen: []string{"C"}, Reason: "Chủ tọa"}
		}, "tie", "Phải chọn đúng 1 trong số ngang phiếu: A và B."},
		"a tie decided without a rule": {func(v *Vote) {
			v.Seats, v.Options = 1, []Option{{Label: "A", For: new(4)}, {Label: "B", For: new(4)}}
			v.Tie = Tie{Chosen: []string{"A"}}
		}, "tie.reason", "Phải ghi ngang phiếu được phân định theo quy tắc nào, do ai quyết định."},
		"a tie where there is none": {func(v *Vote) { v.Tie = Tie{Chosen: []string{"Huyện Con Cuông"}, Reason: "Chủ tọa"} }, "tie",
			"Không có phương án nào ngang phiếu ở vị trí cuối, nên không có gì phải phân định."},
	} {
		t.Run(name, func(t *testing.T) {
			faults := refusal.All(Check(paper(c.bend)))
			if len(faults) != 1 || faults[0].Kind != refusal.Invalid || faults[0].Field != c.field || faults[0].Sentence != c.sentence {
				t.Fatalf("got %d: %+v", len(faults), first(faults))
			}
		})
	}
}

func first(faults []*refusal.Error) any {
	if len(faults) == 0 {
		return nil
	}
	return *faults[0]
}

func TestCheck_refuseABodyWithoutQuorum(t *testing.T) {
	faults := refusal.All(Check(paper(func(v *Vote) {
		v.Present, v.Issued, v.Returned, v.Valid = new(3), new(3), new(3), new(3)
		v.Options[0].For, v.Options[0].Against = new(3), new(0)
	})))
	want := "Không đủ số thành viên để biểu quyết: 3 trên tổng số 5 thành viên có mặt, bằng 60,00 %; cần từ 2/3 trở lên, tức ít nhất 4: chưa đủ số thành viên."
	if len(faults) != 1 || faults[0].Kind != refusal.Unsatisfied || faults[0].Sentence != want {
		t.Fatalf("got %+v", first(faults))
	}
}

func TestCheck_acceptWhatIsReportedInPart(t *testing.T) {
	for name, bend := range map[string]func(*Vote){
		"all figures":                nil,
		"votes in favour alone":      func(v *Vote) { v.Options[0] = Option{Label: "A", For: new(4)} },
		"no figures at all":          func(v *Vote) { *v = Vote{Question: "?", Method: Paper, Body: Council, Stated: new(true)} },
		"a paper ballot, unanimous":  func(v *Vote) { *v = Vote{Question: "?", Method: Paper, Body: Cluster, Unanimous: true} },
		"a ballot not returned":      func(v *Vote) { v.Returned, v.Valid, v.Options[0].Against = new(4), new(4), new(0) },
		"a threshold without a base": func(v *Vote) { v.Denominator = "" },
	} {
		t.Run(name, func(t *testing.T) {
			if err := Check(paper(bend)); err != nil {
				t.Fatalf("refused: %v", err)
			}
		})
	}
}

func TestCheck_refuseCountsWhoseSumsWouldOverflow(t *testing.T) {
	huge := math.MaxInt
	v := paper(func(v *Vote) {
		v.Establishment, v.Present, v.Issued, v.Returned, v.Valid = &huge, &huge, &huge, &huge, &huge
		v.Options = []Option{{Label: "A", For: &huge, Against: &huge}}
	})
	all := refusal.All(Check(v))
	if len(all) != 7 || all[0].Field != "establishment" || all[0].Sentence != "Số thành viên không thể quá 1.000.000." || all[6].Field != "options[0].against" {
		t.Fatalf("got %v", Check(v))
	}
}

func TestCheck_neverPanicOnAnyCounts(t *testing.T) {
	count := func(t *rapid.T, name string) *int {
		if rapid.Bool().Draw(t, name+" known") {
			return new(rapid.IntRange(-1, 7).Draw(t, name))
		}
		return nil
	}
	rapid.Check(t, func(t *rapid.T) {
		v := paper(func(v *Vote) {
			v.Method = rapid.SampledFrom([]Method{Consensus, Open, Paper}).Draw(t, "method")
			v.Establishment, v.Present, v.AbsentInWriting = count(t, "establishment"), count(t, "present"), count(t, "writing")
			v.Issued, v.Returned, v.Valid, v.Invalid = count(t, "issued"), count(t, "returned"), count(t, "valid"), count(t, "invalid")
			v.Options = []Option{{Label: "A", For: count(t, "a")}, {Label: "B", For: count(t, "b"), Against: count(t, "not b")}}
			v.Denominator = rapid.SampledFrom([]Denominator{OfEstablishment, OfPresent, OfIssued, OfReturned, OfValid, ""}).Draw(t, "of")
			v.Seats = rapid.IntRange(0, 2).Draw(t, "seats")
		})
		if Check(v) != nil {
			return
		}
		for _, o := range v.Result().Options { // what is accepted never has more votes than its base
			if o.Percent.Known() && o.Percent.Cmp(exact.Int(100)) > 0 {
				t.Fatalf("%s percent of %s", o.Percent, v.Denominator)
			}
		}
	})
}
