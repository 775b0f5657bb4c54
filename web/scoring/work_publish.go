package scoring

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/exact"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/work"
)

var publishTitle = ui.Words{Vietnamese: "Công bố kết quả", English: "Publication of the results"}

// publishView is what will be published, and what is still open.
type publishView struct {
	work.Visit
	form      work.Form
	Seen      scoring.Seen
	Ranking   []scoring.Standing
	Stated    bool // the ranking is a report's, not computed
	Open      []scoring.Outstanding
	Tied      []scoring.Standing // units that share a percentage
	Published *scoring.Publication
	Facts     url.Values // what was typed to part ties
}

func readPublish(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (publishView, error) {
	p := publishView{Visit: v, form: f, Facts: tieFacts(v)}
	var err error
	if p.Seen, err = see(ctx, tx, v); err != nil {
		return p, err
	}
	if done, ok, err := scoring.PublicationOf(ctx, tx, v.Season.ID); err != nil {
		return p, err
	} else if ok {
		p.Published = &done
	}
	standings, err := scoring.Standings(ctx, tx, v.Season.ID)
	if err != nil {
		return p, err
	}
	for _, s := range standings {
		if s.Stage == season.Final && (s.Stated || !v.Season.PublishedOn.IsZero()) {
			p.Ranking, p.Stated = append(p.Ranking, s), s.Stated
		}
	}
	if len(p.Ranking) > 0 {
		return p, nil
	}
	ties, err := tiesOf(ctx, tx, v)
	if err != nil {
		return p, err
	}
	p.Ranking = p.Seen.Standings(season.Final, ties)
	p.Tied = slices.DeleteFunc(slices.Clone(p.Ranking), func(s scoring.Standing) bool { return s.Decided == "" })
	questions, err := scoring.Questions(ctx, tx, v.Season.ID)
	if err != nil {
		return p, err
	}
	p.Open = p.Seen.Outstanding(p.Seen.Plan, p.Seen.Heads, scoring.VisibleQuestions(v.By, v.Season, p.Seen.Conflicts, questions))
	return p, nil
}

func publishRead(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := readPublish(ctx, tx, v, f)
	return publishPage(p), err
}

func publishConfirm(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := readPublish(ctx, tx, v, f)
	return publishConfirmPage(p), err
}

// publishAct publishes, once its reader says that they know what it means.
func publishAct(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if f.Get("hieu") == "" {
		return work.Done{}, refusal.Field("hieu", "Đánh dấu là đã hiểu: công bố rồi thì không rút lại được.")
	}
	ties, err := tiesOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	return work.Done{To: v.Lam("cong-bo"), Say: ui.Words{Vietnamese: "Đã công bố kết quả. Từ bây giờ chỉ quyết định mới làm thay đổi được.", English: "The results are published. From now on only a new decision changes anything."}},
		scoring.PublishResult(ctx, tx, v.By, v.Today, v.Season.ID, ties, f.Get("reason"))
}

// Steps of the tie chain whose facts the publisher types in, by the key of the
// address: "thanh-tich.con-cuong=3".
var typedSteps = map[season.TieStep]string{season.TieEarlier: "thanh-tich", season.TieHead: "thu-tu", season.TieWomen: "nu"}

// tieFacts are the facts of the address, those alone.
func tieFacts(v work.Visit) url.Values {
	facts := url.Values{}
	for key, values := range v.Here().Query() {
		step, _, ok := strings.Cut(key, ".")
		if ok && (step == "thanh-tich" || step == "thu-tu" || step == "nu") && len(values) > 0 && vi.Clean(values[0]) != "" {
			facts.Set(key, vi.Clean(values[0]))
		}
	}
	return facts
}

// tiesOf is what the tie chain looks at: the votes on record, and the facts that
// the address brings. A fact that cannot be read is as if it were not stated.
func tiesOf(ctx context.Context, tx *store.Tx, v work.Visit) (scoring.Ties, error) {
	t := scoring.Ties{Votes: map[string]int{}, Earlier: map[string]exact.Number{}, Women: map[string]exact.Number{}}
	votes, err := voting.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return t, err
	}
	for _, vote := range votes {
		for _, o := range vote.Options {
			if o.Candidate != "" && o.For != nil {
				t.Votes[o.Candidate] = *o.For
			}
		}
	}
	facts := tieFacts(v)
	number := func(key, unit string) (exact.Number, bool) {
		n, err := vi.ParseNumber(facts.Get(key + "." + v.Slug(unit)))
		if err != nil || facts.Get(key+"."+v.Slug(unit)) == "" {
			return exact.Number{}, false
		}
		return exact.Of(n), true
	}
	places := map[string]int{}
	for _, m := range v.Members {
		if n, ok := number("thanh-tich", m.Unit); ok {
			t.Earlier[m.Unit] = n
		}
		if n, ok := number("nu", m.Unit); ok {
			t.Women[m.Unit] = n
		}
		if at, err := strconv.Atoi(facts.Get("thu-tu." + v.Slug(m.Unit))); err == nil && at > 0 {
			places[m.Unit], t.Head = at, append(t.Head, m.Unit)
		}
	}
	slices.SortStableFunc(t.Head, func(a, b string) int { return places[a] - places[b] })
	return t, nil
}

// stepsToType are the steps of the rules' chain that need a fact typed in.
func (p publishView) stepsToType() (all []season.TieStep) {
	for _, s := range p.Seen.Rules.Ties {
		if typedSteps[s] != "" && len(p.Tied) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// stepLabels name the facts of the steps.
var stepLabels = map[season.TieStep]string{
	season.TieEarlier: "Thành tích những năm trước, quy ra số (nhiều hơn thì trên)",
	season.TieHead:    "Thứ tự do trưởng cụm, phó trưởng cụm quyết định (1 là trên)",
	season.TieWomen:   "Tỷ lệ nữ (%)",
}

// chainWords is the rules' tie chain in words.
func chainWords(rules season.Rules) string {
	var words []string
	for _, s := range rules.Ties {
		words = append(words, tieWords[s])
	}
	return strings.Join(words, " → ")
}

// confirmAddress is where the publication is confirmed, with the facts typed.
func (p publishView) confirmAddress() string { return address(p.Lam("cong-bo", "xac-nhan"), p.Facts) }

// may is why the visitor cannot publish now; empty when they can.
func (p publishView) may() string {
	if !p.Season.PublishedOn.IsZero() {
		return "Kết quả đã công bố ngày " + p.Season.PublishedOn.Short() + "."
	}
	if err := season.Permit(p.By, access.PublishResult, "", p.Season); err != nil {
		return err.Error()
	}
	if len(p.Ranking) == 0 {
		return "Chưa có điểm cuối cùng của đơn vị nào, nên chưa công bố được."
	}
	return ""
}
