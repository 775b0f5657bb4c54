package bigregister_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua/award"
	"thidua/internal/bigregister"
	"thidua/store"
	"thidua/vi"
)

// clients is how many look up at the same time.
const clients = 20

// questions are what is asked of the register.
var questions = []struct {
	name string
	ask  func(tx *store.Tx, dice *rand.Rand, people []award.Award) error
}{
	{"look-up by accentless name", func(tx *store.Tx, dice *rand.Rand, people []award.Award) error {
		return search(tx, award.Query{Name: asked(dice, people)})
	}},
	{"look-up by name and year", func(tx *store.Tx, dice *rand.Rand, people []award.Award) error {
		return search(tx, award.Query{Name: asked(dice, people), Year: 2004 + dice.IntN(20)})
	}},
	{"look-up by name and title", func(tx *store.Tx, dice *rand.Rand, people []award.Award) error {
		return search(tx, award.Query{Name: asked(dice, people), Title: "base_emulation_fighter"})
	}},
	{"look-up by unit", func(tx *store.Tx, dice *rand.Rand, people []award.Award) error {
		return search(tx, award.Query{Unit: people[dice.IntN(len(people))].UnitName})
	}},
	{"look-up by decision", func(tx *store.Tx, dice *rand.Rand, people []award.Award) error {
		return search(tx, award.Query{Decision: people[dice.IntN(len(people))].By.Number})
	}},
	{"history of a person", func(tx *store.Tx, dice *rand.Rand, people []award.Award) error {
		_, err := award.HistoryOf(ctx, tx, award.Who{Person: people[dice.IntN(len(people))].Person})
		return err
	}},
}

func search(tx *store.Tx, q award.Query) error {
	_, err := award.Search(ctx, tx, q, award.Whole)
	return err
}

// sample are awards of people of the register, to ask for.
func sample(b *testing.B, db *store.DB) (people []award.Award) {
	b.Helper()
	if err := db.Read(ctx, func(tx *store.Tx) error {
		for year := 2005; year < 2024; year++ {
			page, err := award.Search(ctx, tx, award.Query{Year: year, Kind: award.Individual, Limit: 200}, award.Whole)
			if err != nil {
				return err
			}
			people = append(people, page.Awards...)
		}
		return nil
	}); err != nil || len(people) == 0 {
		b.Fatal(err, len(people))
	}
	return people
}

// asked is what people type: mostly a whole name, sometimes the end of one, or a
// given name.
func asked(dice *rand.Rand, people []award.Award) string {
	words := strings.Fields(vi.Fold(people[dice.IntN(len(people))].Name))
	switch dice.IntN(10) {
	case 0:
		return words[len(words)-1]
	case 1, 2:
		return strings.Join(words[len(words)-2:], " ")
	case 3:
		return vi.Fold(bigregister.Name(dice))
	}
	return strings.Join(words, " ")
}

// ask lets all clients ask one question after another, and returns what 95 of
// 100 answers did not take longer than, in milliseconds. It does so twice, with
// other words: what the first answers after a start take is told beside it.
func ask(b *testing.B, question func(*rand.Rand) error) (p95 float64) {
	for i, name := range []string{"first-p95-ms", "p95-ms"} {
		took := answers(b, uint64(i), question)
		at := func(percent int) float64 { return float64(took[len(took)*percent/100].Microseconds()) / 1000 }
		p95 = at(95)
		b.ReportMetric(p95, name)
		b.ReportMetric(at(50), "p50-ms")
	}
	return p95
}

// answers is how long each answer took, in order.
func answers(b *testing.B, seed uint64, question func(*rand.Rand) error) (took []time.Duration) {
	var mu sync.Mutex
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			dice := rand.New(rand.NewPCG(uint64(c), seed))
			for range max(b.N/clients, 1) {
				began := time.Now()
				if err := question(dice); err != nil {
					b.Error(err)
				}
				d := time.Since(began)
				mu.Lock()
				took = append(took, d)
				mu.Unlock()
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	return took
}
