package testkit

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Page is one tab of a test's browser. Its methods fail the test instead of
// returning errors; each gives up after a minute and a half.
type Page struct {
	t         testing.TB
	ctx       context.Context
	noScripts bool
}

// Tab opens a tab in the same browser for the test t, with no cookies and an
// empty cache, and closes it with t.
func (p *Page) Tab(t testing.TB) *Page {
	t.Helper()
	ctx, leave := chromedp.NewContext(p.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(leave)
	tab := &Page{t: t, ctx: ctx}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("a new tab does not open: %v", err)
	}
	return tab
}

// Open goes to the address and waits until the page has loaded.
func (p *Page) Open(url string) {
	p.t.Helper()
	act(p, "open "+url, chromedp.Navigate(url))
}

// Width makes the window px CSS pixels wide and 900 high; 360 is a phone.
func (p *Page) Width(px int) {
	p.t.Helper()
	act(p, "set the width", chromedp.EmulateViewport(int64(px), 900))
}

// JavaScript lets the pages opened from now on run scripts, or not.
func (p *Page) JavaScript(on bool) {
	p.t.Helper()
	act(p, "switch JavaScript", chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		off := emulation.SetScriptExecutionDisabledParams{Value: !on}
		p.noScripts = !on
		_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled, off)
		return err
	}))
}

// Text is what a reader sees of the first element that the CSS selector finds.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return ask(p, "read "+selector, chromedp.Text(chromedp.CSS(selector)))
}

// Click presses the first element that the CSS selector finds, once the page
// stands still: one that is still coming in would move away from under the
// mouse. It does not wait for the page a link leads to; Text does, for what it
// looks for there.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.still(selector)
	act(p, "click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// still waits until the page has loaded and the element keeps its place: a page
// opened at a fragment scrolls there a moment after it has loaded.
func (p *Page) still(selector string) {
	p.t.Helper()
	place := fmt.Sprintf(`(() => { const r = document.querySelector(%q)?.getBoundingClientRect();
		return document.readyState === "complete" && r ? location + " " + r.x + " " + r.y : "" })()`, selector)
	for was, began := "", time.Now(); time.Since(began) < actionLimit; time.Sleep(30 * time.Millisecond) {
		now := p.Script(place)
		if now != "" && now == was {
			return
		}
		was = now
	}
}

// Screenshot writes the whole page, also what is below the fold, as PNG.
func (p *Page) Screenshot(file string) {
	p.t.Helper()
	png := act(p, "take a picture", chromedp.FullScreenshot(100))
	if err := os.WriteFile(file, png, 0o600); err != nil {
		p.t.Fatal(err)
	}
}

// Overflow is how many CSS pixels of the page lie beyond the window's right
// edge; more than 0 makes a reader scroll sideways.
func (p *Page) Overflow() int {
	p.t.Helper()
	const beyond = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
	return ask(p, "measure the width", chromedp.Evaluate[int](beyond))
}

// act runs one step within its time, or fails the test naming the step.
func act[T any](p *Page, step string, action chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actionLimit)
	defer cancel()
	result, err := chromedp.Run(ctx, action)
	if err != nil {
		p.t.Fatalf("browser: %s: %v", step, err)
	}
	return result
}

// ask runs a step that changes nothing and may run twice, or fails the test
// naming the step. An answer can be lost with a page that is being left, in
// silence or with a word of the browser's: it is then asked for again.
func ask[T any](p *Page, step string, action chromedp.Action[T]) T {
	p.t.Helper()
	began := time.Now()
	for {
		ctx, cancel := context.WithTimeout(p.ctx, answerLimit)
		result, err := chromedp.Run(ctx, action)
		cancel()
		if err == nil {
			return result
		}
		if !lost(err) || p.ctx.Err() != nil || time.Since(began) > actionLimit {
			p.t.Fatalf("browser: %s: %v", step, err)
		}
	}
}

// lost is whether an answer went with its page: the browser has one code for
// all that its own state hinders, and a script's own fault is another kind.
func lost(err error) bool {
	const hindered = -32000
	var refused *cdproto.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &refused) && refused.Code == hindered
}
