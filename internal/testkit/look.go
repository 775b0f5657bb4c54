package testkit

import (
	"fmt"
	"os"
	"path/filepath"
)

// Look holds the page as it stands to a phone's width and, on a wide screen, to
// axe. With THIDUA_PICTURES naming a folder it leaves pictures there, for human
// eyes. Of pages without scripts only the pictures are taken: both need them.
func (p *Page) Look(name string) {
	p.t.Helper()
	for _, width := range []int{360, 1280} {
		p.Width(width)
		if px := p.Overflow(); px > 0 && !p.noScripts {
			p.t.Errorf("%s is %d px wider than a window of %d", name, px, width)
		}
		if folder := os.Getenv("THIDUA_PICTURES"); folder != "" {
			p.Screenshot(filepath.Join(folder, fmt.Sprintf("%s-%d.png", name, width)))
		}
	}
	if p.noScripts {
		return
	}
	for _, v := range p.Axe() {
		p.t.Errorf("%s: %s", name, v)
	}
}
