package pdf

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func faceOf(t testing.TB) *Face {
	t.Helper()
	file, err := os.ReadFile("../document/font/LiberationSerif-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := NewFace(file)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// drawn is a glyph's outline with the outlines of its parts, whatever their numbers are.
func drawn(f *Face, glyph uint16, depth int) []byte {
	outline := f.outline(glyph)
	if depth > 8 {
		return outline
	}
	var parts []byte
	bare := renumbered(outline, func(part uint16) uint16 {
		parts = append(parts, drawn(f, part, depth+1)...)
		return 0
	})
	return slices.Concat(bytes.TrimRight(bare, "\x00"), parts)
}

func TestSubset_drawsEveryGlyphAsTheWholeFaceDoes(t *testing.T) {
	whole := faceOf(t)
	count := int(binary.BigEndian.Uint16(whole.tables["maxp"][4:]))
	rapid.Check(t, func(t *rapid.T) {
		glyphs := append([]uint16{0}, rapid.SliceOfN(rapid.Uint16Range(1, uint16(count-1)), 0, 60).Draw(t, "glyphs")...)
		file := whole.subset(glyphs)
		tables, err := tablesOf(file)
		if err != nil {
			t.Fatal(err)
		}
		if sum(file) != 0xB1B0AFBA {
			t.Fatal("the sum of the file is wrong")
		}
		part := &Face{tables: tables}
		for i, g := range glyphs {
			if !bytes.Equal(drawn(part, uint16(i), 0), drawn(whole, g, 0)) {
				t.Fatalf("glyph %d is drawn otherwise", g)
			}
			if part.metric(uint16(i)) != whole.metric(g) {
				t.Fatalf("glyph %d has another width", g)
			}
		}
	})
}

func TestSubset_holdsCompositeGlyphs(t *testing.T) {
	f, composite := faceOf(t), 0
	for _, r := range "ẮỆỘỮẴ" {
		glyph, _ := f.glyph(r)
		if outline := f.outline(glyph); len(outline) > 10 && int16(binary.BigEndian.Uint16(outline)) < 0 {
			composite++
		}
	}
	if composite == 0 {
		t.Error("no letter of Vietnamese is composed of others: the test above says nothing of parts")
	}
}

func TestNewFace_refusesWhatIsNoFace(t *testing.T) {
	file, err := os.ReadFile("../document/font/LiberationSerif-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for name, bytes := range map[string][]byte{"nothing": nil, "text": []byte("Liberation Serif"), "cut short": file[:len(file)/2]} {
		if _, err := NewFace(bytes); err == nil {
			t.Errorf("%s is taken for a face", name)
		}
	}
}

func TestWidth_isInThousandthsOfTheSize(t *testing.T) {
	f := faceOf(t)
	for r, want := range map[rune]int{'i': 278, 'M': 889, 'ệ': 444, ' ': 250, '…': 1000} {
		if got := f.Width(r); got != want {
			t.Errorf("%c is %d wide, want %d", r, got, want)
		}
	}
}
