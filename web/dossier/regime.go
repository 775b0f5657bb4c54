package dossier

func regimeName(id string) string { return id }

func ticked(f interface{ All(string) []string }, name, value string) bool {
	for _, x := range f.All(name) {
		if x == value {
			return true
		}
	}
	return false
}
