// Package oldfont reads Vietnamese that was typed before Unicode: texts whose
// letters only look right in a font of their own (.VnTime, VNI-Times), and
// Unicode whose accents stand apart. Everything comes out as the one form in
// which we keep text.
package oldfont

import "strings"

// Encoding is how the letters of a text are written.
type Encoding string

// The encodings. TCVN3 is the single-byte table of TCVN 5712:1993 (VN3), used
// by the ABC fonts; VNI writes a mark after the letter it belongs to; Symbol is
// the font of that name, which has signs where others have letters.
const (
	Unicode Encoding = "Unicode"
	TCVN3   Encoding = "TCVN3"
	VNI     Encoding = "VNI"
	Symbol  Encoding = "Symbol"
)

// Font is what the name of a font tells of the text set in it. Capitals means
// that it draws every letter as a capital, so that the case is nowhere in the
// text (.VnTimeH).
type Font struct {
	Encoding Encoding
	Capitals bool
}

// FontOf reads the name of a font. A name that is not one of the old families
// tells nothing, for people set old text in new fonts by mistake; known is
// false then.
func FontOf(name string) (f Font, known bool) {
	name = strings.TrimSpace(name)
	small := strings.ToLower(name)
	switch {
	case strings.HasPrefix(small, ".vn"):
		return Font{TCVN3, strings.HasSuffix(name, "H")}, true
	case small == "symbol":
		return Font{Symbol, false}, true
	case small == "vni" || strings.HasPrefix(small, "vni-") || strings.HasPrefix(small, "vni "):
		return Font{VNI, false}, true
	}
	return Font{}, false
}
