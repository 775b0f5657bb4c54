package bulletin

import (
	"fmt"
	"strings"

	"thidua/cluster"
	"thidua/season"
)

// about tells what the cluster is: its members, its own description, and the
// year's circumstances.
func (w writer) about() (l Line) {
	if w.Cluster.About != "" {
		l.add(ended(w.Cluster.About), w.Cluster.Sample, "cluster:"+w.Cluster.ID)
	}
	if text := w.membership(); text != "" && !w.aboutNamesMembers() {
		l.add(text, w.Cluster.Sample, "cluster:"+w.Cluster.ID)
	}
	w.notes(&l, season.Context)
	return l
}

func (w writer) aboutNamesMembers() bool {
	for _, id := range w.MemberIDs() {
		if !strings.Contains(w.Cluster.About, w.Short(id)) {
			return false
		}
	}
	return w.Cluster.About != "" && len(w.Members) > 0
}

func (w writer) membership() string {
	n, names := w.MembersInAll(), w.Joined(w.MemberIDs())
	switch {
	case w.Cluster.Kind == cluster.Council || n == 0 && names == "":
		return ""
	case n == 0:
		return fmt.Sprintf("Trong các đơn vị thành viên của %s có %s.", w.Cluster.Name, names)
	case names == "":
		return fmt.Sprintf("%s có %d đơn vị thành viên.", w.Cluster.Name, n)
	case len(w.Members) < n:
		return fmt.Sprintf("%s có %d đơn vị thành viên, trong đó có %s.", w.Cluster.Name, n, names)
	}
	return fmt.Sprintf("%s gồm %d đơn vị thành viên: %s.", w.Cluster.Name, n, names)
}
