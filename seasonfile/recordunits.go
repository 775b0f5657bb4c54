package seasonfile

import (
	"cmp"

	"thidua/org"
	"thidua/vi"
)

// known is a unit the file declares, under the names it may be called by.
type known struct {
	local, name, short string
	path               string
	unit               string // unit id on record
	absence            string // why it cannot take part this year; empty when it can
	told               bool   // the absence was said at its place
	settling           bool   // on its way onto the record, parents first
}

// find looks for a declared unit by id, by name, and by short name; last by any
// of them without accents or kind, when only one fits.
func (r *recorder) find(text string) (known, bool) {
	key := vi.SpellingKey(text)
	if key == "" {
		return known{}, false
	}
	for _, fits := range []func(known) bool{
		func(k known) bool { return k.local != "" && k.local == text },
		func(k known) bool { return vi.SpellingKey(k.name) == key },
		func(k known) bool { return k.short != "" && vi.SpellingKey(k.short) == key },
		func(k known) bool { return vi.SameName(k.name, text) || vi.Fold(k.short) == vi.Fold(text) },
	} {
		var hits []known
		for _, k := range r.known {
			if fits(k) {
				hits = append(hits, k)
			}
		}
		if len(hits) == 1 {
			return hits[0], true
		}
	}
	return known{}, false
}

// unit is the id of the unit that text names, which must take part this year;
// otherwise a fault, and "".
func (r *recorder) unit(path, text string) string {
	k, ok := r.find(text)
	if !ok {
		r.unknown(path, text)
		r.unread[path] = true
		return ""
	}
	if k.absence != "" {
		if !k.told {
			r.fault(path, "%s", k.absence)
		}
		r.unread[path] = true
		return ""
	}
	return k.unit
}

// unitOrWords is the unit's id when text names one, else the text itself.
func (r *recorder) unitOrWords(text string) (unit, words string) {
	if k, ok := r.find(text); ok {
		return k.unit, ""
	}
	return "", text
}

// unknown notes a unit that the file does not declare, with the name that may
// have been meant.
func (r *recorder) unknown(path, text string) {
	switch meant := r.nearest(text); {
	case meant == "":
		r.fault(path, "Không có đơn vị “%s” trong tệp; hãy khai đơn vị ở mục members hoặc units.", shorten(text))
	case vi.SameName(meant, text):
		r.fault(path, "Trong tệp có nhiều đơn vị tên “%s”; hãy ghi tên đầy đủ hoặc id của đơn vị.", shorten(text))
	default:
		r.fault(path, "Không có đơn vị “%s” trong tệp; có phải là “%s”?", shorten(text), meant)
	}
}

func (r *recorder) nearest(text string) (best string) {
	distance := 4
	for _, k := range r.known {
		for _, name := range []string{k.local, k.name, k.short} {
			if n := edits(vi.Fold(text), vi.Fold(name)); name != "" && n < distance {
				best, distance = name, n
			}
		}
	}
	return best
}

func (r *recorder) nameOf(unit string) string {
	for _, k := range r.known {
		if k.unit == unit {
			return k.name
		}
	}
	return ""
}

// recordUnits puts every declared unit on record. A member written as a bare
// name may stand for a unit declared in units.
func (r *recorder) recordUnits() {
	lists := []struct {
		path  string
		units []Unit
	}{{"units", r.file.Units}, {"members", r.file.Members}}
	for _, list := range lists {
		for i, u := range list.units {
			r.declare(item(list.path, i), u)
		}
	}
	for _, list := range lists {
		for i, u := range list.units {
			r.settle(item(list.path, i), u)
		}
	}
	for _, list := range lists {
		for i, u := range list.units {
			r.recordSuccession(item(list.path, i), u)
		}
	}
}

// declare takes the unit into the file's directory, once.
func (r *recorder) declare(path string, u Unit) {
	if u.Name == "" {
		return // said already: name is missing
	}
	for _, k := range r.known {
		switch {
		case bare(u) && (k.local == u.Name || vi.SpellingKey(k.name) == vi.SpellingKey(u.Name)) && path[0] == 'm' && k.path[0] == 'u':
			return
		case u.ID != "" && k.local == u.ID:
			r.fault(path, "Mã “%s” đã dùng cho đơn vị khác trong tệp.", u.ID)
			return
		case vi.SpellingKey(k.name) == vi.SpellingKey(u.Name):
			r.fault(path, "Đơn vị “%s” được khai hai lần.", shorten(u.Name))
			return
		}
	}
	guess := org.Guess(u.Name)
	r.known = append(r.known, known{local: u.ID, name: guess.Name, short: cmp.Or(u.ShortName, guess.ShortName), path: path})
}

