package season

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Planned is what an opening would record.
type Planned struct {
	Season  Season
	From    Season // zero from scratch
	Rules   Rules
	Members []cluster.Member // in the cluster's order, named as in the new year
	Already bool             // those members are on record for the new year already
	Gone    []string         // members of the earlier year that no longer exist, why
}

// slugLike is what an address may be: "duong7-2015".
var slugLike = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

const longestSlug = 80

// Plan says what the opening would record, without recording it.
func Plan(ctx context.Context, tx *store.Tx, o Opening) (Planned, error) {
	c, err := cluster.ByID(ctx, tx, o.Cluster)
	if err != nil {
		return Planned{}, err
	}
	year, err := cluster.ParseYear(o.Label)
	if err != nil {
		return Planned{}, err
	}
	p := Planned{Season: Season{Cluster: c.ID, Slug: strings.TrimSpace(o.Slug), Label: year.String(), Year: year.Last}}
	if p.Season.Slug == "" {
		p.Season.Slug = SlugOf(c.Name, p.Season.Label)
	}
	if !slugLike.MatchString(p.Season.Slug) || len(p.Season.Slug) > longestSlug {
		return p, refusal.Field("slug", fmt.Sprintf("Địa chỉ của năm chỉ gồm chữ thường không dấu, chữ số và gạch nối, nhiều nhất %d ký tự, ví dụ duong7-2015.", longestSlug))
	}
	if err := free(ctx, tx, p.Season); err != nil {
		return p, err
	}
	if p.Members, err = cluster.Roster(ctx, tx, c.ID, p.Season.Label); err != nil {
		return p, err
	}
	p.Already = len(p.Members) > 0
	err = p.takeOver(ctx, tx, o, year)
	p.Season.MembersCount = len(p.Members)
	return p, err
}

// SlugOf makes an address of a cluster's name and a year: "duong-7-2015".
func SlugOf(name, label string) string {
	words := strings.Fields(vi.Fold(name))
	for len(words) > 1 && slices.Contains([]string{"cum", "khoi", "thi", "dua"}, words[0]) {
		words = words[1:]
	}
	ascii := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.Join(words, "-")+"-"+label)
	return strings.Trim(ascii, "-")
}

// free refuses a year or an address that is taken.
func free(ctx context.Context, tx *store.Tx, s Season) error {
	_, err := ofLabel(ctx, tx, s.Cluster, s.Label)
	if err == nil {
		return &refusal.Error{Kind: refusal.Conflict, Field: "label", Sentence: fmt.Sprintf("Năm thi đua %s của cụm này đã có trong sổ.", s.Label)}
	}
	if !refusal.Is(err, refusal.NotFound) {
		return err
	}
	_, err = BySlug(ctx, tx, s.Slug)
	if err == nil {
		return &refusal.Error{Kind: refusal.Conflict, Field: "slug", Sentence: fmt.Sprintf("Địa chỉ “%s” đã dùng cho năm khác; xin đặt địa chỉ khác.", s.Slug)}
	}
	if !refusal.Is(err, refusal.NotFound) {
		return err
	}
	return nil
}

func (p *Planned) takeOver(ctx context.Context, tx *store.Tx, o Opening, year cluster.Year) error {
	if o.From == "" {
		return nil
	}
	var err error
	if p.From, err = ByID(ctx, tx, o.From); err != nil {
		return err
	}
	if p.From.Cluster != o.Cluster {
		return refusal.Field("from", "Chỉ chép từ năm trước của chính cụm này.")
	}
	if o.Rules {
		if p.Rules, err = RulesOf(ctx, tx, o.From); err != nil {
			return err
		}
	}
	if o.Calendar {
		p.Season.Calendar = p.From.Calendar.Later(p.Season.Year - p.From.Year)
	}
	if o.Members && !p.Already {
		return p.takeMembers(ctx, tx, year)
	}
	return nil
}

// takeMembers takes over the members that still exist, and the head and deputy
// whom they chose for the year.
func (p *Planned) takeMembers(ctx context.Context, tx *store.Tx, year cluster.Year) error {
	roster, err := cluster.Roster(ctx, tx, p.From.Cluster, p.From.Label)
	if err != nil {
		return err
	}
	ids := make([]string, len(roster))
	for i, m := range roster {
		ids[i] = m.Unit
	}
	units, err := org.ByIDs(ctx, tx, ids, year.NamingDay())
	if err != nil {
		return err
	}
	for _, id := range ids {
		u := units[id]
		if absence := u.AbsenceIn(year.First); absence != "" {
			p.Gone = append(p.Gone, absence)
			continue
		}
		p.Members = append(p.Members, cluster.Member{Unit: id, Name: u.Name, ShortName: u.ShortName, Kind: u.Kind,
			Position: len(p.Members) + 1, Role: p.From.Elected.role(id), Sample: p.From.Elected.Sample})
	}
	return nil
}

// role is what the unit is to be next year.
func (e Election) role(unit string) cluster.Role {
	switch unit {
	case e.Head:
		return cluster.Head
	case e.Deputy:
		return cluster.Deputy
	}
	return cluster.Plain
}
