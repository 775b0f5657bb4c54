package work

import (
	"errors"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"

	"thidua/refusal"
)

// longestForm bounds a form without files, in bytes.
const longestForm = 256 << 10

// Form is what was typed, and why it was refused. The zero Form is a page that
// was only opened.
type Form struct {
	Refusals []*refusal.Error
	values   url.Values
	files    map[string][]*multipart.FileHeader
}

// Posted reports whether anything was sent.
func (f Form) Posted() bool { return f.values != nil }

// Get is the field as typed; empty when it was not sent.
func (f Form) Get(name string) string { return f.values.Get(name) }

// All is every value of the field, as typed.
func (f Form) All(name string) []string { return f.values[name] }

// Has reports whether the field was sent at all, as a ticked box is.
func (f Form) Has(name string) bool { return f.values.Has(name) }

// Value is what was typed, else what is on record.
func (f Form) Value(name, recorded string) string {
	if f.values.Has(name) {
		return f.values.Get(name)
	}
	return recorded
}

// With is the form with other values in place of those sent, for an act that
// another page's form stands for.
func (f Form) With(values url.Values) Form { return Form{Refusals: f.Refusals, values: values} }

// Names are the names of all fields that were sent.
func (f Form) Names() (names []string) {
	for name := range f.values {
		names = append(names, name)
	}
	return names
}

// Err is the sentence beside the field; empty when nothing is wrong with it.
func (f Form) Err(name string) string {
	for _, e := range f.Refusals {
		if e.Field == name {
			return e.Sentence
		}
	}
	return ""
}

// Files are the files that were sent under the name, empty choices left out.
func (f Form) Files(name string) (all []*multipart.FileHeader) {
	for _, h := range f.files[name] {
		if h.Filename != "" || h.Size > 0 {
			all = append(all, h)
		}
	}
	return all
}

// File opens the only file of the name; http.ErrMissingFile when none was sent.
func (f Form) File(name string) (multipart.File, *multipart.FileHeader, error) {
	all := f.Files(name)
	if len(all) == 0 {
		return nil, nil, http.ErrMissingFile
	}
	file, err := all[0].Open()
	return file, all[0], err
}

// formOf reads the request's form. Letters that no database takes are dropped,
// and every end of line is one "\n".
func formOf(w http.ResponseWriter, r *http.Request, files int64) (Form, error) {
	var err error
	if files > 0 && strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/") {
		r.Body = http.MaxBytesReader(w, r.Body, files+longestForm)
		err = r.ParseMultipartForm(1 << 20)
	} else {
		r.Body = http.MaxBytesReader(w, r.Body, longestForm)
		err = r.ParseForm()
	}
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		return Form{values: url.Values{}}, refusal.New(refusal.Invalid, "Nội dung gửi lên dài quá mức cho phép.")
	case err != nil:
		return Form{values: url.Values{}}, refusal.New(refusal.Invalid, "Không đọc được nội dung gửi lên.")
	}
	f := Form{values: url.Values{}}
	for name, values := range r.PostForm {
		for _, v := range values {
			f.values.Add(clean(name), clean(v))
		}
	}
	if r.MultipartForm != nil {
		f.files = r.MultipartForm.File
	}
	return f, nil
}

// clean makes a text fit for both engines.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return oneLineEnd.Replace(s)
}

var oneLineEnd = strings.NewReplacer("\x00", "", "\r\n", "\n", "\r", "\n")
