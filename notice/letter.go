package notice

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"

	"thidua/account"
	"thidua/job"
	"thidua/store"
)

// Letter is one letter as it waits in the queue.
type Letter struct {
	ID      string `json:"id"` // stands in the Message-ID, so that a letter sent twice is seen to be one
	To      string `json:"to"`
	Subject string `json:"subject"`
	Text    string `json:"text"`
	End     string `json:"end,omitempty"` // address that ends these letters; empty for letters a person asked for
}

// EndPath begins the address that ends letters; what follows is the token.
const EndPath = "/thu/ngung/"

// How many notices a letter tells, and how old they may be.
const (
	mostInLetter = 30
	tooOld       = 3 * 24 * time.Hour
)

// Write puts a letter with all that the person was not told by letter yet into
// the queue, or only with what is urgent. What it tells is marked in the same
// transaction, so that no letter is written twice. It writes nothing to people
// who are locked, have no mail or want none.
func (p Post) Write(ctx context.Context, tx *store.Tx, person string, urgent bool) error {
	to, err := account.ByID(ctx, tx, person)
	if err != nil || to.Mail == "" || to.State != account.Active || !p.On() {
		return err
	}
	w, err := wished(ctx, tx, person)
	if err != nil || w.how == Never {
		return err
	}
	list, err := unwritten(ctx, tx, person, urgent && w.how == Daily)
	if err != nil || len(list) == 0 {
		return err
	}
	letter := p.compose(to, w.token, list)
	if err := job.Add(ctx, tx, sendKind, letter.ID, letter); err != nil {
		return err
	}
	ids := map[string]bool{}
	for _, n := range list {
		ids[n.ID] = true
	}
	_, err = tx.Exec(ctx, `UPDATE notice SET mailed_at = $1 WHERE id IN (SELECT j.key FROM json_each($2) AS j)`, tx.Now, store.Text(ids))
	return err
}

// unwritten are the person's notices of the last days that are neither read nor
// in a letter, oldest first.
func unwritten(ctx context.Context, tx *store.Tx, person string, urgent bool) ([]Notice, error) {
	only := ""
	if urgent {
		only = string(Urgent)
	}
	return store.All(ctx, tx, (*Notice).into, `SELECT `+columns+` FROM notice n WHERE n.person_id = $1 AND n.mailed_at = $2 AND n.read_at = $3
		AND n.at >= $4 AND (CAST($5 AS text) = '' OR n.kind = $6) ORDER BY n.at, n.id LIMIT $7`,
		person, store.Time{}, store.Time{}, store.At(tx.Now.Add(-tooOld)), only, only, mostInLetter)
}

func (p Post) compose(to account.Person, token string, list []Notice) Letter {
	l := Letter{ID: store.NewID(), To: to.Mail, End: p.Site + EndPath + token}
	l.Subject = fmt.Sprintf("Thi Đua: %d thông báo mới", len(list))
	if len(list) == 1 {
		l.Subject = "Thi Đua: " + oneLine(list[0].Say.Vietnamese)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Kính gửi %s,\n\n", oneLine(to.Name))
	for i, n := range list {
		fmt.Fprintf(&b, "%d. %s\n", i+1, oneLine(n.Say.Vietnamese))
		if n.Link != "" {
			fmt.Fprintf(&b, "   %s%s\n", p.Site, n.Link)
		}
	}
	fmt.Fprintf(&b, "\nHạn tính đến hết ngày, 24 giờ 00, giờ Việt Nam (UTC+7).\n\n-- \nThư do chương trình Thi Đua tự động gửi; xin không trả lời thư này.\nĐổi cách nhận thư: %s/tai-khoan/thu-nhac\nKhông nhận thư nữa: %s\n", p.Site, l.End)
	l.Text = b.String()
	return l
}

// oneLine keeps a text from ending a line: no header and no line of the letter
// can be smuggled in.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }), " ")
}
