package scoring

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/evidence"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// ownPeople are the people of a unit, who fill in and send its own sheet.
var ownPeople = []access.Role{access.EmulationOfficer, access.Leader}

// selfPath is where a unit scores itself.
const selfPath = "/lam/{slug}/tu-cham"

var selfTitle = ui.Words{Vietnamese: "Tự chấm điểm", English: "Self-scoring"}

// SelfDesk are the pages on which a unit scores itself.
var SelfDesk = append([]work.Page{
	{Path: selfPath, Title: selfTitle, Who: ownPeople, Keep: true, Read: selfRead, Acts: map[string]work.Act{"luu": selfSave}},
	{Path: selfPath + "/tieu-chi/{criterion}", Title: selfTitle, Who: ownPeople, Read: selfLeaf, Acts: map[string]work.Act{"luu": selfLeafSave, "tra-loi": selfAnswer}},
	{Path: selfPath + "/nop", Title: selfTitle, Who: ownPeople, Read: selfCheck, Acts: map[string]work.Act{"nop": selfSend}},
	{Path: selfPath + "/thu-hoi", Title: selfTitle, Who: ownPeople, Read: selfRecallRead, Acts: map[string]work.Act{"thu-hoi": selfRecall}},
	{Path: selfPath + "/ban-in", Title: selfTitle, Who: ownPeople, Read: selfPrintRead},
	{Path: selfPath + "/phieu.xlsx", Title: selfTitle, Who: ownPeople, Read: selfExcel},
	{Path: selfPath + "/nap", Title: selfTitle, Who: ownPeople, Read: selfUploadRead},
}, reopenPages...)

func selfRead(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := readSelf(ctx, tx, v, f)
	return selfPage(p), err
}

// selfView is a unit's own sheet as its pages show it.
type selfView struct {
	work.Visit
	Member   cluster.Member
	Rules    season.Rules
	Sheet    scoring.SelfSheet
	Assigned scoring.Assignments
	Result   scoring.Result
	Score    scoring.Score // by its own figures alone
	Lines    []*selfLine   // the whole tree, parents first
	Files    map[string]evidence.Evidence
	Waiting  int // questions of scorers not yet answered
	Form     work.Form
	Shut     error // why nothing may be changed; nil when something may
}

// selfLine is one criterion of the sheet.
type selfLine struct {
	season.Criterion
	Path     []string // codes of the groups around it
	Node     scoring.Node
	Cell     scoring.Cell
	Typed    scoring.Typed // what stands in its fields
	Read     string        // what the form was filled in from: revision and digest
	Writable bool
	Lacks    string // what is missing before it can be sent
	Assigned *scoring.Assigned
	Clash    bool // somebody else changed it meanwhile
}

