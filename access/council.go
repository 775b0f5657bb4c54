package access

// The acts of the council, of bonus money and of the fund.
const (
	EstablishCouncil Act = "establish_council"
	CallCouncil      Act = "call_council"
	KeepFund         Act = "keep_fund"
	PayBonus         Act = "pay_bonus"
)
