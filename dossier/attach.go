package dossier

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/evidence"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Attached is a file of a unit's library that stands for a paper of a dossier.
type Attached struct {
	Dossier  string // nomination id
	Kind     PaperKind
	Evidence string // evidence id
	Name     string // the file's name
	Unit     string // id of the unit whose file it is
	On       vi.Day
}

// Attach puts a file of the actor's own unit's library on the dossier's list as
// the paper of that kind; the paper is then had. Whoever nominates attaches,
// and so do the candidate's unit and the unit that brought it forward.
func Attach(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, kind PaperKind, file string) error {
	n, err := attaching(ctx, tx, by, id, kind)
	if err != nil {
		return err
	}
	if err := evidence.CheckCited(ctx, tx, by.Unit, "file", []string{evidence.Ref(file)}, nil); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO dossier_file (nomination_id, kind, evidence_id, attached_on) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
		id, kind, file, day); err != nil {
		return err
	}
	if !slices.Contains(n.Papers, kind) {
		n.Papers = append(n.Papers, kind)
		if err := update(ctx, tx, n); err != nil {
			return err
		}
	}
	return journal.Record(ctx, tx, by, day, access.Nominate, "nomination:"+id, map[string]any{"attached": file, "kind": kind})
}

// Detach takes a file of the actor's own unit off the list again. The paper
// stays had only if another file or a paper outside stands for it.
func Detach(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, kind PaperKind, file string) error {
	n, err := attaching(ctx, tx, by, id, kind)
	if err != nil {
		return err
	}
	all, err := AttachedTo(ctx, tx, id)
	if err != nil {
		return err
	}
	left := 0
	mine := false
	for _, a := range all {
		if a.Kind == kind && a.Evidence == file && a.Unit == by.Unit {
			mine = true
		} else if a.Kind == kind {
			left++
		}
	}
	if !mine {
		return refusal.New(refusal.NotFound, "Hồ sơ không có tệp này của đơn vị đồng chí.")
	}
	if _, err := tx.Exec(ctx, `DELETE FROM dossier_file WHERE nomination_id = $1 AND kind = $2 AND evidence_id = $3`, id, kind, file); err != nil {
		return err
	}
	if left == 0 {
		n.Papers = slices.DeleteFunc(n.Papers, func(k PaperKind) bool { return k == kind })
		if err := update(ctx, tx, n); err != nil {
			return err
		}
	}
	return journal.Record(ctx, tx, by, day, access.Nominate, "nomination:"+id, map[string]any{"detached": file, "kind": kind})
}

// attaching reads the dossier and refuses whoever may not attach to it now.
func attaching(ctx context.Context, tx *store.Tx, by access.Actor, id string, kind PaperKind) (Nomination, error) {
	n, err := ByID(ctx, tx, id)
	if err != nil {
		return n, err
	}
	s, err := season.ByID(ctx, tx, n.Season)
	if err != nil {
		return n, err
	}
	switch {
	case !kind.known():
		return n, refusal.Field("kind", fmt.Sprintf("Không có loại giấy tờ tên “%s”.", kind))
	case by.Unit != "" && (by.Unit == n.CandidateUnit || by.Unit == n.ProposedBy):
		err = s.Within(by)
	default:
		err = season.Permit(by, access.Nominate, "", s)
	}
	if err != nil {
		return n, err
	}
	if !n.Status.MayBecome(Passed) {
		return n, notNow(n)
	}
	return n, n.open(Part(kind))
}

func notNow(n Nomination) error {
	return refusal.New(refusal.Closed, fmt.Sprintf("Đề nghị đang ở trạng thái “%s”, hồ sơ không bổ sung được nữa.", n.Status.Label()))
}

// AttachedTo are the files on the dossier's list. One statement.
func AttachedTo(ctx context.Context, tx *store.Tx, id string) ([]Attached, error) {
	return store.All(ctx, tx, func(a *Attached) []any {
		return []any{&a.Dossier, &a.Kind, &a.Evidence, &a.Name, &a.Unit, &a.On}
	}, `SELECT f.nomination_id, f.kind, f.evidence_id, e.name, e.unit_id, f.attached_on FROM dossier_file f JOIN evidence e ON e.id = f.evidence_id
		WHERE f.nomination_id = $1 ORDER BY f.kind, e.name, e.id`, id)
}

// Uses are the dossiers for which the unit's files stand, for its library.
func Uses(ctx context.Context, tx *store.Tx, unit string) ([]evidence.Use, error) {
	type use struct {
		evidence.Use
		file, candidate, title string
	}
	rows, err := store.All(ctx, tx, func(u *use) []any {
		return []any{&u.Season, &u.Label, &u.Cluster, &u.file, &u.candidate, &u.title}
	}, `SELECT s.id, s.label, c.name, f.evidence_id, n.candidate_name, n.title FROM dossier_file f JOIN evidence e ON e.id = f.evidence_id
		JOIN nomination n ON n.id = f.nomination_id JOIN season s ON s.id = n.season_id JOIN cluster c ON c.id = s.cluster_id
		WHERE e.unit_id = $1 ORDER BY f.nomination_id, f.evidence_id`, unit)
	all := make([]evidence.Use, len(rows))
	for i, r := range rows {
		all[i] = r.Use
		all[i].Where, all[i].Entry = fmt.Sprintf("hồ sơ đề nghị %s cho %s", r.title, inSentence(r.candidate)), evidence.Ref(r.file)
	}
	return all, err
}
