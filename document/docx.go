package document

import (
	"archive/zip"
	"fmt"
	"io"
	"time"
)

// part is one file of the package.
type part struct{ name, content string }

// WriteDOCX writes the paper as an Office Open XML file (ISO/IEC 29500) for Word and LibreOffice, set in
// Times New Roman by name. The same Doc gives the same bytes. It fails for a Doc that cannot be set, with
// nothing written, or when w fails.
func WriteDOCX(w io.Writer, d *Doc) error {
	s, err := typeset(d)
	if err != nil {
		return err
	}
	archive := zip.NewWriter(w)
	for _, p := range docxParts(s) {
		header := &zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: zipTime(s.created)}
		file, err := archive.CreateHeader(header)
		if err != nil {
			return fmt.Errorf("document: %s: %w", p.name, err)
		}
		if _, err := io.WriteString(file, xmlHead+p.content); err != nil {
			return fmt.Errorf("document: %s: %w", p.name, err)
		}
	}
	return archive.Close()
}

// zipTime is the time of the entries; the format knows none before 1980.
func zipTime(t time.Time) time.Time {
	if t.Year() < 1980 {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace    = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	officeRel    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRel   = "http://schemas.openxmlformats.org/package/2006/relationships/"
	wordType     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relsSpace    = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesSpace   = "http://schemas.openxmlformats.org/package/2006/content-types"
	coreSpaces   = `xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`
	settingsBody = `<w:settings ` + wordSpace + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="vi-VN"/></w:settings>`
)

// docxParts are the files of the package, in the order they are stored.
func docxParts(s *sheet) []part {
	margins := marginParts(s)
	types := `<Types xmlns="` + typesSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
		override("/word/document.xml", wordType+"document.main+xml") +
		override("/word/styles.xml", wordType+"styles+xml") +
		override("/word/settings.xml", wordType+"settings+xml")
	links := relation("styles", officeRel+"styles", "styles.xml") + relation("settings", officeRel+"settings", "settings.xml")
	for _, m := range margins {
		types += override("/word/"+m.file(), wordType+m.kind+"+xml")
		links += relation(m.id(), officeRel+m.kind, m.file())
	}
	parts := []part{
		{"[Content_Types].xml", types + `</Types>`},
		{"_rels/.rels", relations(relation("document", officeRel+"officeDocument", "word/document.xml") +
			relation("core", packageRel+"metadata/core-properties", "docProps/core.xml"))},
		{"docProps/core.xml", coreProperties(s)},
		{"word/document.xml", documentXML(s, margins)},
		{"word/_rels/document.xml.rels", relations(links)},
		{"word/styles.xml", stylesXML()},
		{"word/settings.xml", settingsBody},
	}
	for _, m := range margins {
		parts = append(parts, part{"word/" + m.file(), m.content})
	}
	return parts
}

func override(name, contentType string) string {
	return `<Override PartName="` + name + `" ContentType="` + contentType + `"/>`
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
}

func relations(links string) string {
	return `<Relationships xmlns="` + relsSpace + `">` + links + `</Relationships>`
}

func coreProperties(s *sheet) string {
	stamp := s.created.Format(time.RFC3339)
	return `<cp:coreProperties ` + coreSpaces + `><dc:title>` + escape(s.title) + `</dc:title><dc:subject>` + escape(s.subject) +
		`</dc:subject><dc:creator>` + escape(s.author) + `</dc:creator><cp:keywords>` + escape(s.kind) + `</cp:keywords><dc:language>vi-VN</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + stamp +
		`</dcterms:modified></cp:coreProperties>`
}
