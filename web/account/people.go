package account

import (
	"context"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// The administrator's pages.
const (
	peoplePath   = "/quan-tri/nguoi-dung"
	newPath      = "/quan-tri/nguoi-dung/them"
	personPath   = "/quan-tri/nguoi-dung/{id}"
	givePath     = "/quan-tri/nguoi-dung/{id}/vai-tro"
	appointPath  = "/quan-tri/vai-tro/{id}/lam-thay"
	handOverPath = "/quan-tri/ban-giao"
)

var administrators = []access.Role{access.Admin}

func (d *Door) peoplePages() []work.Page {
	return []work.Page{
		{Path: peoplePath, Title: ui.Words{Vietnamese: "Người dùng", English: "People"}, Who: administrators, Read: readPeople},
		{Path: newPath, Title: ui.Words{Vietnamese: "Thêm người dùng", English: "Add a person"}, Who: administrators, Read: readNew, Acts: map[string]work.Act{"them": addPerson}},
		{Path: personPath, Title: ui.Words{Vietnamese: "Người dùng", English: "Person"}, Who: administrators, Read: d.readPerson,
			Acts: map[string]work.Act{"sua": editPerson, "khoa": lockPerson, "mo": unlockPerson, "bo-hai-lop": d.dropTheirSecond, "thu-hoi": revokeGrant}},
		{Path: givePath, Title: ui.Words{Vietnamese: "Giao vai trò", English: "Give a capacity"}, Who: administrators, Read: readGive, Acts: map[string]work.Act{"giao": giveGrant}},
		{Path: appointPath, Title: ui.Words{Vietnamese: "Giao người làm thay", English: "Appoint a stand-in"}, Who: administrators, Read: readAppoint, Acts: map[string]work.Act{"giao": appoint}},
		{Path: handOverPath, Title: ui.Words{Vietnamese: "Bàn giao trưởng cụm", English: "Hand a cluster over"}, Who: []access.Role{access.Admin, access.StandingBody},
			Read: readHandOver, Acts: map[string]work.Act{"ban-giao": handOver}},
		byExcel.Page(),
	}
}

// listed is a person with what they hold today.
type listed struct {
	account.Person
	grants []account.Grant
}

func (l listed) roles() string {
	var words []string
	for _, g := range l.grants {
		words = append(words, g.Label())
	}
	return strings.Join(words, "; ")
}

var people = list.Table[listed]{
	Name: ui.Words{Vietnamese: "Người dùng", English: "People"}, File: "nguoi-dung", Sort: "ten",
	Search: func(l listed) string { return strings.Join([]string{l.Name, l.Login, l.Mail, l.Post, l.roles()}, " ") },
	Empty:  ui.Words{Vietnamese: "Chưa có người dùng nào.", English: "Nobody has an account yet."},
	Columns: []list.Column[listed]{
		{Key: "ten", Words: ui.Words{Vietnamese: "Họ tên", English: "Name"}, Text: func(l listed) string { return l.Name },
			Cell: func(l listed) templ.Component { return personLink(l.Person) }, Width: 40},
		{Key: "dang-nhap", Words: ui.Words{Vietnamese: "Tên đăng nhập", English: "User name"}, Text: func(l listed) string { return l.Login }, Width: 24},
		{Key: "thu", Words: ui.Words{Vietnamese: "Thư điện tử", English: "Mail"}, Text: func(l listed) string { return l.Mail }, Width: 30},
		{Key: "vai-tro", Words: ui.Words{Vietnamese: "Vai trò đang giữ", English: "Capacities"}, Text: listed.roles, Wide: true, Width: 60},
		{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Text: func(l listed) string { return l.State.Label() },
			Cell: func(l listed) templ.Component { return personState(l.State) }, Width: 18},
	},
	Filters: []list.Filter[listed]{
		{Key: "vai-tro", Words: ui.Words{Vietnamese: "Vai trò", English: "Role"}, Options: roleOptions(), Keep: func(l listed, chosen string) bool {
			for _, g := range l.grants {
				if string(g.Role) == chosen {
					return true
				}
			}
			return false
		}},
		{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"},
			Options: []ui.Option{{Value: string(account.Active), Label: account.Active.Label()}, {Value: string(account.Locked), Label: account.Locked.Label()}},
			Keep:    func(l listed, chosen string) bool { return string(l.State) == chosen }},
	},
}

func roleOptions() []ui.Option {
	var all []ui.Option
	for _, r := range access.Roles {
		all = append(all, ui.Option{Value: string(r), Label: r.Label()})
	}
	return all
}

func readPeople(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := account.Everyone(ctx, tx)
	if err != nil {
		return nil, err
	}
	held, err := account.Held(ctx, tx, v.Today)
	if err != nil {
		return nil, err
	}
	rows := make([]listed, len(all))
	for i, p := range all {
		rows[i] = listed{p, held[p.ID]}
	}
	view := people.Of(v.Request().URL, rows)
	if view.Excel() {
		return view.File(""), nil
	}
	return peoplePage(v, view), nil
}

func readNew(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return newPage(v, f), nil
}

func personOf(f work.Form) account.Person {
	return account.Person{Name: f.Get("name"), Login: f.Get("login"), Mail: f.Get("mail"), Post: f.Get("post")}
}

func addPerson(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	id, err := account.Enter(ctx, tx, v.By, v.Today, personOf(f))
	return work.Done{To: peoplePath + "/" + id, Say: ui.Words{
		Vietnamese: "Đã thêm người dùng. Tiếp theo: giao vai trò, rồi lấy đường liên kết để người này tự chọn mật khẩu.",
		English:    "The person is added. Next: give a capacity, then make a link by which they choose a password."}}, err
}

func (d *Door) readPerson(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := account.ByID(ctx, tx, v.Asked("id"))
	if err != nil {
		return nil, err
	}
	a, err := aboutOf(ctx, tx, p.ID)
	if err != nil {
		return nil, err
	}
	clusters, err := clusterNames(ctx, tx)
	return personPage(v, p, a, clusters, d.fresh(ctx), f), err
}

func clusterNames(ctx context.Context, tx *store.Tx) (map[string]string, error) {
	all, err := cluster.All(ctx, tx)
	names := make(map[string]string, len(all))
	for _, c := range all {
		names[c.ID] = c.Name
	}
	return names, err
}

func editPerson(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	p := personOf(f)
	p.ID = v.Asked("id")
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi.", English: "Recorded."}}, account.Edit(ctx, tx, v.By, v.Today, p)
}

func lockPerson(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã khóa tài khoản. Mọi phiên làm việc của người này đã kết thúc.", English: "The account is locked and all its sessions have ended."}},
		account.Lock(ctx, tx, v.By, v.Today, v.Asked("id"))
}

func unlockPerson(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã mở khóa tài khoản.", English: "The account is unlocked."}},
		account.Unlock(ctx, tx, v.By, v.Today, v.Asked("id"))
}

func (d *Door) dropTheirSecond(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	if err := d.mustBeFresh(ctx); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã gỡ xác minh hai lớp của người này.", English: "Their second factor is off."}},
		account.DropSecond(ctx, tx, v.By, v.Today, v.Asked("id"))
}

// makeLink shows the administrator, once, the link by which a person chooses a
// new password.
func (d *Door) makeLink(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var page templ.Component
		err := desk.Writing(w, r, administrators, 0, func(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) error {
			if err := d.mustBeFresh(ctx); err != nil {
				return err
			}
			token, err := account.Reset(ctx, tx, v.By, v.Today, v.Asked("id"))
			if err != nil {
				return err
			}
			p, err := account.ByID(ctx, tx, v.Asked("id"))
			page = linkPage(v, p, d.address(r)+account.LinkPath+token)
			return err
		})
		if err == nil {
			desk.Fragment(w, r, http.StatusOK, page)
		}
		return err
	}
}

// address is the site's own, or the one this reader came by: what they are shown
// may follow their own request, what is mailed to others may not.
func (d *Door) address(r *http.Request) string {
	if d.Site != "" {
		return d.Site
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
