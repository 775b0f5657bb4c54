package evidence

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"thidua/refusal"
)

// Bounds of an office file, far above what offices make and below what a
// compressed bomb needs.
const (
	maxParts    = 4000
	maxUnpacked = 300 << 20 // bytes
	maxRatio    = 200       // of a part over 1 MB
	maxTypes    = 1 << 20   // bytes of its table of contents
)

// mains are the content types of the part that makes a package a document
// (ECMA-376 part 1).
var mains = map[string]Format{
	openXML + "wordprocessingml.document.main+xml":   DOCX,
	openXML + "spreadsheetml.sheet.main+xml":         XLSX,
	openXML + "presentationml.presentation.main+xml": PPTX,
}

// active are pieces of the names and content types of parts that run something.
var active = []string{"vbaproject", "vbadata", "macroenabled", "macrosheet", "activex", "oleobject"}

const (
	broken    = "Tệp Office bị hỏng: hãy mở lại, lưu lại rồi tải lên."
	withMacro = "Tệp Office có macro hoặc đối tượng nhúng chạy được: hãy lưu thành .docx, .xlsx không macro, hoặc PDF."
	bomb      = "Tệp nén quá mức bình thường của một tài liệu: không được nhận."
)

// sniffOffice tells which office document a zip package is. It reads the list
// of parts and the table of their types; it unpacks nothing else.
func sniffOffice(r io.ReaderAt, size int64) (Format, error) {
	pack, err := zip.NewReader(r, size)
	if err != nil {
		return "", refusal.Field("tep", broken)
	}
	if reason := checkParts(pack.File, size); reason != "" {
		return "", refusal.Field("tep", reason)
	}
	types, there := find(pack.File, "[Content_Types].xml")
	if !there {
		return "", refusal.Field("tep", archive)
	}
	format, reason := readTypes(types, pack.File)
	if reason != "" {
		return "", refusal.Field("tep", reason)
	}
	return format, nil
}

// checkParts says what is wrong with a package's parts; empty when nothing is.
func checkParts(parts []*zip.File, size int64) string {
	if len(parts) > maxParts {
		return bomb
	}
	var packed, unpacked uint64
	seen := map[string]bool{}
	for _, p := range parts {
		packed, unpacked = packed+p.CompressedSize64, unpacked+p.UncompressedSize64
		name := strings.ToLower(p.Name)
		switch {
		case p.CompressedSize64 > uint64(size), p.UncompressedSize64 > maxUnpacked, unpacked > maxUnpacked,
			p.UncompressedSize64 > 1<<20 && p.UncompressedSize64/maxRatio > p.CompressedSize64:
			return bomb
		case seen[name], p.Flags&1 != 0, p.Method != zip.Store && p.Method != zip.Deflate, !plainName(p.Name):
			return broken
		case runs(name):
			return withMacro
		}
		seen[name] = true
	}
	if packed > uint64(size) {
		return bomb // parts that lie over one another
	}
	return ""
}

func plainName(name string) bool {
	return name != "" && !strings.HasPrefix(name, "/") && !strings.ContainsAny(name, "\\:\x00") && !strings.Contains("/"+name+"/", "/../")
}

// runs reports whether a part of that name, in small letters, runs something:
// a macro, or an object of another program.
func runs(name string) bool {
	ending := strings.TrimPrefix(path.Ext(name), ".")
	if runnable[ending] || ending == "bin" && strings.Contains(name, "/embeddings/") {
		return true
	}
	return isActive(name)
}

func isActive(words string) bool {
	for _, word := range active {
		if strings.Contains(strings.ToLower(words), word) {
			return true
		}
	}
	return false
}

func find(parts []*zip.File, name string) (*zip.File, bool) {
	for _, p := range parts {
		if p.Name == name {
			return p, true
		}
	}
	return nil, false
}

// contentTypes is the package's table of contents.
type contentTypes struct {
	Defaults []struct {
		ContentType string `xml:"ContentType,attr"`
	} `xml:"Default"`
	Overrides []struct {
		PartName    string `xml:"PartName,attr"`
		ContentType string `xml:"ContentType,attr"`
	} `xml:"Override"`
}

// readTypes finds the one main part that the table names and the package holds.
func readTypes(file *zip.File, parts []*zip.File) (format Format, reason string) {
	var types contentTypes
	if err := unpack(file, &types); err != nil {
		return "", broken
	}
	for _, d := range types.Defaults {
		if isActive(d.ContentType) {
			return "", withMacro
		}
	}
	for _, o := range types.Overrides {
		if isActive(o.ContentType) {
			return "", withMacro
		}
		found, main := mains[o.ContentType]
		if !main {
			continue
		}
		if _, there := find(parts, strings.TrimPrefix(o.PartName, "/")); !there || format != "" {
			return "", broken
		}
		format = found
	}
	if format == "" {
		return "", archive
	}
	return format, ""
}

func unpack(file *zip.File, into any) error {
	if file.UncompressedSize64 > maxTypes {
		return fmt.Errorf("evidence: %d bytes of content types", file.UncompressedSize64)
	}
	r, err := file.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(io.LimitReader(r, maxTypes)).Decode(into)
}
