package bundle

import (
	"context"

	"thidua/refusal"
)

// oneAtATime lets the pages of one dossier be read at a time: MaxMerged bytes of
// files take several times as much memory.
var oneAtATime = make(chan struct{}, 1)

var errSlow = refusal.New(refusal.Conflict, "Gộp thành một tệp PDF quá lâu nên đã dừng. Hãy tải gói .zip, hoặc thử lại sau.")

// bounded fetches the dossier's files, counts their pages and does the work on
// them, in its turn and until ctx is done. A file may have been made to be read
// for ever, which the library cannot be stopped from: it then goes on alone, and
// the next wait for it.
func bounded[T any](ctx context.Context, d Dossier, work func([]placed) (T, error)) (T, error) {
	var none T
	select {
	case oneAtATime <- struct{}{}:
	case <-ctx.Done():
		return none, errSlow
	}
	papers, err := d.fetched()
	if err != nil {
		<-oneAtATime
		return none, err
	}
	type result struct {
		done T
		err  error
	}
	out := make(chan result, 1)
	go func() {
		defer func() { <-oneAtATime }()
		count(papers)
		done, err := work(papers)
		out <- result{done, err}
	}()
	select {
	case r := <-out:
		return r.done, r.err
	case <-ctx.Done():
		return none, errSlow
	}
}
