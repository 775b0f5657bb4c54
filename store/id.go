package store

import "github.com/oklog/ulid/v2"

// NewID returns a new identifier: 26 characters that sort by time of making.
func NewID() string { return ulid.Make().String() }
