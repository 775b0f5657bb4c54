package dossier

import (
	"cmp"
	"context"
	"errors"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/award"
	"thidua/council"
	"thidua/dossier"
	"thidua/evidence"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/work"
)

// file is one nomination as its page shows it.
type file struct {
	dossier.Nomination
	form     work.Form
	papers   []dossier.Requirement
	votes    map[string]voting.Vote
	members  []voting.Vote // the cluster's votes on record
	council  []voting.Vote // the council's
	nominate bool          // what the reader may do here and now
	judge    bool
	decide   bool
	checks   []dossier.Checked // for those who may read the candidate's conditions
	attached []dossier.Attached
	library  []evidence.Evidence // of the reader's own unit, when they may attach
}

// nominationOf is a nomination of this very year, whoever asks for it by its id.
func nominationOf(ctx context.Context, tx *store.Tx, v work.Visit) (dossier.Nomination, error) {
	n, err := dossier.ByID(ctx, tx, v.Asked("nomination"))
	if err == nil && n.Season != v.Season.ID {
		return dossier.Nomination{}, refusal.New(refusal.NotFound, "Không có đề nghị khen thưởng này.")
	}
	return n, err
}

// oneNomination sets a nomination as it stands, and the next steps that are the
// reader's.
func oneNomination(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	x := file{Nomination: n, form: f, papers: checklist(v.Visit, n), votes: map[string]voting.Vote{}}
	votes, err := voting.OfSeason(ctx, tx, v.Season.ID)
	for _, vote := range votes {
		x.votes[vote.ID] = vote
		if vote.Body == voting.Council {
			x.council = append(x.council, vote)
		} else {
			x.members = append(x.members, vote)
		}
	}
	if err != nil {
		return nil, err
	}
	_, x.nominate = v.Capacity(access.Nominate)
	_, x.judge = v.Capacity(access.RecordCouncil)
	_, x.decide = v.Capacity(access.RecordDecision)
	if mayReadConditions(v, n) == nil && n.UnderWay() {
		if x.checks, err = checksOf(ctx, tx, v, n); err != nil {
			return nil, err
		}
	}
	if x.attached, err = dossier.AttachedTo(ctx, tx, n.ID); err != nil {
		return nil, err
	}
	if by, may := attacher(v, n); may {
		if x.library, err = evidence.OfUnit(ctx, tx, by.Unit, ""); err != nil {
			return nil, err
		}
	}
	v.Visit, err = v.Knows(ctx, tx, []string{n.ProposedBy})
	return filePage(v, x), err
}

// checksOf holds the nomination against its own cluster's, and for the
// province's desk against those of every cluster.
func checksOf(ctx context.Context, tx *store.Tx, v work.Visit, n dossier.Nomination) ([]dossier.Checked, error) {
	among, err := dossier.OfSeason(ctx, tx, n.Season)
	if v.Holds(provinceWide...) {
		among, err = dossier.OfYear(ctx, tx, v.Season.Year)
	}
	if err != nil {
		return nil, err
	}
	return dossier.ChecksOf(ctx, tx, n, among, v.Today)
}

func (x file) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: x.form.Get(name), Error: x.form.Err(name)}
}

// law are the findings that may be read as law, questions those still open, and
// facts those of the cluster's own records.
func (x file) law() []dossier.Finding {
	return x.marked(func(m dossier.Mark) bool { return m.Enforced() })
}

func (x file) questions() []dossier.Finding {
	return x.marked(func(m dossier.Mark) bool { return m == dossier.Unverified })
}

func (x file) facts() []dossier.Finding {
	return x.marked(func(m dossier.Mark) bool { return m == dossier.FromRecord })
}

func (x file) marked(is func(dossier.Mark) bool) (all []dossier.Finding) {
	for _, f := range x.Findings {
		if is(f.Mark) {
			all = append(all, f)
		}
	}
	return all
}

// decidedBy is who decides on the title by the law of the year's day; "" when
// no source at hand tells.
func (x file) decidedBy(v work.Visit) dossier.Finding {
	title, _ := dossier.TitleByCode(x.TitleCode)
	by, _ := title.DecidedBy(dossier.LawDay(v.Season))
	return by
}

