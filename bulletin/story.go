// Package bulletin is what the public reads of a cluster's year: one news
// report, written from the records and from nothing else.
package bulletin

// Story is the year's news report. Every run of it says which record it comes
// from and whether that record has a source.
type Story struct {
	Headline string    `json:"headline"`
	Lead     Line      `json:"lead"`
	Sections []Section `json:"sections"`
	Photos   []Line    `json:"photos,omitempty"`  // captions
	Sources  []string  `json:"sources,omitempty"` // where the year's facts were read
	// Sample: the whole year is a made-up example.
	Sample bool `json:"illustrative,omitempty"`
}

// Section is a part of the report: its paragraphs, then its list.
type Section struct {
	Heading    string `json:"heading"`
	Paragraphs []Line `json:"paragraphs,omitempty"`
	List       []Line `json:"list,omitempty"`
}

// Line is a paragraph or a line of a list.
type Line []Run

// Run is a piece of text from one record.
type Run struct {
	Text   string `json:"text"`
	Sample bool   `json:"illustrative,omitempty"` // not from a source: số liệu minh họa
	Origin string `json:"origin"`                 // kind and id of the record, "conference:01J…"
}

// Text is the line without its marks.
func (l Line) Text() (text string) {
	for _, r := range l {
		text += r.Text
	}
	return text
}

// Text is the whole report without its marks, a line for each paragraph.
func (s Story) Text() string {
	text := s.Headline + "\n" + s.Lead.Text() + "\n"
	for _, part := range s.Sections {
		text += part.Heading + "\n"
		for _, l := range append(append([]Line{}, part.Paragraphs...), part.List...) {
			text += l.Text() + "\n"
		}
	}
	for _, l := range s.Photos {
		text += l.Text() + "\n"
	}
	return text
}
