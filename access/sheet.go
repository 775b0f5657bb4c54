package access

// The steps by which a unit fills in its own sheet, as the journal names them;
// who may take them is the row of SelfScore. ReopenSheet has a row of its own.
const (
	FillSheet   Act = "fill_sheet"
	RecallSheet Act = "recall_sheet"
	ReopenSheet Act = "reopen_sheet"
)
