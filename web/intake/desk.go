// Package intake sets the pages by which a list of nominees that an office has
// goes in as it is: the file is read, its columns and rows are shown and put
// right in place, and all of them become nominations at once.
package intake

import (
	"thidua/access"
	"thidua/intake"
	"thidua/web/ui"
	"thidua/web/work"
)

// The addresses of the pages.
const (
	uploadPath  = "/lam/{slug}/nap-de-nghi"
	previewPath = uploadPath + "/{tep}"
)

// Desk are the working pages of lists that come in.
var Desk = []work.Page{
	{Path: uploadPath, Title: uploadTitle, Who: nominators(), Read: uploadPage},
	{Path: previewPath, Title: ui.Words{Vietnamese: "Xem danh sách trước khi ghi", English: "Before the list is recorded"}, Who: nominators(), Read: previewPage,
		Acts: map[string]work.Act{"bang": choose, "cot": mapColumns, "sua": mend, "thay": replace, "bo": leaveOut, "lay": takeIn, "ghi": record, "huy": giveUp}},
}

// Raw is where a file is sent: it is read before the records are touched, for an
// old one takes seconds.
var Raw = []work.Raw{{Pattern: "POST " + uploadPath + "/xem", Serve: receive}}

var uploadTitle = ui.Words{Vietnamese: "Nạp danh sách đề nghị khen thưởng", English: "Bring a list of nominees"}

// nominators are those who may nominate.
func nominators() []access.Role {
	rule, _ := access.Of(access.Nominate)
	return rule.Roles
}

// longestFile bounds what is sent: the file and the form around it, in bytes.
const longestFile = intake.MaxSize + 64<<10
