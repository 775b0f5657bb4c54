package dossier

import (
	"fmt"

	"thidua/refusal"
	"thidua/season"
)

// CheckQuota refuses a list that names more candidates for a title than the
// rules allow. members is the number of the cluster's members, 0 when unknown:
// a quota in percent of them is then not judged. complete says that the roster
// names them all: a collective that is not on it then surely comes from outside,
// and counts only where the rule says so.
func CheckQuota(quotas []season.Quota, members int, complete bool, list []Nomination) error {
	for _, q := range quotas {
		if q.Max <= 0 && (!q.Percent.Known() || members <= 0) {
			continue
		}
		if n, allowed := taken(q, complete, list), q.Allowed(members); n > allowed {
			return &refusal.Error{Kind: refusal.Unsatisfied, Field: "title", Sentence: fmt.Sprintf("Cụm được đề nghị %d %s, danh sách có %d.", allowed, q.Title, n)}
		}
	}
	return nil
}

// taken counts the places of the quota that the list uses.
func taken(q season.Quota, complete bool, list []Nomination) (n int) {
	for _, x := range list {
		outside := complete && !x.Member && x.CandidateKind == Collective
		if sameTitle(q.Title, x.Title) && x.Status.counts() && (q.Outside || !outside) {
			n++
		}
	}
	return n
}
