package pdf

import (
	"encoding/binary"
	"slices"
)

// subset is the face's file with some of its glyphs alone, in that order, and with those
// that they are composed of behind them (OpenType, "glyf": composite glyphs).
func (f *Face) subset(glyphs []uint16) []byte {
	glyphs = slices.Clone(glyphs)
	place := map[uint16]int{}
	for i, g := range glyphs {
		if _, known := place[g]; !known {
			place[g] = i
		}
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(glyphs); i++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		m := f.metric(glyphs[i])
		hmtx = append(hmtx, m[:]...)
		glyf = append(glyf, renumbered(f.outline(glyphs[i]), func(part uint16) uint16 {
			at, known := place[part]
			if !known {
				at = len(glyphs)
				place[part], glyphs = at, append(glyphs, part)
			}
			return uint16(at)
		})...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	if len(glyf) == 0 {
		glyf = make([]byte, 4) // only spaces are printed, but a face has the table
	}
	head, hhea, maxp := slices.Clone(f.tables["head"]), slices.Clone(f.tables["hhea"]), slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the sum of the whole file: filled in by joined
	binary.BigEndian.PutUint16(head[50:], 1) // long places
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(glyphs)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(glyphs)))
	return joined(map[string][]byte{"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "loca": loca, "glyf": glyf,
		"cvt ": f.tables["cvt "], "fpgm": f.tables["fpgm"], "prep": f.tables["prep"]})
}

// What a composite glyph says of a part.
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// renumbered is a glyph's outline with its parts called by their new numbers.
func renumbered(outline []byte, numberOf func(part uint16) uint16) []byte {
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return outline
	}
	outline = slices.Clone(outline)
	for at, more := 10, true; more && at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		binary.BigEndian.PutUint16(outline[at+2:], numberOf(binary.BigEndian.Uint16(outline[at+2:])))
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		more = flags&moreParts != 0
	}
	return outline
}

// joined is a TrueType file of those tables; empty ones are left out.
func joined(tables map[string][]byte) []byte {
	var names []string
	for name, table := range tables {
		if len(table) > 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	n := len(names)
	power, exponent := 1, 0
	for power*2 <= n {
		power, exponent = power*2, exponent+1
	}
	file := []byte{0, 1, 0, 0}
	for _, v := range []int{n, power * 16, exponent, (n - power) * 16} {
		file = binary.BigEndian.AppendUint16(file, uint16(v))
	}
	at, head := 12+16*n, 0
	for _, name := range names {
		table := tables[name]
		if name == "head" {
			head = at
		}
		file = append(file, name...)
		for _, v := range []uint32{sum(table), uint32(at), uint32(len(table))} {
			file = binary.BigEndian.AppendUint32(file, v)
		}
		at += (len(table) + 3) &^ 3
	}
	for _, name := range names {
		file = append(file, tables[name]...)
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
	}
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-sum(file))
	return file
}

// sum is the checksum of a table (OpenType, "Calculating checksums").
func sum(table []byte) (total uint32) {
	for len(table) >= 4 {
		total += binary.BigEndian.Uint32(table)
		table = table[4:]
	}
	var last [4]byte
	copy(last[:], table)
	return total + binary.BigEndian.Uint32(last[:])
}
