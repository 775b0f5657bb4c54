package award

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/award"
	"thidua/document"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// search is what the address asks of the register.
type search struct {
	award.Query
	here  *url.URL
	first bool // the first page
}

// keys of the register's address.
const (
	nameKey     = "tim"
	unitKey     = "don-vi"
	titleKey    = "danh-hieu"
	kindKey     = "doi-tuong"
	yearKey     = "nam"
	decisionKey = "quyet-dinh"
	afterKey    = "sau"
	fileKey     = "dang"
)

// longestAsked bounds what is typed into a field of the search, in letters.
const longestAsked = 200

func asked(here *url.URL) search {
	q := here.Query()
	text := func(key string) string {
		r := []rune(strings.TrimSpace(q.Get(key)))
		return string(r[:min(len(r), longestAsked)])
	}
	year, _ := strconv.Atoi(text(yearKey)) // no number asks for no year
	s := search{here: here, Query: award.Query{Name: text(nameKey), Unit: text(unitKey), Title: award.Code(text(titleKey)), Kind: award.Recipient(text(kindKey)),
		Decision: text(decisionKey), Year: max(0, min(year, vi.LastYear)), After: q.Get(afterKey)}}
	s.first = s.After == ""
	return s
}

// to is the register's address with one question changed.
func (s search) to(key, value string) string {
	q := s.here.Query()
	q.Set(key, value)
	return s.here.Path + "?" + q.Encode()
}

// start is the address of the first page.
func (s search) start() string {
	q := s.here.Query()
	q.Del(afterKey)
	return s.here.Path + "?" + q.Encode()
}

func (s search) year() string {
	if s.Year == 0 {
		return ""
	}
	return strconv.Itoa(s.Year)
}

// mostRows is how many awards one Excel file of the register has at most.
const mostRows = 5000

func register(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	s := asked(v.Request().URL)
	if s.here.Query().Get(fileKey) == "xlsx" {
		return excel(ctx, tx, s, sc)
	}
	page, err := award.Search(ctx, tx, s.Query, sc)
	if err != nil {
		return nil, err
	}
	return registerPage(v, s, page, v.Has(keepers...)), nil
}

// excel is what was found as an Excel file.
func excel(ctx context.Context, tx *store.Tx, s search, sc award.Scope) (templ.Component, error) {
	var rows []award.Award
	s.Limit, s.After = award.PageCap, ""
	for len(rows) < mostRows {
		page, err := award.Search(ctx, tx, s.Query, sc)
		if err != nil {
			return nil, err
		}
		rows = append(rows, page.Awards...)
		if s.After = page.Next; s.After == "" {
			break
		}
	}
	remarks := sampleRemarks(rows)
	if s.After != "" {
		remarks = append(remarks, "Chỉ gồm "+vi.FormatInt(int64(len(rows)))+" dòng đầu; hãy lọc hẹp lại để lấy đủ.")
	}
	return list.File("so-khen-thuong.xlsx", grid("Sổ khen thưởng", rows, remarks)), nil
}

// sampleRemarks tags figures that no source gives.
func sampleRemarks(rows []award.Award) (remarks []string) {
	for _, a := range rows {
		if a.Sample {
			return []string{"Có số liệu minh họa."}
		}
	}
	return nil
}

// grid sets awards as a table of an Excel file.
func grid(title string, rows []award.Award, remarks []string) document.Grid {
	g := document.Grid{Title: title, Remarks: remarks, Columns: []document.GridColumn{
		{Name: "Tên", Width: 30}, {Name: "Đối tượng", Width: 12}, {Name: "Chức vụ", Width: 20}, {Name: "Đơn vị (tên khi ấy)", Width: 34}, {Name: "Danh hiệu, hình thức", Width: 34}, {Name: "Loại hình khen thưởng", Width: 18},
		{Name: "Năm", Width: 8}, {Name: "Thành tích", Width: 40}, {Name: "Số quyết định", Width: 18}, {Name: "Ngày quyết định", Width: 14}, {Name: "Cơ quan quyết định", Width: 30},
		{Name: "Số sổ vàng", Width: 10}, {Name: "Tiền thưởng (đồng)", Width: 16}, {Name: "Tình trạng", Width: 16}}}
	for _, a := range rows {
		var money any
		if a.Money.Known() {
			money = a.Money.Float()
		}
		g.Rows = append(g.Rows, []any{a.Name, kindWords(a.Kind), a.Post, a.UnitName, a.TitleName, a.Category.Label(), a.Year, a.Achievement,
			a.By.Number, a.By.Day.Short(), a.By.Authority, a.Place, money, a.State.Label()})
	}
	return g
}

// found says how many awards were found.
func found(ctx context.Context, p award.Page) string {
	count := vi.FormatInt(int64(p.Count))
	if p.More {
		return fmt.Sprintf(ui.T(ctx, "Hơn %s khen thưởng", "More than %s awards"), count)
	}
	return fmt.Sprintf(ui.T(ctx, "%s khen thưởng", "%s awards"), count)
}

func kindWords(r award.Recipient) string { return vi.UpperFirst(r.Label()) }

// kinds are the choices of a recipient's kind.
func kinds(ctx context.Context) []ui.Option {
	all := []ui.Option{{Value: "", Label: ui.T(ctx, "mọi đối tượng", "all")}}
	for _, k := range []award.Recipient{award.Individual, award.Collective, award.Household} {
		all = append(all, ui.Option{Value: string(k), Label: kindWords(k)})
	}
	return all
}

// titles are the choices of a title.
func titles(ctx context.Context) []ui.Option {
	all := []ui.Option{{Value: "", Label: ui.T(ctx, "mọi danh hiệu, hình thức", "all titles")}}
	for _, t := range rulebook.Names() {
		all = append(all, ui.Option{Value: string(t.Code), Label: t.Name})
	}
	return all
}

// tone is how a state is coloured.
func tone(s award.State) ui.Tone {
	switch s {
	case award.Revoked:
		return ui.Late
	case award.Amended:
		return ui.Due
	}
	return ui.Plain
}

// revokes reports whether the reader may record what later decisions did.
func revokes(v work.Visit) bool { return access.Check(v.By, access.RevokeAward, "") == nil }
