// Package template sets the pages on which a locality brings its own templates of
// papers, tries them and says from which day they hold.
package template

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/council"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/template"
	"thidua/web/ui"
	"thidua/web/work"
)

const (
	home    = "/quan-tri/mau-van-ban"
	onePath = home + "/{kind}"
)

var keepers = rolesOf(access.KeepTemplate)

func rolesOf(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// Desk are the pages.
var Desk = []work.Page{
	{Path: home, Title: ui.Words{Vietnamese: "Mẫu văn bản của địa phương", English: "Templates of papers"}, Who: keepers, Read: kinds},
	{Path: onePath, Title: ui.Words{Vietnamese: "Mẫu của một loại văn bản", English: "Templates of one kind"}, Who: keepers, Read: one,
		Acts: map[string]work.Act{"nap": upload, "ap-dung": putInForce}, Files: template.MaxSize + 64<<10},
}

// shelf is what is on record of templates, as the pages show it.
type shelf struct {
	templates []template.Template
	forces    []template.Force
	clusters  []cluster.Cluster // those whose templates the reader may keep
	councils  []council.Council // the same
	all       bool              // may keep templates for every cluster
	names     map[string]string // of all clusters and councils, by id
}

func shelfOf(ctx context.Context, tx *store.Tx, v work.Visit) (s shelf, err error) {
	if s.templates, err = template.All(ctx, tx); err != nil {
		return s, err
	}
	if s.forces, err = template.Forces(ctx, tx); err != nil {
		return s, err
	}
	all, err := cluster.All(ctx, tx)
	if err != nil {
		return s, err
	}
	s.names, s.all = map[string]string{"": "mọi cụm, khối và hội đồng"}, v.By.Cluster == ""
	for _, c := range all {
		s.names[c.ID] = c.Name
		if s.all || c.ID == v.By.Cluster {
			s.clusters = append(s.clusters, c)
		}
	}
	councils, err := council.All(ctx, tx)
	for _, c := range councils {
		s.names[c.ID] = c.Name
		if s.all {
			s.councils = append(s.councils, c)
		}
	}
	return s, err
}

// of are the versions of a kind, newest first.
func (s shelf) of(k paper.Kind) (all []template.Template) {
	for _, t := range s.templates {
		if t.Kind == k {
			all = append(all, t)
		}
	}
	return all
}

// held are the owners that have templates of a kind: every cluster first.
func (s shelf) held(k paper.Kind) (owners []string) {
	for _, t := range s.of(k) {
		if !slices.Contains(owners, t.Cluster) {
			owners = append(owners, t.Cluster)
		}
	}
	return owners
}

// mine reports whether the reader keeps the templates of that owner.
func (s shelf) mine(owner string) bool {
	return s.all || slices.ContainsFunc(s.clusters, func(c cluster.Cluster) bool { return c.ID == owner })
}

// scopes are the owners for whom the reader may bring a template.
func (s shelf) scopes() (options []ui.Option) {
	if s.all {
		options = append(options, ui.Option{Value: "", Label: "Mọi cụm, khối và hội đồng"})
	}
	for _, c := range s.clusters {
		options = append(options, ui.Option{Value: c.ID, Label: c.Name})
	}
	for _, c := range s.councils {
		options = append(options, ui.Option{Value: c.ID, Label: c.Name})
	}
	return options
}

// choices are what the reader may put in force, as "cluster/version".
func (s shelf) choices(k paper.Kind) (options []ui.Option) {
	for _, t := range s.of(k) {
		if s.mine(t.Cluster) {
			options = append(options, ui.Option{Value: t.Cluster + "/" + strconv.Itoa(t.Version), Label: fmt.Sprintf("Bản %d (%s), %s", t.Version, s.names[t.Cluster], t.File)})
		}
	}
	for _, owner := range s.held(k) {
		if s.mine(owner) {
			options = append(options, ui.Option{Value: owner + "/" + strconv.Itoa(template.BuiltIn), Label: "Thôi dùng mẫu (" + s.names[owner] + ")"})
		}
	}
	return options
}

func kinds(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	s, err := shelfOf(ctx, tx, v)
	return kindsPage(v, s), err
}

// one is the page of a kind, or one of the files that it offers.
func one(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	k := paper.Kind(v.Asked("kind"))
	if len(paper.FieldsOf(k)) == 0 {
		return nil, refusal.New(refusal.NotFound, "Không có loại văn bản này.")
	}
	query := v.Request().URL.Query()
	switch {
	case query.Has("khoi-dau"):
		raw, err := template.Starter(k, v.Today)
		return file{name: "mau-khoi-dau-" + slug(k), form: paper.DOCX, raw: raw}, err
	case query.Has("tep"):
		t, raw, err := template.ByID(ctx, tx, query.Get("tep"))
		return file{name: fileName(t), form: paper.DOCX, raw: raw}, err
	case query.Has(trialKey):
		return trial(ctx, tx, v, query.Get(trialKey), query.Get("dang"))
	}
	s, err := shelfOf(ctx, tx, v)
	return kindPage(v, f, s, k), err
}

func upload(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	sent, head, err := f.File(template.FileField)
	if errors.Is(err, http.ErrMissingFile) {
		return work.Done{}, refusal.Field(template.FileField, "Chưa chọn tệp.")
	}
	if err != nil {
		return work.Done{}, err
	}
	defer sent.Close()
	raw, err := io.ReadAll(io.LimitReader(sent, template.MaxSize+1))
	if err != nil {
		return work.Done{}, err
	}
	t := template.Template{Kind: paper.Kind(v.Asked("kind")), Cluster: f.Get("cum"), File: path.Base(strings.ReplaceAll(head.Filename, `\`, "/"))}
	t, err = template.Upload(ctx, tx, v.By, v.Today, t, raw)
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã nạp bản %d, đủ điều kiện áp dụng%s. Bản này chưa áp dụng cho đến khi đồng chí chọn ngày.", t.Version, warned(t)),
		English: fmt.Sprintf("Version %d is kept; it is not in force yet.", t.Version)}}, err
}

// warned tells what a template leaves out.
func warned(t template.Template) string {
	if len(t.Missing) == 0 {
		return ""
	}
	return ", nhưng thiếu " + strings.Join(t.Missing, ", ")
}

func putInForce(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	from, err := f.Day("tu-ngay")
	if err != nil {
		return work.Done{}, err
	}
	owner, number, _ := strings.Cut(f.Get("ban"), "/")
	version, err := strconv.Atoi(number)
	if err != nil {
		return work.Done{}, refusal.Field("ban", "Chọn một bản.")
	}
	force := template.Force{Cluster: owner, Kind: paper.Kind(v.Asked("kind")), Version: version, From: from}
	say := fmt.Sprintf("Bản %d áp dụng từ ngày %s.", version, from.Short())
	if version == template.BuiltIn {
		say = "Thôi dùng mẫu từ ngày " + from.Short() + "."
	}
	return work.Done{Say: ui.Words{Vietnamese: say, English: "Recorded."}}, template.PutInForce(ctx, tx, v.By, v.Today, force)
}
