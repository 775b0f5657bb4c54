package web

// WorkPages and RawPages are every address of the working desk, for the tests
// that walk them all.
var (
	WorkPages = workPages
	RawPages  = rawPages
)
