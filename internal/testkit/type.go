package testkit

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Fill puts the text into the first field that the CSS selector finds, in place
// of what stands there, as typing does.
func (p *Page) Fill(selector, text string) {
	p.t.Helper()
	act(p, "clear "+selector, chromedp.Clear(chromedp.CSS(selector)))
	if text != "" {
		act(p, "type into "+selector, chromedp.SendKeys(chromedp.CSS(selector), text))
	}
}

// Press presses keys where the focus is: text, or kb.Tab, kb.Enter, kb.ArrowDown
// of chromedp's package kb.
func (p *Page) Press(keys string) {
	p.t.Helper()
	act(p, "press keys", chromedp.KeyEvent(keys))
}

// Choose takes the option of that value in the first list the selector finds.
func (p *Page) Choose(selector, value string) {
	p.t.Helper()
	act(p, "choose in "+selector, chromedp.SetValue(chromedp.CSS(selector), value))
}

// Field is what stands in the first field that the selector finds.
func (p *Page) Field(selector string) string {
	p.t.Helper()
	return ask(p, "read the field "+selector, chromedp.Value(chromedp.CSS(selector)))
}

// Address is where the tab is now.
func (p *Page) Address() string {
	p.t.Helper()
	return ask(p, "read the address", chromedp.Location())
}

// Script runs an expression in the page and returns it as a text. It must be
// one that may run twice, as every question is that ask puts.
func (p *Page) Script(expression string) string {
	p.t.Helper()
	return ask(p, "run a script", chromedp.Evaluate[string]("String("+expression+")"))
}

// Says waits until what a reader sees of the page's own matter holds these
// words.
func (p *Page) Says(want string) {
	p.t.Helper()
	p.SaysIn("main", want)
}

// SaysIn waits until what a reader sees of the first element that the CSS
// selector finds holds these words.
func (p *Page) SaysIn(selector, want string) {
	p.t.Helper()
	var seen string
	for began := time.Now(); time.Since(began) < saidLimit; time.Sleep(50 * time.Millisecond) {
		seen = p.Script(fmt.Sprintf("document.querySelector(%q)?.innerText", selector))
		if strings.Contains(seen, want) {
			return
		}
	}
	p.t.Fatalf("%s: %s does not say %q but %.600q", p.Address(), selector, want, seen)
}

// SignIn gives the tab a session's cookie, "name=value", for the site at url.
func (p *Page) SignIn(cookie, url string) {
	p.t.Helper()
	name, value, _ := strings.Cut(cookie, "=")
	act(p, "set a cookie", chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, network.SetCookie, network.SetCookieParams{Name: name, Value: value, URL: url})
		return err
	}))
}
