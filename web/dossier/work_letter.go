package dossier

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	webpaper "thidua/web/paper"
	"thidua/web/ui"
	"thidua/web/work"
	"thidua/yearbook"
)

var (
	letterTitle   = ui.Words{Vietnamese: "Tờ trình (dự thảo)", English: "Submission letter (draft)"}
	letterReaders = []access.Role{access.ClusterHead, access.ClusterDeputy, access.StandingBody, access.CouncilSecretary, access.CouncilMember, access.Decider}
)

// letterIn reads the draft of the submission letter, drawn up anew from the
// records each time, as a file of that format.
func letterIn(format string) work.Read {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
		y, err := yearbook.Load(ctx, tx, v.Season)
		if err != nil {
			return nil, err
		}
		for _, p := range paper.Compose(y) {
			if p.Kind == paper.SubmissionLetter {
				return webpaper.Taken(ctx, tx, v, v.Season.Cluster, p, webpaper.DraftName(p), format)
			}
		}
		return nil, refusal.New(refusal.NotFound, "Chưa đủ dữ kiện để lập tờ trình: cần có đề nghị và hội nghị của năm.")
	}
}
