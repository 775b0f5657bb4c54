package movement

import (
	"thidua/access"
	"thidua/web/ui"
	"thidua/web/work"
)

func words(vietnamese, english string) ui.Words {
	return ui.Words{Vietnamese: vietnamese, English: english}
}

// Desk are the working pages of the year's movements.
var Desk = []work.Page{
	{Path: "/lam/{slug}/phong-trao", Title: words("Phong trào thi đua", "Movements"), Read: deskList},
	{Path: "/lam/{slug}/phong-trao/phat-dong", Title: words("Phát động phong trào", "Launch a movement"), Who: launchers, Read: launchPage,
		Acts: map[string]work.Act{"phat-dong": launch}},
	{Path: "/lam/{slug}/phong-trao/{id}", Title: words("Phong trào thi đua", "Movement"), Read: deskOne,
		Acts: map[string]work.Act{"huong-ung": respond, "so-ket": review, "ket-qua": stateResults}},
}

var launchers = []access.Role{access.ClusterHead, access.StandingBody}
