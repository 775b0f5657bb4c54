package certificate

import (
	"math"
	"strconv"
	"strings"

	"thidua/award"
	"thidua/vi"
)

// Length is a length in tenths of a millimetre, the finest that a printer's
// paper feed holds.
type Length int

// MM is the length in millimetres.
func (l Length) MM() float64 { return float64(l) / 10 }

// String is the length in millimetres as people here write it: "12,5".
func (l Length) String() string {
	sign := ""
	if l < 0 {
		sign, l = "-", -l
	}
	s := sign + strconv.Itoa(int(l/10))
	if l%10 != 0 {
		s += "," + strconv.Itoa(int(l%10))
	}
	return s
}

// ParseLength reads millimetres with at most one decimal, comma or point.
func ParseLength(s string) (Length, bool) {
	mm, err := strconv.ParseFloat(strings.ReplaceAll(vi.Clean(s), ",", "."), 64)
	tenths := math.Round(mm * 10)
	if err != nil || math.IsNaN(mm) || math.Abs(tenths) > longest || math.Abs(mm*10-tenths) > 1e-6 {
		return 0, false
	}
	return Length(tenths), true
}

// longest bounds every length: ten metres, in tenths of a millimetre.
const longest = 100000

// Align is how a text stands in its width.
type Align string

// The ways.
const (
	Left   Align = "left"
	Centre Align = "centre"
	Right  Align = "right"
)

// Aligns are all ways in order.
var Aligns = []Align{Left, Centre, Right}

// Label is the way's Vietnamese name; "" for an unknown word.
func (a Align) Label() string {
	return map[Align]string{Left: "trái", Centre: "giữa", Right: "phải"}[a]
}

// Spot is where a field stands: its upper left corner from that of the page,
// the width it may take, and the size of its letters in points. Of the QR code
// the width is the side.
type Spot struct {
	Field Field  `json:"field"`
	On    bool   `json:"on"`
	X     Length `json:"x"`
	Y     Length `json:"y"`
	Width Length `json:"width"`
	Align Align  `json:"align"`
	Size  int    `json:"size"`
	Words string `json:"words,omitempty"` // of fields that have words of their own
}

// For is what a layout is for: a title given to a kind of recipient.
type For struct {
	Title award.Code
	Kind  award.Recipient
}

// Layout is where all fields stand on a blank.
type Layout struct {
	Version int
	Spots   []Spot
}

// Spot is the field's place; off where the layout does not have it.
func (l Layout) Spot(f Field) Spot {
	for _, s := range l.Spots {
		if s.Field == f {
			return s
		}
	}
	return Spot{Field: f, Width: 600, Align: Left, Size: 14}
}

// A4 landscape, the size of a giấy khen (NĐ 98/2023/NĐ-CP, article 104).
const (
	A4Width  Length = 2970
	A4Height Length = 2100
)

// Starting is the layout from which the places on a blank of that size are
// begun: the lines of article 104 of NĐ 98/2023/NĐ-CP in their order. The article
// is of giấy khen and of the certificate of chiến sĩ thi đua cơ sở on A4; on other
// sizes its proportions are kept. Fonts and sizes are the issuing body's choice,
// so are these.
func Starting(width, height Length) Layout {
	x := func(mm Length) Length { return mm * 10 * width / A4Width }
	y := func(mm Length) Length { return mm * 10 * height / A4Height }
	at := func(f Field, left, top, w Length, a Align, size int) Spot {
		return Spot{Field: f, On: f != Address, X: x(left), Y: y(top), Width: x(w), Align: a, Size: max(smallest, size*int(height)/int(A4Height))}
	}
	spots := []Spot{
		at(Country, 40, 42, 217, Centre, 15), at(Motto, 40, 50, 217, Centre, 14), at(Authority, 30, 63, 237, Centre, 20),
		at(Gives, 40, 75, 217, Centre, 16), at(Title, 30, 84, 237, Centre, 32), at(Address, 40, 100, 217, Centre, 16), at(Name, 40, 103, 217, Centre, 22),
		at(Post, 40, 120, 217, Centre, 15), at(Achievement, 35, 130, 227, Centre, 15), at(DecisionNo, 25, 164, 105, Left, 12), at(GoldenBook, 25, 176, 105, Left, 12),
		at(PlaceDay, 165, 150, 102, Centre, 14), at(SignerPost, 165, 157, 102, Centre, 14), at(Signer, 165, 185, 102, Centre, 15), at(CheckCode, 135, 164, 22, Left, 10),
	}
	for i := range spots {
		if spots[i].Field == CheckCode {
			spots[i].Width = min(x(22), y(22))
		}
	}
	return Layout{Spots: spots}
}
