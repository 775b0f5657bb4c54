package notice_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua/access"
	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/job"
	"thidua/notice"
	"thidua/season"
	"thidua/store"
)

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

// mailServer is a real mail server (aiosmtpd, from Debian's packages) that
// keeps what it takes in a folder.
type mailServer struct {
	address string
	folder  string
	roots   *x509.CertPool
}

// startServer starts one with the arguments; TLS tells "", "starttls" or "smtps".
func startServer(t *testing.T, tls string) mailServer {
	t.Helper()
	program, err := exec.LookPath("aiosmtpd")
	if err != nil {
		t.Fatal("aiosmtpd is not installed: run the tests with ./test, which installs it")
	}
	s := mailServer{address: freeAddress(t), folder: filepath.Join(t.TempDir(), "mail"), roots: x509.NewCertPool()}
	args := []string{"-n", "-l", s.address, "-c", "aiosmtpd.handlers.Mailbox"}
	if tls != "" {
		cert, key := certificate(t, s.roots)
		flag := map[string]string{"starttls": "--tls", "smtps": "--smtps"}[tls]
		args = append(args, flag+"cert", cert, flag+"key", key)
	}
	server := exec.Command(program, append(args, s.folder)...)
	server.Stderr = os.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	for range 100 {
		if line, err := net.Dial("tcp", s.address); err == nil {
			_ = line.Close()
			return s
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the mail server did not start")
	return s
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func certificate(t *testing.T, roots *x509.CertPool) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "127.0.0.1"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.ParseIP("127.0.0.1")}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature}
	raw, err := x509.CreateCertificate(rand.Reader, c, c, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	parsed, _ := x509.ParseCertificate(raw)
	roots.AddCert(parsed)
	return pemFile(t, "CERTIFICATE", raw), pemFile(t, "PRIVATE KEY", secret)
}

func pemFile(t *testing.T, kind string, raw []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file.pem")
	if err := os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// letters are what the server took so far.
func (s mailServer) letters(t *testing.T) (all []*mail.Message) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(s.folder, "new", "*"))
	for _, f := range files {
		raw, err := os.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		m, err := mail.ReadMessage(raw)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
		t.Cleanup(func() { _ = raw.Close() })
	}
	return all
}

func textOf(t *testing.T, m *mail.Message) string {
	t.Helper()
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(body), "\r\n", "\n")
}

func worker(db *store.DB, p notice.Post) *job.Worker {
	return &job.Worker{DB: db, Kinds: notice.Jobs(p), Log: quiet}
}

func run(t *testing.T, w *job.Worker) {
	t.Helper()
	if _, err := w.RunDue(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func withMail(t *testing.T, p *province.Province) {
	t.Helper()
	testkit.Exec(t, p.DB, `UPDATE person SET mail = login || '@example.vn'`)
}

// TestPost_aReminderIsALetterAtTheRealServer goes the whole way: the act, the
// journal, the notice, the queue, the server.
func TestPost_aReminderIsALetterAtTheRealServer(t *testing.T) {
	for name, tls := range map[string]string{"without encryption on this machine": "", "with STARTTLS": "starttls", "with TLS from the start": "smtps"} {
		t.Run(name, func(t *testing.T) {
			testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
				s := startServer(t, tls)
				scheme := "smtp"
				if tls == "smtps" {
					scheme = "smtps"
				}
				post := notice.Post{Server: scheme + "://" + s.address, From: "Thi Đua <thidua@example.vn>", Site: "https://thidua.example.vn", Roots: s.roots}
				if err := post.Check(); err != nil {
					t.Fatal(err)
				}
				p := province.New(t, db, province.Phase(season.SelfScoring))
				withMail(t, p)
				w := worker(db, post)
				run(t, w)
				record(t, p, "head", access.Remind, "reminder:"+p.Season.ID+":"+p.Unit["ky-son"], map[string]string{"step": "self_score"})
				record(t, p, "head", access.MovePhase, "season:"+p.Season.ID, "open_cross_scoring")
				now := testkit.Today.Add(time.Minute)
				db.SetClock(func() time.Time { return now })
				run(t, w)
				run(t, w)
				letters := s.letters(t)
				if len(letters) != 2 {
					t.Fatalf("%d letters, want one each to officer and leader of the unit", len(letters))
				}
				checkLetter(t, letters[0])
				run(t, w)
				if n := len(s.letters(t)); n != 2 {
					t.Errorf("%d letters after another run", n)
				}
			})
		})
	}
}

