package dossier

import (
	"fmt"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/voting"
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

// Places is one quota of the signed rules, with what the list has used of it.
type Places struct {
	Title   string
	Allowed int
	Taken   int
	Words   string // the arithmetic as a Vietnamese sentence
}

// PlacesOf computes every quota that can be judged; see CheckQuota.
func PlacesOf(quotas []season.Quota, members int, complete bool, list []Nomination) (all []Places) {
	for _, q := range quotas {
		if q.Max <= 0 && (!q.Percent.Known() || members <= 0) {
			continue
		}
		p := Places{Title: q.Title, Allowed: q.Allowed(members), Taken: taken(q, complete, list)}
		p.Words = fmt.Sprintf("%s: được đề nghị %d", q.Title, p.Allowed)
		if q.Percent.Known() {
			p.Words += fmt.Sprintf(" (%s của %d đơn vị, %s)", voting.PercentWords(q.Percent.Quo(exact.Int(100))), members, roundWords(q.Round))
		}
		p.Words += fmt.Sprintf("; đã đề nghị %d; còn %d.", p.Taken, max(0, p.Allowed-p.Taken))
		if !q.Outside {
			p.Words += " Tập thể ngoài cụm không tính vào số này."
		}
		all = append(all, p)
	}
	return all
}

func roundWords(how string) string {
	switch how {
	case "up":
		return "làm tròn lên"
	case "half_up":
		return "làm tròn"
	}
	return "làm tròn xuống"
}
