package notice_test

import (
	"bytes"
	"context"
	"net/mail"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/notice"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
)

// TestCompose_noTextMakesAnotherHeaderOrRecipient lets names and notices hold
// whatever they like, line ends and headers among it.
func TestCompose_noTextMakesAnotherHeaderOrRecipient(t *testing.T) {
	post := notice.Post{Server: "smtp://127.0.0.1:1", From: "Thi Đua <thidua@example.vn>", Site: "https://thidua.example.vn"}
	evil := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"\r\nBcc: b@example.vn", "x\nTo: b@example.vn\n\nbody", "\r\n.\r\nMAIL FROM:<a>", "\u2028Bcc: b@example.vn", "a\x00b", "=?utf-8?q?=0D=0ABcc:_b@example.vn?="}))
	rapid.Check(t, func(rt *rapid.T) {
		to := account.Person{Name: evil.Draw(rt, "name"), Mail: "a@example.vn"}
		n := notice.Notice{Say: todo.Words{Vietnamese: evil.Draw(rt, "said")}, Link: "/thong-bao"}
		m, err := notice.Message(post, notice.Compose(post, to, "token", []notice.Notice{n}))
		if err != nil {
			rt.Fatal(err)
		}
		var raw bytes.Buffer
		if _, err := m.WriteTo(&raw); err != nil {
			rt.Fatal(err)
		}
		got, err := mail.ReadMessage(bytes.NewReader(raw.Bytes()))
		if err != nil {
			rt.Fatal(err)
		}
		known := map[string]bool{"Date": true, "Mime-Version": true, "Message-Id": true, "Subject": true, "User-Agent": true, "X-Mailer": true, "From": true, "To": true,
			"Content-Type": true, "Content-Transfer-Encoding": true, "List-Unsubscribe": true, "List-Unsubscribe-Post": true, "Auto-Submitted": true}
		for name, values := range got.Header {
			if !known[name] || len(values) != 1 {
				rt.Fatalf("header %s: %q", name, values)
			}
		}
		if to := got.Header.Get("To"); to != "<a@example.vn>" {
			rt.Fatalf("to %q", to)
		}
		if strings.ContainsAny(got.Header.Get("Subject"), "\r\n") {
			rt.Fatal("the subject ends a line")
		}
	})
}

func TestMessage_refusesAnAddressThatIsMoreThanOne(t *testing.T) {
	post := notice.Post{Server: "smtp://127.0.0.1:1", From: "thidua@example.vn", Site: "https://thidua.example.vn"}
	for _, to := range []string{"", "a@example.vn, b@example.vn", "a@example.vn\r\nBcc: b@example.vn", "a@example.vn>\r\nRCPT TO:<b@example.vn", "nobody"} {
		if _, err := notice.Message(post, notice.Letter{ID: "1", To: to, Subject: "x", Text: "y"}); err == nil {
			t.Errorf("%q was taken", to)
		}
	}
}

func TestWish_byTheTokenOfALetter(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Work))
		person := p.People["head"].ID
		wish := func() (how notice.How) {
			testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
				how, err = notice.WishOf(ctx, tx, person)
				return err
			})
			return how
		}
		if wish() != notice.Daily {
			t.Error("daily unless said")
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return notice.Wish(ctx, tx, person, notice.AtOnce) })
		var token string
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			token, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT token FROM notice_mail WHERE person_id = $1`, person)
			return err
		})
		end := func(token string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return notice.EndLetters(ctx, tx, token) })
		}
		for _, wrong := range []string{"", "x", strings.ToUpper(token) + "0", token[:63]} {
			if !refusal.Is(end(wrong), refusal.NotFound) {
				t.Errorf("the token %q was taken", wrong)
			}
		}
		if wish() != notice.AtOnce {
			t.Error("a wrong token changed the wish")
		}
		for range 2 {
			if err := end(token); err != nil || wish() != notice.Never {
				t.Errorf("%v, %s", err, wish())
			}
		}
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return notice.Wish(ctx, tx, person, "hourly") }); !refusal.Is(err, refusal.Invalid) {
			t.Errorf("a way that is none: %v", err)
		}
	})
}
