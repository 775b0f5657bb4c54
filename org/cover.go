package org

// cover finds which provinces a list speaks for: those it names, or, when it
// names more than half of all that are known, the whole country. So a list of
// one province ends no unit of another, and a national list ends the provinces
// that were merged.
func (p *plan) cover(was []recorded, list officialList) {
	p.covered = make(map[string]bool)
	for _, u := range list.units {
		if u.level == LevelProvince {
			p.covered[p.idOf[u.code]] = true
		} else if r, ok := p.byCode[u.parent]; ok && r.Level == LevelProvince {
			p.covered[r.ID] = true
		}
	}
	known, named := 0, 0
	for _, r := range was {
		if r.Level == LevelProvince && r.ExistsOn(p.asOf) {
			known++
			named += count(p.covered[r.ID])
		}
	}
	p.country = 2*named > known
}

func (p *plan) covers(province string) bool { return p.country || p.covered[province] }

// provinces gives for each unit's id the id of the province it was last in,
// its own for a province.
func provinces(was []recorded) map[string]string {
	parent := make(map[string]string, len(was))
	isProvince := make(map[string]bool)
	for _, r := range was {
		parent[r.ID] = r.Parent
		isProvince[r.ID] = r.Level == LevelProvince
	}
	province := make(map[string]string, len(was))
	for id := range parent {
		at := id
		for range 3 { // a commune is at most two steps below its province
			if isProvince[at] {
				province[id] = at
				break
			}
			at = parent[at]
		}
	}
	return province
}

func levelsOf(list officialList) map[Level]bool {
	levels := make(map[Level]bool)
	for _, u := range list.units {
		levels[u.level] = true
	}
	return levels
}
