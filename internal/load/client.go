// Package load measures the site as its users meet it: one process serves a
// large year to twenty people who ask without a pause, and another process is
// those people. Everything runs on the machine's own cores.
package load

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

// Task is what a process of clients asks for.
type Task struct {
	Site    string        // "http://127.0.0.1:40000"
	Path    string        // the page every client asks for; after a last "=" comes a number never asked before
	Cookies []string      // one client for each
	Lasting time.Duration // how long it is measured, after a fifth of that to warm up
}

// Report is how the site answered.
type Report struct {
	Requests int
	Seconds  float64
	P50, P95 time.Duration
	Asked    int    // requests of the warming up included
	Bytes    int    // of the last answer, as sent
	Failed   string // the first answer that was not the page; empty when none
}

// path is the address of one asking of one client.
func (t Task) path(client, asking int) string {
	if strings.HasSuffix(t.Path, "=") {
		return fmt.Sprintf("%s%d.%d", t.Path, client, asking)
	}
	return t.Path
}

// PerSecond is how many requests were answered in a second.
func (r Report) PerSecond() float64 { return float64(r.Requests) / r.Seconds }

// Run asks until the time is over.
func Run(t Task) Report {
	begin := time.Now()
	warm, end := begin.Add(t.Lasting/5), begin.Add(t.Lasting/5+t.Lasting)
	transport := &http.Transport{MaxIdleConnsPerHost: len(t.Cookies), DisableCompression: true}
	client := &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	var mu sync.Mutex
	var r Report
	var times []time.Duration
	var all sync.WaitGroup
	for seat, cookie := range t.Cookies {
		all.Go(func() {
			var mine []time.Duration
			asks, last := 0, 0
			for time.Now().Before(end) {
				asked := time.Now()
				size, err := ask(client, t.Site+t.path(seat, asks), cookie)
				if err != nil {
					mu.Lock()
					r.Failed = err.Error()
					mu.Unlock()
					return
				}
				asks, last = asks+1, size
				if asked.After(warm) {
					mine = append(mine, time.Since(asked))
				}
			}
			mu.Lock()
			times = append(times, mine...)
			r.Asked, r.Bytes = r.Asked+asks, last
			mu.Unlock()
		})
	}
	all.Wait()
	r.Requests, r.Seconds = len(times), time.Since(warm).Seconds()
	slices.Sort(times)
	if len(times) > 0 {
		r.P50, r.P95 = times[len(times)/2], times[len(times)*95/100]
	}
	return r
}

func ask(client *http.Client, address, cookie string) (size int, err error) {
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		return 0, err
	}
	request.Header.Set("Cookie", cookie)
	request.Header.Set("Accept-Encoding", "gzip")
	answer, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	n, err := io.Copy(io.Discard, answer.Body)
	if answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answered %d", address, answer.StatusCode)
	}
	return int(n), err
}

// runClients is the process of clients: its task comes by standard input, its
// report goes by standard output.
func runClients() error {
	var t Task
	if err := json.NewDecoder(os.Stdin).Decode(&t); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(Run(t))
}
