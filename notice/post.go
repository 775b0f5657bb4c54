package notice

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	netmail "net/mail"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"thidua/account"
	"thidua/job"
	"thidua/store"
)

// Post is how letters go out. Its zero value sends none.
type Post struct {
	Server string         // "smtp://user:password@host:587" (STARTTLS) or "smtps://host:465"; empty = no letters
	From   string         // "Thi Đua <thidua@example.vn>"
	Site   string         // public address of the site: "https://thidua.example.vn"
	Roots  *x509.CertPool // whom to believe of the server's name; nil = the machine's own list
}

// On reports whether letters go out.
func (p Post) On() bool { return p.Server != "" }

// Check says in Vietnamese what is wrong with the settings; nil when letters can
// go out, or none are wanted.
func (p Post) Check() error {
	if !p.On() {
		return nil
	}
	if _, err := p.client(); err != nil {
		return err
	}
	if _, err := netmail.ParseAddress(p.From); err != nil {
		return fmt.Errorf("địa chỉ người gửi thư “%s” không đúng", p.From)
	}
	site, err := url.Parse(p.Site)
	if err != nil || site.Host == "" || site.Scheme != "https" && site.Scheme != "http" || site.Path != "" {
		return fmt.Errorf("địa chỉ công khai của trang “%s” phải như https://thidua.example.vn", p.Site)
	}
	return nil
}

// sendKind is the job that sends one letter.
const sendKind = "notice.send"

// Mailer puts a letter that a person asked for into the queue; nil when no
// letters go out.
func (p Post) Mailer() account.Mailer {
	if !p.On() {
		return nil
	}
	return func(ctx context.Context, tx *store.Tx, m account.Mail) error {
		id := store.NewID()
		return job.Add(ctx, tx, sendKind, id, Letter{ID: id, To: m.To, Subject: oneLine(m.Subject), Text: m.Text})
	}
}

// send sends the letter of a job. What no further try can cure, such as a
// mailbox that is not there, is hopeless.
func (p Post) send(ctx context.Context, _ *store.DB, j job.Job) error {
	var l Letter
	if err := json.Unmarshal([]byte(j.Payload), &l); err != nil {
		return job.Hopeless(err)
	}
	m, err := p.message(l)
	if err != nil {
		return job.Hopeless(err)
	}
	client, err := p.client()
	if err != nil {
		return err
	}
	err = client.DialAndSendWithContext(ctx, m)
	var refused *mail.SendError
	if errors.As(err, &refused) && refused.ErrorCode() >= 500 {
		return job.Hopeless(err)
	}
	if m.IsDelivered() {
		return nil // the server took it; that it then closed the line badly costs no second letter
	}
	return err
}

func (p Post) message(l Letter) (*mail.Msg, error) {
	m := mail.NewMsg()
	if err := m.From(p.From); err != nil {
		return nil, err
	}
	if err := m.To(l.To); err != nil {
		return nil, err
	}
	m.Subject(oneLine(l.Subject))
	m.SetDate()
	m.SetMessageIDWithValue(l.ID + "@" + p.host())
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: no answer by machines
	if l.End != "" {
		m.SetGenHeaderPreformatted(mail.HeaderListUnsubscribe, "<"+l.End+">")
		m.SetListUnsubscribePost() // RFC 8058: one click
	}
	m.SetBodyString(mail.TypeTextPlain, l.Text)
	return m, nil
}

func (p Post) host() string {
	if site, err := url.Parse(p.Site); err == nil && site.Hostname() != "" {
		return site.Hostname()
	}
	return "localhost"
}

// client reads the server's address. The line is encrypted without exception,
// unless the server is on this very machine and does not offer it.
func (p Post) client() (*mail.Client, error) {
	server, err := url.Parse(p.Server)
	if err != nil || server.Hostname() == "" || server.Scheme != "smtp" && server.Scheme != "smtps" {
		return nil, errors.New("địa chỉ máy chủ thư phải như smtp://máy:587 hoặc smtps://máy:465")
	}
	options := []mail.Option{mail.WithTimeout(30 * time.Second), mail.WithHELO(p.host()),
		mail.WithTLSConfig(&tls.Config{ServerName: server.Hostname(), RootCAs: p.Roots, MinVersion: tls.VersionTLS12})}
	switch {
	case server.Scheme == "smtps":
		options = append(options, mail.WithSSL(), mail.WithPort(portOf(server, 465)))
	case loopback(server.Hostname()):
		options = append(options, mail.WithTLSPolicy(mail.TLSOpportunistic), mail.WithPort(portOf(server, 25)))
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory), mail.WithPort(portOf(server, 587)))
	}
	if name := server.User.Username(); name != "" {
		password, _ := server.User.Password()
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(name), mail.WithPassword(password))
	}
	return mail.NewClient(server.Hostname(), options...)
}

func portOf(u *url.URL, standard int) int {
	if n, err := strconv.Atoi(u.Port()); err == nil {
		return n
	}
	return standard
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}
