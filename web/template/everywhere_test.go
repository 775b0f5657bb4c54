package template_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/dossier"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/meeting"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// held is a province whose year has a conference behind it, one ahead, and a
// nomination.
func held(t *testing.T) *province.Province {
	t.Helper()
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Nomination))
	head, day := access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead}, vi.MustDay("2014-11-22")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		if _, err := meeting.Hold(ctx, tx, head, day, meeting.Conference{Season: p.Season.ID, Kind: meeting.Closing, Day: day, Place: "huyện Thanh Chương",
			Agenda: []meeting.AgendaItem{{Content: "Khai mạc"}}, Conclusions: []string{"Hoàn thiện hồ sơ"}}); err != nil {
			return err
		}
		_, err := dossier.Nominate(ctx, tx, head, day, dossier.Nomination{Season: p.Season.ID, CandidateUnit: p.Unit["con-cuong"], Title: "Cờ thi đua của Ủy ban nhân dân tỉnh", Reason: "Dẫn đầu cụm"})
		return err
	})
	return p
}

// walk opens every page that links lead to, and hands out the Word files among
// them with the page on which each was found.
func walk(d province.Desk, t *testing.T, from string, each func(page, file string)) (pages int) {
	seen, queue := map[string]bool{from: true}, []string{from}
	for ; len(queue) > 0; queue = queue[1:] {
		w := d.Get(queue[0])
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		pages++
		for _, a := range province.Page(t, w, http.StatusOK).Find("a") {
			to, _, _ := strings.Cut(a.Attr("href"), "#")
			path, _, _ := strings.Cut(to, "?")
			if !strings.HasPrefix(to, "/") || seen[path] {
				continue
			}
			seen[path] = true
			switch dot := strings.LastIndex(path, "."); {
			case strings.HasSuffix(path, ".docx"):
				each(queue[0], to)
			case dot < strings.LastIndex(path, "/"):
				queue = append(queue, path)
			}
		}
	}
	return pages
}

// TestEveryPage_handsOutWordFilesInTheTemplateInForce walks the site as those who
// draw up papers: no page may have a way of its own to the built-in paper.
func TestEveryPage_handsOutWordFilesInTheTemplateInForce(t *testing.T) {
	const word = "TIÊU ĐỀ RIÊNG"
	p := held(t)
	p.Letterhead(word)
	var names []string
	for _, who := range []string{"head", "secretary"} {
		pages := walk(p.As(who), t, "/viec-can-lam", func(page, file string) {
			names = append(names, file[strings.LastIndex(file, "/")+1:])
			if text := province.Word(t, p.As(who).Get(file)); !strings.Contains(text, word) {
				t.Errorf("%s of the page %s is the built-in paper: %s", file, page, text)
			}
		})
		if pages < 30 {
			t.Errorf("%q walked %d pages", who, pages)
		}
	}
	for _, want := range []string{"giay-moi.docx", "chuong-trinh.docx", "thong-bao-ket-luan.docx", "to-trinh.docx", "danh-sach-trich-ngang.docx", "phieu-trinh.docx", "bao-cao-thanh-tich.docx"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s was not met: %q", want, names)
		}
	}
}
