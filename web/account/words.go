package account

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"thidua/account"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// wrong is the sentence beside a field.
func wrong(refusals []*refusal.Error, field string) string {
	for _, e := range refusals {
		if e.Field == field {
			return e.Sentence
		}
	}
	return ""
}

func signOnAt(back string) string {
	return "/dang-nhap/tap-trung?" + url.Values{"ve": {back}}.Encode()
}

func keyAt(back string) string { return "/dang-nhap/khoa?" + url.Values{"ve": {back}}.Encode() }

// changedOn says since when a password is in use.
func changedOn(ctx context.Context, c account.Credential) string {
	if c.Password == "" {
		return ui.T(ctx, "Chưa đặt mật khẩu.", "No password is set.")
	}
	return ui.T(ctx, "Đặt lúc ", "Set at ") + stored(c.ChangedAt) + "."
}

func usedAt(ctx context.Context, at string) string {
	if at == "" {
		return ui.T(ctx, " · chưa dùng", " · never used")
	}
	return ui.T(ctx, " · dùng lần cuối ", " · last used ") + stored(at)
}

// stored is a time as the records keep it, as people here read it.
func stored(at string) string {
	var t store.Time
	if t.Scan(at) != nil {
		return ""
	}
	return moment(t)
}

// span is when a capacity holds, and by which document.
func span(g account.Grant) string {
	words := "Từ " + g.From.Short()
	if g.From.IsZero() {
		words = "Không ghi ngày bắt đầu"
	}
	if !g.Until.IsZero() {
		words += " đến hết " + g.Until.AddDays(-1).Short()
	}
	if g.Document != "" {
		words += " · " + g.Document
	}
	return words
}

// spaced sets a secret in groups of four, to be typed.
func spaced(secret string) string {
	var groups []string
	for len(secret) > 4 {
		groups, secret = append(groups, secret[:4]), secret[4:]
	}
	return strings.Join(append(groups, secret), " ")
}

// device names the browser and the system it runs on, as far as they tell.
func device(ctx context.Context, agent string) string {
	browser, system := first(agent, browsers), first(agent, systems)
	switch {
	case browser == "" && system == "":
		return ui.T(ctx, "Trình duyệt không rõ", "Unknown browser")
	case system == "":
		return browser
	case browser == "":
		return system
	}
	return browser + ui.T(ctx, " trên ", " on ") + system
}

// What browsers put into their names; the first that fits counts, for most of
// them also name those before them.
var (
	browsers = [][2]string{{"coc_coc", "Cốc Cốc"}, {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}
	systems  = [][2]string{{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS", "macOS"}, {"Linux", "Linux"}}
)

func first(agent string, marks [][2]string) string {
	for _, m := range marks {
		if strings.Contains(agent, m[0]) {
			return m[1]
		}
	}
	return ""
}

func onOff(ctx context.Context, on bool) string {
	if on {
		return ui.T(ctx, "đang bật", "on")
	}
	return ui.T(ctx, "chưa bật", "off")
}

// lasts reports whether a capacity holds or will hold.
func lasts(g account.Grant, today vi.Day) bool {
	return (g.Until.IsZero() || today.Before(g.Until)) && (g.Until.IsZero() || g.From.Before(g.Until))
}

func clusterOptions(ctx context.Context, all []cluster.Cluster) []ui.Option {
	options := []ui.Option{{Value: "", Label: ui.T(ctx, "không giới hạn", "no bound")}}
	for _, c := range all {
		options = append(options, ui.Option{Value: c.ID, Label: c.Name})
	}
	return options
}

func memberOptions(all []cluster.Member) (options []ui.Option) {
	for _, m := range all {
		options = append(options, ui.Option{Value: m.Unit, Label: m.Name})
	}
	return options
}

func personOptions(all []account.Person, but account.Person) (options []ui.Option) {
	for _, p := range all {
		if p.ID != but.ID && p.State == account.Active {
			options = append(options, ui.Option{Value: p.ID, Label: p.Name + " (" + p.Login + ")"})
		}
	}
	return options
}

func hows() []ui.Option {
	return []ui.Option{{Value: string(account.Delegated), Label: account.Delegated.Label()}, {Value: string(account.Acting), Label: account.Acting.Label()}}
}

func ticked(f work.Form, person string) bool { return slices.Contains(f.All("people"), person) }
