package dossier

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// Desk are the working pages of nominations.
var Desk = []work.Page{
	{Path: "/lam/{slug}/de-nghi", Title: ui.Words{Vietnamese: "Đề nghị khen thưởng", English: "Nominations"}, Read: nominations,
		Acts: map[string]work.Act{"so-lieu": recordTally}},
	{Path: "/lam/{slug}/de-nghi/moi", Title: ui.Words{Vietnamese: "Lập đề nghị khen thưởng", English: "Nominate"}, Who: rolesOf(access.Nominate),
		Read: proposal, Acts: map[string]work.Act{"luu": nominate}},
	byExcel.Page(),
	{Path: radarPath, Title: ui.Words{Vietnamese: "Ai xứng đáng mà chưa được đề nghị", English: "Who deserves it and is not nominated"}, Who: radarReaders, Read: radar},
	{Path: twicePath, Title: ui.Words{Vietnamese: "Đề nghị có thể trùng", English: "Possible duplicates"}, Who: rolesOf(access.Nominate), Read: twice},
	{Path: orderPath, Title: ui.Words{Vietnamese: "Thứ tự khi vượt số lượng", English: "Order when places are few"}, Who: letterReaders, Read: order},
	{Path: "/lam/{slug}/de-nghi/to-trinh.docx", Title: letterTitle, Who: letterReaders, Read: letterIn("docx")},
	{Path: "/lam/{slug}/de-nghi/to-trinh.pdf", Title: letterTitle, Who: letterReaders, Read: letterIn("pdf")},
	{Path: "/lam/{slug}/de-nghi/{nomination}", Title: ui.Words{Vietnamese: "Đề nghị khen thưởng", English: "Nomination"}, Read: oneNomination,
		Acts: map[string]work.Act{"gan": rest, "giay-to": keepPapers, "ly-do": reword, "rut": withdraw, "hoi-dong": judge, "quyet-dinh": decide,
			"dinh-kem": attach, "go": detach}},
	{Path: "/lam/{slug}/de-nghi/{nomination}/duong-di", Title: ui.Words{Vietnamese: "Đường đi của hồ sơ", English: "The dossier's way"}, Read: wayUp,
		Acts: map[string]work.Act{"buoc": takeStep}},
	{Path: "/lam/{slug}/de-nghi/{nomination}/tiep-nhan", Title: ui.Words{Vietnamese: "Tiếp nhận hồ sơ", English: "Receive a dossier"}, Who: rolesOf(access.ReceiveDossier), Read: receiving,
		Acts: map[string]work.Act{"tiep-nhan": receive}},
	{Path: verdictPath, Title: ui.Words{Vietnamese: "Xét điều kiện", English: "Eligibility"}, Who: verdictReaders, Read: verdict,
		Acts: map[string]work.Act{"ghi": stateFact}},
	{Path: opinionsPath, Title: ui.Words{Vietnamese: "Hiệp y, lấy ý kiến công khai", English: "Opinions and public consultation"}, Who: letterReaders, Read: opinions,
		Acts: map[string]work.Act{"hoi": ask, "tra-loi": answer, "cong-khai": consult, "y-kien": hear, "ket-thuc": endConsultation}},
	{Path: "/ho-so", Title: ui.Words{Vietnamese: "Hồ sơ đang trên đường", English: "Dossiers under way"}, Who: wayReaders, Read: underWay},
	{Path: holdsPath, Title: ui.Words{Vietnamese: "Việc tạm dừng khen thưởng", English: "Holds"}, Who: rolesOf(access.KeepHold), Read: holds,
		Acts: map[string]work.Act{"ghi": keepHold, "ket-luan": concludeHold}},
}

// twicePath is the page of what may be one.
const twicePath = "/lam/{slug}/de-nghi/trung-lap"

