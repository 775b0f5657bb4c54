package cluster_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var day = vi.MustDay("2014-01-02")

// stranger is a cluster of another standing body, with members.
func stranger(t testing.TB, p *province.Province) (id string) {
	t.Helper()
	body := access.Actor{Name: "Sở khác", Role: access.StandingBody}
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		unit, err := org.Add(ctx, tx, body, day, org.Unit{Name: "Sở Nội vụ tỉnh Hà Tĩnh"})
		if err != nil {
			return err
		}
		if id, err = cluster.SetUp(ctx, tx, body, day, cluster.Cluster{Name: "Cụm thi đua ven biển", StandingBody: unit}); err != nil {
			return err
		}
		return cluster.Enrol(ctx, tx, body, day, cluster.Enrolment{Cluster: id, Label: "2014", Members: []string{unit}, Head: unit})
	})
	return id
}

func roster(t testing.TB, p *province.Province, id, label string) (members []cluster.Member) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		members, err = cluster.Roster(ctx, tx, id, label)
		return err
	})
	return members
}

// form is a roster's form as it stands: its mark, its members in their order.
func form(members []cluster.Member, more ...string) url.Values {
	v := url.Values{"viec": {"ghi"}, "seen": {cluster.Mark(members)}}
	for _, m := range members {
		v.Add("unit", m.Unit)
		v.Add("position", string(rune('0'+m.Position)))
		if m.Role != cluster.Plain {
			v.Set(string(m.Role), m.Unit)
		}
	}
	for i := 0; i < len(more); i += 2 {
		v[more[i]] = nil
		for _, value := range strings.Split(more[i+1], "|") {
			v.Add(more[i], value)
		}
	}
	return v
}

func said(t testing.TB, d province.Desk, address string) string {
	t.Helper()
	return province.Page(t, d.Get(address), http.StatusOK).Only(t, "main").Text()
}

func TestCluster_isSetUpWithItsMembersAndHead(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SetUp))
		d := p.As("standing")
		w := d.Post("/cum/lap", url.Values{"name": {"Khối thi đua số 1"}, "province": {"Nghệ An"}, "standing_body": {"Huyện Kỳ Sơn"}})
		if w.Code != http.StatusSeeOther {
			t.Fatalf("setting up answers %d: %s", w.Code, province.Page(t, w, w.Code).Only(t, "main").Text())
		}
		at := w.Header().Get("Location")
		if text := said(t, d, at); !strings.Contains(text, "Khối thi đua") || !strings.Contains(text, "Cơ quan thường trực Sở Nội vụ tỉnh Nghệ An") {
			t.Errorf("whoever stands for one body sets up its clusters only: %s", text)
		}
		id := strings.TrimPrefix(at, "/cum/")
		if w := d.Post(at+"/thanh-vien", url.Values{"label": {"2015"}}); w.Header().Get("Location") != at+"/thanh-vien/2015" {
			t.Fatalf("choosing a year answers %d", w.Code)
		}
		year := at + "/thanh-vien/2015"
		if w := d.Post(year, form(nil, "members", "Huyện Kỳ Sơn\n con cuong \nHuyện Anh Sơn")); w.Code != http.StatusSeeOther {
			t.Fatalf("adding answers %d: %s", w.Code, province.Page(t, w, w.Code).Only(t, "main").Text())
		}
		members := roster(t, p, id, "2015")
		change := form(members, "position", "3|1|2", "out", members[0].Unit, "head", members[2].Unit, "deputy", members[1].Unit, "members", "Huyện Thanh Chương")
		if w := d.Post(year, change); w.Code != http.StatusSeeOther {
			t.Fatalf("changing answers %d: %s", w.Code, province.Page(t, w, w.Code).Only(t, "main").Text())
		}
		var now []string
		for _, m := range roster(t, p, id, "2015") {
			now = append(now, m.ShortName+" "+string(m.Role))
		}
		if want := []string{"Con Cuông deputy", "Anh Sơn head", "Thanh Chương "}; !slices.Equal(now, want) {
			t.Errorf("the roster is %q, want %q", now, want)
		}
		if text := said(t, d, at); !strings.Contains(text, "2015 3 Anh Sơn chưa mở") {
			t.Errorf("the cluster's page says %s", text)
		}
		if w := d.Post(at+"/sua", url.Values{"name": {"Khối thi đua các huyện"}, "standing_body": {"Huyện Kỳ Sơn"}}); w.Code != http.StatusSeeOther || !strings.Contains(said(t, d, at), "Khối thi đua các huyện") {
			t.Errorf("correcting answers %d", w.Code)
		}
	})
}

