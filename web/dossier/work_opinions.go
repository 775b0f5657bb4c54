package dossier

import (
	"context"
	"errors"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// opinionsPath is the page of opinions and public consultation.
const opinionsPath = "/lam/{slug}/de-nghi/{nomination}/hiep-y"

// asked is what was asked about a dossier, and of whom.
type asked struct {
	dossier.Nomination
	form     work.Form
	opinions []dossier.Opinion
	public   []dossier.Consultation
	may      bool // ask and record answers now
}

func opinions(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	a := asked{Nomination: n, form: f}
	if a.opinions, err = dossier.OpinionsOf(ctx, tx, n.ID); err != nil {
		return nil, err
	}
	a.public, err = dossier.ConsultationsOf(ctx, tx, n.ID)
	_, a.may = v.Capacity(access.AskOpinion)
	a.may = a.may && n.UnderWay() && (n.Place == dossier.AtStanding || n.Place == dossier.AtMinistry)
	return opinionsPage(v, a), err
}

// awaited are the opinions that may be answered now.
func (a asked) awaited() (all []ui.Option) {
	for _, o := range a.opinions {
		if o.Open() {
			all = append(all, ui.Option{Value: o.ID, Label: o.Agency + ", hỏi ngày " + o.AskedOn.Short()})
		}
	}
	return all
}

// open is the consultation that goes on; false when there is none.
func (a asked) open() (dossier.Consultation, bool) {
	for _, c := range a.public {
		if c.EndedOn.IsZero() {
			return c, true
		}
	}
	return dossier.Consultation{}, false
}

func (a asked) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: a.form.Get(name), Error: a.form.Err(name)}
}

func answerOptions() (all []ui.Option) {
	for _, k := range dossier.AnswerKinds {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

func ask(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	o := dossier.Opinion{Agency: f.Get("agency"), Subject: f.Get("subject")}
	return askingDay(ctx, tx, v, f, []days{{"asked_on", &o.AskedOn}, {"due_on", &o.DueOn}}, "Đã ghi việc xin ý kiến.", func(by access.Actor, id string) error {
		_, err := dossier.AskOpinion(ctx, tx, by, v.Today, id, o)
		return err
	})
}

func answer(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	o := dossier.Opinion{Answer: dossier.AnswerKind(f.Get("answer")), Words: f.Get("answer_words"), Number: f.Get("answer_number")}
	return askingDay(ctx, tx, v, f, []days{{"answered_on", &o.AnsweredOn}}, "Đã ghi trả lời.", func(by access.Actor, id string) error {
		return dossier.AnswerOpinion(ctx, tx, by, v.Today, id, f.Get("opinion"), o)
	})
}

func consult(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c := dossier.Consultation{Medium: f.Get("medium")}
	return askingDay(ctx, tx, v, f, []days{{"from", &c.From}, {"to", &c.To}}, "Đã mở lấy ý kiến công khai.", func(by access.Actor, id string) error {
		_, err := dossier.Consult(ctx, tx, by, v.Today, id, c)
		return err
	})
}

func hear(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c := dossier.Voice{Consultation: f.Get("consultation"), Who: f.Get("who"), Words: f.Get("words"), Objects: f.Get("objects") != ""}
	return askingDay(ctx, tx, v, f, []days{{"came_on", &c.On}}, "Đã ghi ý kiến.", func(by access.Actor, id string) error {
		return dossier.Hear(ctx, tx, by, v.Today, id, c)
	})
}

func endConsultation(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return askingDay(ctx, tx, v, f, nil, "Đã kết thúc lấy ý kiến công khai.", func(by access.Actor, id string) error {
		return dossier.EndConsultation(ctx, tx, by, v.Today, id, f.Get("consultation"), f.Get("conclusion"))
	})
}

// days is a field of the form and the day it is.
type days struct {
	name string
	into *vi.Day
}

// askingDay reads the form's days and does the act on the page's nomination.
func askingDay(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, fields []days, say string, act func(by access.Actor, id string) error) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var faults []error
	for _, d := range fields {
		day, err := f.Day(d.name)
		*d.into = day
		faults = append(faults, err)
	}
	if err := errors.Join(faults...); err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.AskOpinion)
	return work.Done{Say: ui.Words{Vietnamese: say, English: "Recorded."}}, act(by, n.ID)
}
