package paper

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Issue keeps the papers of a season and enters each in the journal with the
// checksums of its files. Papers issued before under the same names are
// replaced: the journal keeps the checksums of both.
func Issue(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, papers []Issued) error {
	if err := access.Check(by, access.IssuePaper, ""); err != nil {
		return err
	}
	if len(papers) == 0 {
		return refusal.New(refusal.Unsatisfied, "Hồ sơ năm thi đua chưa đủ dữ kiện để lập văn bản nào.")
	}
	if _, err := season.ByID(ctx, tx, seasonID); err != nil {
		return err
	}
	for i, p := range papers {
		sums := map[string]string{}
		for _, f := range p.Files {
			sums[f.Name] = checksum(f.Bytes)
			if err := keep(ctx, tx, seasonID, i+1, p.Paper, f); err != nil {
				return err
			}
		}
		if err := journal.Append(ctx, tx, journal.Entry{Day: day, Actor: by.Name, Role: string(by.Role), Act: string(access.IssuePaper), Object: "paper:" + seasonID + "/" + p.File},
			map[string]any{"kind": p.Kind, "title": p.Title, "sha256": sums}); err != nil {
			return err
		}
	}
	return nil
}

func checksum(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

func keep(ctx context.Context, tx *store.Tx, seasonID string, position int, p Paper, f File) error {
	_, err := tx.Exec(ctx, `INSERT INTO paper (id, season_id, position, kind, title, file, format, on_day, body, size, sha256, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (season_id, file) DO UPDATE SET position = excluded.position, kind = excluded.kind, title = excluded.title, on_day = excluded.on_day,
			body = excluded.body, size = excluded.size, sha256 = excluded.sha256, illustrative = excluded.illustrative`,
		store.NewID(), seasonID, position, p.Kind, p.Title, f.Name, f.Format, p.Day, f.Bytes, len(f.Bytes), checksum(f.Bytes), p.Illustrative())
	return err
}
