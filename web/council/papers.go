package council

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/council"
	"thidua/paper"
	"thidua/store"
	webpaper "thidua/web/paper"
	"thidua/web/work"
)

// papers are the meeting's: those that its record gives, then the decisions
// that the register has.
func (s session) papers() []paper.Paper {
	m := paper.CouncilMeeting{Meeting: s.Meeting, Of: s.of, Sat: s.sat, Lines: s.lines}
	all := m.Papers()
	for _, d := range s.decisions {
		if p, set := m.OfDecision(d.Decision, d.nominations); set {
			all = append(all, p)
		}
	}
	return all
}

// paperLinks are the papers on the meeting's page.
func (s session) paperLinks() []webpaper.Link {
	return webpaper.Drafts("/hoi-dong/"+s.of.ID+"/cuoc-hop/"+s.ID+"/van-ban/", s.holds, s.papers()...)
}

// readPaper is one of them in the form that was asked for.
func readPaper(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if s.lines, err = council.Lines(ctx, tx, s.Meeting); err != nil {
		return nil, err
	}
	if s.decisions, err = drawnFrom(ctx, tx, s.Meeting); err != nil {
		return nil, err
	}
	name, form, _ := strings.Cut(v.Asked("file"), ".")
	p, err := paper.Among(s.papers(), name)
	if err != nil {
		return nil, err
	}
	return webpaper.Drafted(ctx, tx, v, s.of.ID, p, form, "/hoi-dong/"+s.of.ID+"/cuoc-hop/"+s.ID)
}
