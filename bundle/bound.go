package bundle

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"thidua/refusal"
)

// oneAtATime lets the pages of one dossier be read at a time: MaxMerged bytes of
// files take several times as much memory.
var oneAtATime = make(chan struct{}, 1)

var errSlow = refusal.New(refusal.Conflict, "Gộp thành một tệp PDF quá lâu nên đã dừng. Hãy tải gói .zip, hoặc thử lại sau.")

var errUnjoined = refusal.New(refusal.Conflict, "Các tệp của hồ sơ không gộp được thành một tệp PDF. Hãy tải gói .zip.")

// inTurn fetches the dossier's files, counts their pages and does the work on
// them, when its turn comes before ctx is done.
func inTurn[T any](ctx context.Context, d Dossier, work func([]placed) (T, error)) (T, error) {
	var none T
	select {
	case oneAtATime <- struct{}{}:
		defer func() { <-oneAtATime }()
	case <-ctx.Done():
		return none, errSlow
	}
	papers, err := d.fetched()
	if err != nil {
		return none, err
	}
	if err := count(ctx, papers); err != nil {
		return none, err
	}
	return work(papers)
}

// request is work on files of people, which may have been made to break whatever
// reads them.
type request struct {
	Papers   []piece
	Contents []byte // a PDF to which the papers are joined; nil only counts them
}

// piece is one PDF, with its place in the one PDF and what its bookmark says.
type piece struct {
	PDF         []byte
	From, Pages int
	Title       string
}

// answer is what came of a request.
type answer struct {
	Counts []counted // of the papers, when they were only counted
	PDF    []byte    // joined
	Unfit  int       // the paper that cannot be joined; -1 for none
	Fault  string    // not the fault of a paper
}

// counted is what a PDF has of pages.
type counted struct {
	Pages  int // 0: it cannot be read
	Locked bool
}

// apartMark in its environment makes a program do one request and end.
const apartMark = "THIDUA_PDF_APART"

// The bounds of a process that reads files of people, in bytes.
const (
	mostMemory = 1 << 30
	mostStack  = 64 << 20
)

var errBroken = errors.New("bundle: the files broke what read them")

// apart does the work in a process of its own: what a file does to it ends with
// it, and it is ended when ctx is done. It is errBroken when the files ended it.
func apart(ctx context.Context, r request) (answer, error) {
	program, err := os.Executable()
	if err != nil {
		return answer{}, fmt.Errorf("bundle: %w", err)
	}
	child := exec.CommandContext(ctx, program)
	child.Env = []string{apartMark + "=1"}
	in, err := child.StdinPipe()
	if err != nil {
		return answer{}, fmt.Errorf("bundle: %w", err)
	}
	var out bytes.Buffer
	child.Stdout = &out
	if err := child.Start(); ctx.Err() != nil {
		return answer{}, errSlow
	} else if err != nil {
		return answer{}, fmt.Errorf("bundle: %w", err)
	}
	sent := gob.NewEncoder(in).Encode(r)
	err = errors.Join(sent, in.Close(), child.Wait())
	var a answer
	switch {
	case ctx.Err() != nil:
		return a, errSlow
	case err != nil:
		return a, fmt.Errorf("%w: %w", errBroken, err)
	}
	err = gob.NewDecoder(&out).Decode(&a)
	return a, err
}

// init turns a program that was started for it into the process that reads files
// of people. Whatever program holds this package can be: the server, and its
// tests.
func init() {
	api.DisableConfigDir() // the library would write its settings into the user's folder
	if os.Getenv(apartMark) == "" {
		return
	}
	debug.SetMaxStack(mostStack)
	go watchMemory()
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// watchMemory ends the process that takes too much.
func watchMemory() {
	all := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(20 * time.Millisecond) {
		if metrics.Read(all); all[0].Value.Uint64()-all[1].Value.Uint64() > mostMemory {
			os.Exit(1)
		}
	}
}

// serve does one request.
func serve(in io.Reader, out io.Writer) error {
	var r request
	if err := gob.NewDecoder(in).Decode(&r); err != nil {
		return err
	}
	a := answer{Unfit: -1}
	if r.Contents == nil {
		for _, p := range r.Papers {
			a.Counts = append(a.Counts, counts(p.PDF))
		}
	} else {
		var err error
		if a.PDF, a.Unfit, err = joined(r.Contents, r.Papers); err != nil {
			a.Fault = err.Error()
		}
	}
	return gob.NewEncoder(out).Encode(a)
}