// rest rests the nomination on a vote.
func rest(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	if f.Get("vote") == "" {
		return work.Done{}, refusal.Field("vote", "Chọn cuộc biểu quyết.")
	}
	by, _ := v.Capacity(access.Nominate)
	return work.Done{Say: ui.Words{Vietnamese: "Đã gắn với cuộc biểu quyết.", English: "The nomination rests on the vote."}}, dossier.Rest(ctx, tx, by, v.Today, n.ID, f.Get("vote"))
}

func keepPapers(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var have []dossier.PaperKind
	for _, k := range f.All("papers") {
		have = append(have, dossier.PaperKind(k))
	}
	by, _ := v.Capacity(access.Nominate)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi giấy tờ có trong hồ sơ.", English: "The dossier's papers are recorded."}}, dossier.KeepPapers(ctx, tx, by, v.Today, n.ID, have)
}

// reword changes why the candidate is proposed, and for what kind of achievement.
func reword(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.Nominate)
	said := dossier.Wording{Reason: f.Get("why"), Category: rulebook.Category(f.Get("category"))}
	return work.Done{Say: ui.Words{Vietnamese: "Đã sửa lý do, loại hình của đề nghị.", English: "The reason and the kind of achievement are changed."}},
		renamed(dossier.Reword(ctx, tx, by, v.Today, n.ID, said), "reason", "why")
}

func withdraw(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.Nominate)
	return work.Done{Say: ui.Words{Vietnamese: "Đã rút đề nghị; lý do được ghi lại.", English: "Withdrawn; the reason is on record."}}, dossier.Withdraw(ctx, tx, by, v.Today, n.ID, f.Get("reason"))
}

// judge records what the council made of it: by its vote on record here, or as
// its own minutes say.
func judge(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.RecordCouncil)
	done := work.Done{Say: ui.Words{Vietnamese: "Đã ghi kết quả xét của Hội đồng.", English: "The council's judgement is recorded."}}
	if vote := f.Get("council_vote"); vote != "" {
		return done, renamed(dossier.Judge(ctx, tx, by, v.Today, n.ID, vote), "vote", "council_vote")
	}
	status := dossier.Status(f.Get("status"))
	if status != dossier.Passed && status != dossier.Cut {
		return work.Done{}, refusal.Field("status", "Chọn cuộc bỏ phiếu của Hội đồng, hoặc ghi Hội đồng thông qua hay không.")
	}
	return done, dossier.Decide(ctx, tx, by, v.Today, n.ID, status, dossier.Decision{})
}

// decide records the decision by which the award was given.
func decide(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	d := award.Decision{Number: f.Get("decision.number"), Authority: f.Get("decision.by"), Signer: f.Get("decision.signer")}
	var fault error
	if text := vi.Clean(f.Get("decision.day")); text != "" {
		if d.Day, err = vi.ParseDay(text); err != nil {
			fault = refusal.Field("decision.day", err.Error())
		}
	}
	by, _ := v.Capacity(access.RecordDecision)
	done := work.Done{Say: ui.Words{Vietnamese: "Đã ghi quyết định khen thưởng.", English: "The decision is recorded."}}
	if fault != nil {
		return done, fault
	}
	return done, ofDecision(council.Enter(ctx, tx, by, v.Today, n.ID, d))
}

// ofDecision names the register's refusals by the fields of this page.
func ofDecision(err error) error {
	all := refusal.All(err)
	if all == nil {
		return err
	}
	fields := map[string]string{"number": "decision.number", "day": "decision.day", "authority": "decision.by", "signer": "decision.signer"}
	var named []error
	for _, e := range all {
		one := *e
		one.Field = cmp.Or(fields[e.Field], e.Field)
		named = append(named, &one)
	}
	return errors.Join(named...)
}

// of is the file with what was typed into the form of that act only: two forms
// of the page ask for a vote.
func (x file) of(act string) file {
	if x.form.Get("viec") != act {
		x.form = work.Form{}
	}
	return x
}
