package bundle

import (
	"fmt"
	"strings"

	"thidua/vi"
)

// maxStem is how long a speaking name may be, without number and ending: short
// enough for a folder within a folder on any machine.
const maxStem = 80

// Name is a file's name in a package: its number, what it is, and the ending,
// in small ASCII letters that every machine and every zip program keeps. The
// number keeps it from being a word that a machine reserves; nothing in it can
// lead to another folder.
func Name(number int, title, ending string) string {
	name := fmt.Sprintf("%02d", number)
	if s := plain(title); s != "" {
		name += "-" + s
	}
	if e := strings.ReplaceAll(plain(ending), "-", ""); e != "" {
		name += "." + e[:min(len(e), 5)]
	}
	return name
}

// Folder is the name of a dossier's folder in a package of many.
func Folder(number int, title string) string {
	if s := plain(title); s != "" {
		return fmt.Sprintf("%04d-%s", number, s)
	}
	return fmt.Sprintf("%04d", number)
}

// plain is the text in small ASCII letters and figures, its words joined by
// hyphens.
func plain(text string) string {
	var b strings.Builder
	for _, r := range vi.Fold(strings.ToValidUTF8(text, " ")) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= maxStem {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// stem is the file's name without its ending.
func stem(file string) string {
	if at := strings.LastIndexByte(file, '.'); at > 0 {
		return file[:at]
	}
	return file
}
