package testkit

import (
	"net/url"
	"os"
)

// addressOf is the test server's address with another database's name.
func addressOf(database string) (string, error) {
	u, err := url.Parse(os.Getenv("THIDUA_TEST_POSTGRES"))
	if err != nil {
		return "", err
	}
	u.Path = "/" + database
	return u.String(), nil
}
