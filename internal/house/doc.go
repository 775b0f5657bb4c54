// Package house holds the house to its own rules: which room may use which,
// one comment that opens every room, no leftovers of the workshop in any file,
// and a database engine built from parts that fit. It holds tests only.
package house
