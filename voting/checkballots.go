package voting

import "fmt"

// ballots follows the paper from the voters' hands to the tally: at no step
// can there be more than at the step before.
func (k *check) ballots() {
	last := number{k.voters(), "", "người được bỏ phiếu (có mặt và gửi văn bản)"}
	for _, step := range []number{{k.Issued, "issued", "phiếu phát ra"}, {k.Returned, "returned", "phiếu thu về"}, {k.Valid, "valid", "phiếu hợp lệ"}} {
		if step.count == nil {
			continue
		}
		if last.count != nil && *step.count > *last.count {
			k.add(step.field, "%d %s, nhiều hơn %d %s.", *step.count, step.name, *last.count, last.name)
		}
		last = step
	}
	k.validAndInvalid()
}

func (k *check) validAndInvalid() {
	switch {
	case k.Returned == nil || k.Invalid == nil:
	case *k.Invalid > *k.Returned:
		k.add("invalid", "%d phiếu không hợp lệ, nhiều hơn %d phiếu thu về.", *k.Invalid, *k.Returned)
	case k.Valid != nil && *k.Valid+*k.Invalid != *k.Returned && *k.Valid <= *k.Returned:
		k.add("valid", "%d phiếu hợp lệ và %d phiếu không hợp lệ không bằng %d phiếu thu về.", *k.Valid, *k.Invalid, *k.Returned)
	}
}

// cast is the most votes an option can have: what is left after the last
// counted step.
func (k *check) cast() number {
	for _, n := range []number{{k.Valid, "", "phiếu hợp lệ"}, {k.Returned, "", "phiếu thu về"}, {k.Issued, "", "phiếu phát ra"}} {
		if n.count != nil {
			return n
		}
	}
	return number{k.voters(), "", "người được biểu quyết"}
}

func (k *check) options() {
	cast, seen := k.cast(), map[string]bool{}
	for i, o := range k.Options {
		at := fmt.Sprintf("options[%d]", i)
		switch {
		case o.Label == "" && len(k.Options) > 1:
			k.add(at+".label", "Phương án thứ %d chưa có tên.", i+1)
		case seen[o.Label]:
			k.add(at+".label", "“%s” có hai lần trên phiếu.", o.Label)
		}
		seen[o.Label] = true
		k.option(at, o, cast)
	}
}

// option compares one option's votes with the ballots that could carry them.
func (k *check) option(at string, o Option, cast number) {
	sum, complete := 0, true
	for _, n := range []number{{o.For, "for", "đồng ý"}, {o.Against, "against", "không đồng ý"}, {o.Blank, "blank", "không có ý kiến"}} {
		if n.count == nil {
			complete = false
			continue
		}
		sum += *n.count
		if cast.count != nil && *n.count > *cast.count {
			k.add(at+"."+n.field, "%s: %d %s, nhiều hơn %d %s.", k.name(o), *n.count, n.name, *cast.count, cast.name)
			return
		}
	}
	switch {
	case cast.count == nil:
	case sum > *cast.count, complete && k.Valid != nil && sum != *k.Valid:
		k.add(at, "%s: đồng ý, không đồng ý và không có ý kiến cộng lại là %d, không khớp với %d %s.", k.name(o), sum, *cast.count, cast.name)
	case k.Denominator == OfPresent && o.For != nil && k.Present != nil && *o.For > *k.Present:
		k.add(at+".for", "%s: %d đồng ý, nhiều hơn %d thành viên có mặt; quy tắc tính trên số có mặt thì không cộng ý kiến của người vắng.", k.name(o), *o.For, *k.Present)
	}
}

// name is the option as a sentence names it.
func (k *check) name(o Option) string {
	if o.Label == "" {
		return "Kết quả"
	}
	return o.Label
}