func TestRoster_saysWhatIsWrongAndLosesNothing(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	d, id := p.As("standing"), p.Season.Cluster
	members := roster(t, p, id, "2014")
	at := "/cum/" + id + "/thanh-vien/2014"
	for name, c := range map[string]struct {
		form   url.Values
		status int
		says   string
	}{
		"a unit nobody knows":      {form(members, "members", "Huyện Nghi Lộc"), 400, "Không có đơn vị nào tên “Huyện Nghi Lộc”"},
		"a member twice":           {form(members, "members", "Huyện Kỳ Sơn"), 400, "được ghi hai lần"},
		"a head that is no member": {form(members, "head", "khong-co"), 400, "không phải thành viên"},
		"a head and deputy alike":  {form(members, "deputy", p.Unit["thanh-chuong"]), 400, "vừa là trưởng cụm vừa là phó"},
		"an order that is none":    {form(members, "position", "1|2|ba|4|5"), 400, "Thứ tự “ba”"},
		"nobody left":              {form(members, "out", strings.Join([]string{members[0].Unit, members[1].Unit, members[2].Unit, members[3].Unit, members[4].Unit}, "|"), "head", "", "deputy", ""), 400, "chưa có đơn vị nào"},
		"a forged member":          {form(members, "unit", members[0].Unit+"|x' OR true --|"+members[2].Unit+"|"+members[3].Unit+"|"+members[4].Unit), 400, "không có trong danh mục"},
		"a roster seen before":     {form(members[:2], "members", "Huyện Con Cuông"), 409, "Có người vừa sửa danh sách"},
	} {
		t.Run(name, func(t *testing.T) {
			page := province.Page(t, d.Post(at, c.form), c.status)
			if text := page.Only(t, "main").Text(); !strings.Contains(text, c.says) {
				t.Errorf("it says %s", text)
			}
			if typed := c.form.Get("members"); page.Only(t, "textarea").Text() != typed {
				t.Errorf("%q is lost", typed)
			}
		})
	}
	if !slices.Equal(members, roster(t, p, id, "2014")) {
		t.Error("a refused form changed the roster")
	}
}

func TestRoster_standsStillOnceTheYearIsScoredOrPublished(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	d, id := p.As("standing"), p.Season.Cluster
	members := roster(t, p, id, "2014")
	at := "/cum/" + id + "/thanh-vien/2014"
	refused := func(says string, f url.Values) {
		t.Helper()
		if text := province.Page(t, d.Post(at, f), http.StatusConflict).Only(t, "main").Text(); !strings.Contains(text, says) {
			t.Errorf("it says %s", text)
		}
	}
	refused("từ khi chấm điểm", form(members, "out", members[0].Unit))
	refused("từ khi chấm điểm", form(members, "members", "Sở Nội vụ tỉnh Nghệ An"))
	if w := d.Post(at, form(members, "head", p.Unit["ky-son"])); w.Code != http.StatusSeeOther {
		t.Errorf("another head answers %d", w.Code)
	}
	testkit.Exec(t, p.DB, `UPDATE season SET published_on = '2014-11-20'`)
	members = roster(t, p, id, "2014")
	refused("đã công bố ngày 20/11/2014", form(members, "out", members[0].Unit))
	refused("đã công bố ngày 20/11/2014", form(members, "head", p.Unit["anh-son"], "deputy", ""))
	if !slices.Equal(members, roster(t, p, id, "2014")) {
		t.Error("the roster changed after the publication")
	}
}

