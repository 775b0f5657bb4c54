package testkit

import (
	"context"
	"iter"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Transfer is what one cold visit brought over the line.
type Transfer struct {
	Requests int // answered requests, redirects aside
	Bytes    int // bytes received, compressed as sent, heads of answers included
}

// quiet is how long nothing may arrive before a visit counts as over.
const quiet = 500 * time.Millisecond

// Transfer opens the address with an empty cache and adds up what arrives,
// until the line is quiet for half a second. Later visits of this tab stay cold.
func (p *Page) Transfer(url string) Transfer {
	p.t.Helper()
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	arrived := p.arrivals(ctx)
	p.Open(url)
	return sum(arrived)
}

// arrivals switches the cache off and starts to listen for finished requests.
func (p *Page) arrivals(ctx context.Context) <-chan network.EventLoadingFinished {
	p.t.Helper()
	events := act(p, "listen to the line", func(step context.Context, tab *chromedp.Target) (
		iter.Seq2[network.EventLoadingFinished, error], error) {
		if _, err := cdp.Call(step, tab, network.Enable, network.EnableParams{}); err != nil {
			return nil, err
		}
		cold := network.SetCacheDisabledParams{CacheDisabled: true}
		_, err := cdp.Call(step, tab, network.SetCacheDisabled, cold)
		return cdp.Events(ctx, tab, network.LoadingFinished), err
	})
	arrived := make(chan network.EventLoadingFinished)
	go forward(ctx, events, arrived)
	return arrived
}

func forward[E any](ctx context.Context, events iter.Seq2[E, error], to chan<- E) {
	for event, err := range events {
		if err != nil {
			return
		}
		select {
		case to <- event:
		case <-ctx.Done():
			return
		}
	}
}

func sum(arrived <-chan network.EventLoadingFinished) Transfer {
	var total Transfer
	for {
		select {
		case event := <-arrived:
			total.Requests++
			total.Bytes += int(event.EncodedDataLength)
		case <-time.After(quiet):
			return total
		}
	}
}
