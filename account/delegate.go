package account

import (
	"context"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// StandIn is somebody who works in another's capacity for a time: by delegation
// (ủy quyền) while the holder stays in office, or acting (quyền, phụ trách) while
// the post is empty or its holder away.
type StandIn struct {
	Grant    string // whose capacity: id
	Person   string // who stands in: person id
	How      How    // Delegated or Acting
	From     vi.Day
	Until    vi.Day // first day no longer; never open
	Document string // the decision or letter it rests on
}

// Appoint gives a stand-in the capacity for the span and returns the new grant's
// id. What was itself delegated is not passed on.
func Appoint(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s StandIn) (string, error) {
	if err := access.Check(by, access.GrantRole, ""); err != nil {
		return "", err
	}
	g, err := GrantByID(ctx, tx, s.Grant)
	if err != nil {
		return "", err
	}
	if err := s.check(g); err != nil {
		return "", err
	}
	return Give(ctx, tx, by, day, Grant{Person: s.Person, Role: g.Role, Unit: g.Unit, Cluster: g.Cluster,
		From: s.From, Until: s.Until, How: s.How, Source: g.ID, Document: s.Document})
}

func (s StandIn) check(g Grant) error {
	switch {
	case s.How != Delegated && s.How != Acting:
		return refusal.Field("how", "Chọn ủy quyền hoặc quyền, phụ trách.")
	case g.How != Own:
		return refusal.Field("grant", "Vai trò này vốn được ủy quyền hoặc phụ trách, không giao tiếp cho người khác.")
	case g.Person == s.Person:
		return refusal.Field("person", "Người làm thay phải là người khác.")
	case s.From.IsZero():
		return refusal.Field("from", "Phải ghi ngày bắt đầu.")
	case s.Until.IsZero():
		return refusal.Field("until", "Làm thay phải có ngày kết thúc.")
	case vi.Clean(s.Document) == "":
		return refusal.Field("document", "Phải ghi văn bản ủy quyền hoặc giao phụ trách.")
	case s.From.Before(g.From), !g.Until.IsZero() && g.Until.Before(s.Until):
		return refusal.Field("until", "Thời gian làm thay phải nằm trong thời gian của vai trò gốc.")
	}
	return nil
}
