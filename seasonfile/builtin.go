package seasonfile

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed builtin/*.yaml
var builtin embed.FS

// Demo is the name of the built-in year that the demo shows: the meeting this
// program starts from.
const Demo = "duong7-2014"

// Builtin returns the text of a built-in season file, and whether there is one
// of that name.
func Builtin(name string) ([]byte, bool) {
	raw, err := builtin.ReadFile("builtin/" + name + ".yaml")
	return raw, err == nil
}

// Builtins lists the names of the built-in season files.
func Builtins() (names []string) {
	entries, err := fs.ReadDir(builtin, "builtin")
	if err != nil {
		return nil
	}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}
