// Package certificate sets the pages on which certificates are printed: blanks
// with their places and their stock, the certificates of a decision, and the page
// on which anybody checks one.
package certificate

import (
	"context"
	"net/http"
	"net/url"

	"thidua/access"
	"thidua/award"
	"thidua/certificate"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
	"thidua/web/year"
)

// The addresses of the pages.
const (
	homePath     = "/bang-khen"
	blankPath    = homePath + "/phoi/"
	decisionPath = homePath + "/quyet-dinh/"
	batchPath    = homePath + "/lan-in/"
)

// keepers keep the blanks (access.KeepBlanks); printers print
// (access.IssueCertificate).
var (
	keepers  = []access.Role{access.StandingBody}
	printers = []access.Role{access.StandingBody, access.CouncilSecretary}
)

// Desk are the working pages.
var Desk = []work.Page{
	{Path: homePath, Title: ui.Words{Vietnamese: "Bằng khen, giấy khen", English: "Certificates"}, Who: printers, Read: home, Acts: map[string]work.Act{"them": add}},
	{Path: blankPath + "{blank}", Title: ui.Words{Vietnamese: "Phôi bằng", English: "Blank"}, Who: keepers, Read: blank, Files: certificate.LargestPicture,
		Acts: map[string]work.Act{"sua": change, "can-chinh": calibrate, "anh": bringPicture, "nhap": receive, "hong": spoil}},
	{Path: blankPath + "{blank}/{title}/{kind}", Title: ui.Words{Vietnamese: "Vị trí in", English: "Places on a blank"}, Who: keepers, Read: places, Acts: map[string]work.Act{"ghi": setPlaces}},
	{Path: decisionPath + "{decision}", Title: ui.Words{Vietnamese: "In bằng theo quyết định", English: "Certificates of a decision"}, Who: printers, Read: decision, Acts: map[string]work.Act{"in": issue}},
}

// Raw are the files.
var Raw = []work.Raw{
	{Pattern: "GET " + blankPath + "{blank}/anh", Serve: picture},
	{Pattern: "GET " + blankPath + "{blank}/can-chinh.pdf", Serve: calibration},
	{Pattern: "GET " + decisionPath + "{decision}/tcvn3.txt", Serve: printshop},
	{Pattern: "GET " + decisionPath + "{decision}/in-thu.pdf", Serve: proof},
}

// Prints are the certificates themselves; site is the public address that their
// codes lead to, empty when it is not known: then the one it was asked at.
func Prints(site string) []work.Raw {
	return []work.Raw{{Pattern: "GET " + batchPath + "{batch}", Serve: func(d work.Desk) work.Handler { return batch(d, site) }}}
}

// Public adds the page on which anybody checks a certificate.
func Public(d year.Desk, mux *http.ServeMux) {
	mux.HandleFunc("GET "+certificate.CheckPath+"{code}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Robots-Tag", "noindex")
		var c certificate.Checked
		err := d.DB.Read(r.Context(), func(tx *store.Tx) (err error) {
			c, err = certificate.Check(r.Context(), tx, r.PathValue("code"))
			return err
		})
		if err != nil {
			d.Refuse(w, r, err)
			return
		}
		d.Show(w, r, http.StatusOK, checkPage(r.URL.Path, c))
	})
}

// MayPrint reports whether the visitor prints certificates.
func MayPrint(v work.Visit) bool {
	return access.Check(v.By, access.IssueCertificate, "") == nil && unbound(v) == nil
}

// unbound refuses whoever works for one cluster only: blanks and decisions are
// not a cluster's.
func unbound(v work.Visit) error {
	if v.By.Cluster != "" {
		return refusal.By("cluster", "Phôi bằng không của riêng một cụm; đồng chí chỉ làm việc cho một cụm.")
	}
	return nil
}

func scope(ctx context.Context, tx *store.Tx, v work.Visit) (award.Scope, error) {
	if err := unbound(v); err != nil {
		return award.Scope{}, err
	}
	return award.ScopeOf(ctx, tx, v.By, v.Grant.Unit)
}

func blankAt(id string) string { return blankPath + url.PathEscape(id) }

// DecisionAt is the address at which the certificates of a decision are printed.
func DecisionAt(id string) string { return decisionPath + url.PathEscape(id) }

// length reads a field in millimetres.
func length(f work.Form, name string) (certificate.Length, error) {
	l, ok := certificate.ParseLength(f.Get(name))
	if !ok {
		return 0, refusal.Field(name, "Ghi số mm, nhiều nhất một chữ số thập phân, ví dụ 12,5.")
	}
	return l, nil
}
