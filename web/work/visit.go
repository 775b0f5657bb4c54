package work

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"thidua/access"
	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/year"
)

// Visit is one request at the working desk: who asks, in which capacity, and of
// which year.
type Visit struct {
	year.Visit                 // its season, cluster and members are zero outside a year
	By         access.Actor    // who acts, in which capacity
	Person     account.Person  //
	Grants     []account.Grant // the capacities in force; of a year, those that reach it
	Grant      account.Grant   // the one they act in
	Said       ui.Words        // the sentence that the last act left for this page
	Unread     int             // notices not read yet
	who        map[string][]access.Role
	request    *http.Request
}

// Has reports whether they act in one of these roles.
func (v Visit) Has(roles ...access.Role) bool { return slices.Contains(roles, v.By.Role) }

// Holds reports whether any of their capacities here is of one of the roles.
func (v Visit) Holds(roles ...access.Role) bool {
	for _, g := range v.Grants {
		if slices.Contains(roles, g.Role) {
			return true
		}
	}
	return false
}

// CanOpen reports whether one of their capacities opens the working page at the
// path, as Page.Path writes it.
func (v Visit) CanOpen(path string) bool {
	who, there := v.who[path]
	return there && (len(who) == 0 || v.Holds(who...))
}

// Back is where "Quay lại" leads: the address that the link to this page gave
// under "ve", else the fallback. So a reader comes back to the same filtered
// list.
func (v Visit) Back(fallback string) string {
	return ui.PathHere(v.request.URL.Query().Get("ve"), fallback)
}

// Here is this page's address with its query, to be given to other pages as
// their way back.
func (v Visit) HereAgain() string { return v.request.URL.RequestURI() }

// Request is the request itself, for what the visit does not tell.
func (v Visit) Request() *http.Request { return v.request }

// sit finds who asks: a person who may work, their capacities of today, and the
// one they act in. The page's own roles come before the capacity chosen, so that
// somebody with two of them need not change over for every page.
func (d Desk) sit(ctx context.Context, tx *store.Tx, r *http.Request, path string, who []access.Role) (Visit, error) {
	v := Visit{request: r, who: d.who}
	var err error
	if strings.Contains(path, "{slug}") {
		v.Visit, err = year.Of(ctx, tx, r)
	} else {
		v.Visit = year.Outside(tx, r)
	}
	if err != nil && !refusal.Is(err, refusal.NotFound) {
		return v, err
	}
	missing := err
	if v.Person, err = account.ByID(ctx, tx, account.Seated(r.Context())); err != nil {
		return v, errNobody
	}
	if v.Person.State == account.Locked {
		return v, errNobody
	}
	if v.Grants, err = account.HeldOn(ctx, tx, v.Person.ID, v.Today); err != nil {
		return v, err
	}
	if missing != nil {
		return v, missing
	}
	v.Working, v.Opens = true, func(name string) bool { return v.CanOpen(year.WorkPrefix + "{slug}/" + name) }
	if v.Season.ID != "" {
		v.Grants = reaching(v.Grants, v.reach())
		if len(v.Grants) == 0 {
			return v, refusal.By("cluster", "Đồng chí không có vai trò nào trong năm thi đua này của cụm, nên không xem, không ghi gì ở đây.")
		}
	}
	v.Grant = chosen(v.Grants, d.Sessions.GetString(r.Context(), capacityKey), who)
	v.By = v.Grant.Actor(v.Person, v.Season.Cluster)
	if len(who) > 0 && !slices.Contains(who, v.By.Role) {
		return v, refusal.By("page", "Trang này dành cho: "+names(who)+".")
	}
	return v, nil
}

func (v Visit) reach() account.Reach {
	r := account.Reach{Cluster: v.Cluster.ID, StandingBody: v.Cluster.StandingBody}
	for _, m := range v.Members {
		r.Members = append(r.Members, m.Unit)
	}
	return r
}

func reaching(grants []account.Grant, r account.Reach) (all []account.Grant) {
	for _, g := range grants {
		if g.Reaches(r) {
			all = append(all, g)
		}
	}
	return all
}

// chosen is the capacity to act in: the one chosen if the page is for it, else
// the first that the page is for, else the one chosen, else the first.
func chosen(grants []account.Grant, id string, who []access.Role) (best account.Grant) {
	score := -1
	for _, g := range grants {
		s := 0
		if g.ID == id {
			s++
		}
		if len(who) == 0 || slices.Contains(who, g.Role) {
			s += 2
		}
		if s > score {
			best, score = g, s
		}
	}
	return best
}

func names(roles []access.Role) string {
	var words []string
	for _, r := range roles {
		words = append(words, r.Label())
	}
	return strings.Join(words, ", ")
}
