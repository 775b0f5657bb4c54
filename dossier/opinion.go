package dossier

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// AnswerKind is what an agency says of a dossier.
type AnswerKind string

// The answers.
const (
	Agrees    AnswerKind = "agrees"
	Disagrees AnswerKind = "disagrees"
	Remarks   AnswerKind = "remarks" // neither: it only tells what it knows
)

// AnswerKinds are all answers in order.
var AnswerKinds = []AnswerKind{Agrees, Disagrees, Remarks}

var answerLabels = map[AnswerKind]string{Agrees: "Đồng ý", Disagrees: "Không đồng ý", Remarks: "Có ý kiến khác"}

// Label is the answer in Vietnamese; "" for an unknown word.
func (a AnswerKind) Label() string { return answerLabels[a] }

// Opinion is an opinion (hiệp y) asked of an agency about a dossier.
type Opinion struct {
	ID         string
	Dossier    string // nomination id
	Agency     string // "Công an tỉnh"
	Subject    string // what it is asked about
	AskedOn    vi.Day
	DueOn      vi.Day
	DueRule    string // where the limit comes from
	Answer     AnswerKind
	Words      string
	Number     string // number of the letter that answers
	AnsweredOn vi.Day
}

// Open reports whether the answer is still awaited.
func (o Opinion) Open() bool { return o.Answer == "" }

// Late reports whether the answer was not there when its limit had passed; a
// request without a limit is never late.
func (o Opinion) Late(day vi.Day) bool { return o.Open() && !o.DueOn.IsZero() && o.DueOn.Before(day) }

// AskOpinion asks an agency for its opinion of a dossier under appraisal and
// returns the request's id. The limit is the rulebook's for the dossier's law;
// where that has none, o.DueOn must say it.
func AskOpinion(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, o Opinion) (string, error) {
	n, err := underAppraisal(ctx, tx, by, id)
	if err != nil {
		return "", err
	}
	if o, err = o.asked(n, day); err != nil {
		return "", err
	}
	if err := o.notTwice(ctx, tx); err != nil {
		return "", err
	}
	o.ID = store.NewID()
	if _, err = tx.Exec(ctx, `INSERT INTO opinion_request (id, nomination_id, agency, agency_key, subject, asked_on, due_on, due_rule, answer, answer_words,
		answer_number, answered_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', '', '')`,
		o.ID, o.Dossier, o.Agency, vi.SpellingKey(o.Agency), o.Subject, o.AskedOn, o.DueOn, o.DueRule); err != nil {
		return "", err
	}
	return o.ID, journal.Record(ctx, tx, by, day, access.AskOpinion, "nomination:"+id, map[string]any{"asked": o.Agency, "subject": o.Subject, "due": o.DueOn})
}

// underAppraisal reads a dossier that lies at the standing body or the ministry.
func underAppraisal(ctx context.Context, tx *store.Tx, by access.Actor, id string) (Nomination, error) {
	n, err := ByID(ctx, tx, id)
	if err != nil {
		return n, err
	}
	s, err := season.ByID(ctx, tx, n.Season)
	if err != nil {
		return n, err
	}
	if err := season.Permit(by, access.AskOpinion, "", s); err != nil {
		return n, err
	}
	if n.Place != AtStanding && n.Place != AtMinistry {
		return n, refusal.New(refusal.Closed, fmt.Sprintf("Hồ sơ đang ở bước “%s”: chỉ xin ý kiến khi hồ sơ đang được thẩm định.", n.Place.Label()))
	}
	return n, nil
}

