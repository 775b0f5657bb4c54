package paper

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"slices"
	"time"

	"thidua/dossier"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/voting"
	"thidua/web/year"
)

var types = map[string]string{
	paper.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	paper.PDF:  "application/pdf",
}

// Download serves one file of a paper, to be kept under the year's name and its own. Before
// publication there is no such file.
func Download(desk year.Desk) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var file paper.File
		name := r.PathValue("file")
		_, err := desk.Visit(r, year.WhenPublished, func(ctx context.Context, tx *store.Tx, v year.Visit) (err error) {
			nominations, err := dossier.OfSeason(ctx, tx, v.Season.ID)
			if err != nil {
				return err
			}
			votes, err := voting.OfSeason(ctx, tx, v.Season.ID)
			if err != nil {
				return err
			}
			open, err := offered(ctx, tx, v, votes, nominations)
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(open, func(l paper.Listing) bool { return l.File == name }) {
				return refusal.New(refusal.NotFound, "Không có văn bản này.")
			}
			file, err = paper.FileOf(ctx, tx, v.Season.ID, name)
			return err
		})
		if err != nil {
			desk.Refuse(w, r, err)
			return
		}
		sum := sha256.Sum256(file.Bytes)
		w.Header().Set("Content-Type", types[file.Format])
		w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s-%s"`, r.PathValue("slug"), name))
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file.Bytes))
	}
}
