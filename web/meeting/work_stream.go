package meeting

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// The stream's measures. A stream ends after its life and the reader's browser
// asks again: so a session that was ended, or a capacity that was taken back,
// stops within it.
const (
	glance    = time.Second      // how often the records are looked at, whoever many look on
	heartbeat = 15 * time.Second // keeps the line open when nothing happens
	life      = time.Minute
)

// stream sends the projector's matter whenever it changes (server-sent events).
func stream(desk work.Desk) work.Handler {
	lookouts := &lookouts{desk: desk, all: map[string]*lookout{}}
	return func(w http.ResponseWriter, r *http.Request) error {
		var v work.Visit
		if err := desk.Reading(r, nil, func(ctx context.Context, tx *store.Tx, now work.Visit) (err error) {
			v = now
			_, _, err = asked(ctx, tx, now)
			return err
		}); err != nil {
			return err
		}
		h := w.Header()
		h.Set("Content-Type", "text/event-stream")
		h.Set("Cache-Control", "no-store")
		h.Set("X-Accel-Buffering", "no")
		w.WriteHeader(http.StatusOK)
		feed, leave := lookouts.join(v)
		defer leave()
		follow(r.Context(), w, feed)
		return nil
	}
}

// follow writes what comes from the feed until the reader goes, or the stream
// has lived its life.
func follow(ctx context.Context, w http.ResponseWriter, feed <-chan []byte) {
	out := http.NewResponseController(w)
	beat, end := time.NewTicker(heartbeat), time.NewTimer(life)
	defer beat.Stop()
	defer end.Stop()
	message := []byte("retry: 1000\n\n")
	for {
		_ = out.SetWriteDeadline(time.Now().Add(2 * heartbeat))
		if _, err := w.Write(message); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-end.C:
			return
		case <-beat.C:
			message = []byte(": \n\n")
		case matter := <-feed:
			message = matter
		}
	}
}

// lookouts are the conferences somebody looks at, each read once for all who
// look. Every node of the program keeps its own and reads the same records.
type lookouts struct {
	desk work.Desk
	mu   sync.Mutex
	all  map[string]*lookout
}

// lookout reads one conference again and again for its viewers.
type lookout struct {
	viewers map[chan []byte]bool
	last    []byte
	stop    context.CancelFunc
}

// join begins to follow the conference of the visit; leave ends it. The last to
// leave ends the reading.
func (l *lookouts) join(v work.Visit) (feed <-chan []byte, leave func()) {
	key := v.Asked("id") + string(ui.LangOf(v.Request().Context()))
	viewer := make(chan []byte, 1)
	l.mu.Lock()
	defer l.mu.Unlock()
	o := l.all[key]
	if o == nil {
		ctx, stop := context.WithCancel(ui.WithLang(context.Background(), ui.LangOf(v.Request().Context())))
		o = &lookout{viewers: map[chan []byte]bool{}, stop: stop}
		l.all[key] = o
		go l.watch(ctx, o, v)
	}
	o.viewers[viewer] = true
	if o.last != nil {
		viewer <- o.last
	}
	return viewer, func() { l.leave(key, o, viewer) }
}

func (l *lookouts) leave(key string, o *lookout, viewer chan []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(o.viewers, viewer)
	if len(o.viewers) == 0 {
		o.stop()
		delete(l.all, key)
	}
}

// watch reads the conference at every glance and hands on what changed.
func (l *lookouts) watch(ctx context.Context, o *lookout, v work.Visit) {
	tick := time.NewTicker(glance)
	defer tick.Stop()
	for {
		if matter, err := l.matter(ctx, v); err == nil {
			l.hand(o, matter)
		} else if ctx.Err() == nil {
			l.desk.Log.WarnContext(ctx, "projector not read", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// hand gives the matter to every viewer, in place of an older one that was not
// taken yet.
func (l *lookouts) hand(o *lookout, matter []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if bytes.Equal(matter, o.last) {
		return
	}
	o.last = matter
	for viewer := range o.viewers {
		select {
		case <-viewer:
		default:
		}
		viewer <- matter
	}
}

// matter is the projector's matter as one event.
func (l *lookouts) matter(ctx context.Context, v work.Visit) ([]byte, error) {
	var page bytes.Buffer
	if err := l.desk.DB.Read(ctx, func(tx *store.Tx) error {
		s, err := screenOf(ctx, tx, v)
		if err != nil {
			return err
		}
		page.Reset()
		return screenMatter(s).Render(ctx, &page)
	}); err != nil {
		return nil, err
	}
	text, err := json.Marshal(page.String())
	return fmt.Appendf(nil, "data: %s\n\n", text), err
}
