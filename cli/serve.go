package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"thidua/notice"
	"thidua/refusal"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/web"
	"thidua/web/account"
)

type demo struct {
	Listen string `default:"127.0.0.1:8080" help:"Địa chỉ trên máy này, mặc định 127.0.0.1:8080." placeholder:"MÁY:CỔNG"`
	Data   string `default:"thidua-demo" help:"Thư mục dữ liệu chạy thử, mặc định thidua-demo." placeholder:"THƯ-MỤC" type:"path"`
}

func (d demo) Run(con console) error {
	if !loopback(d.Listen) {
		return usageError{"chạy thử chỉ mở trên chính máy này (127.0.0.1); muốn mở ra ngoài thì dùng thidua serve."}
	}
	listener, err := listen(d.Listen)
	if err != nil {
		return err
	}
	defer listener.Close()
	db, err := place{Data: d.Data}.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := fillDemo(con, db); err != nil {
		return err
	}
	links, err := demoLinks(con, db)
	if err != nil {
		return err
	}
	con.say("Năm 2014 của Cụm thi đua đường 7: http://%s/", listener.Addr())
	con.say("Vào làm việc (mỗi đường liên kết dùng một lần; chạy lại chương trình để lấy đường liên kết mới):")
	for _, l := range links {
		con.say("  %-34s http://%s%s", l.role, listener.Addr(), l.path)
	}
	con.say("Dữ liệu ở %s. Dừng: Ctrl+C.", d.Data)
	site := "http://" + listener.Addr().String()
	return serveOn(con, listener, db, web.Options{SignIn: account.Options{Site: site, Demo: true}}, notice.Post{Site: site})
}

// fillDemo records the built-in year once; a folder used before goes on as it is.
func fillDemo(con console, db *store.DB) error {
	err := db.Read(con, func(tx *store.Tx) error {
		_, err := season.BySlug(con, tx, seasonfile.Demo)
		return err
	})
	if !refusal.Is(err, refusal.NotFound) {
		return err
	}
	raw, _ := seasonfile.Builtin(seasonfile.Demo)
	_, faults, err := seasonfile.Run(con, db, raw)
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("cli: the built-in year: %s", faults[0])
	}
	return err
}

func loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func listen(address string) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, usageError{fmt.Sprintf("không mở được địa chỉ %s: %s", address, reason(err))}
	}
	return listener, nil
}

type serve struct {
	place
	Listen string `default:"127.0.0.1:8080" help:"Địa chỉ phục vụ, mặc định 127.0.0.1:8080." placeholder:"MÁY:CỔNG"`
	door
	letters
}

func (s serve) Run(con console) error {
	options, err := s.options()
	if err != nil {
		return err
	}
	post, err := s.post(options.SignIn.Site)
	if err != nil {
		return err
	}
	options.SignIn.Mail = post.Mailer()
	listener, err := listen(s.Listen)
	if err != nil {
		return err
	}
	defer listener.Close()
	db, err := s.open(con)
	if err != nil {
		return err
	}
	defer db.Close()
	con.say("Đang phục vụ (%s): http://%s/", db.Engine(), listener.Addr())
	return serveOn(con, listener, db, options, post)
}

// serveOn answers, and does the work behind the desks, until the process is
// asked to stop; then it lets the requests and the job under way finish.
func serveOn(con console, listener net.Listener, db *store.DB, options web.Options, post notice.Post) error {
	ctx, stop := signal.NotifyContext(con.Context, syscall.SIGINT, syscall.SIGTERM)
	worked := behind(ctx, db, post)
	defer func() { stop(); <-worked }()
	server := &http.Server{Handler: web.New(db, options), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	shutdown, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(shutdown); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	con.say("Đã dừng.")
	return nil
}
