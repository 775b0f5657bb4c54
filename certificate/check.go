package certificate

import (
	"context"
	"crypto/rand"
	"errors"
	"strconv"
	"strings"

	"thidua/award"
	"thidua/refusal"
	"thidua/store"
)

// CheckPath is where anybody checks a certificate; the code follows.
const CheckPath = "/kiem-tra/"

// codeLength is how long a code is: 128 random bits in letters and digits.
const codeLength = 26

func newCode() string { return strings.ToLower(rand.Text())[:codeLength] }

// Checked is what anybody may know of a certificate: what the decision states,
// and whether it still stands.
type Checked struct {
	Recipient string // as named in the decision, or as amended
	Kind      award.Recipient
	Title     string
	Decision  award.Decision
	State     award.State
	By        []award.Decision // those that amended or revoked it, oldest first
	Sample    bool
}

// Check returns what a code's certificate says, or a refusal.NotFound which is
// the same for every code that is none of ours.
func Check(ctx context.Context, tx *store.Tx, code string) (Checked, error) {
	none := refusal.New(refusal.NotFound, "Không có bằng nào mang mã này. Hãy quét lại mã trên bằng, hoặc hỏi cơ quan đã tặng.")
	if len(code) != codeLength {
		return Checked{}, none
	}
	type at struct{ decision, place int }
	x, err := store.One(ctx, tx, func(x *at) []any { return []any{&x.decision, &x.place} }, `SELECT decision_id, place FROM certificate_code WHERE code = $1`, code)
	if errors.Is(err, store.ErrNone) {
		return Checked{}, none
	}
	if err != nil {
		return Checked{}, err
	}
	a, err := award.Find(ctx, tx, strconv.Itoa(x.decision)+"-"+strconv.Itoa(x.place), award.Whole)
	if refusal.Is(err, refusal.NotFound) {
		return Checked{}, none // its import was undone
	}
	if err != nil {
		return Checked{}, err
	}
	return checked(ctx, tx, a)
}

func checked(ctx context.Context, tx *store.Tx, a award.Award) (Checked, error) {
	life, err := award.LifeOf(ctx, tx, a)
	if err != nil {
		return Checked{}, err
	}
	now := amended(a, life.Events)
	c := Checked{Recipient: now.Name, Kind: a.Kind, Title: a.TitleName, Decision: a.By, State: a.State, Sample: a.Sample}
	for _, e := range life.Events {
		c.By = append(c.By, e.By)
	}
	return c, nil
}

// codesOf are the codes of a decision's certificates by place.
func codesOf(ctx context.Context, tx *store.Tx, decision int) (map[int]string, error) {
	type pair struct {
		place int
		code  string
	}
	rows, err := store.All(ctx, tx, func(p *pair) []any { return []any{&p.place, &p.code} }, `SELECT place, code FROM certificate_code WHERE decision_id = $1`, decision)
	codes := make(map[int]string, len(rows))
	for _, p := range rows {
		codes[p.place] = p.code
	}
	return codes, err
}
