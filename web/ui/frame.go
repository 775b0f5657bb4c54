package ui

import "strings"

// tab is the title in the browser's tab, the page's own name first.
func (f Frame) tab() string {
	parts := []string{f.Title}
	if f.Of != "" {
		parts = append(parts, f.Of)
	}
	return strings.Join(append(parts, "Thi Đua"), " · ")
}
