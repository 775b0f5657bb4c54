// Package static holds the one style sheet, the icon and the script that pages
// are dressed in, each at an address that changes with its content.
package static

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed thidua.css icon.svg thidua.js passkey.js
var files embed.FS

// file is one file with the address it is served at.
type file struct {
	address string
	kind    string
	body    []byte
}

var byName = load("thidua.css", "icon.svg", "thidua.js", "passkey.js")

func load(names ...string) map[string]file {
	all := make(map[string]file, len(names))
	for _, name := range names {
		body, err := files.ReadFile(name)
		if err != nil {
			panic(err) // the name is not embedded: a fault of the program
		}
		all[name] = file{address(name, body), mime.TypeByExtension(path.Ext(name)), body}
	}
	return all
}

// address puts the content's hash into the name: "/static/thidua.1f2e3d4c5b6a.css".
func address(name string, body []byte) string {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	return fmt.Sprintf("/static/%s.%s%s", strings.TrimSuffix(name, ext), hex.EncodeToString(sum[:6]), ext)
}

// Address is where a file is served; it panics on a name that is not here.
func Address(name string) string {
	f, ok := byName[name]
	if !ok {
		panic("static: no file " + name)
	}
	return f.address
}

// Routes adds a route for every file. What stands at an address never changes,
// so browsers may keep it for a year.
func Routes(mux *http.ServeMux) {
	for _, f := range byName {
		mux.HandleFunc("GET "+f.address, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", f.kind)
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			_, _ = w.Write(f.body)
		})
	}
}
