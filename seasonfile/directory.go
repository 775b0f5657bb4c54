package seasonfile

import (
	"thidua/vi"
	"thidua/yamlfile"
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
		r.fault(path, "Không có đơn vị “%s” trong tệp; hãy khai đơn vị ở mục members hoặc units.", yamlfile.Shorten(text))
	case vi.SameName(meant, text):
		r.fault(path, "Trong tệp có nhiều đơn vị tên “%s”; hãy ghi tên đầy đủ hoặc id của đơn vị.", yamlfile.Shorten(text))
	default:
		r.fault(path, "Không có đơn vị “%s” trong tệp; có phải là “%s”?", yamlfile.Shorten(text), meant)
	}
}

func (r *recorder) nearest(text string) (best string) {
	distance := 4
	for _, k := range r.known {
		for _, name := range []string{k.local, k.name, k.short} {
			if n := yamlfile.Edits(vi.Fold(text), vi.Fold(name)); name != "" && n < distance {
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

func (r *recorder) declared(path string) *known {
	for i := range r.known {
		if r.known[i].path == path {
			return &r.known[i]
		}
	}
	return nil
}

// at is the declaration that stands at path.
func (r *recorder) at(path string) Unit {
	for i, u := range r.file.Units {
		if yamlfile.Item("units", i) == path {
			return u
		}
	}
	for i, u := range r.file.Members {
		if yamlfile.Item("members", i) == path {
			return u
		}
	}
	return Unit{}
}
