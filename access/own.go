package access

// The acts of people on their own account, which need no role, and those of the
// administrator on others', as the journal names them.
const (
	SignIn         Act = "sign_in"
	ChangePassword Act = "change_password"
	ChangeSecond   Act = "change_second_factor"
	ChangePasskey  Act = "change_passkey"
	ChangeMail     Act = "change_mail"
	EndSession     Act = "end_session"
	SendLink       Act = "send_link"
	LockPerson     Act = "lock_person"
	UnlockPerson   Act = "unlock_person"
	HandOver       Act = "hand_over"
)
