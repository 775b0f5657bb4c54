package document

import "fmt"

// check refuses a Doc that cannot be set: an unknown layout, more than three signatures, a table whose cells
// do not fill its columns.
func check(d *Doc) error {
	if _, known := layouts[d.Layout]; !known {
		return fmt.Errorf("document: unknown layout %d", d.Layout)
	}
	if _, known := stampWidths[d.Urgency]; !known && d.Urgency != "" {
		return fmt.Errorf("document: unknown urgency %q", d.Urgency)
	}
	if len(d.Signatures) > 3 {
		return fmt.Errorf("document: %d signatures, at most 3 stand side by side", len(d.Signatures))
	}
	for i, b := range d.Body {
		switch b := b.(type) {
		case Paragraph, LegalBases, Bullet, PageBreak, Appendix:
		case Heading:
			if b.Level < 1 || b.Level > 3 {
				return fmt.Errorf("document: block %d: heading of level %d, want 1 to 3", i+1, b.Level)
			}
		case Table:
			if err := checkTable(b); err != nil {
				return fmt.Errorf("document: block %d: %w", i+1, err)
			}
		default:
			return fmt.Errorf("document: block %d: cannot set a %T", i+1, b)
		}
	}
	return nil
}

func checkTable(t Table) error {
	if len(t.Columns) == 0 || len(t.Head)+len(t.Rows) == 0 {
		return fmt.Errorf("table without columns or rows")
	}
	for i, c := range t.Columns {
		if !(c.Width > 0) {
			return fmt.Errorf("table column %d: width %v, want above 0", i+1, c.Width)
		}
	}
	if _, ok := placeCells(t.Head, len(t.Columns)); !ok {
		return fmt.Errorf("table head: cells do not fill %d columns", len(t.Columns))
	}
	for i, row := range t.Rows {
		if _, ok := placeCells([][]Cell{row}, len(t.Columns)); !ok {
			return fmt.Errorf("table row %d: cells do not fill %d columns", i+1, len(t.Columns))
		}
	}
	return nil
}
