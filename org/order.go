package org

import (
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// checkOrder refuses a list that is older than what is recorded of its units:
// lists are taken in the order of time.
func (p *plan) checkOrder(was []recorded, list officialList) error {
	province := provinces(was)
	for _, r := range was {
		_, listed := p.idOf[r.Code]
		if !listed && !p.covers(province[r.ID]) {
			continue
		}
		if later := r.laterThan(p.asOf); !later.IsZero() {
			return refusal.New(refusal.Conflict, fmt.Sprintf(
				"%s (mã %s) đã có thay đổi ghi từ ngày %s; danh mục ngày %s cũ hơn, phải nạp các danh mục theo thứ tự thời gian.",
				r.title(), r.Code, later.Short(), p.asOf.Short()))
		}
	}
	return nil
}

// laterThan is the day of a recorded change after the day, zero when there is
// none. The end that the law gives a kind is no recorded change.
func (r recorded) laterThan(day vi.Day) vi.Day {
	switch {
	case r.nameFrom.After(day):
		return r.nameFrom
	case r.From.After(day):
		return r.From
	case r.Until.After(day) && !r.Until.Equal(ValidityOf(r.Kind, r.Level).Until):
		return r.Until
	}
	return vi.Day{}
}
