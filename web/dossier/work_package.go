package dossier

import (
	"context"
	"io"
	"net/http"
	"time"

	"thidua/bundle"
	"thidua/dossier"
	"thidua/evidence"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/work"
)

// Downloads are the files of dossiers: each is written in the journal as an
// export before a byte of it leaves.
var Downloads = []work.Raw{
	{Pattern: "GET " + onePath + "/ho-so.zip", Serve: packed},
	{Pattern: "GET " + onePath + "/ho-so.pdf", Serve: joined},
	{Pattern: "GET " + onePath + "/bao-cao-thanh-tich.docx", Serve: achievementIn("docx")},
	{Pattern: "GET " + onePath + "/bao-cao-thanh-tich.pdf", Serve: achievementIn("pdf")},
	{Pattern: "GET /lam/{slug}/de-nghi/ho-so.zip", Serve: packedAll},
}

// joinTime is how long the pages of a dossier may take to be counted or joined.
const joinTime = time.Minute

const onePath = "/lam/{slug}/de-nghi/{nomination}"

// packed sends the package of one dossier, file by file.
func packed(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		x, err := exported(d, r)
		if err != nil {
			return err
		}
		work.Heads(w, "application/zip", bundle.Name(1, "ho-so "+x.Candidate, "zip"))
		ctx, stop := context.WithTimeout(r.Context(), joinTime)
		defer stop()
		broken(d, r, x.WriteZip(ctx, work.Patient(w)))
		return nil
	}
}

// joined sends the one PDF of a dossier.
func joined(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		x, err := exported(d, r)
		if err != nil {
			return err
		}
		ctx, stop := context.WithTimeout(r.Context(), joinTime)
		defer stop()
		pdf, err := x.PDF(ctx)
		if err != nil {
			return err
		}
		work.Heads(w, "application/pdf", bundle.Name(1, "ho-so "+x.Candidate, "pdf"))
		_, _ = work.Patient(w).Write(pdf)
		return nil
	}
}

// packedAll sends every dossier of the year, each in its own folder, and holds
// none: files are read part by part as they go out.
func packedAll(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var all []bundle.Dossier
		err := d.Exporting(r, letterReaders, func(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
			all, err = everyDossier(ctx, tx, v, parts{r.Context(), d.DB})
			return err
		})
		if err != nil {
			return err
		}
		work.Heads(w, "application/zip", bundle.Name(1, "ho-so "+r.PathValue("slug"), "zip"))
		broken(d, r, zipped(work.Patient(w), all))
		return nil
	}
}

func zipped(w io.Writer, all []bundle.Dossier) error {
	z := bundle.NewZip(w)
	for i, x := range all {
		if err := z.Add(bundle.Folder(i+1, x.Candidate+" "+x.Award), x); err != nil {
			return err
		}
	}
	return z.Close()
}

// broken tells the log of a package that stays short: without its end no reader
// opens it.
func broken(d work.Desk, r *http.Request, err error) {
	if err != nil {
		d.Log.ErrorContext(r.Context(), "a dossier was not sent whole", "path", r.URL.Path, "error", err)
	}
}

// exported is the dossier that the address names, for those who may read its
// conditions; the journal tells who took it and each file of another unit.
func exported(d work.Desk, r *http.Request) (x bundle.Dossier, err error) {
	err = d.Exporting(r, verdictReaders, func(ctx context.Context, tx *store.Tx, v work.Visit) error {
		n, err := nominationOf(ctx, tx, v)
		if err != nil {
			return err
		}
		if err := mayReadConditions(v, n); err != nil {
			return err
		}
		attached, err := dossier.AttachedTo(ctx, tx, n.ID)
		if err != nil {
			return err
		}
		files, err := filesOfAll(ctx, tx, attached)
		if err != nil {
			return err
		}
		for _, e := range files {
			if evidence.MayReadCited(v.By, e, e.Unit) {
				if err := evidence.RecordRead(ctx, tx, v.By, v.Today, e, "ho-so"); err != nil {
					return err
				}
			}
		}
		x = packageOf(v, n, attached, files, parts{r.Context(), d.DB})
		return nil
	})
	return x, err
}

// everyDossier is the year's dossiers that are not withdrawn, in the order in
// which they were drawn up. Readings of personal data stand in the journal one
// by one, the others with the export itself.
func everyDossier(ctx context.Context, tx *store.Tx, v work.Visit, from parts) (all []bundle.Dossier, err error) {
	nominations, err := dossier.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	if len(nominations) == 0 {
		return nil, refusal.New(refusal.NotFound, "Năm này chưa có đề nghị khen thưởng nào.")
	}
	attached, err := dossier.AttachedAcross(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var every []dossier.Attached
	for _, some := range attached {
		every = append(every, some...)
	}
	files, err := filesOfAll(ctx, tx, every)
	if err != nil {
		return nil, err
	}
	for _, e := range files {
		if e.Sensitive && evidence.MayReadCited(v.By, e, e.Unit) {
			if err := evidence.RecordRead(ctx, tx, v.By, v.Today, e, "ho-so"); err != nil {
				return nil, err
			}
		}
	}
	for _, n := range nominations {
		all = append(all, packageOf(v, n, attached[n.ID], files, from))
	}
	return all, nil
}