func rolesOf(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// desk is the list with what stands around it.
type desk struct {
	form    work.Form
	view    list.View[dossier.Nomination]
	places  []dossier.Places
	tallies []dossier.Tally
	share   *dossier.Finding // flags of the Government against those of the province
	rules   season.Rules
}

// nominations lists what the cluster asks for, those withdrawn included.
func nominations(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := dossier.Ever(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	d := desk{form: f, view: table(v).Of(v.Request().URL, all)}
	if d.view.Excel() {
		return d.view.File(v.Name(), remarks(all)...), nil
	}
	if d.rules, err = season.RulesOf(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	named := len(v.Members)
	d.places = dossier.PlacesOf(d.rules.Quotas, v.Season.Members(named), v.Season.Complete(named), all)
	d.tallies, err = dossier.Tallies(ctx, tx, v.Season.ID)
	if share, told := dossier.FlagShare(v.Season.Year, d.tallies); told {
		d.share = &share
	}
	return deskPage(v, d), err
}

func remarks(all []dossier.Nomination) []string {
	if slices.ContainsFunc(all, func(n dossier.Nomination) bool { return n.Sample }) {
		return []string{"Số liệu minh họa"}
	}
	return nil
}

// table is the list of nominations.
func table(v work.Visit) list.Table[dossier.Nomination] {
	var statuses []ui.Option
	for _, s := range dossier.Statuses {
		statuses = append(statuses, ui.Option{Value: string(s), Label: s.Label()})
	}
	return list.Table[dossier.Nomination]{
		Name: ui.Words{Vietnamese: "Danh sách đề nghị khen thưởng", English: "Nominations"}, File: "de-nghi-khen-thuong",
		Search: func(n dossier.Nomination) string { return n.CandidateName + " " + n.Title },
		Empty:  ui.Words{Vietnamese: "Năm này chưa có đề nghị nào.", English: "Nobody is nominated yet this year."},
		Filters: []list.Filter[dossier.Nomination]{
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "Status"}, Options: statuses, Keep: func(n dossier.Nomination, s string) bool { return string(n.Status) == s }},
			{Key: "doi-tuong", Words: ui.Words{Vietnamese: "Đối tượng", English: "Kind"}, Options: kindOptions(), Keep: func(n dossier.Nomination, k string) bool { return string(n.CandidateKind) == k }},
			{Key: "loai-hinh", Words: ui.Words{Vietnamese: "Loại hình", English: "Achievement"}, Options: categoryOptions(), Keep: func(n dossier.Nomination, c string) bool { return string(n.Category) == c }},
		},
		Columns: []list.Column[dossier.Nomination]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Được đề nghị", English: "Candidate"}, Width: 30, Text: func(n dossier.Nomination) string { return n.CandidateName },
				Cell: func(n dossier.Nomination) templ.Component { return toNomination(v, n) }},
			{Key: "doi-tuong", Words: ui.Words{Vietnamese: "Đối tượng", English: "Kind"}, Width: 22, Text: func(n dossier.Nomination) string { return membership(v.Visit, n) }},
			{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Width: 40, Wide: true, Text: func(n dossier.Nomination) string { return n.Title }},
			{Key: "loai-hinh", Words: ui.Words{Vietnamese: "Loại hình", English: "Achievement"}, Width: 22, Text: func(n dossier.Nomination) string { return n.Category.Label() }},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "Status"}, Width: 22, Text: func(n dossier.Nomination) string { return n.Status.Label() }, Cell: statusTag},
			{Key: "ho-so", Words: ui.Words{Vietnamese: "Giấy tờ", English: "Papers"}, Width: 10, Text: func(n dossier.Nomination) string { return papersHad(v, n) }},
		},
	}
}

// papersHad is how many papers of the dossier are there: "3/5"; empty for a
// title whose papers another body lays down.
func papersHad(v work.Visit, n dossier.Nomination) string {
	all := checklist(v.Visit, n)
	if len(all) == 0 {
		return ""
	}
	had := 0
	for _, r := range all {
		if r.Have {
			had++
		}
	}
	return strconv.Itoa(had) + "/" + strconv.Itoa(len(all))
}

func kindOptions() (all []ui.Option) {
	for _, k := range []dossier.CandidateKind{dossier.Collective, dossier.Person, dossier.Household} {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

func categoryOptions() (all []ui.Option) {
	for _, c := range rulebook.Categories {
		all = append(all, ui.Option{Value: string(c), Label: c.Label()})
	}
	return all
}

// recordTally keeps what the council reports as numbers only.
func recordTally(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	t := dossier.Tally{Season: v.Season.ID, Title: f.Get("title"), CandidateKind: dossier.CandidateKind(f.Get("candidate_kind")), Sample: v.Season.Sample}
	var err, err2 error
	t.Proposed, err = numberOf(f, "proposed")
	t.Passed, err2 = numberOf(f, "passed")
	if err := errors.Join(err, err2); err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.RecordCouncil)
	_, err = dossier.RecordTally(ctx, tx, by, v.Today, t)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi số lượng Hội đồng xét.", English: "The council's numbers are recorded."}}, err
}

func numberOf(f work.Form, name string) (*int, error) {
	text := vi.Clean(f.Get(name))
	if text == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, refusal.Field(name, "Ghi một số nguyên, ví dụ 5.")
	}
	return &n, nil
}

func (d desk) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: d.form.Get(name), Error: d.form.Err(name)}
}
