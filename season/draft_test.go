package season_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/cluster"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// seated is the standing body at its desk, in this cluster.
func seated(g ground) access.Actor {
	return access.Actor{Name: "Chuyên viên", Role: access.StandingBody, Person: "p1", Cluster: g.cluster}
}

func edit(tx *store.Tx, g ground, revision int64, change func(*season.Rules) error) error {
	return season.EditDraft(ctx, tx, seated(g), day, g.season, revision, "test", change)
}

func whole(r season.Rules) func(*season.Rules) error {
	return func(d *season.Rules) error { *d = r; return nil }
}

func draftOf(t *testing.T, db *store.DB, g ground) (d season.Draft) {
	t.Helper()
	do(t, db, func(tx *store.Tx) (err error) { d, err = season.DraftOf(ctx, tx, g.season); return err })
	return d
}

func TestDraft_fromTheFirstLineToTheSecondVersion(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		if d := draftOf(t, db, g); d.Written || d.Revision != 0 || len(d.Rules.Criteria) > 0 {
			t.Fatalf("%+v", d)
		}
		do(t, db, func(tx *store.Tx) error { return edit(tx, g, 0, whole(goodTree())) })
		do(t, db, func(tx *store.Tx) error {
			return edit(tx, g, 1, func(r *season.Rules) error { return r.Remove(at("2.2")) })
		})
		if d := draftOf(t, db, g); d.Revision != 2 || !d.Undoable() || d.By != "Chuyên viên" || codes(d.Rules.Criteria) != "I(I.1 I.2 I.3) II(II.1)" {
			t.Fatalf("%+v", d)
		}
		refuses(t, db, refusal.Invalid, "cộng lại", func(tx *store.Tx) error {
			return season.SignDraft(ctx, tx, seated(g), day, g.season, 2, day)
		})
		do(t, db, func(tx *store.Tx) error { return season.UndoDraft(ctx, tx, seated(g), day, g.season, 2) })
		do(t, db, func(tx *store.Tx) error { return season.SignDraft(ctx, tx, seated(g), day, g.season, 3, day) })
		d := draftOf(t, db, g)
		if d.Written || d.Revision != 4 || codes(d.Rules.Criteria) != codes(goodTree().Criteria) {
			t.Fatalf("after signing: %+v", d)
		}
		do(t, db, func(tx *store.Tx) error {
			return edit(tx, g, 4, func(r *season.Rules) error { r.Basis = "Hướng dẫn 01"; return nil })
		})
		do(t, db, func(tx *store.Tx) error { return season.SignDraft(ctx, tx, seated(g), day, g.season, 5, day) })
		do(t, db, func(tx *store.Tx) error {
			all, err := season.Versions(ctx, tx, g.season)
			if err == nil && (len(all) != 2 || all[0].Version != 2 || all[0].Basis == "" || all[1].Basis != "" || all[1].SignedOn != day) {
				t.Errorf("%+v", all)
			}
			return err
		})
	})
}

func TestDraft_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error { return edit(tx, g, 0, whole(goodTree())) })
		by := func(change func(*access.Actor)) access.Actor {
			a := seated(g)
			change(&a)
			return a
		}
		rename := func(r *season.Rules) error { r.Criteria[0].Name = "Mới"; return nil }
		for _, c := range []struct {
			name string
			kind refusal.Kind
			says string
			act  func(tx *store.Tx) error
		}{
			{"a change from an older revision", refusal.Conflict, "Chuyên viên vừa sửa dự thảo lúc 09:00 ngày 22/11/2014", func(tx *store.Tx) error { return edit(tx, g, 0, rename) }},
			{"a change from a revision to come", refusal.Conflict, "vừa sửa", func(tx *store.Tx) error { return edit(tx, g, 2, rename) }},
			{"an officer's change", refusal.NotAllowed, "trưởng cụm hoặc cơ quan thường trực", func(tx *store.Tx) error {
				return season.EditDraft(ctx, tx, by(func(a *access.Actor) { a.Role, a.Unit = access.EmulationOfficer, g.unit }), day, g.season, 1, "", rename)
			}},
			{"a change from another cluster", refusal.NotAllowed, "cho cụm này", func(tx *store.Tx) error {
				return season.EditDraft(ctx, tx, by(func(a *access.Actor) { a.Cluster = "another" }), day, g.season, 1, "", rename)
			}},
			{"signing from another cluster", refusal.NotAllowed, "cho cụm này", func(tx *store.Tx) error {
				return season.SignDraft(ctx, tx, by(func(a *access.Actor) { a.Cluster = "another" }), day, g.season, 1, day)
			}},
			{"a text that turns the writing", refusal.Invalid, "U+202E", func(tx *store.Tx) error {
				return edit(tx, g, 1, func(r *season.Rules) error { r.Criteria[0].Children[1].Name = "a\u202eb"; return nil })
			}},
			{"a name beyond any name", refusal.Invalid, "nhiều nhất là 1.000", func(tx *store.Tx) error {
				return edit(tx, g, 1, func(r *season.Rules) error { r.Criteria[0].Name = strings.Repeat("a", 1001); return nil })
			}},
			{"a tree beyond any tree", refusal.Invalid, "nhiều nhất là 2000", func(tx *store.Tx) error {
				return edit(tx, g, 1, func(r *season.Rules) error { r.Criteria = make([]season.Criterion, 2001); return nil })
			}},
			{"a tree deeper than any", refusal.Invalid, "sâu quá 8 cấp", func(tx *store.Tx) error {
				return edit(tx, g, 1, func(r *season.Rules) error {
					deep := season.Criterion{}
					for range 8 {
						deep = season.Criterion{Children: []season.Criterion{deep}}
					}
					r.Criteria = []season.Criterion{deep}
					return nil
				})
			}},
			{"undoing the first change", refusal.Unsatisfied, "Không có bước nào", func(tx *store.Tx) error { return season.UndoDraft(ctx, tx, seated(g), day, g.season, 1) }},
			{"signing tomorrow", refusal.Invalid, "sau hôm nay", func(tx *store.Tx) error {
				return season.SignDraft(ctx, tx, seated(g), day, g.season, 1, day.AddDays(1))
			}},
			{"signing on no day", refusal.Invalid, "Phải ghi ngày", func(tx *store.Tx) error {
				return season.SignDraft(ctx, tx, seated(g), day, g.season, 1, vi.Day{})
			}},
			{"a year that is not there", refusal.NotFound, "Không có năm", func(tx *store.Tx) error {
				return season.EditDraft(ctx, tx, seated(g), day, "none", 1, "", rename)
			}},
		} {
			t.Run(c.name, func(t *testing.T) { refuses(t, db, c.kind, c.says, c.act) })
		}
		if d := draftOf(t, db, g); d.Revision != 1 || store.Text(d.Rules) != store.Text(goodTree()) {
			t.Errorf("a refused change left a trace: %+v", d)
		}
	})
}

