package job_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/job"
	"thidua/store"
	"thidua/vi"
)

var ctx = context.Background()

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

// clock is a time the test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) on(db *store.DB) {
	c.now = testkit.Today
	db.SetClock(func() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.now })
}

func (c *clock) pass(d time.Duration) { c.mu.Lock(); defer c.mu.Unlock(); c.now = c.now.Add(d) }

func add(t *testing.T, db *store.DB, kind, key string, payload any) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return job.Add(ctx, tx, kind, key, payload) })
}

func work(t *testing.T, w *job.Worker) int {
	t.Helper()
	n, err := w.RunDue(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func troubled(t *testing.T, db *store.DB) (all []job.Job) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) { all, err = job.Troubled(ctx, tx); return err })
	return all
}

func column(t *testing.T, db *store.DB, name, kind string) (s string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		s, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT `+name+` FROM job WHERE kind = $1`, kind)
		return err
	})
	return s
}

func TestAdd_aJobIsDoneOnceAndItsParticularsForgotten(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		var got []string
		w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Do: func(_ context.Context, _ *store.DB, j job.Job) error {
			got = append(got, j.Payload)
			return nil
		}}}}
		add(t, db, "letter", "", map[string]string{"to": "con-cuong"})
		add(t, db, "other", "", nil)
		if n := work(t, w); n != 1 || len(got) != 1 || got[0] != `{"to":"con-cuong"}` {
			t.Fatalf("began %d jobs: %v", n, got)
		}
		if n := work(t, w); n != 0 {
			t.Fatal("a job that was done was begun again")
		}
		if p := column(t, db, "payload", "letter"); p != "" {
			t.Fatalf("the particulars were kept: %q", p)
		}
	})
}

func TestAdd_twoJobsOfOneKeyAreOneAlsoAfterItWasDone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		n := 0
		w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "digest", Do: func(context.Context, *store.DB, job.Job) error { n++; return nil }}}}
		add(t, db, "digest", "22/11", 1)
		add(t, db, "digest", "22/11", 2)
		work(t, w)
		add(t, db, "digest", "22/11", 3)
		if work(t, w); n != 1 {
			t.Fatalf("done %d times", n)
		}
		add(t, db, "digest", "23/11", 4)
		if work(t, w); n != 2 {
			t.Fatal("another key is another job")
		}
	})
}

func TestAdd_isLostWithItsAct(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		refused := errors.New("refused")
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(job.Add(ctx, tx, "letter", "", nil), refused)
		}); !errors.Is(err, refused) {
			t.Fatal(err)
		}
		w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Do: func(context.Context, *store.DB, job.Job) error { return nil }}}}
		if work(t, w) != 0 {
			t.Fatal("the job outlived its act")
		}
	})
}

func TestWorker_aFailureIsTriedAgainLaterAndLaterUntilItIsGivenUp(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		var c clock
		c.on(db)
		begun := 0
		w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Tries: 3, Do: func(context.Context, *store.DB, job.Job) error {
			begun++
			return errors.New("no line")
		}}}}
		add(t, db, "letter", "", nil)
		for _, step := range []struct {
			wait time.Duration
			want int
		}{{0, 1}, {59 * time.Second, 1}, {time.Second, 2}, {4*time.Minute - time.Second, 2}, {time.Second, 3}, {48 * time.Hour, 3}} {
			c.pass(step.wait)
			if work(t, w); begun != step.want {
				t.Fatalf("after %s more: begun %d times, want %d", step.wait, begun, step.want)
			}
		}
		list := troubled(t, db)
		if len(list) != 1 || list[0].State != job.Dead || list[0].Error != "no line" || list[0].Attempts != 3 {
			t.Fatalf("got %+v", list)
		}
	})
}

func TestWorker_aHopelessFailureIsNotTriedAgain(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Do: func(context.Context, *store.DB, job.Job) error {
			return job.Hopeless(errors.New("no such mailbox"))
		}}}}
		add(t, db, "letter", "", nil)
		work(t, w)
		if list := troubled(t, db); len(list) != 1 || list[0].State != job.Dead || list[0].Error != "no such mailbox" {
			t.Fatalf("got %+v", list)
		}
	})
}

func TestWorker_aPanicIsAFailureAndTheNextJobIsDone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		done := false
		w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{
			{Name: "bad", Do: func(context.Context, *store.DB, job.Job) error { panic("nil map") }},
			{Name: "good", Do: func(context.Context, *store.DB, job.Job) error { done = true; return nil }},
		}}
		add(t, db, "bad", "", nil)
		add(t, db, "good", "", nil)
		work(t, w)
		if list := troubled(t, db); !done || len(list) != 1 || list[0].State != job.Waiting {
			t.Fatalf("done %v, %+v", done, list)
		}
	})
}

// TestWorker_raceOfFour lets four workers, each with its own look at the
// records, take forty jobs.
func TestWorker_raceOfFour(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		const jobs = 40
		var mu sync.Mutex
		begun := map[string]int{}
		kind := job.Kind{Name: "count", Do: func(_ context.Context, _ *store.DB, j job.Job) error {
			mu.Lock()
			defer mu.Unlock()
			begun[j.ID]++
			return nil
		}}
		for i := range jobs {
			add(t, db, "count", "", i)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{kind}}
				if _, err := w.RunDue(ctx); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		for id, n := range begun {
			if n != 1 {
				t.Errorf("%s was begun %d times", id, n)
			}
		}
		if len(begun) != jobs {
			t.Errorf("%d of %d jobs were done", len(begun), jobs)
		}
	})
}

func TestWorker_aJobThatComesBackIsOneForAllNodesAndNeverDies(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		var c clock
		c.on(db)
		begun, fail := 0, false
		kind := job.Kind{Name: "morning", Again: job.Daily(6), Tries: 1, Do: func(context.Context, *store.DB, job.Job) error {
			if begun++; fail {
				return errors.New("not now")
			}
			return nil
		}}
		one, two := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{kind}}, &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{kind}}
		work(t, one)
		work(t, two)
		if begun != 1 {
			t.Fatalf("on the first day begun %d times", begun)
		}
		c.pass(24 * time.Hour)
		fail = true
		for range 3 {
			work(t, one)
			work(t, two)
			c.pass(10 * time.Minute)
		}
		if fail = false; begun < 3 {
			t.Fatalf("a failure was not tried again: begun %d times", begun)
		}
		c.pass(24 * time.Hour)
		work(t, two)
		if list := troubled(t, db); len(list) != 0 {
			t.Fatalf("its trouble stays on the list after it was done: %+v", list)
		}
	})
}

func TestDaily_isAtTheHourInVietnam(t *testing.T) {
	next := job.Daily(6)
	for _, c := range []struct{ now, want string }{
		{"2014-11-21T22:59:59Z", "2014-11-21T23:00:00Z"}, // 05:59:59 on the 22nd in Vietnam
		{"2014-11-21T23:00:00Z", "2014-11-22T23:00:00Z"},
		{"2014-11-22T16:59:59Z", "2014-11-22T23:00:00Z"}, // one second to midnight
		{"2014-11-22T17:00:00Z", "2014-11-22T23:00:00Z"},
		{"2014-12-31T23:30:00Z", "2015-01-01T23:00:00Z"},
	} {
		now, _ := time.Parse(time.RFC3339, c.now)
		if got := next(now).UTC().Format(time.RFC3339); got != c.want {
			t.Errorf("after %s: %s, want %s", c.now, got, c.want)
		}
	}
}

func TestRetryAndDrop(t *testing.T) {
	admin := access.Actor{Name: "Quản trị", Role: access.Admin}
	today := vi.MustDay("2014-11-22")
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		fail := true
		w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Tries: 1, Do: func(context.Context, *store.DB, job.Job) error {
			if fail {
				return errors.New("no line")
			}
			return nil
		}}}}
		add(t, db, "letter", "", "the letter")
		work(t, w)
		dead := troubled(t, db)[0]
		if dead.Payload != "" {
			t.Error("the list shows what the letter says")
		}
		officer := access.Actor{Name: "Cán bộ", Role: access.EmulationOfficer, Unit: "u"}
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return job.Retry(ctx, tx, officer, today, dead.ID) }); err == nil {
			t.Error("an officer retried a job")
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return job.Retry(ctx, tx, admin, today, dead.ID) })
		if fail = false; work(t, w) != 1 || len(troubled(t, db)) != 0 {
			t.Error("a dead job that is retried must be done")
		}
		fail = true
		add(t, db, "letter", "two", "another")
		work(t, w)
		dead = troubled(t, db)[0]
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return job.Drop(ctx, tx, admin, today, dead.ID) })
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return job.Drop(ctx, tx, admin, today, dead.ID) }); err == nil {
			t.Error("a job was dropped twice")
		}
		if n := work(t, w); n != 0 || len(troubled(t, db)) != 0 {
			t.Errorf("a dropped job was begun: %d", n)
		}
	})
}

// TestMain lets the test program be another node: one that takes a job and
// never comes to its end.
func TestMain(m *testing.M) {
	if path := os.Getenv("THIDUA_TEST_NODE"); path != "" {
		node(path)
	}
	os.Exit(m.Run())
}

func node(path string) {
	db, err := store.Open(ctx, path)
	if err != nil {
		os.Exit(3)
	}
	db.SetClock(func() time.Time { return testkit.Today })
	w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Do: func(context.Context, *store.DB, job.Job) error {
		_, _ = os.Stdout.WriteString("begun\n")
		time.Sleep(time.Hour)
		return nil
	}}}}
	_, _ = w.RunDue(ctx)
	os.Exit(0)
}

// TestWorker_aJobOfAMachineThatDiedIsDoneByAnother kills a process in the
// middle of a job.
func TestWorker_aJobOfAMachineThatDiedIsDoneByAnother(t *testing.T) {
	path := filepath.Join(t.TempDir(), "thidua.db")
	db, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	var c clock
	c.on(db)
	add(t, db, "letter", "", nil)
	killInTheMiddle(t, path)
	done := 0
	w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Do: func(context.Context, *store.DB, job.Job) error { done++; return nil }}}}
	if work(t, w); done != 0 {
		t.Fatal("the job was begun while another may be at it")
	}
	c.pass(5 * time.Minute)
	if work(t, w); done != 1 {
		t.Fatalf("done %d times", done)
	}
}

func TestWorker_aJobThatEndsTheMachineEachTimeIsDead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "thidua.db")
	db, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	var c clock
	c.on(db)
	add(t, db, "letter", "", nil)
	killInTheMiddle(t, path)
	c.pass(5 * time.Minute)
	w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Tries: 1, Do: func(context.Context, *store.DB, job.Job) error {
		t.Error("begun once more")
		return nil
	}}}}
	work(t, w)
	if list := troubled(t, db); len(list) != 1 || list[0].State != job.Dead || list[0].Error == "" {
		t.Fatalf("got %+v", list)
	}
}

func killInTheMiddle(t *testing.T, path string) {
	t.Helper()
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), "THIDUA_TEST_NODE="+path)
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || line != "begun\n" {
		t.Errorf("the other node said %q, %v", line, err)
	}
	_ = other.Process.Kill()
	_ = other.Wait()
}

func TestRun_finishesTheJobUnderWayWhenAskedToStop(t *testing.T) {
	db := testkit.SQLite(t)
	begun, stopped := make(chan struct{}), make(chan struct{})
	finished := false
	w := &job.Worker{DB: db, Log: quiet, Kinds: []job.Kind{{Name: "letter", Do: func(ctx context.Context, _ *store.DB, _ job.Job) error {
		close(begun)
		time.Sleep(100 * time.Millisecond)
		finished = ctx.Err() == nil
		return nil
	}}}}
	add(t, db, "letter", "", nil)
	running, stop := context.WithCancel(ctx)
	go func() { w.Run(running); close(stopped) }()
	<-begun
	stop()
	<-stopped
	if !finished || column(t, db, "state", "letter") != string(job.Done) {
		t.Fatalf("finished %v, state %s", finished, column(t, db, "state", "letter"))
	}
}
