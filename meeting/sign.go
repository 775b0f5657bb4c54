package meeting

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// FreezeMinutes ends the amending: from here on nothing in the document
// changes, and its SHA-256 is what the two sign.
func FreezeMinutes(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string) error {
	s, err := takeUp(ctx, tx, by, day, access.HoldConference, id)
	if err != nil {
		return err
	}
	t, err := s.Stage.after(Freeze)
	if err != nil {
		return err
	}
	m, err := newest(ctx, tx, id)
	if err != nil {
		return err
	}
	for i, a := range m.Amendments {
		if a.Verdict == "" {
			return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Đề nghị sửa số %d chưa được chủ tọa quyết định.", i+1))
		}
	}
	m.Frozen = m.Text(s.heading())
	m.SHA256 = checksum(m.Frozen)
	if err := keepMinutes(ctx, tx, m); err != nil {
		return err
	}
	s.Stage = t.To
	return s.tell(ctx, tx, Event{Kind: EventKind(Freeze), Words: "SHA-256 " + m.SHA256})
}

// heading is the first line of the frozen text.
func (c Conference) heading() string {
	return "BIÊN BẢN " + vi.LowerFirst(c.Name()) + joinedDay(c.Day)
}

func joinedDay(day vi.Day) string {
	if day.IsZero() {
		return ""
	}
	return ", " + day.Long()
}

func checksum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// SignMinutes is the signature of the chair or the secretary under the frozen
// text: two different people. After both the minutes are signed.
func SignMinutes(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, seat Seat) error {
	s, err := takeUp(ctx, tx, by, day, access.SignMinutes, id)
	if err != nil {
		return err
	}
	t, err := s.Stage.after(Sign)
	if err != nil {
		return err
	}
	m, err := newest(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := s.maySign(m, seat); err != nil {
		return err
	}
	head, err := journal.CurrentHead(ctx, tx)
	if err != nil {
		return err
	}
	m.Signatures = append(m.Signatures, Signature{Seat: seat, Person: by.Person, Name: by.Name, At: tx.Now, SHA256: m.SHA256, Head: head})
	if err := keepMinutes(ctx, tx, m); err != nil {
		return err
	}
	if len(m.Signatures) == 2 {
		s.Stage = t.To
	}
	return s.tell(ctx, tx, Event{Kind: EventKind(Sign), Words: fmt.Sprintf("%s %s; SHA-256 %s; nhật ký đến số %d, mã %s",
		vi.LowerFirst(seat.Label()), by.Name, m.SHA256, head.Seq, head.Hash)})
}

// maySign refuses whoever is not named for the seat, a seat that is taken, and
// the same hand twice.
func (s sitting) maySign(m Minutes, seat Seat) error {
	named := map[Seat]string{Chair: s.ChairPerson, Secretary: s.SecretaryPerson}[seat]
	switch {
	case seat != Chair && seat != Secretary:
		return refusal.New(refusal.Invalid, "Chỉ chủ tọa và thư ký ký biên bản.")
	case !s.by.Desk():
		return refusal.By(string(access.SignMinutes), "Biên bản do người có tài khoản ký, không ký bằng tệp hay bằng lệnh.")
	case m.SignedBy(seat) != nil:
		return refusal.New(refusal.Conflict, seat.Label()+" đã ký biên bản này.")
	case checksum(m.Frozen) != m.SHA256:
		return refusal.New(refusal.Conflict, "Nội dung biên bản không khớp mã đã chốt; báo quản trị kiểm tra, không ký.")
	}
	for _, x := range m.Signatures {
		if x.Person == s.by.Person {
			return refusal.By("two_signatures", "Một người không ký hai lần: chủ tọa và thư ký là hai người khác nhau.")
		}
	}
	if named != s.by.Person {
		return refusal.By(string(access.SignMinutes), fmt.Sprintf("Đồng chí không được cử làm %s của hội nghị này.", vi.LowerFirst(seat.Label())))
	}
	return nil
}

// NameSigners names who chairs and who writes, as long as nobody has signed:
// somebody may fall ill after the invitation went out.
func NameSigners(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, chair, secretary string) error {
	s, err := takeUp(ctx, tx, by, day, access.HoldConference, id)
	if err != nil {
		return err
	}
	if s.Stage == Signed {
		return s.needs("đổi người ký")
	}
	if s.Stage.Minuted() {
		m, err := newest(ctx, tx, id)
		if err != nil {
			return err
		}
		if len(m.Signatures) > 0 {
			return refusal.New(refusal.Closed, "Đã có người ký biên bản, không đổi chủ tọa, thư ký được nữa.")
		}
	}
	s.ChairPerson, s.SecretaryPerson = chair, secretary
	if chair == "" || secretary == "" {
		return refusal.Field("chair_person", "Chọn cả chủ tọa và thư ký.")
	}
	s.Chair, s.Secretary = "", ""
	if err := s.checkPeople(ctx, tx, s.season, day); err != nil {
		return err
	}
	return s.tell(ctx, tx, Event{Kind: SignersNamed, Words: "chủ tọa " + s.Chair + "; thư ký " + s.Secretary})
}

// CorrectMinutes begins a correction of signed minutes: a document of its own,
// with the text of the last one to begin with. The signed one stays as it is.
func CorrectMinutes(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, why string) error {
	s, err := takeUp(ctx, tx, by, day, access.HoldConference, id)
	if err != nil {
		return err
	}
	t, err := s.Stage.after(Correct)
	if err != nil {
		return err
	}
	if err := written("why", &why); err != nil {
		return err
	}
	if why == "" {
		return refusal.Field("why", "Ghi lý do đính chính.")
	}
	m, err := newest(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := keepMinutes(ctx, tx, Minutes{Conference: id, Number: m.Number + 1, Why: why, Sections: m.Sections}); err != nil {
		return err
	}
	s.Stage = t.To
	return s.tell(ctx, tx, Event{Kind: EventKind(Correct), Words: why})
}
