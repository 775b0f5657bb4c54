package meeting_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/meeting"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// viewer reads the projector's stream of a running site.
type viewer struct {
	t       testing.TB
	matters chan string
}

func (h hall) look(t testing.TB, site, who string) viewer {
	t.Helper()
	ctx, leave := context.WithCancel(context.Background())
	t.Cleanup(leave)
	r, err := http.NewRequestWithContext(ctx, "GET", site+h.at("trinh-chieu/dong"), nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Cookie", h.Cookie(who))
	r.Header.Set("Accept-Encoding", "gzip")
	w, err := http.DefaultTransport.RoundTrip(r)
	if err != nil || w.StatusCode != 200 || w.Header.Get("Content-Type") != "text/event-stream" || w.Header.Get("Content-Encoding") != "" {
		t.Fatalf("the stream answers %v, %v", w, err)
	}
	v := viewer{t, make(chan string, 9)}
	go func() {
		defer w.Body.Close()
		lines := bufio.NewScanner(w.Body)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var page string
				if json.Unmarshal([]byte(text), &page) == nil {
					v.matters <- page
				}
			}
		}
	}()
	return v
}

// next is what the stream sends next.
func (v viewer) next() string {
	v.t.Helper()
	select {
	case page := <-v.matters:
		return page
	case <-time.After(5 * time.Second):
		v.t.Fatal("the stream sent nothing")
		return ""
	}
}

// still fails when the stream sends anything within two glances.
func (v viewer) still() {
	v.t.Helper()
	select {
	case page := <-v.matters:
		v.t.Fatalf("the stream sent %s", page)
	case <-time.After(2500 * time.Millisecond):
	}
}

func TestStream_tellsEveryViewerWhatHappensAndNothingTwice(t *testing.T) {
	h := open(t)
	h.run(meeting.Running)
	site := h.Serve()
	first, second := h.look(t, site, "head"), h.look(t, site, "officer:ky-son")
	for _, v := range []viewer{first, second} {
		if page := v.next(); !strings.Contains(page, "4/5") || strings.Contains(page, "mục 1/2") {
			t.Fatalf("at first: %s", page)
		}
	}
	h.post("head", "dieu-hanh", form("muc", "so", "2"))
	for _, v := range []viewer{first, second} {
		if page := v.next(); !strings.Contains(page, "mục 2/2") || !strings.Contains(page, "Suy tôn đề nghị tặng Cờ thi đua</h1>") {
			t.Fatalf("after the item: %s", page)
		}
	}
	first.still()
}

func TestStream_endsForWhomTheRoomIsClosed(t *testing.T) {
	h := open(t)
	h.run(meeting.Running)
	site := h.Serve()
	h.look(t, site, "officer:ky-son").next()
	testkit.Exec(t, h.DB, `UPDATE role_grant SET until_day = '2014-11-22' WHERE person_id = '`+h.People["officer:ky-son"].ID+`'`)
	if w := h.As("officer:ky-son").Get(h.at("trinh-chieu/dong")); w.Code != 403 {
		t.Fatalf("the browser asks again after a capacity has ended: %d", w.Code)
	}
}

// TestScreen_isTheSameToTheByteWhateverIsBeingCounted opens a paper vote and
// lets a teller enter counts: the projector and its stream must not move.
func TestScreen_isTheSameToTheByteWhateverIsBeingCounted(t *testing.T) {
	h := open(t)
	h.run(meeting.Running)
	day := vi.MustDay("2014-11-22")
	head := h.Actor("head")
	var poll string
	testkit.Write(t, h.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		poll, err = voting.Prepare(ctx, tx, head, day, voting.Vote{Season: h.Season.ID, Conference: h.c, Question: "Suy tôn huyện Con Cuông", Method: voting.Paper,
			Body: voting.Cluster, Denominator: voting.OfEstablishment, Threshold: exact.Ratio(2, 3), Options: []voting.Option{{Label: "Huyện Con Cuông", Candidate: h.Unit["con-cuong"]}}})
		if err != nil {
			return err
		}
		return voting.OpenPoll(ctx, tx, head, day, poll, voting.Presence{Units: present(t, ctx, tx, h.c).Attendance.Here()}, []string{h.People["standing"].ID, h.People["standing2"].ID})
	})
	screen := func() string { return h.As("officer:ky-son").Get(h.at("trinh-chieu")).Body.String() }
	before := screen()
	for _, want := range []string{"Suy tôn huyện Con Cuông", "kết quả chỉ mở sau khi đóng phiếu", "ít nhất 4 phiếu"} {
		if !strings.Contains(before, want) {
			t.Errorf("the screen lacks %q", want)
		}
	}
	if w := h.As("head").Post(h.at("dieu-hanh"), form("be-mac")); w.Code != 409 || !strings.Contains(refusals(w), "chưa kết thúc") {
		t.Errorf("it ended over an open vote: %d %s", w.Code, refusals(w))
	}
	tally := voting.Tally{Issued: new(4), Returned: new(4), Valid: new(4), Invalid: new(0), Options: []voting.Option{{For: new(4), Against: new(0), Blank: new(0)}}}
	count := func(by access.Actor) {
		t.Helper()
		testkit.Write(t, h.DB, func(ctx context.Context, tx *store.Tx) error {
			_, err := voting.Count(ctx, tx, by, day, poll, tally)
			return err
		})
	}
	count(h.Actor("standing"))
	if after := screen(); after != before {
		t.Errorf("the screen moved while ballots were counted:\n%s\n%s", before, after)
	}
	count(h.Actor("standing2"))
	if after := screen(); !strings.Contains(after, "4 phiếu đồng ý trên tổng số 5 thành viên") {
		t.Errorf("the result is not told after the vote: %s", after)
	}
}

func present(t testing.TB, ctx context.Context, tx *store.Tx, id string) meeting.Conference {
	t.Helper()
	c, err := meeting.ByID(ctx, tx, id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
