package account

import (
	"context"

	"thidua/access"
	"thidua/store"
	"thidua/vi"
)

// Mail is one letter.
type Mail struct {
	To      string
	Subject string
	Text    string
}

// Mailer puts a letter into the post within the act's own transaction, so that
// it goes out only if the act is done.
type Mailer func(ctx context.Context, tx *store.Tx, m Mail) error

// SendResetMail sends the person of that login or mail a link by which they
// choose a new password; site is the public address. It does nothing for
// somebody who is not here, locked or without mail, and tells nobody so. Asking
// again and again is refused alike for every name.
func SendResetMail(ctx context.Context, tx *store.Tx, day vi.Day, post Mailer, site, typed string) error {
	if err := takeGuess(ctx, tx, byMail(typed), byAddress(Address(ctx))); err != nil {
		return err
	}
	p, err := byNameOrMail(ctx, tx, typed)
	if err != nil || p.ID == "" || p.Mail == "" || p.State != Active {
		return err
	}
	token, err := newLink(ctx, tx, access.Actor{Name: p.Name, Person: p.ID}, day, p.ID, ForPassword)
	if err != nil {
		return err
	}
	return post(ctx, tx, Mail{To: p.Mail, Subject: "Chọn mật khẩu mới", Text: "Kính gửi " + p.Name + ",\n\n" +
		"Có yêu cầu chọn mật khẩu mới cho tài khoản “" + p.Login + "”. Mở đường liên kết dưới đây trong vòng 24 giờ; liên kết chỉ dùng được một lần:\n\n" +
		site + LinkPath + token + "\n\n" +
		"Nếu đồng chí không yêu cầu, xin bỏ qua thư này: mật khẩu đang dùng vẫn giữ nguyên.\n"})
}
