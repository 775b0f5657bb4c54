package testkit

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Drag takes the first element that the CSS selector finds at its middle and lets
// it go so many CSS pixels to the right and down, in a few steps as a hand does.
func (p *Page) Drag(selector string, right, down float64) {
	p.t.Helper()
	p.still(selector)
	var at struct{ X, Y float64 }
	middle := p.Script(fmt.Sprintf(`(() => { const e = document.querySelector(%q); e.scrollIntoView({block: "center", behavior: "instant"});
		const r = e.getBoundingClientRect(); return JSON.stringify({x: r.x + r.width / 2, y: r.y + r.height / 2}) })()`, selector))
	if err := json.Unmarshal([]byte(middle), &at); err != nil {
		p.t.Fatalf("browser: drag %s: %v", selector, err)
	}
	mouse := func(kind input.DispatchMouseEventType, x, y float64) {
		act(p, "drag "+selector, chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			_, err := cdp.Call(ctx, tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
			return err
		}))
	}
	const steps = 4
	mouse(input.DispatchMouseEventTypeMousePressed, at.X, at.Y)
	for i := 1.0; i <= steps; i++ {
		mouse(input.DispatchMouseEventTypeMouseMoved, at.X+right*i/steps, at.Y+down*i/steps)
	}
	mouse(input.DispatchMouseEventTypeMouseReleased, at.X+right, at.Y+down)
}
