package season_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

func year(t testing.TB, p *province.Province) (s season.Season) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		s, err = season.ByID(ctx, tx, p.Season.ID)
		return err
	})
	return s
}

func TestDates_areSetAndADeadlineIsExtendedForAll(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		head, at := seat(t, p, "head"), p.Path("lich")
		head.does(at, "ghi", "self_scoring.from", "10/11/2014", "self_scoring.to", "25/11/2014", "conference.from", "10/12/2014", "conference.place", "Thanh Chương")
		head.refused(http.StatusBadRequest, "đổi hạn phải ghi lý do", at, "ghi", "self_scoring.to", "28/11/2014")
		page := head.refused(http.StatusBadRequest, "Không có ngày 31/11/2014", at, "ghi", "self_scoring.to", "31/11/2014", "reason", "Lũ")
		if len(page.Find("#o-self_scoring-to-e")) != 1 || page.Only(t, "input[name=self_scoring.to]").Attr("value") != "31/11/2014" {
			t.Error("the day at fault is not marked, or lost")
		}
		head.refused(http.StatusBadRequest, "chồng lên nhau", at, "ghi", "cross_scoring.from", "20/11/2014", "cross_scoring.to", "30/11/2014")
		head.does(at, "ghi", "self_scoring.to", "28/11/2014", "reason", "Lũ, mất liên lạc")
		span, _ := year(t, p).Calendar.Of(season.SelfScoring)
		if span.To.Short() != "28/11/2014" || span.Sample {
			t.Errorf("%+v", span)
		}
		// Every unit reads when, from what and why.
		said := seat(t, p, "officer:con-cuong").page(p.Path("thiet-lap")).Only(t, "main").Text()
		for _, want := range []string{"từ 10/11/2014 đến 28/11/2014", "gia hạn", "Lũ, mất liên lạc", "hết ngày (24 giờ 00)"} {
			if !strings.Contains(said, want) {
				t.Errorf("the page lacks %q: %s", want, said)
			}
		}
	})
}

func TestDates_ofTwoPeopleAreNotLost(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	at := p.Path("lich")
	first, second := seat(t, p, "head"), seat(t, p, "standing")
	open := second.filled(at, "ghi", "conference.from", "20/12/2014")
	first.does(at, "ghi", "conference.from", "10/12/2014")
	page := second.answers(http.StatusConflict, "Có người vừa sửa các ngày này", at, open)
	if got := page.Only(t, "input[name=conference.from]").Attr("value"); got != "20/12/2014" || !strings.Contains(page.Text(), "Đang có hiệu lực: từ 10/12/2014") {
		t.Errorf("the second sees %q", got)
	}
}

func TestDates_areNobodyElsesToSet(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	for _, who := range []string{"officer:con-cuong", "leader:thanh-chuong", "deputy", "secretary", "admin", "inspector"} {
		for _, at := range []string{"lich", "chuyen-buoc"} {
			if w := p.As(who).Post(p.Path(at), values("viec", map[string]string{"lich": "ghi", "chuyen-buoc": "chuyen"}[at], "from", "self_scoring", "act", "convene", "self_scoring.to", "30/12/2014")); w.Code != http.StatusForbidden {
				t.Errorf("%s posts to %s: %d", who, at, w.Code)
			}
		}
	}
	if s := year(t, p); s.Phase != season.SelfScoring || len(s.Calendar) != len(p.Season.Calendar) {
		t.Errorf("%+v", s)
	}
}

func TestPhase_movesOnAndNeverBack(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		standing, at := seat(t, p, "standing"), p.Path("chuyen-buoc")
		if said := standing.page(at).Only(t, "main").Text(); !strings.Contains(said, "Phiếu tự chấm đã nộp 0/5 (còn thiếu)") {
			t.Errorf("the standing body reads %s", said)
		}
		if said := seat(t, p, "head").page(at).Only(t, "main").Text(); strings.Contains(said, "0/5") {
			t.Errorf("the head reads how many sheets others sent: %s", said)
		}
		open := standing.filled(at, "chuyen", "act", "convene")
		standing.refused(http.StatusBadRequest, "Chọn bước chuyển đến", at, "chuyen", "act", "close")
		standing.does(at, "chuyen", "act", "open_cross_scoring")
		// Somebody whose page is older does not move the year twice.
		standing.answers(http.StatusConflict, "Có người vừa chuyển bước", at, open)
		if s := year(t, p); s.Phase != season.CrossScoring {
			t.Errorf("the year is at %s", s.Phase)
		}
	})
}

func TestPhase_doesNotChangeByReading(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	for _, address := range []string{p.Path("chuyen-buoc") + "?viec=chuyen&from=set_up&act=start_work", p.Path("lich") + "?viec=ghi", p.Path("tieu-chi", "muc", "1") + "?viec=bo&revision=0",
		p.Path("tieu-chi", "ky") + "?viec=ky&revision=0&signed_on=22/11/2014", p.Path("tieu-chi", "chep") + "?viec=bo&revision=0"} {
		if w := p.As("standing").Get(address); w.Code != http.StatusOK {
			t.Errorf("%s answers %d", address, w.Code)
		}
	}
	if s := year(t, p); s.Phase != season.SetUp || draft(t, p).Revision != 0 || len(versions(t, p)) != 1 {
		t.Errorf("reading changed the year: %+v", s)
	}
}
