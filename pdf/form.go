package pdf

import "fmt"

// Form is a drawing to be taken into a file that others wrote: objects numbered from a
// number that is free there (ISO 32000-1, 8.10).
type Form struct {
	ID      int         // of the form itself
	Objects []byte      // as a file writes them, one behind the other
	Places  map[int]int // where each object stands in them
	Next    int         // the first number that is still free
}

// NewForm draws a form of that size in millimetres; what is drawn has its upper left
// corner at 0, 0. Nothing in it is told to readers that do not see the page: who takes it
// in says what it is.
func NewForm(first int, width, height float64, draw func(*File)) Form {
	f := &File{offsets: make([]int, first)}
	id := f.reserve()
	f.page = &page{width: width, height: height, pen: Pen{Width: -1}}
	draw(f)
	p := f.page
	p.close()
	f.page = nil
	f.stream(id, fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Resources %s", number(width*pointsPerMM), number(height*pointsPerMM), f.resources()), p.content)
	form := Form{ID: id, Objects: f.out.Bytes(), Places: map[int]int{}, Next: len(f.offsets)}
	for i, at := range f.offsets[first:] {
		form.Places[first+i] = at
	}
	return form
}
