package testkit

import (
	"context"

	"github.com/chromedp/chromedp"
)

// Send presses the first button or link that the CSS selector finds and waits
// until the page it leads to has loaded.
func (p *Page) Send(selector string) {
	p.t.Helper()
	p.still(selector)
	ctx, cancel := context.WithTimeout(p.ctx, actionLimit)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, chromedp.Click(chromedp.CSS(selector))); err != nil {
		p.t.Fatalf("browser: send %s: %v", selector, err)
	}
}