func TestClusters_ofAnotherStandingBodyAreAsIfTheyWereNotThere(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	other := stranger(t, p)
	d := p.As("standing")
	if text := said(t, d, "/cum"); strings.Contains(text, "ven biển") || !strings.Contains(text, "Cụm thi đua thử") {
		t.Errorf("the list says %s", text)
	}
	if text := said(t, d, "/cum?tim=ven+bien"); strings.Contains(text, "Cụm thi đua ven biển") {
		t.Error("the search finds what the list hides")
	}
	before := roster(t, p, other, "2014")
	for _, at := range []string{"", "/sua", "/thanh-vien", "/thanh-vien/2014", "/thanh-vien/2015"} {
		address := "/cum/" + other + at
		if w := d.Get(address); w.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", at, w.Code)
		}
		if at == "" {
			continue
		}
		forged := form(before, "name", "Của tôi", "label", "2015", "members", "Huyện Kỳ Sơn", "viec", "")
		if w := d.Post(address, forged); w.Code != http.StatusNotFound {
			t.Errorf("posting to %s answers %d", at, w.Code)
		}
	}
	if !slices.Equal(before, roster(t, p, other, "2014")) || len(roster(t, p, other, "2015")) > 0 {
		t.Error("a stranger changed the roster")
	}
	// The administrator and the inspector see all, and change none.
	for _, who := range []string{"admin", "inspector"} {
		if text := said(t, p.As(who), "/cum/"+other); strings.Contains(text, "Mở năm") {
			t.Errorf("%s is offered to open a year", who)
		}
		if w := p.As(who).Post("/cum/"+other+"/sua", url.Values{"name": {"x"}}); w.Code != http.StatusForbidden {
			t.Errorf("%s corrects it: %d", who, w.Code)
		}
	}
}

func TestClusters_aCapacityForOneClusterReachesNoOther(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	other := stranger(t, p)
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE role_grant SET unit_id = NULL, cluster_id = $1 WHERE person_id = $2`, other, p.People["standing3"].ID); err != nil {
			return err
		}
		grants, err := account.GrantsOf(ctx, tx, p.People["standing3"].ID)
		if len(grants) != 1 || grants[0].Cluster != other {
			t.Errorf("%+v", grants)
		}
		return err
	})
	d := p.As("standing3")
	if text := said(t, d, "/cum"); strings.Contains(text, "Cụm thi đua thử") || !strings.Contains(text, "ven biển") {
		t.Errorf("the list says %s", text)
	}
	if w := d.Get("/cum/" + p.Season.Cluster); w.Code != http.StatusNotFound {
		t.Errorf("the other cluster answers %d", w.Code)
	}
	if w := d.Post("/cum/lap", url.Values{"name": {"Cụm mới"}}); w.Code != http.StatusForbidden {
		t.Errorf("setting up a cluster answers %d", w.Code)
	}
}

func TestClusters_areNotForUnits(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	for _, who := range []string{"officer:con-cuong", "leader:con-cuong", "head", "deputy", "secretary", "member", "decider"} {
		for _, at := range []string{"/cum", "/cum/lap", "/cum/" + p.Season.Cluster, "/cum/" + p.Season.Cluster + "/thanh-vien/2014"} {
			if w := p.As(who).Get(at); w.Code != http.StatusForbidden {
				t.Errorf("%s opens %s: %d", who, at, w.Code)
			}
		}
		if w := p.As(who).Post("/cum/"+p.Season.Cluster+"/thanh-vien/2014", form(roster(t, p, p.Season.Cluster, "2014"), "head", p.Unit["con-cuong"])); w.Code != http.StatusForbidden {
			t.Errorf("%s makes itself head: %d", who, w.Code)
		}
	}
}

func TestClusters_everyTextIsShownAsText(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	const evil = `Cụm <script>alert(1)</script>"><img src=x onerror=alert(2)>`
	d := p.As("standing")
	w := d.Post("/cum/lap", url.Values{"name": {evil}, "level": {evil}, "province": {evil}, "organisation": {evil}, "about": {evil}})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("setting up answers %d", w.Code)
	}
	at := w.Header().Get("Location")
	for _, page := range []string{"/cum", at, at + "/sua", at + "/thanh-vien/2014", at + "/mo-nam", at + "/mo-nam/kiem-tra?label=2015"} {
		root := province.Page(t, d.Get(page), http.StatusOK)
		if len(root.Find("main script"))+len(root.Find("main img")) > 0 {
			t.Errorf("%s holds a script or picture of the records", page)
		}
	}
}
