package account

// Hashes is how many passwords were hashed until now.
func Hashes() int64 { return hashes.Load() }

// OwnLetters is how many letters of a password are its owner's own.
func OwnLetters(password string) int { return own(password) }
