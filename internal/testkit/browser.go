package testkit

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const (
	browserLife = 10 * time.Minute // a browser older than this hangs
	actionLimit = 90 * time.Second // one step on a page
	answerLimit = 10 * time.Second // one answer of a script
	saidLimit   = 30 * time.Second // words that a page comes to show
)

// Browser starts a headless Chromium with an empty profile that lives as long
// as the test, and opens its first tab. It fails the test when the machine has
// no Chromium: ./test installs one.
func Browser(t testing.TB) *Page {
	t.Helper()
	life, end := context.WithTimeout(context.Background(), browserLife)
	allocator, stop := chromedp.NewExecAllocator(life, browserOptions(t)...)
	ctx, leave := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		leave()
		stop() // waits until the process is gone and its profile removed
		end()
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	return &Page{t: t, ctx: ctx}
}

// browserOptions keep Chromium from calling home, which a closed network
// refuses at length, and from gliding to its place, which would draw what is to
// be pressed away from under the mouse.
func browserOptions(t testing.TB) []chromedp.ExecAllocatorOption {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browserProgram(t)),
		chromedp.Flag("headless", "new"),
		chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("force-prefers-reduced-motion", true),
		chromedp.WindowSize(1280, 900),
	)
	if os.Geteuid() == 0 { // the sandbox refuses root
		options = append(options, chromedp.NoSandbox)
	}
	return options
}

func browserProgram(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("no Chromium on this machine; ./test installs it")
	return ""
}
