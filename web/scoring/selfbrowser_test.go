package scoring_test

import (
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/scoring"
	"thidua/season"
)

// picture keeps the page for whoever looks at it, where they ask for that.
func picture(page *testkit.Page, name string) {
	if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
		page.Screenshot(dir + "/" + name + ".png")
	}
}

// eventually waits for what a script does in its own time.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 100 {
		if holds() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("never came: %s", what)
}

func sit(t *testing.T, p *province.Province, who string) (*testkit.Page, string) {
	t.Helper()
	site := p.Serve()
	page := testkit.Browser(t)
	page.SignIn(p.Cookie(who), site)
	return page, site
}

// TestSheet_byKeyboardAlone fills in a sheet as in a spreadsheet: the cells are
// reached and saved without a mouse and without a button.
func TestSheet_byKeyboardAlone(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	page, site := sit(t, p, officer)
	page.Open(site + p.Path("tu-cham"))
	page.Script(`document.querySelector("[name='marks.1.1.target']").focus()`)
	page.Press("100")
	page.Press(kb.Enter)
	page.Press("4")
	page.Press(kb.Enter)
	page.Press("8,5")
	page.Press(kb.ArrowUp)
	page.Press(kb.ArrowUp)
	page.Press(kb.ArrowRight)
	if got := page.Script("document.activeElement.name"); got != "marks.1.1.actual" {
		t.Fatalf("the arrows led to %q", got)
	}
	page.Press("90")
	page.Press(kb.ArrowDown)
	page.Press("5")
	page.Press(kb.ArrowDown)
	page.Press("9,1")
	page.Press(kb.ArrowDown)
	eventually(t, "the points of what was typed", func() bool { return page.Text("#d-tong") == "63,00" })
	eventually(t, "the note of saving", func() bool { return strings.Contains(page.Text("#da-luu"), "Đã lưu lúc") })
	s := record(t, p)
	if s.Cell("1.1").Mark.Actual.String() != "90" || s.Cell("1.3").Mark.Target.String() != "8.5" {
		t.Errorf("%+v", s.Cells)
	}
}

func TestSheet_showsWhatIsWrongBesideTheCellAsOneTypes(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	filledSheet(t, p)
	page, site := sit(t, p, officer)
	page.Open(site + p.Path("tu-cham"))
	page.Fill("[name='marks.1.1.actual']", "1.000")
	eventually(t, "the sentence beside the cell", func() bool {
		return strings.Contains(page.Script(`document.getElementById("o-marks-1-1-actual-e")?.textContent`), "hai cách")
	})
	picture(page, "self-wrong")
	if found := page.Axe(); len(found) > 0 {
		t.Error(found)
	}
	page.Script(`document.querySelector("[name='marks.1.1.actual']").select()`)
	page.Press("95")
	eventually(t, "the new points", func() bool { return page.Text("#d-1\\.1") == "28,50" })
	if page.Script(`document.getElementById("o-marks-1-1-actual-e")`) != "null" {
		t.Error("the sentence stayed")
	}
}

func TestSheet_ofTwoPeopleAtOnceShowsBothValuesInTheBrowser(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	filledSheet(t, p)
	page, site := sit(t, p, officer)
	page.Open(site + p.Path("tu-cham"))
	theirs := sheetForm(t, p, "leader:con-cuong")
	theirs.Set("marks.1.1.actual", "95")
	typeCell(t, p, "leader:con-cuong", theirs, "1.1")
	page.Fill("[name='marks.1.1.actual']", "99")
	eventually(t, "both values", func() bool { return strings.Contains(page.Text("#x-1\\.1"), "Thực hiện 95") })
	picture(page, "self-clash")
	if found := page.Axe(); len(found) > 0 {
		t.Error(found)
	}
	page.Click("#x-1\\.1 input[value=mine]")
	eventually(t, "the chosen value", func() bool { return record(t, p).Cell("1.1").Mark.Actual.String() == "99" })
}

// TestSheet_withoutScript walks the whole sheet with JavaScript switched off.
func TestSheet_withoutScript(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	page, site := sit(t, p, officer)
	page.JavaScript(false)
	page.Open(site + p.Path("tu-cham"))
	for name, text := range figures {
		if name == "2.1.met" || name == "2.3.word" {
			page.Choose("[name='marks."+name+"']", text)
			continue
		}
		page.Fill("[name='marks."+name+"']", text)
	}
	page.Send("button[value=luu]")
	if got := page.Text("#d-tong"); got != "89,00" {
		t.Fatalf("the total is %q", got)
	}
	page.Send("a[href$='/tu-cham/nop']")
	page.Send("button[value=nop]")
	if s := record(t, p); s.State != scoring.Submitted {
		t.Errorf("%+v", s)
	}
}

// TestSheetPages_haveNothingForAxeToFind looks at every state of the pages, on
// a screen and on a phone.
func TestSheetPages_haveNothingForAxeToFind(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	page, site := sit(t, p, officer)
	look := func(name string, parts ...string) {
		t.Helper()
		for _, width := range []int{1280, 360} {
			page.Width(width)
			page.Open(site + p.Path(parts...))
			if found := page.Axe(); len(found) > 0 {
				t.Errorf("%s at %d: %v", name, width, found)
			}
			if over := page.Overflow(); over > 0 {
				t.Errorf("%s at %d is %d px too wide", name, width, over)
			}
			picture(page, name+map[int]string{1280: "", 360: "-phone"}[width])
		}
	}
	look("self-empty", "tu-cham")
	look("self-check-empty", "tu-cham", "nop")
	filledSheet(t, p)
	look("self-filled", "tu-cham")
	look("self-leaf", "tu-cham", "tieu-chi", "1.1")
	look("self-check", "tu-cham", "nop")
	look("self-print", "tu-cham", "ban-in")
	look("self-upload", "tu-cham", "nap")
	if w := p.As(officer).Post(p.Path("tu-cham", "nop"), sendForm(t, p, officer)); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	look("self-sent", "tu-cham")
	look("self-recall", "tu-cham", "thu-hoi")
	page.SignIn(p.Cookie("standing"), site)
	look("reopen-list", "mo-lai")
	look("reopen", "mo-lai", "con-cuong")
	inPhase(t, p, season.Conferring)
	page.SignIn(p.Cookie(officer), site)
	look("self-shut", "tu-cham")
}
