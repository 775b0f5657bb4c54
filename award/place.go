package award

import (
	"context"
	"fmt"

	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// placeAll finds or enters the units that waiting awards name.
func (p *pen) placeAll(ctx context.Context) error {
	for i := range p.waiting {
		e := &p.waiting[i]
		key := e.Unit + "\x00" + e.UnitName + "\x00" + fmt.Sprint(e.day.Year())
		w, known := p.workplaces[key]
		if !known {
			var err error
			if w, err = p.placed(ctx, e.Award, e.day); err != nil {
				return err
			}
			remember(p.workplaces, key, w)
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
	key := identity(vi.SpellingKey(name), w.unit)
	found, err := store.All(ctx, p.tx, func(id *int) []any { return []any{id} }, `SELECT id FROM workplace WHERE identity = $1`, key)
	if err != nil || len(found) > 0 {
		w.id = sumOf(found)
		return w, err
	}
	province, err := provinceOf(ctx, p.tx, w.unit, day)
	if err != nil {
		return w, err
	}
	p.workplace++
	w.id = p.workplace
	if _, err := p.tx.Exec(ctx, `INSERT INTO workplace (id, name, fold, identity, unit_id, province_id) VALUES ($1, $2, $3, $4, $5, $6)`,
		w.id, name, vi.Fold(name), key, w.unit, province); err != nil {
		return w, err
	}
	return w, writeWords(ctx, p.tx, "workplace_word (key, workplace_id)", map[int]string{w.id: vi.Fold(name)})
}

// sumOf is the only number of a list that has one, 0 for none.
func sumOf(one []int) int {
	if len(one) == 0 {
		return 0
	}
	return one[0]
}

func remember[T any](known map[string]T, key string, v T) {
	if len(known) >= remembered {
		clear(known)
	}
	known[key] = v
}

// unitNamed is the one unit of that name on the day; "" when none or several
// are called so.
func (p *pen) unitNamed(ctx context.Context, name string, day vi.Day) (string, error) {
	key := name + "\x00" + fmt.Sprint(day.Year())
	if unit, known := p.units[key]; known || vi.Fold(name) == "" {
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

// provinceOf climbs from a unit to its province as of the day.
func provinceOf(ctx context.Context, tx *store.Tx, unit string, day vi.Day) (string, error) {
	for range 8 {
		if unit == "" {
			return "", nil
		}
		u, err := org.ByID(ctx, tx, unit, day)
		if err != nil || u.Kind == org.KindProvince || u.Kind == org.KindCity {
			return u.ID, err
		}
		unit = u.Parent
	}
	return "", nil
}