// bare reports whether nothing but a name stands there.
func bare(u Unit) bool { return u == Unit{Name: u.Name} }

// settle finds or adds one unit on record; parents first.
func (r *recorder) settle(path string, u Unit) {
	k := r.declared(path)
	if k == nil || k.unit != "" || r.broken != nil {
		return
	}
	if k.settling {
		r.fault(join(path, "parent"), "Cấp trên của “%s” vòng lại chính nó.", shorten(u.Name))
		return
	}
	k.settling = true
	unit := org.Guess(u.Name)
	unit.Code, unit.From, unit.Until, unit.Sample = u.Code, u.From, u.Until, u.Illustrative || r.file.Illustrative
	if u.Kind != "" {
		unit.Kind = org.Kind(u.Kind)
	}
	if u.Level != "" {
		unit.Level = org.Level(u.Level)
	}
	if u.ShortName != "" {
		unit.ShortName = u.ShortName
	}
	if u.Parent != "" {
		unit.Parent = r.parent(join(path, "parent"), u.Parent)
	} else {
		unit.Parent = r.home(unit)
	}
	if unit.Until.IsZero() {
		unit.Until = org.ValidityOf(unit.Kind, unit.Level).Until
	}
	k = r.declared(path) // the list may have been settled meanwhile
	k.absence = unit.AbsenceIn(r.year)
	k.unit = r.onRecord(path, unit)
}

func (r *recorder) declared(path string) *known {
	for i := range r.known {
		if r.known[i].path == path {
			return &r.known[i]
		}
	}
	return nil
}

func (r *recorder) parent(path, text string) string {
	k, ok := r.find(text)
	if !ok {
		r.unknown(path, text)
		return ""
	}
	if k.unit == "" {
		r.settle(k.path, r.at(k.path))
		k, _ = r.find(text)
	}
	return k.unit
}

// at is the declaration that stands at path.
func (r *recorder) at(path string) Unit {
	for i, u := range r.file.Units {
		if item("units", i) == path {
			return u
		}
	}
	for i, u := range r.file.Members {
		if item("members", i) == path {
			return u
		}
	}
	return Unit{}
}

// onRecord is the id of the same unit already on record (by official code, or
// by name, kind and parent), or of a new one.
func (r *recorder) onRecord(path string, u org.Unit) string {
	if u.Code != "" {
		if found, err := org.ByCode(r.ctx, r.tx, u.Code, vi.Day{}); err == nil && vi.SameName(found.Name, u.Name) {
			return found.ID
		}
	}
	found, err := org.Find(r.ctx, r.tx, u.Name, vi.Day{})
	if err != nil {
		r.broken = err
		return ""
	}
	for _, f := range found {
		if f.Kind == u.Kind && f.Parent == u.Parent && (u.Code == "" || f.Code == "") && vi.SpellingKey(f.Name) == vi.SpellingKey(u.Name) && r.atOnce(f, u) {
			return f.ID
		}
	}
	id, err := org.Add(r.ctx, r.tx, r.standingBody(), r.day, u)
	r.try(path, err)
	return id
}

// atOnce reports whether the unit on record was there when the file's was: a
// commune of today may bear the name of one that ended.
func (r *recorder) atOnce(onRecord, u org.Unit) bool {
	return onRecord.ExistsIn(r.year) || onRecord.ExistsOn(u.From)
}

// recordSuccession links the unit to the one that took its place.
func (r *recorder) recordSuccession(path string, u Unit) {
	k := r.declared(path)
	if u.Became == "" || k == nil || k.unit == "" || r.broken != nil {
		return
	}
	path = join(path, "became")
	to, ok := r.find(u.Became)
	switch {
	case !ok:
		r.unknown(path, u.Became)
		return
	case to.unit == "":
		return // refused, and said so
	case u.Until.IsZero():
		r.fault(path, "Có became thì phải có until: ngày đầu tiên đơn vị không còn.")
		return
	}
	line, err := org.Lineage(r.ctx, r.tx, k.unit)
	if err == nil && len(line.After) > 0 {
		return // on record already
	}
	if err == nil {
		err = org.Succeed(r.ctx, r.tx, r.standingBody(), r.day, org.Succession{From: []string{k.unit}, To: []string{to.unit}, On: u.Until, Share: org.Full})
	}
	r.try(path, err)
}
