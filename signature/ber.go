package signature

// ber is a value by X.690 that its reader is to be given. The reader goes down
// without bound, again over what a value has beyond the one that holds it, and
// through the whole rest at each member of a value of no stated length: none of
// these may it be given much of.
type ber struct {
	raw  []byte
	open int // members of values of no stated length, so far
}

const (
	deepestValue = 64
	mostOpen     = 1000
)

// valueEnd is where the value at a place ends; false when it is deeper, or of more
// members without a stated length, than any signature, or not whole.
func (b *ber) valueEnd(at, depth int) (end int, ok bool) {
	const constructed, longTag, more, noLength = 0x20, 0x1f, 0x80, 0x80
	if depth > deepestValue || at+2 > len(b.raw) {
		return 0, false
	}
	first := b.raw[at]
	if at++; first&longTag == longTag {
		for at < len(b.raw) && b.raw[at] >= more {
			at++
		}
		if at++; at >= len(b.raw) {
			return 0, false
		}
	}
	length := int(b.raw[at])
	at++
	if length == noLength {
		return b.unstated(at, depth, first&constructed != 0)
	}
	if length > noLength {
		wide := length &^ noLength
		if wide > 4 || at+wide > len(b.raw) {
			return 0, false
		}
		length = 0
		for _, c := range b.raw[at : at+wide] {
			length = length<<8 | int(c)
		}
		at += wide
	}
	if end = at + length; end > len(b.raw) {
		return 0, false
	}
	for ok = true; first&constructed != 0 && at < end && ok; {
		at, ok = b.valueEnd(at, depth+1)
	}
	return end, ok && (first&constructed == 0 || at == end)
}

// unstated is where a value ends whose length is not stated: behind two zeros.
func (b *ber) unstated(at, depth int, constructed bool) (end int, ok bool) {
	for ok = constructed; ok; {
		if at, ok = b.valueEnd(at, depth+1); !ok || at+2 > len(b.raw) {
			return 0, false
		}
		if b.open++; b.open > mostOpen {
			return 0, false
		}
		if b.raw[at] == 0 && b.raw[at+1] == 0 {
			return at + 2, true
		}
	}
	return 0, false
}
