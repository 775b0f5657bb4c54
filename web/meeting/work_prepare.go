package meeting

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/meeting"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// kinds are the kinds that a cluster calls at the desk; a council, whose
// members are no units, is recorded by a season file.
var kinds = []meeting.Kind{meeting.Briefing, meeting.Interim, meeting.Closing, meeting.Review, meeting.Signing}

func readNew(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return prepare(ctx, tx, v, f, meeting.Conference{Kind: meeting.Briefing})
}

func readEdit(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	c, v, err := asked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if c.Stage != meeting.Called {
		return nil, refusal.New(refusal.Closed, "Hội nghị đã khai mạc, không sửa việc triệu tập được nữa.")
	}
	return prepare(ctx, tx, v, f, c)
}

func prepare(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, c meeting.Conference) (templ.Component, error) {
	people, err := meeting.Signers(ctx, tx, v.Season, v.Today)
	return preparePage(v, f, c, people), err
}

func callNew(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return call(ctx, tx, v, f, meeting.Conference{Season: v.Season.ID})
}

func callAgain(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, v, err := asked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	return call(ctx, tx, v, f, c)
}

func call(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, c meeting.Conference) (work.Done, error) {
	c, at, err := typed(f, c)
	if err != nil {
		return work.Done{}, err
	}
	id, err := meeting.Call(ctx, tx, v.By, v.Today, c)
	if err != nil {
		return work.Done{}, at.restored(err)
	}
	done := say("Đã ghi việc triệu tập hội nghị.", "The call has been recorded.")
	done.To = v.Lam("hoi-nghi", id)
	return done, nil
}

// places tells, for each row that was kept of a list, where it stood in the
// form: rows left empty are passed over, refusals must still find theirs.
type places map[string][]int

// restored renames the fields of refusals to the rows of the form.
func (p places) restored(err error) error {
	all := refusal.All(err)
	if all == nil {
		return err
	}
	var renamed []error
	for _, e := range all {
		moved := *e
		for list, rows := range p {
			var n int
			if _, bad := fmt.Sscanf(e.Field, list+"[%d]", &n); bad == nil && n < len(rows) {
				moved.Field = strings.Replace(e.Field, fmt.Sprintf("%s[%d]", list, n), fmt.Sprintf("%s[%d]", list, rows[n]), 1)
			}
		}
		renamed = append(renamed, &moved)
	}
	return errors.Join(renamed...)
}

// typed puts what the form says into the conference; the roll and whatever else
// the form does not ask stays as it is.
func typed(f work.Form, c meeting.Conference) (meeting.Conference, places, error) {
	var faults []error
	c.Kind, c.Title, c.TimeOfDay, c.Place = meeting.Kind(f.Get("kind")), f.Get("title"), f.Get("time_of_day"), f.Get("place")
	c.Host, c.ConvenedBy, c.ChairPerson, c.SecretaryPerson = f.Get("host"), f.Get("convened_by"), f.Get("chair_person"), f.Get("secretary_person")
	c.Chair, c.Secretary, c.ConvenedByUnit = "", "", ""
	c.Papers = strings.Split(f.Get("papers"), "\n")
	day, err := vi.ParseDay(f.Get("day"))
	if err != nil || day.IsZero() {
		faults = append(faults, refusal.Field("day", "Ghi ngày họp, ví dụ 22/11/2014."))
	}
	c.Day = day
	at := places{}
	c.Agenda, at["agenda"] = nil, nil
	for i := range rows(f, "agenda[%d].content") {
		item, err := agendaItem(f, i)
		if faults = append(faults, err); item != (meeting.AgendaItem{}) {
			c.Agenda, at["agenda"] = append(c.Agenda, item), append(at["agenda"], i)
		}
	}
	c.Delegates, at["delegates"] = nil, nil
	for i := range rows(f, "delegates[%d].name") {
		if d := delegate(f, i); d != (meeting.Delegate{}) {
			c.Delegates, at["delegates"] = append(c.Delegates, d), append(at["delegates"], i)
		}
	}
	return c, at, errors.Join(faults...)
}

// rows is how many rows of a list the form sent.
func rows(f work.Form, field string) (n int) {
	for n < 200 && f.Has(fmt.Sprintf(field, n)) {
		n++
	}
	return n
}

func agendaItem(f work.Form, i int) (meeting.AgendaItem, error) {
	get := func(part string) string { return strings.TrimSpace(f.Get(fmt.Sprintf("agenda[%d].%s", i, part))) }
	item := meeting.AgendaItem{Time: get("time"), Content: get("content"), Who: get("who")}
	if text := get("minutes"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 600 {
			return item, refusal.Field(fmt.Sprintf("agenda[%d].minutes", i), "Số phút là số nguyên từ 1 đến 600.")
		}
		item.Length = n
	}
	return item, nil
}

func delegate(f work.Form, i int) meeting.Delegate {
	get := func(part string) string { return strings.TrimSpace(f.Get(fmt.Sprintf("delegates[%d].%s", i, part))) }
	return meeting.Delegate{Name: get("name"), Post: get("post"), Body: get("body"), Role: get("role")}
}
