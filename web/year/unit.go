package year

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Unit is a unit's short name that year; a unit that is neither member nor
// named by Knows has none.
func (v Visit) Unit(id string) string {
	for _, m := range v.Members {
		if m.Unit == id {
			return short(m.ShortName, m.Name)
		}
	}
	return v.names[id].Name
}

// Named reports whether the text names the unit already, as "Giám đốc Sở Nội
// vụ" does.
func (v Visit) Named(id, text string) bool {
	name := v.names[id].ShortName
	for _, m := range v.Members {
		if m.Unit == id {
			name = m.ShortName
		}
	}
	return name != "" && strings.Contains(vi.Fold(text), vi.Fold(name))
}

func short(name, full string) string {
	if name != "" {
		return name
	}
	return full
}

// Knows returns the visit able to name the units of the list too, in one
// statement, or in none when all of them are members.
func (v Visit) Knows(ctx context.Context, tx *store.Tx, ids []string) (Visit, error) {
	var strangers []string
	for _, id := range ids {
		if id != "" && v.Unit(id) == "" {
			strangers = append(strangers, id)
		}
	}
	if len(strangers) == 0 {
		return v, nil
	}
	year, err := cluster.ParseYear(v.Season.Label)
	if err != nil {
		return v, err
	}
	v.names, err = org.ByIDs(ctx, tx, strangers, year.NamingDay())
	return v, err
}

// Slug is the member's place in addresses: "con-cuong". Members of one short
// name are told apart by their place in the roster.
func (v Visit) Slug(unit string) string {
	seen := map[string]bool{}
	for _, m := range v.Members {
		slug := plain(short(m.ShortName, m.Name))
		if seen[slug] || slug == "" {
			slug = fmt.Sprintf("%s-%d", cmp.Or(slug, "don-vi"), m.Position)
		}
		seen[slug] = true
		if m.Unit == unit {
			return slug
		}
	}
	return ""
}

// MemberAsked is the member that the address names under "unit".
func (v Visit) MemberAsked() (cluster.Member, error) {
	for _, m := range v.Members {
		if v.Slug(m.Unit) == v.Asked("unit") {
			return m, nil
		}
	}
	return cluster.Member{}, refusal.New(refusal.NotFound, "Không có đơn vị này trong cụm.")
}

// plain writes a name for an address: lower case, no accents, hyphens.
func plain(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFD.String(name)) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case unicode.IsSpace(r) || unicode.IsPunct(r):
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), "-")
}