func TestDraft_isNotTouchedOncePublishedOrScored(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error { return edit(tx, g, 0, whole(goodTree())) })
		set := func(statement string) {
			do(t, db, func(tx *store.Tx) error { _, err := tx.Exec(ctx, statement); return err })
		}
		set(`UPDATE season SET phase = 'cross_scoring'`)
		refuses(t, db, refusal.Closed, "“Chấm chéo”", func(tx *store.Tx) error { return edit(tx, g, 1, whole(season.Rules{})) })
		set(`UPDATE season SET phase = 'self_scoring', published_on = '2014-11-20'`)
		refuses(t, db, refusal.Closed, "đã công bố", func(tx *store.Tx) error { return edit(tx, g, 1, whole(season.Rules{})) })
		refuses(t, db, refusal.Closed, "đã công bố", func(tx *store.Tx) error {
			return season.SignDraft(ctx, tx, seated(g), day, g.season, 1, day)
		})
	})
}

// A draft that was given up and one begun anew are never taken for each other.
func TestDraft_countsOnThroughDroppingAndSigning(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error { return edit(tx, g, 0, whole(goodTree())) })
		do(t, db, func(tx *store.Tx) error { return season.DropDraft(ctx, tx, seated(g), day, g.season, 1) })
		refuses(t, db, refusal.Conflict, "vừa sửa", func(tx *store.Tx) error { return edit(tx, g, 1, whole(goodTree())) })
		do(t, db, func(tx *store.Tx) error { return edit(tx, g, 2, whole(goodTree())) })
		do(t, db, func(tx *store.Tx) error { return season.SignDraft(ctx, tx, seated(g), day, g.season, 3, day) })
		refuses(t, db, refusal.Unsatisfied, "Chưa có dự thảo", func(tx *store.Tx) error {
			return season.SignDraft(ctx, tx, seated(g), day, g.season, 4, day)
		})
		do(t, db, func(tx *store.Tx) error { return edit(tx, g, 4, whole(goodTree())) })
		refuses(t, db, refusal.Unsatisfied, "không khác gì bản 1", func(tx *store.Tx) error {
			return season.SignDraft(ctx, tx, seated(g), day, g.season, 5, day)
		})
	})
}