func checkLetter(t *testing.T, m *mail.Message) {
	t.Helper()
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || !strings.HasPrefix(subject, "Thi Đua: Đề nghị đơn vị nộp phiếu tự chấm điểm") {
		t.Errorf("subject %q, %v", subject, err)
	}
	if kind := m.Header.Get("Content-Type"); !strings.Contains(kind, "text/plain") || !strings.Contains(kind, "UTF-8") {
		t.Errorf("content type %q", kind)
	}
	text := textOf(t, m)
	for _, want := range []string{"Kính gửi ", "https://thidua.example.vn/lam/thu-2014/tu-cham", "24 giờ 00, giờ Việt Nam (UTC+7)", "Không nhận thư nữa: https://thidua.example.vn/thu/ngung/"} {
		if !strings.Contains(text, want) {
			t.Errorf("the letter lacks %q:\n%s", want, text)
		}
	}
	end := strings.Trim(m.Header.Get("List-Unsubscribe"), "<>")
	if !strings.HasPrefix(end, "https://thidua.example.vn/thu/ngung/") || len(end) < 90 || !strings.Contains(text, end) {
		t.Errorf("List-Unsubscribe %q", end)
	}
	if m.Header.Get("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click" || m.Header.Get("Message-Id") == "" || m.Header.Get("Auto-Submitted") != "auto-generated" {
		t.Errorf("headers %v", m.Header)
	}
}

// TestPost_aServerAwayWithoutEncryptionGetsNoLetter: 0.0.0.0 reaches this
// machine, but is no loopback address.
func TestPost_aServerAwayWithoutEncryptionGetsNoLetter(t *testing.T) {
	s := startServer(t, "")
	_, port, _ := net.SplitHostPort(s.address)
	post := notice.Post{Server: "smtp://0.0.0.0:" + port, From: "thidua@example.vn", Site: "https://thidua.example.vn"}
	err := notice.Send(post, context.Background(), nil, job.Job{Payload: `{"id":"1","to":"a@example.vn","subject":"x","text":"y"}`})
	if err == nil || len(s.letters(t)) != 0 {
		t.Fatalf("the letter went out in the clear: %v", err)
	}
}

func TestPost_aCertificateOfAnotherIsNotBelieved(t *testing.T) {
	s := startServer(t, "smtps")
	post := notice.Post{Server: "smtps://" + s.address, From: "thidua@example.vn", Site: "https://thidua.example.vn", Roots: x509.NewCertPool()}
	err := notice.Send(post, context.Background(), nil, job.Job{Payload: `{"id":"1","to":"a@example.vn","subject":"x","text":"y"}`})
	if err == nil || len(s.letters(t)) != 0 {
		t.Fatalf("got %v", err)
	}
}

// moody answers as a mail server does, but refuses at one command.
type moody struct {
	mu     sync.Mutex
	at     string // the command it refuses; "" takes letters
	says   string // its refusal
	taken  []string
	listen net.Listener
}

func startMoody(t *testing.T) *moody {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m := &moody{listen: l}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			line, err := l.Accept()
			if err != nil {
				return
			}
			go m.talk(line)
		}
	}()
	return m
}

func (m *moody) mood(at, says string) { m.mu.Lock(); defer m.mu.Unlock(); m.at, m.says = at, says }

func (m *moody) talk(line net.Conn) {
	defer line.Close()
	in := bufio.NewScanner(line)
	fmt.Fprint(line, "220 moody\r\n")
	for in.Scan() {
		m.mu.Lock()
		at, says := m.at, m.says
		m.mu.Unlock()
		word, _, _ := strings.Cut(strings.ToUpper(in.Text()), " ")
		switch {
		case word == at && says == "":
			return // hangs up
		case word == at:
			fmt.Fprintf(line, "%s\r\n", says)
		case word == "DATA":
			fmt.Fprint(line, "354 go on\r\n")
			var b strings.Builder
			for in.Scan() && in.Text() != "." {
				b.WriteString(in.Text() + "\n")
			}
			if at == "." {
				if says == "" {
					return
				}
				fmt.Fprintf(line, "%s\r\n", says)
				continue
			}
			m.mu.Lock()
			m.taken = append(m.taken, b.String())
			m.mu.Unlock()
			fmt.Fprint(line, "250 taken\r\n")
		case word == "QUIT":
			fmt.Fprint(line, "221 bye\r\n")
			return
		default:
			fmt.Fprint(line, "250 ok\r\n")
		}
	}
}

func (m *moody) letters() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]string(nil), m.taken...)
}

