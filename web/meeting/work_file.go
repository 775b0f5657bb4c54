package meeting

import (
	"bytes"
	"context"
	"io"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/meeting"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	webpaper "thidua/web/paper"
	"thidua/web/work"
	"thidua/yearbook"
)

// file is a text of the conference, to be kept by its reader.
type file struct {
	name string
	body []byte
}

// FileName is the name under which readers keep it.
func (f file) FileName() string { return f.name }

// Write writes the file.
func (f file) Write(w io.Writer) error {
	_, err := io.Copy(w, bytes.NewReader(f.body))
	return err
}

// Render is never reached: the desk sends the file instead.
func (f file) Render(_ context.Context, w io.Writer) error { return f.Write(w) }

// drafts are the papers drawn up anew whenever they are asked for.
var drafts = map[string]paper.Kind{"giay-moi": paper.Invitation, "chuong-trinh": paper.Agenda}

var errNoFile = refusal.New(refusal.NotFound, "Không có văn bản này.")

// readFile is a paper of the conference as a file: the invitation and the
// agenda as drafts, the minutes as they stand.
func readFile(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	m, v, err := minutesOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	name, form, _ := strings.Cut(v.Asked("file"), ".")
	document, err := m.document(name)
	if err != nil {
		return nil, err
	}
	if form == "txt" && document != nil && document.Frozen != "" {
		return file{name + ".txt", []byte(document.Frozen)}, nil
	}
	y, err := yearbook.Load(ctx, tx, v.Season)
	if err != nil {
		return nil, err
	}
	p, err := composed(y, m.Conference, document, name)
	if err != nil {
		return nil, err
	}
	return webpaper.Taken(ctx, tx, v, v.Season.Cluster, p, called(document, name), form)
}

// document is the minutes that the name asks for, nil for another paper; a
// draft that its reader may not see yet is not there.
func (m minutesView) document(name string) (*meeting.Minutes, error) {
	number, minutes := strings.CutPrefix(name, "bien-ban-")
	if !minutes {
		return nil, nil
	}
	for _, x := range append(m.signed, m.now) {
		shown := x.Number != m.now.Number || m.visible
		if x.Number > 0 && strconv.Itoa(x.Number) == number && shown {
			return &x, nil
		}
	}
	return nil, errNoFile
}

func composed(y yearbook.Year, c meeting.Conference, m *meeting.Minutes, name string) (paper.Paper, error) {
	if m != nil {
		return paper.DeskMinutes(y, *m)
	}
	return paper.OfConference(y, drafts[name], c.ID)
}

// called tells from the name what is still a draft.
func called(m *meeting.Minutes, name string) string {
	if m != nil && len(m.Signatures) == 2 {
		return name
	}
	return "du-thao-" + name
}
