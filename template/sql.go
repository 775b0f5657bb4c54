package template

import (
	"context"
	"errors"

	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
)

const columns = `id, cluster_id, kind, version, file, size, sha256, fields, missing, uploaded_on, uploaded_by`

// kept is a template as its row gives it.
type kept struct {
	Template
	fields, missing store.JSON[[]string]
	body            []byte
}

func into(k *kept) []any {
	return []any{&k.ID, &k.Cluster, &k.Kind, &k.Version, &k.File, &k.Size, &k.SHA256, &k.fields, &k.missing, &k.On, &k.By}
}

func (k kept) whole() Template {
	k.Fields, k.Missing = k.fields.V, k.missing.V
	return k.Template
}

func keep(ctx context.Context, tx *store.Tx, t Template, body []byte) error {
	_, err := tx.Exec(ctx, `INSERT INTO paper_template (id, cluster_id, kind, version, file, body, size, sha256, fields, missing, uploaded_on, uploaded_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		t.ID, t.Cluster, t.Kind, t.Version, t.File, body, t.Size, t.SHA256, store.Text(t.Fields), store.Text(t.Missing), t.On, t.By)
	return err
}

// All lists every version of every template, the newest of a kind first.
func All(ctx context.Context, tx *store.Tx) (all []Template, err error) {
	rows, err := store.All(ctx, tx, into, `SELECT `+columns+` FROM paper_template ORDER BY kind, cluster_id, version DESC`)
	for _, k := range rows {
		all = append(all, k.whole())
	}
	return all, err
}

// Forces lists what was ever put in force, in the order of recording.
func Forces(ctx context.Context, tx *store.Tx) ([]Force, error) {
	return store.All(ctx, tx, func(f *Force) []any { return []any{&f.Cluster, &f.Kind, &f.Version, &f.From, &f.By} },
		`SELECT cluster_id, kind, version, from_day, recorded_by FROM template_force ORDER BY recorded_at, id`)
}

// ByID is a template with its file.
func ByID(ctx context.Context, tx *store.Tx, id string) (Template, []byte, error) {
	k, err := store.One(ctx, tx, func(k *kept) []any { return append(into(k), &k.body) },
		`SELECT `+columns+`, body FROM paper_template WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Template{}, nil, errNone
	}
	return k.whole(), k.body, err
}

var errNone = refusal.New(refusal.NotFound, "Không có mẫu văn bản này.")

// newest is the last version; the zero Template when there is none.
func newest(ctx context.Context, tx *store.Tx, cluster string, k paper.Kind) (Template, error) {
	rows, err := store.All(ctx, tx, into, `SELECT `+columns+` FROM paper_template WHERE cluster_id = $1 AND kind = $2 ORDER BY version DESC LIMIT 1`, cluster, k)
	if err != nil || len(rows) == 0 {
		return Template{}, err
	}
	return rows[0].whole(), nil
}

// ofVersion is one version, or a refusal of kind NotFound.
func ofVersion(ctx context.Context, tx *store.Tx, cluster string, k paper.Kind, version int) (Template, error) {
	rows, err := store.All(ctx, tx, into, `SELECT `+columns+` FROM paper_template WHERE cluster_id = $1 AND kind = $2 AND version = $3`, cluster, k, version)
	if err != nil {
		return Template{}, err
	}
	if len(rows) == 0 {
		return Template{}, errNone
	}
	return rows[0].whole(), nil
}