// readSelf reads the unit's own sheet for a page.
func readSelf(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (*selfView, error) {
	p := &selfView{Visit: v, Form: f}
	at := slices.IndexFunc(v.Members, func(m cluster.Member) bool { return m.Unit == v.By.Unit })
	if at < 0 {
		return p, refusal.New(refusal.NotFound, "Đơn vị của đồng chí không phải là thành viên của cụm trong năm này.")
	}
	p.Member = v.Members[at]
	var err error
	if p.Waiting, err = scoring.Waiting(ctx, tx, v.Season.ID, p.Member.Unit); err != nil {
		return p, err
	}
	if p.Rules, err = scoring.RulesOf(ctx, tx, v.Season.ID); err != nil {
		return p, err
	}
	if p.Sheet, err = scoring.SelfSheetOf(ctx, tx, v.Season.ID, p.Member.Unit); err != nil {
		return p, err
	}
	if p.Assigned, err = scoring.AssignmentsTo(ctx, tx, v.Season, p.Rules, p.Member.Unit); err != nil {
		return p, err
	}
	if p.Files, err = evidence.ByIDs(ctx, tx, p.cited()); err != nil {
		return p, err
	}
	p.compute()
	return p, nil
}

func (p *selfView) cited() (ids []string) {
	for _, m := range p.Sheet.Now() {
		ids = append(ids, evidence.Cited(m.Evidence)...)
	}
	for _, name := range p.Form.Names() {
		if strings.HasSuffix(name, "."+filesField) {
			ids = append(ids, evidence.Cited(p.Form.All(name))...)
		}
	}
	return ids
}

// compute works out the points and sets the lines.
func (p *selfView) compute() {
	p.Result = scoring.SelfScore(p.Rules, p.Member, p.Sheet)
	p.Score, _ = p.Result.Score(p.Member.Unit, season.Self)
	nodes := make(map[string]scoring.Node, len(p.Score.Nodes))
	for _, n := range p.Score.Nodes {
		nodes[n.Code] = n
	}
	cells := make(map[string]scoring.Cell, len(p.Sheet.Cells))
	for _, c := range p.Sheet.Cells {
		cells[c.Criterion] = c
	}
	p.Shut = season.Permit(p.By, access.SelfScore, p.Member.Unit, p.Season)
	open := false
	var path []string
	for at, c := range p.Rules.Walk() {
		path = append(path[:len(at)-1:len(at)-1], c.Code)
		l := &selfLine{Criterion: c, Path: path[:len(at)-1], Node: nodes[c.Code]}
		if c.Leaf() {
			var known bool
			if l.Cell, known = cells[c.Code]; !known {
				l.Cell = p.Sheet.Cell(c.Code)
			}
			p.fill(l)
			open = open || l.Writable
		}
		p.Lines = append(p.Lines, l)
	}
	if p.Shut == nil && !open {
		p.Shut = p.Sheet.Writable(p.Season, p.Today, "")
	}
}

// fill sets what stands in a leaf's fields: what was typed and not recorded,
// else what is on record.
func (p *selfView) fill(l *selfLine) {
	if a, assigned := p.Assigned[l.Code]; assigned {
		l.Assigned = &a
	}
	l.Writable = p.Shut == nil && p.Sheet.Writable(p.Season, p.Today, l.Code) == nil
	l.Lacks = scoring.Lacks(l.Criterion, l.Cell.Mark)
	l.Typed = l.Cell.Mark.Typed()
	l.Read = read(l.Cell.Revision, l.Criterion, l.Typed)
	x, posted := typedInto(p.Form, l.Criterion)
	if !posted || !x.touched {
		return
	}
	l.Typed = x.typed
	if x.revision == l.Cell.Revision {
		l.Read = x.read
	} else if m, _ := scoring.ReadMark(l.Criterion, x.typed); store.Text(m) != store.Text(l.Cell.Mark) {
		l.Clash = true
	}
}

// filesField names the files of the library that a leaf cites, beside the words
// in its evidence field.
const filesField = "files"

// field is the name of a leaf's field in forms and refusals.
func field(code, name string) string { return "marks." + code + "." + name }

// typed is what a form says of one leaf.
type typed struct {
	typed    scoring.Typed
	read     string // as the form was given it
	revision int64  // of the cell it was filled in from
	touched  bool   // somebody typed something new
}

// typedInto reads a leaf's fields; false when the form does not have it.
func typedInto(f work.Form, c season.Criterion) (typed, bool) {
	x := typed{typed: scoring.Typed{}, read: f.Get("read." + c.Code)}
	if x.read == "" {
		return x, false
	}
	for _, name := range scoring.Fields(c.Kind) {
		if text := f.Get(field(c.Code, name)); strings.TrimSpace(text) != "" {
			x.typed[name] = text
		}
	}
	if files := f.All(field(c.Code, filesField)); len(files) > 0 {
		x.typed[scoring.EvidenceField] = strings.Join(append(slices.Clone(files), x.typed[scoring.EvidenceField]), "; ")
	}
	revision, was, _ := strings.Cut(x.read, ":")
	x.revision, _ = strconv.ParseInt(revision, 10, 64)
	x.touched = digest(c, x.typed) != was
	return x, true
}

// read is what a form carries of a cell: the revision it was filled in from, and
// a digest of what stood there, by which untouched fields are known.
func read(revision int64, c season.Criterion, t scoring.Typed) string {
	return fmt.Sprintf("%d:%s", revision, digest(c, t))
}

func digest(c season.Criterion, t scoring.Typed) string {
	h := fnv.New32a()
	for _, name := range scoring.Fields(c.Kind) {
		text := strings.Join(strings.Fields(t[name]), " ")
		_, _ = fmt.Fprintf(h, "%s=%s\n", name, strings.Trim(text, "; "))
	}
	return strconv.FormatUint(uint64(h.Sum32()), 16)
}

// selfSave keeps what was typed into the sheet, and leads back to it.
func selfSave(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	rules, err := scoring.RulesOf(ctx, tx, v.Season.ID)
	if err != nil {
		return work.Done{}, err
	}
	var entries []scoring.Entry
	for _, c := range rules.Leaves() {
		if x, posted := typedInto(f, c); posted && x.touched && f.Get("choose."+c.Code) != "theirs" {
			entries = append(entries, scoring.Entry{Criterion: c.Code, Typed: x.typed, Read: x.revision})
		}
	}
	turn, err := turnOf(f)
	if err != nil {
		return work.Done{}, err
	}
	_, err = scoring.FillCells(ctx, tx, v.By, v.Today, v.Season.ID, v.By.Unit, turn, entries)
	if err != nil {
		return work.Done{}, err
	}
	to := v.Lam("tu-cham")
	if at := f.Get("den"); at != "" {
		to += "#" + at
	}
	return work.Done{To: to, Say: ui.Words{Vietnamese: "Đã lưu phiếu tự chấm.", English: "The sheet was saved."}}, nil
}

// turnOf is the sheet's turn that the form was read in.
func turnOf(f work.Form) (int64, error) {
	turn, err := strconv.ParseInt(f.Get("turn"), 10, 64)
	if err != nil {
		return 0, refusal.New(refusal.Invalid, "Trang gửi lên không đủ; hãy mở lại phiếu.")
	}
	return turn, nil
}
