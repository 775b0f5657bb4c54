package council

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"thidua/access"
	"thidua/award"
	"thidua/council"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// putOn puts the ticked nominations on the list.
func putOn(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.CallCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã đưa hồ sơ vào danh sách.", English: "The dossiers are on the list."}}, council.PutOn(ctx, tx, by, v.Today, s.ID, f.All("nominations"))
}

func takeOff(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.CallCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã đưa hồ sơ ra khỏi danh sách.", English: "The dossier is off the list."}}, council.TakeOff(ctx, tx, by, v.Today, s.ID, f.Get("nomination"))
}

// roll takes the roll of every member.
func roll(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var all []council.Attendance
	for _, x := range s.votingSeats() {
		all = append(all, council.Attendance{Seat: x.Place, Presence: council.Presence(f.Get(presenceField(x.Place))), Document: f.Get(documentField(x.Place))})
	}
	by, _ := capacity(v, access.RecordCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã điểm danh.", English: "The roll is taken."}}, council.TakeRoll(ctx, tx, by, v.Today, s.ID, all)
}

func presenceField(seat int) string { return fmt.Sprintf("presence[%d]", seat) }

func documentField(seat int) string { return fmt.Sprintf("document[%d]", seat) }

func declare(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	seat, _ := strconv.Atoi(f.Get("seat"))
	by, _ := capacity(v, access.DeclareConflict)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi xung đột lợi ích.", English: "The conflict of interest is recorded."}},
		council.Declare(ctx, tx, by, v.Today, s.ID, f.Get("nomination"), seat, f.Get("why"))
}

// open opens the ballot on every dossier of the list.
func open(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.RecordCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã mở bỏ phiếu. Danh sách, số thành viên và ban kiểm phiếu không đổi được nữa.", English: "The ballot is open. The list, the members and the board are fixed."}},
		council.Open(ctx, tx, by, v.Today, s.ID, f.All("board"))
}

// count enters one teller's sheet.
func count(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	lines, err := council.Lines(ctx, tx, s.Meeting)
	if err != nil {
		return work.Done{}, err
	}
	var faults []error
	read := func(name string) *int {
		n, err := integer(f, name)
		faults = append(faults, err)
		return n
	}
	sheet := council.Sheet{Issued: read("issued"), Returned: read("returned"), Rows: map[string]council.Row{}, Reason: f.Get("reason")}
	for _, l := range lines {
		id := l.Item.Nomination
		sheet.Rows[id] = council.Row{For: read(council.RowField(id, "for")), Against: read(council.RowField(id, "against")), Invalid: read(council.RowField(id, "invalid"))}
	}
	if err := errors.Join(faults...); err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.CountBallots)
	done, err := council.Count(ctx, tx, by, v.Today, s.ID, sheet)
	return work.Done{Say: countedWords(done)}, err
}

// countedWords say what an entry led to, and no count.
func countedWords(p council.Progress) ui.Words {
	switch {
	case p.Differing > 0:
		return ui.Words{Vietnamese: fmt.Sprintf("Hai người nhập khác nhau ở %d hồ sơ; %d hồ sơ đã khớp.", p.Differing, p.Settled), English: fmt.Sprintf("The two counts differ in %d dossiers; %d agree.", p.Differing, p.Settled)}
	case p.First > 0:
		return ui.Words{Vietnamese: "Đã nhận số phiếu của đồng chí, niêm kín. Chờ người thứ hai của ban kiểm phiếu nhập.", English: "Your count is taken and sealed. Another member of the tally board must count."}
	}
	return ui.Words{Vietnamese: "Hai người nhập như nhau. Thư ký kết thúc cuộc họp để công bố kết quả.", English: "Two people counted the same. The secretary closes the meeting to tell the result."}
}

func end(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.RecordCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Cuộc họp đã kết thúc, kết quả đã ghi vào từng hồ sơ.", English: "The meeting is closed and each dossier has its result."}}, council.Close(ctx, tx, by, v.Today, s.ID)
}

// carry writes results into dossiers that were stopped when the meeting closed.
func carry(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.RecordCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi kết quả vào hồ sơ.", English: "The results are in the dossiers."}}, council.Carry(ctx, tx, by, v.Today, s.ID)
}

func cancel(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.RecordCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã hủy cuộc họp; lý do được ghi lại.", English: "The meeting is cancelled; the reason is on record."}},
		renamed(council.Cancel(ctx, tx, by, v.Today, s.ID, f.Get("cancel_reason")), "reason", "cancel_reason")
}

func flagBase(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	base, err := integer(f, "flag_base")
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.CallCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi số tập thể dẫn đầu cụm, khối.", English: "Recorded."}}, council.KeepFlagBase(ctx, tx, by, v.Today, s.ID, base)
}

// draw draws a decision from those who passed.
func draw(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	day, err := f.Day("day")
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.RecordDecision)
	id, err := council.Draw(ctx, tx, by, v.Today, council.Drawing{Meeting: s.ID, Nominations: f.All("nominations"), Decision: award.Decision{
		Number: f.Get("number"), Day: day, Authority: f.Get("authority"), Signer: f.Get("signer"), Kind: award.Kind(f.Get("kind"))}})
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi quyết định vào sổ khen thưởng và lập danh sách tiền thưởng (số " + id + " trong sổ).", English: "The decision is in the register and its bonus money is listed."}}, err
}

// refuse records the notice to whoever did not pass. Its fields carry the
// nomination, so that one page may hold several forms.
func refuse(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	day, err := f.Day("notice_day")
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.RecordCouncil)
	err = council.Refuse(ctx, tx, by, v.Today, s.ID, council.Notice{Nomination: f.Get("nomination"), Number: f.Get("notice_number"), Day: day, Reason: f.Get("notice_reason")})
	for _, name := range []string{"number", "day", "reason"} {
		err = renamed(err, name, "notice_"+name)
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi thông báo.", English: "The notice is recorded."}}, err
}

// renamed gives a refusal's field the name it has on the page.
func renamed(err error, from, to string) error {
	refusals := refusal.All(err)
	if refusals == nil {
		return err
	}
	var all []error
	for _, e := range refusals {
		if e.Field == from {
			e = &refusal.Error{Kind: e.Kind, Field: to, Rule: e.Rule, Sentence: e.Sentence}
		}
		all = append(all, e)
	}
	return errors.Join(all...)
}
