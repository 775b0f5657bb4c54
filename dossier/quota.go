package dossier

import (
	"fmt"

	"thidua/refusal"
	"thidua/season"
)

// CheckQuota refuses a list that names more candidates for a title than the
// rules allow. members is the number of the cluster's members, 0 when unknown:
// a quota in percent of them is then not judged. Candidates from outside count
// only where the rule says so.
func CheckQuota(quotas []season.Quota, members int, list []Nomination) error {
	for _, q := range quotas {
		if q.Max <= 0 && (!q.Percent.Known() || members <= 0) {
			continue
		}
		if n, allowed := taken(q, list), q.Allowed(members); n > allowed {
			return &refusal.Error{Kind: refusal.Unsatisfied, Field: "title", Sentence: fmt.Sprintf("Cụm được đề nghị %d %s, danh sách có %d.", allowed, q.Title, n)}
		}
	}
	return nil
}

// taken counts the places of the quota that the list uses.
func taken(q season.Quota, list []Nomination) (n int) {
	for _, x := range list {
		if sameTitle(q.Title, x.Title) && x.Status.counts() && (x.Member || q.Outside) {
			n++
		}
	}
	return n
}
