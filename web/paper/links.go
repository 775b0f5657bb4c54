// Package paper lets readers take the cluster's official papers with them.
package paper

import (
	"context"
	"net/http"

	"thidua/refusal"
	"thidua/store"
	"thidua/web/year"
)

// Link is one paper as a page offers it.
type Link struct {
	Title  string
	Files  []File
	Sample bool // the whole paper rests on data of no source
}

// File is one form of a paper: a page description or a text to go on with.
type File struct {
	Address string
	Kind    string // "PDF", "Word"
	Size    int    // bytes
}

// Links are the year's papers.
func Links(ctx context.Context, tx *store.Tx, v year.Visit) ([]Link, error) { return nil, nil }

// Download serves one file of a paper.
func Download(desk year.Desk) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, err := desk.Visit(r, year.WhenPublished, func(context.Context, *store.Tx, year.Visit) error {
			return refusal.New(refusal.NotFound, "Không có văn bản này.")
		})
		desk.Refuse(w, r, err)
	}
}
