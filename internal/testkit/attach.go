package testkit

import "github.com/chromedp/chromedp"

// Attach chooses the files, by their paths, in the first file field that the
// selector finds.
func (p *Page) Attach(selector string, files ...string) {
	p.t.Helper()
	act(p, "attach to "+selector, chromedp.SetUploadFiles(chromedp.CSS(selector), files))
}
