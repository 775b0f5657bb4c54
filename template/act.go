package template

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"thidua/access"
	"thidua/cluster"
	"thidua/council"
	"thidua/journal"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Upload keeps a template as a new version, once it was checked. It is not in
// force yet. A file that is the newest version to the letter is refused.
func Upload(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, t Template, body []byte) (Template, error) {
	if err := permit(ctx, tx, by, t.Cluster, t.Kind); err != nil {
		return t, err
	}
	found, err := Check(t.Kind, body)
	if err != nil {
		return t, err
	}
	last, err := newest(ctx, tx, t.Cluster, t.Kind)
	if err != nil {
		return t, err
	}
	sum := sha256.Sum256(body)
	t.ID, t.Version, t.Size, t.SHA256 = store.NewID(), last.Version+1, len(body), hex.EncodeToString(sum[:])
	t.Fields, t.Missing, t.On, t.By = found.Fields, found.Missing, day, by.Name
	if t.File = vi.Clean(t.File); vi.ValidText(t.File) != nil || t.File == "" || len(t.File) > 200 {
		t.File = string(t.Kind) + ".docx"
	}
	if last.SHA256 == t.SHA256 {
		return t, refusal.New(refusal.Conflict, fmt.Sprintf("Tệp này giống hệt bản %d đã nạp.", last.Version))
	}
	if err := keep(ctx, tx, t, body); err != nil {
		return t, err
	}
	return t, journal.Record(ctx, tx, by, day, access.KeepTemplate, "template:"+t.ID,
		map[string]any{"cluster": t.Cluster, "kind": t.Kind, "version": t.Version, "sha256": t.SHA256})
}

// PutInForce lets a version hold from a day on; BuiltIn goes back to the paper as
// the program sets it. The day is not before the act's own, so that no paper of
// before changes.
func PutInForce(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, f Force) error {
	if err := permit(ctx, tx, by, f.Cluster, f.Kind); err != nil {
		return err
	}
	switch {
	case f.From.IsZero():
		return refusal.Field("tu-ngay", "Ghi ngày bắt đầu áp dụng.")
	case f.From.Before(day):
		return refusal.Field("tu-ngay", "Mẫu áp dụng từ hôm nay trở đi; văn bản trước đó giữ mẫu của ngày ấy.")
	}
	if f.Version != BuiltIn {
		if _, err := ofVersion(ctx, tx, f.Cluster, f.Kind, f.Version); err != nil {
			return err
		}
	}
	f.By = by.Name
	if _, err := tx.Exec(ctx, `INSERT INTO template_force (id, cluster_id, kind, version, from_day, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		store.NewID(), f.Cluster, f.Kind, f.Version, f.From, tx.Now, f.By); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepTemplate, "template_force:"+string(f.Kind),
		map[string]any{"cluster": f.Cluster, "version": f.Version, "from": f.From})
}

// permit refuses who may not, a cluster that is not theirs or not there, and a
// kind that no locality sets.
func permit(ctx context.Context, tx *store.Tx, by access.Actor, owner string, k paper.Kind) error {
	if err := access.Check(by, access.KeepTemplate, ""); err != nil {
		return err
	}
	if by.Cluster != "" && by.Cluster != owner {
		return refusal.By(string(access.KeepTemplate), "Đồng chí chỉ làm mẫu văn bản cho cụm của mình.")
	}
	if len(paper.FieldsOf(k)) == 0 {
		return refusal.New(refusal.NotFound, "Không có loại văn bản này.")
	}
	if owner == "" {
		return nil
	}
	_, err := cluster.ByID(ctx, tx, owner)
	if refusal.Is(err, refusal.NotFound) {
		_, err = council.ByID(ctx, tx, owner)
	}
	return err
}
