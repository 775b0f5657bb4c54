package dossier

import (
	"bytes"
	"context"
	"io"

	"thidua/bundle"
	"thidua/dossier"
	"thidua/evidence"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// parts reads files of a library for one answer.
type parts struct {
	ctx context.Context
	db  *store.DB
}

func (p parts) copy(e evidence.Evidence, to io.Writer) error { return e.Copy(p.ctx, p.db, to) }

func filesOfAll(ctx context.Context, tx *store.Tx, attached []dossier.Attached) (map[string]evidence.Evidence, error) {
	ids := make([]string, len(attached))
	for i, a := range attached {
		ids[i] = a.Evidence
	}
	return evidence.ByIDs(ctx, tx, ids)
}

// packageOf is the dossier with its checklist in order: every attached file
// under the paper it stands for, then what is had on paper or lacks.
func packageOf(v work.Visit, n dossier.Nomination, attached []dossier.Attached, files map[string]evidence.Evidence, from parts) bundle.Dossier {
	law, _ := dossier.LawOf(n, v.Season, v.Today)
	day := dossier.LawDay(v.Season)
	if !n.ReceivedOn.IsZero() {
		day = n.ReceivedOn
	}
	x := bundle.Dossier{Candidate: n.CandidateName, Award: n.Title, Office: vi.Upper(v.Cluster.Name), Day: day, Sample: n.Sample || v.Season.Sample}
	asked, mark := map[dossier.PaperKind]bool{}, dossier.FromText
	for _, need := range dossier.ChecklistUnder(law, n.TitleCode, n.Papers) {
		asked[need.Kind] = true
		if mark == dossier.FromText || need.Mark == dossier.Unverified {
			mark = need.Mark // the least sure of all
		}
		title := need.Kind.Label()
		if need.Kind == dossier.Originals {
			title = need.Name
		}
		held := heldAs(v, need.Kind, title, attached, files, from)
		if len(held) == 0 {
			held = []bundle.Paper{{Title: title, Lacks: !need.Have}}
		}
		x.Papers = append(x.Papers, held...)
	}
	if len(asked) > 0 {
		x.Law = "Danh mục theo " + law.Name + " (" + mark.Label() + ")."
	}
	for _, kind := range dossier.PaperKinds {
		if !asked[kind] {
			x.Papers = append(x.Papers, heldAs(v, kind, kind.Label(), attached, files, from)...)
		}
	}
	return x
}

// heldAs are the files that stand for the paper. One with personal data that the
// reader may not open is named only.
func heldAs(v work.Visit, kind dossier.PaperKind, title string, attached []dossier.Attached, files map[string]evidence.Evidence, from parts) (all []bundle.Paper) {
	for _, a := range attached {
		if a.Kind != kind {
			continue
		}
		e := files[a.Evidence]
		if !evidence.MayReadCited(v.By, e, e.Unit) {
			all = append(all, bundle.Paper{Title: title, State: "có dữ liệu cá nhân, không kèm theo"})
			continue
		}
		p := bundle.Paper{Title: title, File: e.Name, Ending: string(e.Format), Size: e.Size, Write: func(w io.Writer) error { return from.copy(e, w) }}
		if e.Format.Image() {
			p.Picture = func() ([]byte, error) { return from.picture(e) }
		}
		all = append(all, p)
	}
	return all
}

// picture is the file's page: upright, and without where and when it was taken.
func (p parts) picture(e evidence.Evidence) ([]byte, error) {
	var b bytes.Buffer
	if err := p.copy(e, &b); err != nil {
		return nil, err
	}
	return evidence.MakePreview(p.ctx, e.Format, b.Bytes())
}
