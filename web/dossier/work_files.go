package dossier

import (
	"context"
	"strings"

	"thidua/access"
	"thidua/dossier"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// attacher is the capacity in which the reader may attach files of their own
// unit's library to the dossier now; false when they may not.
func attacher(v work.Visit, n dossier.Nomination) (access.Actor, bool) {
	if !n.Status.MayBecome(dossier.Passed) {
		return access.Actor{}, false
	}
	for _, g := range v.Grants {
		by := g.Actor(v.Person, v.Season.Cluster)
		if by.Unit != "" && (by.Unit == n.CandidateUnit || by.Unit == n.ProposedBy || access.Check(by, access.Nominate, "") == nil) {
			return by, true
		}
	}
	return access.Actor{}, false
}

func attach(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, may := attacher(v, n)
	if !may {
		by = v.By
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã đính kèm.", English: "Attached."}},
		dossier.Attach(ctx, tx, by, v.Today, n.ID, dossier.PaperKind(f.Get("kind")), f.Get("file"))
}

// detach takes a file off; the button's field tells which paper and which file.
func detach(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, may := attacher(v, n)
	if !may {
		by = v.By
	}
	kind, file, _ := strings.Cut(f.Get("attached"), "/")
	return work.Done{Say: ui.Words{Vietnamese: "Đã gỡ tệp đính kèm.", English: "Taken off."}},
		dossier.Detach(ctx, tx, by, v.Today, n.ID, dossier.PaperKind(kind), file)
}

// attachedAs are the files that stand for the paper.
func (x file) attachedAs(kind dossier.PaperKind) (all []dossier.Attached) {
	for _, a := range x.attached {
		if a.Kind == kind {
			all = append(all, a)
		}
	}
	return all
}

func (x file) kinds() (all []ui.Option) {
	for _, r := range x.papers {
		all = append(all, ui.Option{Value: string(r.Kind), Label: r.Name})
	}
	return all
}

// files are the library's files that may be attached; the newest hundred.
func (x file) files() []ui.Option {
	all := []ui.Option{{Value: "", Label: "– chọn tệp trong kho của đơn vị –"}}
	for _, e := range x.library[:min(len(x.library), 100)] {
		all = append(all, ui.Option{Value: e.ID, Label: e.Name})
	}
	return all
}

// mine are the attached files that the reader may take off.
func (x file) mine() (all []ui.Option) {
	own := map[string]bool{}
	for _, e := range x.library {
		own[e.ID] = true
	}
	for _, a := range x.attached {
		if own[a.Evidence] {
			all = append(all, ui.Option{Value: string(a.Kind) + "/" + a.Evidence, Label: dossier.Part(a.Kind).Label() + ": " + a.Name})
		}
	}
	return all
}
