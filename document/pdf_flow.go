package document

// flow prints strips page after page.
func (p *printer) flow(strips []strip) {
	page, after := p.sheet.page, 0.0
	for i, s := range strips {
		if p.y > page.top && (s.newPage || p.y+keptHeight(strips[i:], after) > page.height-page.bottom) {
			p.addPage()
			if s.head != nil {
				p.repeats = true
				s.head.draw(p.y)
				p.repeats, p.y = false, p.y+s.head.height
			}
			after = 0
		}
		if p.y > page.top {
			p.y += max(after, s.before)
		}
		s.draw(p.y)
		p.y, after = p.y+s.height, s.after
	}
}

// keptHeight is the height that a strip takes, below a strip with the given space after it, with all that must
// stay on its page. Where that is more than a page can
// hold, each strip is counted alone when its turn comes, because a page has begun.
func keptHeight(strips []strip, after float64) float64 {
	sum := 0.0
	for _, s := range strips {
		sum += max(after, s.before) + s.height
		after = s.after
		if !s.keep {
			break
		}
	}
	return sum
}
