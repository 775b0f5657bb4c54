package account

import (
	"errors"
	"regexp"
	"strings"

	"thidua/refusal"
	"thidua/vi"
)

// logins are short, typed on any keyboard and never mistaken for an address.
var logins = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{1,39}$`)

var mails = regexp.MustCompile(`^[^@\s<>,;"]{1,64}@[a-z0-9.-]{1,185}\.[a-z]{2,63}$`)

// clean puts the person's texts into the form in which they are kept, or
// refuses those that cannot be, each by its field.
func (p *Person) clean() error {
	p.Login, p.Mail = strings.ToLower(vi.Clean(p.Login)), strings.ToLower(vi.Clean(p.Mail))
	var faults []error
	faults = append(faults, refusal.Texts(refusal.Text{Field: "name", Value: &p.Name}, refusal.Text{Field: "post", Value: &p.Post}))
	if p.Name == "" {
		faults = append(faults, refusal.Field("name", "Phải có họ tên."))
	} else if len([]rune(p.Name)) > 100 {
		faults = append(faults, refusal.Field("name", "Họ tên dài quá 100 chữ cái."))
	}
	if !logins.MatchString(p.Login) {
		faults = append(faults, refusal.Field("login", "Tên đăng nhập gồm 2 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới."))
	}
	if p.Mail != "" && !mails.MatchString(p.Mail) {
		faults = append(faults, refusal.Field("mail", "Địa chỉ thư điện tử không đúng."))
	}
	return errors.Join(faults...)
}
