package ui

import (
	"strings"

	"github.com/a-h/templ"
)

// Field is one field of a form: label above, hint under it, what is wrong
// beside it.
type Field struct {
	Name     string // as the act names it in refusals
	Label    string
	Hint     string
	Value    string
	Error    string
	Type     string // of an input: "text" unless said; "password", "date", "number", "file", "email"
	Required bool
	Rows     int              // of a text area; 4 unless said
	Narrow   bool             // for a number or a day
	Attrs    templ.Attributes // whatever else the element carries
}

// ID is the element's id, to which the summary of errors links.
func (f Field) ID() string { return FieldID(f.Name) }

// FieldID is the id of the field of that name.
func FieldID(name string) string { return "o-" + inIDs.Replace(name) }

// inIDs writes a field's name so that it can be part of an address.
var inIDs = strings.NewReplacer("[", "-", "]", "", ".", "-", ":", "-", "/", "-", " ", "-")

func (f Field) attrs() templ.Attributes {
	a := templ.Attributes{}
	for k, v := range f.Attrs {
		a[k] = v
	}
	var about []string
	if f.Hint != "" {
		about = append(about, f.ID()+"-h")
	}
	if f.Error != "" {
		about = append(about, f.ID()+"-e")
		a["aria-invalid"] = "true"
	}
	if len(about) > 0 {
		a["aria-describedby"] = strings.Join(about, " ")
	}
	if f.Required {
		a["required"] = true
	}
	return a
}

func (f Field) kind() string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

func (f Field) rows() int {
	if f.Rows == 0 {
		return 4
	}
	return f.Rows
}

// Option is one choice of a list.
type Option struct {
	Value, Label string
	Off          bool // cannot be chosen
}
