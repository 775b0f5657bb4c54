package voting

import (
	"strconv"
	"time"

	"thidua/meeting"
	"thidua/store"
	"thidua/voting"
	"thidua/web/ui"
)

func required(f ui.Field) ui.Field { f.Required = true; return f }

func hinted(f ui.Field, hint string) ui.Field { f.Hint = hint; return f }

func narrow(f ui.Field) ui.Field { f.Narrow = true; return f }

func orCluster(b voting.Body) string {
	if b == "" {
		return string(voting.Cluster)
	}
	return string(b)
}

func orPaper(m voting.Method) string {
	if m == "" {
		return string(voting.Paper)
	}
	return string(m)
}

func roundOf(p voting.Poll) string { return strconv.Itoa(max(1, p.Round)) }

func thresholdOf(p voting.Poll) string {
	if !p.Threshold.Known() {
		return ""
	}
	return voting.ShareWords(p.Threshold)
}

// conferenceWords is a conference with its day.
func conferenceWords(c meeting.Conference) string {
	if c.Day.IsZero() {
		return c.Name()
	}
	return c.Name() + ", ngày " + c.Day.Short()
}

// vietnam is the time that clocks show here, the whole year.
var vietnam = time.FixedZone("", 7*60*60)

// clock is a moment as papers write it: "22/11/2014, 09 giờ 05".
func clock(t *store.Time) string {
	if t == nil {
		return ""
	}
	return t.In(vietnam).Format("02/01/2006, 15 giờ 04")
}
