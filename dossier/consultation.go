package dossier

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Consultation is a dossier shown to the public for comment between two days,
// both included.
type Consultation struct {
	ID         string
	Dossier    string // nomination id
	Medium     string // where it is shown: "Cổng thông tin điện tử tỉnh"
	From, To   vi.Day
	EndedOn    vi.Day // zero while it goes on
	Conclusion string
	Voices     []Voice
}

// Voice is one comment that came.
type Voice struct {
	ID           string
	Consultation string
	On           vi.Day
	Who          string // may be empty: a comment without a name
	Words        string
	Objects      bool // against the award
}

// Consult begins to ask the public about a dossier under appraisal and returns
// the consultation's id. How many days it lasts is the province's to say: no
// verified text sets them for the titles of a cluster.
func Consult(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, c Consultation) (string, error) {
	n, err := underAppraisal(ctx, tx, by, id)
	if err != nil {
		return "", err
	}
	before, err := ConsultationsOf(ctx, tx, id)
	if err != nil {
		return "", err
	}
	for _, x := range before {
		if x.EndedOn.IsZero() {
			return "", refusal.New(refusal.Conflict, fmt.Sprintf("Đang lấy ý kiến công khai trên %s: kết thúc đợt ấy trước.", x.Medium))
		}
	}
	faults := []error{refusal.Texts(refusal.Text{Field: "medium", Value: &c.Medium})}
	if c.Medium == "" {
		faults = append(faults, refusal.Field("medium", "Ghi nơi đăng công khai."))
	}
	if c.From.IsZero() || c.From.Before(n.ReceivedOn) {
		faults = append(faults, refusal.Field("from", "Ghi ngày bắt đầu, từ ngày tiếp nhận hồ sơ trở đi."))
	}
	if c.To.IsZero() || c.To.Before(c.From) {
		faults = append(faults, refusal.Field("to", "Ghi ngày kết thúc, không trước ngày bắt đầu."))
	}
	if err := errors.Join(faults...); err != nil {
		return "", err
	}
	c.ID = store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO consultation (id, nomination_id, medium, from_day, until_day, ended_on, conclusion)
		VALUES ($1, $2, $3, $4, $5, '', '')`, c.ID, id, c.Medium, c.From, c.To); err != nil {
		return "", err
	}
	return c.ID, journal.Record(ctx, tx, by, day, access.AskOpinion, "nomination:"+id, map[string]any{"consultation": c.ID, "medium": c.Medium, "from": c.From, "to": c.To})
}

// Hear records a comment of the public, while the consultation goes on.
func Hear(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, v Voice) error {
	c, err := openConsultation(ctx, tx, by, id, v.Consultation)
	if err != nil {
		return err
	}
	if v.On.IsZero() {
		v.On = day
	}
	faults := []error{refusal.Texts(refusal.Text{Field: "who", Value: &v.Who}, refusal.Text{Field: "words", Value: &v.Words})}
	if v.Words == "" {
		faults = append(faults, refusal.Field("words", "Ghi nội dung ý kiến."))
	}
	if v.On.Before(c.From) || day.Before(v.On) {
		faults = append(faults, refusal.Field("came_on", "Ngày nhận ý kiến phải từ ngày công khai đến hôm nay."))
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	v.ID = store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO consultation_voice (id, consultation_id, came_on, who, words, objects) VALUES ($1, $2, $3, $4, $5, $6)`,
		v.ID, c.ID, v.On, v.Who, v.Words, v.Objects); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.AskOpinion, "nomination:"+id, map[string]any{"consultation": c.ID, "voice": v.ID, "objects": v.Objects})
}

// EndConsultation closes a consultation after its last day, with what follows
// from the comments.
func EndConsultation(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, consultation, conclusion string) error {
	c, err := openConsultation(ctx, tx, by, id, consultation)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "conclusion", Value: &conclusion}); err != nil {
		return err
	}
	switch {
	case !c.To.Before(day):
		return refusal.New(refusal.Closed, "Chưa hết thời gian công khai: đến hết ngày "+c.To.Short()+".")
	case conclusion == "":
		return refusal.Field("conclusion", "Ghi kết luận: có bao nhiêu ý kiến, xử lý thế nào.")
	}
	if _, err := tx.Exec(ctx, `UPDATE consultation SET ended_on = $1, conclusion = $2 WHERE id = $3`, day, conclusion, c.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.AskOpinion, "nomination:"+id, map[string]any{"consultation": c.ID, "conclusion": conclusion})
}

// openConsultation is a consultation of that very dossier which goes on.
func openConsultation(ctx context.Context, tx *store.Tx, by access.Actor, id, consultation string) (Consultation, error) {
	if _, err := underAppraisal(ctx, tx, by, id); err != nil {
		return Consultation{}, err
	}
	all, err := ConsultationsOf(ctx, tx, id)
	for _, c := range all {
		if c.ID == consultation && c.EndedOn.IsZero() {
			return c, nil
		}
	}
	if err != nil {
		return Consultation{}, err
	}
	return Consultation{}, refusal.New(refusal.NotFound, "Không có đợt lấy ý kiến này đang mở.")
}

// ConsultationsOf are all consultations on the dossier with their comments, the
// oldest first. Two statements.
func ConsultationsOf(ctx context.Context, tx *store.Tx, id string) ([]Consultation, error) {
	all, err := store.All(ctx, tx, func(c *Consultation) []any {
		return []any{&c.ID, &c.Dossier, &c.Medium, &c.From, &c.To, &c.EndedOn, &c.Conclusion}
	}, `SELECT id, nomination_id, medium, from_day, until_day, ended_on, conclusion FROM consultation WHERE nomination_id = $1 ORDER BY id`, id)
	if err != nil || len(all) == 0 {
		return all, err
	}
	voices, err := store.All(ctx, tx, func(v *Voice) []any {
		return []any{&v.ID, &v.Consultation, &v.On, &v.Who, &v.Words, &v.Objects}
	}, `SELECT v.id, v.consultation_id, v.came_on, v.who, v.words, v.objects FROM consultation_voice v
		JOIN consultation c ON c.id = v.consultation_id WHERE c.nomination_id = $1 ORDER BY v.id`, id)
	for i := range all {
		for _, v := range voices {
			if v.Consultation == all[i].ID {
				all[i].Voices = append(all[i].Voices, v)
			}
		}
	}
	return all, err
}
