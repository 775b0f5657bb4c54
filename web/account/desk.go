package account

import (
	"net/http"

	"thidua/web/ui"
	"thidua/web/work"
)

// The pages of one's own account.
const (
	ownPath      = "/tai-khoan"
	passwordPath = "/tai-khoan/mat-khau"
	mailPath     = "/tai-khoan/thu"
	secondPath   = "/tai-khoan/hai-lop"
	keysPath     = "/tai-khoan/khoa"
	sessionsPath = "/tai-khoan/phien"
)

// Pages are the working pages of one's own account and of the administrator.
func (d *Door) Pages() []work.Page {
	return append([]work.Page{
		{Path: ownPath, Title: ui.Words{Vietnamese: "Tài khoản", English: "Account"}, Read: d.own, Alone: true},
		{Path: passwordPath, Title: ui.Words{Vietnamese: "Đổi mật khẩu", English: "Change the password"}, Read: d.passwordPage, Alone: true},
		{Path: confirmPath, Title: ui.Words{Vietnamese: "Xác minh danh tính", English: "Confirm who you are"}, Read: d.confirmPage, Alone: true},
		{Path: mailPath, Title: ui.Words{Vietnamese: "Thư điện tử", English: "Mail address"}, Read: d.mailPage, Acts: map[string]work.Act{"thu": d.changeMail}, Alone: true},
		{Path: secondPath, Title: ui.Words{Vietnamese: "Xác minh hai lớp", English: "Second factor"}, Read: d.secondPage, Alone: true,
			Acts: map[string]work.Act{"bat-dau": d.beginSecond, "tat": d.dropSecond}},
		{Path: keysPath, Title: ui.Words{Vietnamese: "Khóa truy cập", English: "Passkeys"}, Read: d.keysPage, Acts: map[string]work.Act{"bo": d.dropKey}, Alone: true},
		{Path: sessionsPath, Title: ui.Words{Vietnamese: "Phiên làm việc", English: "Sessions"}, Read: d.sessionsPage, Alone: true,
			Acts: map[string]work.Act{"ket-thuc": d.endSession, "moi-noi": d.endOthers}},
	}, d.peoplePages()...)
}

// Raws are the addresses whose answer is shown once, or read by a script.
func (d *Door) Raws() []work.Raw {
	return []work.Raw{
		{Pattern: "POST " + passwordPath, Serve: d.changePassword},
		{Pattern: "POST " + confirmPath, Serve: d.confirm},
		{Pattern: "POST " + secondPath + "/ma", Serve: d.confirmSecond},
		{Pattern: "POST " + secondPath + "/du-phong", Serve: d.newCodes},
		{Pattern: "GET " + secondPath + "/{step}", Serve: leadTo(secondPath)},
		{Pattern: "POST " + keysPath + "/hoi", Serve: d.offerKey},
		{Pattern: "POST " + keysPath + "/them", Serve: d.takeKey},
		{Pattern: "POST " + personPath + "/lien-ket", Serve: d.makeLink},
		byExcel.Raw(),
	}
}

// leadTo leads whoever opens the address of a form to the page it stands on.
func leadTo(page string) func(work.Desk) work.Handler {
	return func(work.Desk) work.Handler {
		return func(w http.ResponseWriter, r *http.Request) error {
			http.Redirect(w, r, page, http.StatusSeeOther)
			return nil
		}
	}
}
