package voting

import (
	"fmt"
	"slices"

	"thidua/refusal"
	"thidua/vi"
)

// rollCall checks the named lines of an open vote against each other and
// against the counts.
func (k *check) rollCall() {
	if len(k.Roll) == 0 {
		return
	}
	if k.Method != Open {
		k.add("roll", "Chỉ biểu quyết công khai mới ghi ai bỏ phiếu gì; phiếu kín thì không.")
		return
	}
	seen, voters := map[Ballot]bool{}, map[string]bool{}
	for i, b := range k.Roll {
		at := fmt.Sprintf("roll[%d]", i)
		once := Ballot{Unit: b.Unit, Option: k.optionOf(b)}
		switch {
		case !slices.Contains([]Choice{ForIt, AgainstIt, Abstained}, b.Choice):
			k.add(at+".choice", "Không có ý kiến biểu quyết tên “%s”.", b.Choice)
		case !slices.ContainsFunc(k.Options, func(o Option) bool { return o.Label == once.Option }):
			k.add(at+".option", "Phiếu không có phương án “%s”.", once.Option)
		case seen[once]:
			k.add(at+".unit", "Một thành viên được gọi tên hai lần cho cùng một phương án.")
		}
		seen[once], voters[b.Unit] = true, true
	}
	if all := k.voters(); all != nil && len(voters) > *all {
		k.add("roll", "%d thành viên được gọi tên, nhiều hơn %d người được biểu quyết.", len(voters), *all)
	}
	k.rollAgainstCounts()
}

func (k *check) rollAgainstCounts() {
	for i, o := range k.Options {
		for _, n := range []struct {
			number
			choice Choice
		}{{number{o.For, "for", "đồng ý"}, ForIt}, {number{o.Against, "against", "không đồng ý"}, AgainstIt}, {number{o.Blank, "blank", "không có ý kiến"}, Abstained}} {
			if called := k.called(o.Label, n.choice); n.count != nil && *n.count != called {
				k.add(fmt.Sprintf("options[%d].%s", i, n.field), "%s: ghi %d %s nhưng gọi tên được %d.", k.name(o), *n.count, n.name, called)
			}
		}
	}
}

// outcome checks what was said of the result against the numbers and the rule.
func (k *check) outcome() {
	r := k.Result()
	if r.Turnout.Known && !r.Turnout.Met {
		k.faults = append(k.faults, &refusal.Error{Kind: refusal.Unsatisfied, Field: "present", Sentence: "Không đủ số thành viên để biểu quyết: " + r.Turnout.Words})
	}
	k.agreement()
	k.tie(r)
	if k.Stated != nil && r.FromCounts && *k.Stated != *r.Passed {
		k.add("stated", "Kết quả ghi là %s, nhưng số phiếu thì ngược lại: %s", outcomeWords(*k.Stated), r.Words)
	}
}

// agreement refuses to call unanimous what somebody objected to.
func (k *check) agreement() {
	unanimous := k.Unanimous || k.Method == Consensus && k.Stated != nil && *k.Stated
	if unanimous && k.Objections != "" {
		k.add("objections", "Có ý kiến không nhất trí thì không ghi là thống nhất; hãy ghi biểu quyết công khai hoặc bỏ phiếu với số phiếu.")
	}
	if k.Unanimous && k.Stated != nil && !*k.Stated {
		k.add("stated", "Mọi người nhất trí thì không thể là không được thông qua.")
	}
	for i, o := range k.counted().Options {
		if unanimous && (o.Against != nil && *o.Against > 0 || o.Blank != nil && *o.Blank > 0) {
			k.add(fmt.Sprintf("options[%d]", i), "%s: có phiếu không đồng ý hoặc không có ý kiến, nên không phải là nhất trí.", k.name(o))
		}
	}
}

// tie demands the body's own decision where equal votes share the last seat.
func (k *check) tie(r Result) {
	tied, free := k.tiedAtLastSeat(r.Options)
	if len(tied) == 0 {
		if len(k.Tie.Chosen) > 0 {
			k.add("tie", "Không có phương án nào ngang phiếu ở vị trí cuối, nên không có gì phải phân định.")
		}
		return
	}
	if len(k.Tie.Chosen) == 0 {
		k.add("tie", "%s ngang phiếu mà chỉ còn %d chỗ; phải ghi ai được chọn và theo quy tắc nào.", vi.JoinAnd(tied), free)
		return
	}
	if k.Tie.Equal {
		free = len(tied)
	}
	taken := 0
	for _, label := range tied {
		if slices.Contains(k.Tie.Chosen, label) {
			taken++
		}
	}
	if taken != free || len(k.Tie.Chosen) != free {
		k.add("tie", "Phải chọn đúng %d trong số ngang phiếu: %s.", free, vi.JoinAnd(tied))
	} else if k.Tie.Reason == "" {
		k.add("tie.reason", "Phải ghi ngang phiếu được phân định theo quy tắc nào, do ai quyết định.")
	}
}
