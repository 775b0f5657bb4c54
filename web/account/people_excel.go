package account

import (
	"context"
	"errors"
	"fmt"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/roundtrip"
	"thidua/web/ui"
	"thidua/web/work"
)

// roomForNew is how many empty lines the file has for people to be added.
const roomForNew = 30

// byExcel lets names, posts and mail addresses be filled in as an Excel file, and
// people be added at its end.
var byExcel = roundtrip.Table{Path: peoplePath, Title: ui.Words{Vietnamese: "Người dùng", English: "People"}, Who: administrators,
	File: "nguoi-dung", Sheet: peopleSheet, Record: recordPeople}

func peopleSheet(ctx context.Context, tx *store.Tx, _ work.Visit) (roundtrip.Sheet, error) {
	all, err := account.Everyone(ctx, tx)
	s := roundtrip.Sheet{Of: "nguoi-dung", Back: peoplePath, Columns: []roundtrip.Column{{Name: "Họ tên", Width: 34}, {Name: "Tên đăng nhập", Width: 24}, {Name: "Thư điện tử", Width: 30}, {Name: "Chức vụ", Width: 40}},
		Remarks: []string{"Thêm người: ghi vào các dòng trống ở cuối. Tên đăng nhập không đổi về sau; vai trò giao ở trang của từng người."}}
	for _, p := range all {
		s.Rows = append(s.Rows, personRow(p.ID, p.Name, p, false))
		if p.Sample && len(s.Remarks) == 1 {
			s.Remarks = append(s.Remarks, "Có số liệu minh họa")
		}
	}
	for i := range roomForNew {
		s.Rows = append(s.Rows, personRow(newKey(i), fmt.Sprintf("Người thêm, dòng %d", i+1), account.Person{}, true))
	}
	return s, err
}

func newKey(i int) string { return fmt.Sprintf("moi-%d", i+1) }

func personRow(key, name string, p account.Person, added bool) roundtrip.Row {
	login := roundtrip.Cell{Text: p.Login}
	if added {
		login.Field = personField(key, "login")
	}
	return roundtrip.Row{Key: key, Name: name, Cells: []roundtrip.Cell{{Field: personField(key, "name"), Text: p.Name}, login,
		{Field: personField(key, "mail"), Text: p.Mail}, {Field: personField(key, "post"), Text: p.Post}}}
}

func personField(key, part string) string { return under(key) + "." + part }

func under(key string) string { return "nguoi." + key }

// recordPeople edits whoever stands in the form and adds whoever is new, all or
// none.
func recordPeople(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	all, err := account.Everyone(ctx, tx)
	if err != nil {
		return work.Done{}, err
	}
	typed := func(key string) account.Person {
		get := func(part string) string { return f.Get(personField(key, part)) }
		return account.Person{ID: key, Name: get("name"), Login: get("login"), Mail: get("mail"), Post: get("post")}
	}
	var faults []error
	edited, added := 0, 0
	for _, p := range all {
		if f.Has(personField(p.ID, "name")) {
			edited, faults = edited+1, append(faults, refusal.Under(under(p.ID), account.Edit(ctx, tx, v.By, v.Today, typed(p.ID))))
		}
	}
	for i := range roomForNew {
		if f.Has(personField(newKey(i), "name")) {
			_, err := account.Enter(ctx, tx, v.By, v.Today, typed(newKey(i)))
			added, faults = added+1, append(faults, refusal.Under(under(newKey(i)), err))
		}
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã sửa %d người, thêm %d người.", edited, added), English: fmt.Sprintf("%d people edited, %d added.", edited, added)}}, errors.Join(faults...)
}
