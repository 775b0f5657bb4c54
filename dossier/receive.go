package dossier

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Reception is how a dossier is received for appraisal: from that day its law
// is fixed.
type Reception struct {
	On     vi.Day // the day of reception; zero = today
	Regime string // id of the regime chosen; empty = the one in force on that day
	Reason string // why another regime is chosen, or why the officer receives what the program cannot judge
	Number string // the document on which the officer so decides
	DueOn  vi.Day // until when it is appraised, where no verified text sets a limit
}

// ReceiveForAppraisal receives a dossier that was sent up. The regime is the
// one in force on the day; a more favourable one may be chosen with a reason.
// What a verified condition says no to is not received. Where the law's text is
// not loaded the officer decides with a reason and a document's number.
func ReceiveForAppraisal(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, r Reception) error {
	n, row, err := mayTake(ctx, tx, by, id, Receive)
	if err != nil {
		return err
	}
	if err := otherHands(ctx, tx, by, day, n); err != nil {
		return err
	}
	m, err := Move{Step: Receive, On: r.On, Reason: r.Reason, Number: r.Number, DueOn: r.DueOn}.checked(ctx, tx, row, n, day)
	if err != nil {
		return err
	}
	if err := NotFrozen(ctx, tx, n, m.On); err != nil {
		return err
	}
	n.ReceivedOn = m.On
	verdict, err := n.fix(ctx, tx, &m, r.Regime)
	if err != nil {
		return err
	}
	return n.move(ctx, tx, by, day, row, m, verdict)
}

// otherHands refuses to receive what one sent oneself, or what concerns a unit
// one works for.
func otherHands(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, n Nomination) error {
	if !by.Desk() {
		return nil
	}
	sender, err := lastSender(ctx, tx, n.ID)
	if err != nil {
		return err
	}
	if sender == by.Person {
		return refusal.By(string(access.ReceiveDossier), "Người đã gửi hồ sơ không tiếp nhận chính hồ sơ ấy.")
	}
	grants, err := account.HeldOn(ctx, tx, by.Person, day)
	for _, g := range grants {
		if g.Role.OfUnit() && g.Unit != "" && (g.Unit == n.CandidateUnit || g.Unit == n.ProposedBy) {
			return refusal.By(string(access.ReceiveDossier), fmt.Sprintf("Đồng chí làm việc cho %s nên không tiếp nhận hồ sơ này.", inSentence(g.UnitName)))
		}
	}
	return err
}