func TestDifferences_tellWhatChangedAndNothingElse(t *testing.T) {
	n := exact.Must
	for _, c := range []struct {
		name   string
		change func(*season.Rules)
		want   []string
	}{
		{"nothing", func(*season.Rules) {}, nil},
		{"a maximum", func(r *season.Rules) { r.Criteria[0].Children[0].Max = n("39.5") }, []string{"I.1 điểm tối đa: 40 → 39,5"}},
		{"a leaf added in front", func(r *season.Rules) {
			r.Criteria[0].Children = slices.Insert(r.Criteria[0].Children, 0, season.Criterion{Code: "x", Name: "Thêm"})
		}, []string{"x thêm mục:  → Thêm"}},
		{"a group dropped", func(r *season.Rules) { r.Criteria = r.Criteria[:1] }, []string{"II bỏ mục: Nhóm II → ", "II.1 bỏ mục: Xếp loại → ", "II.2 bỏ mục: Chấm thẳng → "}},
		{"a leaf moved to another group", func(r *season.Rules) {
			moved := r.Criteria[0].Children[2]
			r.Criteria[0].Children = r.Criteria[0].Children[:2]
			r.Criteria[1].Children = append(r.Criteria[1].Children, moved)
		}, []string{"I.3 nằm trong nhóm: I → II", "I.3 đứng sau mục: I.2 → II.2"}},
		{"two leaves changing places", func(r *season.Rules) {
			x := r.Criteria[1].Children
			x[0], x[1] = x[1], x[0]
		}, []string{"II.2 đứng sau mục: II.1 → ", "II.1 đứng sau mục:  → II.2"}},
		{"the ballot", func(r *season.Rules) {
			r.Ballot = season.Ballot{Method: "paper", Threshold: n("2/3"), Denominator: "establishment", Strict: true}
		}, []string{" biểu quyết, bỏ phiếu:  → Bỏ phiếu kín trên giấy. Đạt trên 2/3 tổng số thành viên."}},
		{"a band's floor", func(r *season.Rules) { r.Bands[1].Floor = n("80") }, []string{" các mức xếp loại: xuất sắc: từ 90 %, không nhóm nào dưới 85 %; tốt: từ 80 % → xuất sắc: từ 90 %, không nhóm nào dưới 85 %; tốt: từ 80 %, không nhóm nào dưới 80 %"}},
		{"ranks", func(r *season.Rules) { r.Criteria[0].Children[1].Ranks[2] = n("5") }, []string{"I.2 điểm theo thứ hạng: 20; 10; 10 → 20; 10; 5"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			after := goodTree()
			c.change(&after)
			var got []string
			for _, d := range season.Differences(goodTree(), after) {
				got = append(got, d.Code+" "+d.What+": "+d.Before+" → "+d.After)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestCopyRules_takesThoseWithinReachOnly(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g, _, _ := grown(t, db)
		years := map[string]string{}
		do(t, db, func(tx *store.Tx) error {
			body, err := org.Add(ctx, tx, standing, day, org.Unit{Name: "Sở Nội vụ tỉnh Nghệ An"})
			if err != nil {
				return err
			}
			if _, err := tx.Exec(ctx, `UPDATE cluster SET standing_body_unit = $1`, body); err != nil {
				return err
			}
			for name, standingBody := range map[string]string{"Khối thi đua số 1": body, "Khối thi đua số 2": ""} {
				id, err := cluster.SetUp(ctx, tx, standing, day, cluster.Cluster{Name: name, StandingBody: standingBody})
				if err != nil {
					return err
				}
				if years[name], err = season.Begin(ctx, tx, standing, day, season.Opening{Cluster: id, Label: "2014"}); err != nil {
					return err
				}
				if err := season.Sign(ctx, tx, standing, day, years[name], goodTree()); err != nil {
					return err
				}
			}
			years["2015"], err = season.Begin(ctx, tx, standing, day, season.Opening{Cluster: g.cluster, Label: "2015"})
			return err
		})
		head := access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: g.unit, Person: "h", Cluster: g.cluster}
		offered := func(by access.Actor) (names []string) {
			do(t, db, func(tx *store.Tx) error {
				s, err := season.ByID(ctx, tx, years["2015"])
				if err != nil {
					return err
				}
				all, err := season.RuleSets(ctx, tx, by, s)
				names = nil
				for _, r := range all {
					names = append(names, r.Cluster+" "+r.Label)
				}
				return err
			})
			return names
		}
		if got := offered(head); !slices.Equal(got, []string{"Cụm thi đua đường 7 2014"}) {
			t.Errorf("the head is offered %q", got)
		}
		if got := offered(seated(g)); !slices.Equal(got, []string{"Cụm thi đua đường 7 2014", "Khối thi đua số 1 2014"}) {
			t.Errorf("the standing body is offered %q", got)
		}
		for name, c := range map[string]struct {
			by   access.Actor
			from string
		}{"the head, from a neighbour": {head, years["Khối thi đua số 1"]}, "the standing body, from a stranger": {seated(g), years["Khối thi đua số 2"]}, "from itself": {seated(g), years["2015"]}} {
			err := db.Write(ctx, func(tx *store.Tx) error { return season.CopyRules(ctx, tx, c.by, day, years["2015"], 0, c.from) })
			if !refusal.Is(err, refusal.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
		do(t, db, func(tx *store.Tx) error { return season.CopyRules(ctx, tx, head, day, years["2015"], 0, g.season) })
		do(t, db, func(tx *store.Tx) error {
			d, err := season.DraftOf(ctx, tx, years["2015"])
			if !d.Written || codes(d.Rules.Criteria) != codes(goodTree().Criteria) {
				t.Errorf("%+v", d)
			}
			return err
		})
	})
}
