package signature

import (
	"strconv"
	"strings"

	"thidua/document"
)

// sheet is a page of a PDF as one sees it. Lengths are millimetres.
type sheet struct {
	id            int
	page          dict
	left, top     float64 // of its upper left corner, in the file's points
	width, height float64
	turned        bool // it is shown turned round, or in another unit
}

const (
	mostPages   = 5000
	mmOfPoint   = 25.4 / 72
	pointsOfMM  = 72 / 25.4
	deepestTree = 64
)

// sheets are the pages of the file in their order, with what they have from the branches
// above them (ISO 32000-1, 7.7.3.4).
func (d *pdf) sheets(root dict) ([]sheet, error) {
	var all []sheet
	seen := map[int]bool{} // a tree that meets itself has no end, or very many ways
	var walk func(ref string, above dict, depth int) bool
	walk = func(ref string, above dict, depth int) bool {
		id, node, ok := d.dictOf(ref)
		if !ok || seen[id] || depth > deepestTree || len(all) > mostPages {
			return false
		}
		seen[id] = true
		inherited := append(dict{}, above...)
		for _, key := range []string{"MediaBox", "CropBox", "Rotate", "UserUnit"} {
			if v := node.get(key); v != "" {
				inherited.set(key, v)
			}
		}
		if node.get("Type") == "/Page" {
			s, ok := sheetOf(d, id, node, inherited)
			all = append(all, s)
			return ok
		}
		kids, ok := d.references(node.get("Kids"))
		for _, kid := range kids {
			if !walk(kid, inherited, depth+1) {
				return false
			}
		}
		return ok
	}
	if !walk(root.get("Pages"), nil, 0) || len(all) == 0 {
		return nil, unsuited("không đọc được các trang.")
	}
	return all, nil
}

// value is what stands here or in an object of its own.
func (d *pdf) value(written string) string {
	if _, body, ok := d.object(written); ok {
		return string(body)
	}
	return written
}

func sheetOf(d *pdf, id int, page, inherited dict) (sheet, bool) {
	written := inherited.get("CropBox")
	if written == "" {
		written = inherited.get("MediaBox")
	}
	corners, ok := rectangle(d.value(written))
	s := sheet{id: id, page: page, left: corners[0], top: corners[3], width: (corners[2] - corners[0]) * mmOfPoint, height: (corners[3] - corners[1]) * mmOfPoint}
	rotate, unit := d.value(inherited.get("Rotate")), d.value(inherited.get("UserUnit"))
	s.turned = rotate != "" && rotate != "0" || unit != "" && unit != "1" && unit != "1.0"
	return s, ok && s.width > 0 && s.height > 0
}

// rectangle reads four numbers, lower left and upper right.
func rectangle(written string) (corners [4]float64, ok bool) {
	words := strings.Fields(strings.Trim(written, "[] \r\n\t"))
	if len(words) != 4 {
		return corners, false
	}
	for i, w := range words {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil || v < -1e6 || v > 1e6 {
			return corners, false
		}
		corners[i] = v
	}
	if corners[0] > corners[2] {
		corners[0], corners[2] = corners[2], corners[0]
	}
	if corners[1] > corners[3] {
		corners[1], corners[3] = corners[3], corners[1]
	}
	return corners, true
}

// rect is a place on the page as the file writes it.
func (s sheet) rect(b box) string {
	point := func(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
	left, top := s.left+b.left*pointsOfMM, s.top-b.top*pointsOfMM
	return "[" + point(left) + " " + point(top-b.height*pointsOfMM) + " " + point(left+b.width*pointsOfMM) + " " + point(top) + "]"
}

// at is the place of a rectangle on the page.
func (s sheet) at(corners [4]float64) box {
	return box{left: (corners[0] - s.left) * mmOfPoint, top: (s.top - corners[3]) * mmOfPoint,
		width: (corners[2] - corners[0]) * mmOfPoint, height: (corners[3] - corners[1]) * mmOfPoint}
}

// lastShown is where the last signature stands that shows.
func (d *pdf) lastShown(all []sheet) (last box, found bool) {
	_, root, _ := d.dictOf(d.trailer.get("Root"))
	form, ok := d.dictIn(root.get("AcroForm"))
	if !ok {
		return box{}, false
	}
	number := make(map[int]int, len(all)) // of pages, by their objects
	for n, s := range all {
		number[s.id] = n + 1
	}
	fields, _ := d.references(form.get("Fields"))
	for _, ref := range fields {
		_, field, ok := d.dictOf(ref)
		corners, hasRect := rectangle(field.get("Rect"))
		if !ok || field.get("FT") != "/Sig" || !hasRect || corners[0] == corners[2] {
			continue
		}
		if id, _, _ := d.object(field.get("P")); number[id] > 0 {
			last, found = all[number[id]-1].at(corners), true
			last.page = number[id]
		}
	}
	return last, found
}

// spot is where the file says that one signs; x is the middle, y the upper edge.
func (d *pdf) spot(all []sheet) (page int, x, y float64, found bool) {
	_, root, _ := d.dictOf(d.trailer.get("Root"))
	named, ok := d.dictIn(root.get("Dests"))
	if !ok {
		return 0, 0, 0, false
	}
	words := strings.Fields(strings.Trim(d.value(named.get(document.SigningSpot)), "[] \r\n\t"))
	if len(words) < 6 || words[3] != "/XYZ" {
		return 0, 0, 0, false
	}
	id, err := strconv.Atoi(words[0])
	left, errX := strconv.ParseFloat(words[4], 64)
	upper, errY := strconv.ParseFloat(words[5], 64)
	for n, s := range all {
		if err == nil && errX == nil && errY == nil && s.id == id {
			return n + 1, (left - s.left) * mmOfPoint, (s.top - upper) * mmOfPoint, true
		}
	}
	return 0, 0, 0, false
}
