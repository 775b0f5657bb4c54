package paper

import (
	"context"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/dossier"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/voting"
	"thidua/web/year"
)

var errNone = refusal.New(refusal.NotFound, "Không có văn bản này.")

// Read is the page of a paper: the accessible twin of its PDF, which has no
// tags. It is read from the Word file as it was kept, so both say the same.
func Read(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	nominations, err := dossier.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	votes, err := voting.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	links, err := Links(ctx, tx, v, votes, nominations)
	if err != nil {
		return nil, err
	}
	name := v.Asked("paper")
	at := slices.IndexFunc(links, func(l Link) bool { return l.Read == v.To(readPart, name) })
	if at < 0 {
		return nil, errNone
	}
	file, err := paper.FileOf(ctx, tx, v.Season.ID, name+"."+paper.DOCX)
	if err != nil {
		return nil, err
	}
	blocks, err := blocksOf(file.Bytes)
	return publicTwin(v, links[at].here(), blocks), err
}

// readPart is the part of a year's address below which papers are read.
const readPart = "doc-van-ban"

// bare is the name of a file without its ending.
func bare(file string) string {
	name, _, _ := strings.Cut(file, ".")
	return name
}
