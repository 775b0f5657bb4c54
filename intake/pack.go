package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"thidua/refusal"
)

// pack is an Office package whose parts are found by name.
type pack struct {
	parts map[string]*zip.File
}

// relation is where a part points.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

const brokenFile = "Tệp bị hỏng hoặc bị cắt giữa chừng: hãy mở lại bằng Excel hoặc Word, lưu lại rồi nạp."

// newPack refuses a package that would fetch something from elsewhere: links in
// the text are only text and may stay.
func newPack(file []byte) (*pack, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, refuse(brokenFile)
	}
	p := &pack{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		name := strings.ToLower(f.Name)
		p.parts[name] = f
		if strings.Contains(name, "externallink") {
			return nil, linksOut()
		}
	}
	for name := range p.parts {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		links, err := p.relations(name)
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			if strings.EqualFold(l.Mode, "External") && !strings.HasSuffix(l.Type, "/hyperlink") {
				return nil, linksOut()
			}
		}
	}
	return p, nil
}

func linksOut() error {
	return refuse("Tệp có liên kết lấy dữ liệu từ tệp khác hoặc từ mạng: hãy ngắt liên kết (Dữ liệu → Chỉnh sửa liên kết → Ngắt liên kết), lưu lại rồi nạp.")
}

func (p *pack) relations(name string) (map[string]relation, error) {
	var table struct {
		All []relation `xml:"Relationship"`
	}
	if err := p.decode(name, &table); err != nil {
		return nil, err
	}
	links := map[string]relation{}
	for _, l := range table.All {
		links[l.ID] = l
	}
	return links, nil
}

// decode reads a whole part; one that is not there leaves into as it is.
func (p *pack) decode(name string, into any) error {
	return p.stream(name, func(d *xml.Decoder) error {
		err := d.Decode(into)
		if errors.Is(err, io.EOF) {
			return nil
		}
		return err
	})
}

// stream reads a part as it unfolds.
func (p *pack) stream(name string, read func(*xml.Decoder) error) error {
	f := p.parts[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	if f.UncompressedSize64 > maxUnpacked {
		return tooBig()
	}
	r, err := f.Open()
	if err != nil {
		return refuse(brokenFile)
	}
	defer r.Close()
	err = read(xml.NewDecoder(&limited{r, maxUnpacked}))
	if err == nil || refusal.Of(err) != nil {
		return err
	}
	return refuse(brokenFile)
}

// target is the part that a relation of a part in folder names.
func target(folder string, l relation) string {
	if whole, absolute := strings.CutPrefix(l.Target, "/"); absolute {
		return whole
	}
	return path.Join(folder, l.Target)
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reports whether an attribute says yes as Office writes it.
func on(value string) bool { return value == "1" || value == "true" || value == "on" }