// asked is the request with its limit, or what is wrong with it.
func (o Opinion) asked(n Nomination, day vi.Day) (Opinion, error) {
	o.Dossier = n.ID
	if o.AskedOn.IsZero() {
		o.AskedOn = day
	}
	faults := []error{refusal.Texts(refusal.Text{Field: "agency", Value: &o.Agency}, refusal.Text{Field: "subject", Value: &o.Subject})}
	if o.Agency == "" {
		faults = append(faults, refusal.Field("agency", "Ghi cơ quan được xin ý kiến."))
	}
	if day.Before(o.AskedOn) || o.AskedOn.Before(n.ReceivedOn) {
		faults = append(faults, refusal.Field("asked_on", "Ngày xin ý kiến phải từ ngày tiếp nhận hồ sơ đến hôm nay."))
	}
	var err error
	if o.DueOn, o.DueRule, err = limited(n, "opinion", o.AskedOn, o.DueOn); err != nil {
		faults = append(faults, refusal.Field("due_on", err.Error()))
	} else if o.DueOn.IsZero() {
		faults = append(faults, refusal.Field("due_on", "Chưa có văn bản nào đã kiểm chứng ấn định hạn trả lời: ghi hạn."))
	}
	return o, errors.Join(faults...)
}

// notTwice refuses to ask an agency whose answer is still awaited.
func (o Opinion) notTwice(ctx context.Context, tx *store.Tx) error {
	all, err := OpinionsOf(ctx, tx, o.Dossier)
	for _, x := range all {
		if x.Open() && vi.SpellingKey(x.Agency) == vi.SpellingKey(o.Agency) {
			return refusal.New(refusal.Conflict, fmt.Sprintf("Đang chờ ý kiến của %s.", x.Agency))
		}
	}
	return err
}

// AnswerOpinion records what the agency answered; an answer is recorded once.
func AnswerOpinion(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, dossier, id string, answer Opinion) error {
	if _, err := underAppraisal(ctx, tx, by, dossier); err != nil {
		return err
	}
	if answer.AnsweredOn.IsZero() {
		answer.AnsweredOn = day
	}
	faults := []error{refusal.Texts(refusal.Text{Field: "answer_words", Value: &answer.Words}, refusal.Text{Field: "answer_number", Value: &answer.Number})}
	if answer.Answer.Label() == "" {
		faults = append(faults, refusal.Field("answer", "Chọn nội dung trả lời."))
	}
	if answer.Answer != Agrees && answer.Words == "" {
		faults = append(faults, refusal.Field("answer_words", "Không đồng ý hoặc có ý kiến khác thì phải ghi nội dung."))
	}
	if day.Before(answer.AnsweredOn) {
		faults = append(faults, refusal.Field("answered_on", "Ngày trả lời chưa tới."))
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	done, err := tx.Exec(ctx, `UPDATE opinion_request SET answer = $1, answer_words = $2, answer_number = $3, answered_on = $4
		WHERE id = $5 AND nomination_id = $6 AND answer = ''`, answer.Answer, answer.Words, answer.Number, answer.AnsweredOn, id, dossier)
	switch {
	case err != nil:
		return err
	case done == 0:
		return refusal.New(refusal.NotFound, "Không có lần xin ý kiến này đang chờ trả lời.")
	}
	return journal.Record(ctx, tx, by, day, access.AskOpinion, "nomination:"+dossier, map[string]any{"opinion": id, "answer": answer.Answer, "words": answer.Words, "number": answer.Number})
}

const opinionColumns = `SELECT o.id, o.nomination_id, o.agency, o.subject, o.asked_on, o.due_on, o.due_rule, o.answer, o.answer_words, o.answer_number, o.answered_on
	FROM opinion_request o`

func (o *Opinion) into() []any {
	return []any{&o.ID, &o.Dossier, &o.Agency, &o.Subject, &o.AskedOn, &o.DueOn, &o.DueRule, &o.Answer, &o.Words, &o.Number, &o.AnsweredOn}
}

// OpinionsOf are all opinions asked about the dossier, the oldest first.
func OpinionsOf(ctx context.Context, tx *store.Tx, id string) ([]Opinion, error) {
	return store.All(ctx, tx, (*Opinion).into, opinionColumns+` WHERE o.nomination_id = $1 ORDER BY o.id`, id)
}