// TestPost_whatFailsIsSentOnceLater: a server that will not now, hangs up or is
// away gets the letter later, once; one that never will is not asked again.
func TestPost_whatFailsIsSentOnceLater(t *testing.T) {
	for name, c := range map[string]struct {
		at, says string
		later    bool
	}{
		"no mailbox of that name":    {"RCPT", "550 5.1.1 no such user", false},
		"the mailbox is full":        {"RCPT", "452 4.2.2 mailbox full", true},
		"greylisting":                {"RCPT", "451 4.7.1 try again later", true},
		"it hangs up at the start":   {"EHLO", "", true},
		"it hangs up in the middle":  {"MAIL", "", true},
		"it hangs up after the text": {".", "", true},
		"it will not take the text":  {".", "451 4.3.0 try again", true},
	} {
		t.Run(name, func(t *testing.T) {
			testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
				m := startMoody(t)
				m.mood(c.at, c.says)
				post := notice.Post{Server: "smtp://" + m.listen.Addr().String(), From: "thidua@example.vn", Site: "https://thidua.example.vn"}
				now := testkit.Today
				db.SetClock(func() time.Time { return now })
				testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
					return post.Mailer()(ctx, tx, account.Mail{To: "a@example.vn", Subject: "Chọn mật khẩu mới", Text: "…"})
				})
				w := &job.Worker{DB: db, Kinds: []job.Kind{post.SendJob()}, Log: quiet}
				run(t, w)
				if n := len(m.letters()); n != 0 {
					t.Fatalf("%d letters were taken", n)
				}
				m.mood("", "")
				for range 3 {
					now = now.Add(10 * time.Minute)
					run(t, w)
				}
				var dead int
				testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) { dead, err = job.CountDead(ctx, tx); return err })
				want := map[bool]int{true: 1, false: 0}[c.later]
				if n := len(m.letters()); n != want || dead != 1-want {
					t.Fatalf("%d letters later, %d dead", n, dead)
				}
			})
		})
	}
}

func TestPost_digestIsOneLetterADayAndTheWishIsKept(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		m := startMoody(t)
		post := notice.Post{Server: "smtp://" + m.listen.Addr().String(), From: "thidua@example.vn", Site: "https://thidua.example.vn"}
		p := province.New(t, db, province.Phase(season.CrossScoring))
		now := testkit.Today
		db.SetClock(func() time.Time { return now })
		w := worker(db, post)
		run(t, w)
		testkit.Exec(t, db, `UPDATE person SET mail = 'member@example.vn' WHERE login = 'member'`, `UPDATE person SET mail = 'secretary@example.vn' WHERE login = 'secretary'`,
			`UPDATE person SET mail = 'decider@example.vn' WHERE login = 'decider'`)
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			if err := notice.Wish(ctx, tx, p.People["decider"].ID, notice.Never); err != nil {
				return err
			}
			return notice.Wish(ctx, tx, p.People["secretary"].ID, notice.AtOnce)
		})
		for _, step := range []string{"open_cross_scoring", "open_appraisal"} {
			record(t, p, "head", access.MovePhase, "season:"+p.Season.ID, step)
			now = now.Add(time.Minute)
			run(t, w)
			run(t, w)
		}
		to := func(who string) (n int) {
			for _, l := range m.letters() {
				if strings.Contains(l, "To: <"+who+"@example.vn>") {
					n++
				}
			}
			return n
		}
		if to("secretary") != 2 || to("member") != 0 || to("decider") != 0 {
			t.Fatalf("at once: %d, daily: %d, never: %d", to("secretary"), to("member"), to("decider"))
		}
		now = now.Add(24 * time.Hour)
		run(t, w)
		run(t, w)
		if to("secretary") != 2 || to("member") != 1 || to("decider") != 0 {
			t.Fatalf("in the morning: at once %d, daily %d, never %d", to("secretary"), to("member"), to("decider"))
		}
		now = now.Add(24 * time.Hour)
		run(t, w)
		if to("member") != 1 {
			t.Fatal("told again what was told")
		}
	})
}

func TestCheck_refusesSettingsWithWhichNoLetterGoesOut(t *testing.T) {
	good := notice.Post{Server: "smtps://mail.example.vn", From: "Thi Đua <thidua@example.vn>", Site: "https://thidua.example.vn"}
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	if err := (notice.Post{}).Check(); err != nil {
		t.Errorf("no letters at all: %v", err)
	}
	for name, change := range map[string]func(*notice.Post){
		"a server without a scheme":     func(p *notice.Post) { p.Server = "mail.example.vn:25" },
		"a server of another scheme":    func(p *notice.Post) { p.Server = "http://mail.example.vn" },
		"no sender":                     func(p *notice.Post) { p.From = "" },
		"a sender with another header":  func(p *notice.Post) { p.From = "a@example.vn\r\nBcc: b@example.vn" },
		"no public address":             func(p *notice.Post) { p.Site = "" },
		"a public address with a path":  func(p *notice.Post) { p.Site = "https://example.vn/thidua/" },
		"a public address of no scheme": func(p *notice.Post) { p.Site = "thidua.example.vn" },
	} {
		p := good
		change(&p)
		if err := p.Check(); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
