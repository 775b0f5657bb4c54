package award

import (
	"context"
	"strings"

	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// placeAll finds or enters the units that waiting awards name.
func (p *pen) placeAll(ctx context.Context) error {
	for i := range p.waiting {
		e := &p.waiting[i]
		w, err := p.placed(ctx, e.Award, e.day)
		if err != nil {
			return err
		}
		e.workplace = w.id
		if e.Unit == "" && e.Kind != Collective {
			e.Unit = w.unit
		}
		if e.Unit == "" && e.Kind == Collective {
			own, err := p.unitNamed(ctx, e.Name, e.day)
			if err != nil {
				return err
			}
			e.Unit = own
		}
	}
	return nil
}

// placed finds the workplace of an award, or enters it with its unit.
func (p *pen) placed(ctx context.Context, a Award, day vi.Day) (workplace, error) {
	w, name := workplace{unit: a.Unit}, a.UnitName
	if name == "" && a.Kind == Collective {
		name = a.Name
	}
	var err error
	if w.unit == "" {
		if w.unit, err = p.unitNamed(ctx, name, day); err != nil {
			return w, err
		}
	}
	if known, there := p.workplaces[w.unit+"\x00"+name]; there {
		return known, nil
	}
	key := identity(vi.SpellingKey(name), w.unit)
	found, err := store.All(ctx, p.tx, func(id *int) []any { return []any{id} }, `SELECT id FROM workplace WHERE identity = $1`, key)
	if err != nil || len(found) > 0 {
		w.id = sumOf(found)
		remember(p.workplaces, w.unit+"\x00"+name, w)
		return w, err
	}
	province, err := org.ProvinceOf(ctx, p.tx, w.unit, day)
	if err != nil {
		return w, err
	}
	p.workplace++
	w.id = p.workplace
	remember(p.workplaces, w.unit+"\x00"+name, w)
	if _, err := p.tx.Exec(ctx, `INSERT INTO workplace (id, name, fold, identity, unit_id, province_id) VALUES ($1, $2, $3, $4, $5, $6)`,
		w.id, name, vi.Fold(name), key, w.unit, province); err != nil {
		return w, err
	}
	return w, insertWords(ctx, p.tx, "workplace_word (key, workplace_id)", appendWords(nil, vi.Fold(name), w.id))
}

// sumOf is the only number of a list that has one, 0 for none.
func sumOf(one []int) int {
	if len(one) == 0 {
		return 0
	}
	return one[0]
}

func remember[K comparable, T any](known map[K]T, key K, v T) {
	if len(known) >= remembered {
		clear(known)
	}
	known[key] = v
}

// unitNamed is the one unit of that name on the day; "" when none or several
// are called so.
func (p *pen) unitNamed(ctx context.Context, name string, day vi.Day) (string, error) {
	if known, asked := p.noUnits[name]; known || name == "" {
		return "", nil
	} else if !asked {
		may, err := p.mayBeUnit(ctx, name)
		if err != nil {
			return "", err
		}
		if remember(p.noUnits, name, !may); !may {
			return "", nil
		}
	}
	key := name + "\x00" + day.String()
	if unit, known := p.units[key]; known {
		return unit, nil
	}
	units, err := org.Find(ctx, p.tx, name, day)
	if err != nil {
		return "", err
	}
	unit := ""
	for i, u := range units {
		if unit = u.ID; i > 0 && u.ID != units[0].ID {
			unit = ""
			break
		}
	}
	remember(p.units, key, unit)
	return unit, nil
}

// mayBeUnit reports whether the list of units has anything that the name ends
// in, so that thousands of schools and offices are not asked for one by one.
func (p *pen) mayBeUnit(ctx context.Context, name string) (bool, error) {
	if p.unitWords == nil {
		folds, err := store.All(ctx, p.tx, func(s *string) []any { return []any{s} }, `SELECT DISTINCT fold FROM unit_name`)
		if err != nil {
			return false, err
		}
		p.unitWords = make(map[string]bool, len(folds))
		for _, f := range folds {
			p.unitWords[f] = true
		}
	}
	for fold := vi.Fold(name); fold != ""; _, fold, _ = strings.Cut(fold, " ") {
		if p.unitWords[fold] {
			return true, nil
		}
	}
	return false, nil
}
