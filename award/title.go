package award

// Code is a title's code in the rulebook.
type Code = string

// Recipient is to whom awards are given.
type Recipient = string

// The recipients of awards: cá nhân, tập thể, hộ gia đình.
const (
	Individual Recipient = "individual"
	Collective Recipient = "collective"
	Household  Recipient = "household"
)
