package ui

import (
	"net/url"
	"strings"
)

// PathHere is the address if it is a page of this site, else the fallback: a
// form or link must not send its reader to another site.
func PathHere(address, fallback string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || u.Opaque != "" ||
		!strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.ContainsAny(address, "\\\r\n\t") {
		return fallback
	}
	back := url.URL{Path: u.Path, RawPath: u.RawPath, RawQuery: u.RawQuery}
	if strings.HasPrefix(back.EscapedPath(), "//") {
		return fallback
	}
	return back.String()
}
