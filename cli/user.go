package cli

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// users are the commands on people with an account: for the first administrator,
// and for when nobody can sign in.
type users struct {
	Add    addUser    `cmd:"" help:"Thêm người dùng và in đường liên kết để người ấy tự chọn mật khẩu."`
	Lock   lockUser   `cmd:"" help:"Khóa tài khoản; mọi phiên làm việc kết thúc ngay."`
	Unlock unlockUser `cmd:"" help:"Mở khóa tài khoản."`
	Reset  resetUser  `cmd:"" help:"Hủy mật khẩu cũ và in đường liên kết dùng một lần trong 24 giờ."`
}

type addUser struct {
	place
	Login   string `arg:"" help:"Tên đăng nhập: chữ không dấu, chữ số, dấu chấm, gạch nối."`
	Name    string `required:"" placeholder:"HỌ-TÊN" help:"Họ tên."`
	Mail    string `placeholder:"THƯ" help:"Địa chỉ thư điện tử."`
	Post    string `placeholder:"CHỨC-VỤ" help:"Chức vụ."`
	Role    string `placeholder:"VAI-TRÒ" help:"Vai trò giao ngay: admin, standing_body, emulation_officer, leader, cluster_head, cluster_deputy, council_member, council_secretary, decider, inspector."`
	Unit    string `placeholder:"MÃ" help:"Mã đơn vị của vai trò."`
	Cluster string `placeholder:"TÊN-CỤM" help:"Tên cụm của vai trò."`
}

func (a addUser) Run(con console) error {
	return a.write(con, func(tx *store.Tx, day vi.Day) (string, error) {
		id, err := account.Enter(con, tx, operator, day, account.Person{Name: a.Name, Login: a.Login, Mail: a.Mail, Post: a.Post})
		if err != nil {
			return "", err
		}
		if a.Role != "" {
			g := account.Grant{Person: id, Role: access.Role(a.Role), From: day}
			if g.Unit, g.Cluster, err = a.bounds(con, tx, day); err != nil {
				return "", err
			}
			if _, err := account.Give(con, tx, operator, day, g); err != nil {
				return "", err
			}
		}
		return linkFor(con, tx, day, id)
	})
}

// bounds are the ids of the unit and the cluster that were named.
func (a addUser) bounds(ctx context.Context, tx *store.Tx, day vi.Day) (unit, clusterID string, err error) {
	if a.Unit != "" {
		u, err := org.ByCode(ctx, tx, a.Unit, day)
		if err != nil {
			return "", "", err
		}
		unit = u.ID
	}
	if a.Cluster == "" {
		return unit, "", nil
	}
	found, err := cluster.Find(ctx, tx, a.Cluster)
	if err == nil && len(found) != 1 {
		err = usageError{fmt.Sprintf("có %d cụm tên “%s”", len(found), a.Cluster)}
	}
	if err != nil {
		return "", "", err
	}
	return unit, found[0].ID, nil
}

// linkFor makes the link by which a person chooses a password, as a line to print.
func linkFor(ctx context.Context, tx *store.Tx, day vi.Day, person string) (string, error) {
	token, err := account.Reset(ctx, tx, operator, day, person)
	return "Đường liên kết chọn mật khẩu, dùng một lần trong 24 giờ (thêm địa chỉ trang vào trước): " + account.LinkPath + token, err
}

type oneUser struct {
	place
	Login string `arg:"" help:"Tên đăng nhập hoặc thư điện tử."`
}

// do runs work on the person who was named and prints what it says.
func (o oneUser) do(con console, work func(tx *store.Tx, day vi.Day, p account.Person) (string, error)) error {
	return o.write(con, func(tx *store.Tx, day vi.Day) (string, error) {
		p, err := account.ByLogin(con, tx, o.Login)
		if err != nil {
			return "", err
		}
		return work(tx, day, p)
	})
}

// write runs work in one transaction and prints what it says once it is done.
func (p place) write(con console, work func(tx *store.Tx, day vi.Day) (string, error)) error {
	db, err := p.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	said := ""
	err = db.Write(con, func(tx *store.Tx) (err error) {
		said, err = work(tx, vi.DayOf(tx.Now.Time))
		return err
	})
	if err == nil {
		con.say("%s", said)
	}
	return err
}

type lockUser struct{ oneUser }

func (l lockUser) Run(con console) error {
	return l.do(con, func(tx *store.Tx, day vi.Day, p account.Person) (string, error) {
		return "Đã khóa tài khoản " + p.Login + ".", account.Lock(con, tx, operator, day, p.ID)
	})
}

type unlockUser struct{ oneUser }

func (u unlockUser) Run(con console) error {
	return u.do(con, func(tx *store.Tx, day vi.Day, p account.Person) (string, error) {
		return "Đã mở khóa tài khoản " + p.Login + ".", account.Unlock(con, tx, operator, day, p.ID)
	})
}

type resetUser struct {
	oneUser
	Temporary bool `help:"In một mật khẩu tạm thay cho đường liên kết; đăng nhập xong phải đổi ngay."`
	Second    bool `name:"drop-second" help:"Gỡ cả xác minh hai lớp, khi mất điện thoại và mã dự phòng."`
}

func (r resetUser) Run(con console) error {
	password := strings.ToLower(rand.Text()[:20])
	hash := ""
	if r.Temporary {
		var err error
		if hash, err = account.Hash(con, password); err != nil {
			return err
		}
	}
	return r.do(con, func(tx *store.Tx, day vi.Day, p account.Person) (string, error) {
		if r.Second {
			if err := account.DropSecond(con, tx, operator, day, p.ID); err != nil {
				return "", err
			}
		}
		if r.Temporary {
			return "Mật khẩu tạm của " + p.Login + ", phải đổi khi đăng nhập: " + password,
				account.SetPassword(con, tx, operator, day, p.ID, hash, true)
		}
		return linkFor(con, tx, day, p.ID)
	})
}
