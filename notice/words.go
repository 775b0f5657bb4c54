package notice

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"thidua/meeting"
	"thidua/todo"
	"thidua/voting"
)

// year says a sentence with the year's name in it.
func year(vietnamese, english string) func(matter) todo.Words {
	return func(m matter) todo.Words {
		return todo.Words{Vietnamese: fmt.Sprintf(vietnamese, m.year.Name()), English: fmt.Sprintf(english, m.year.Name())}
	}
}

// named says a sentence with the object's name in it.
func named(vietnamese, english string) func(matter) todo.Words {
	return func(m matter) todo.Words {
		return todo.Words{Vietnamese: fmt.Sprintf(vietnamese, m.name), English: fmt.Sprintf(english, m.name)}
	}
}

// by says a sentence with the unit's name and, where it has room, the object's.
func by(vietnamese, english string) func(matter) todo.Words {
	return func(m matter) todo.Words {
		unit := m.unitName()
		if unit == "" {
			unit = "Đơn vị"
		}
		args := []any{unit, m.name}[:strings.Count(vietnamese, "%s")]
		return todo.Words{Vietnamese: fmt.Sprintf(vietnamese, args...), English: fmt.Sprintf(english, args...)}
	}
}

// scored tells the standing body that one unit scored another.
func scored(m matter) todo.Words {
	scorer, unit := m.year.Unit(m.other), m.unitName()
	return todo.Words{Vietnamese: fmt.Sprintf("%s đã gửi phiếu chấm chéo %s.", scorer, unit), English: fmt.Sprintf("%s sent its cross-score of %s.", scorer, unit)}
}

// conference says a sentence with the conference's name and day.
func conference(vietnamese, english string) func(matter) todo.Words {
	return func(m matter) todo.Words {
		name := m.name
		if name == "" {
			name = "hội nghị của " + m.year.Name()
		}
		return todo.Words{Vietnamese: fmt.Sprintf(vietnamese, name) + ".", English: fmt.Sprintf(english, name) + "."}
	}
}

// asked says a sentence with the question of a poll in it.
func asked(vietnamese, english string) func(matter) todo.Words {
	return func(m matter) todo.Words {
		q := m.vote().Question
		return todo.Words{Vietnamese: fmt.Sprintf(vietnamese, q), English: fmt.Sprintf(english, q)}
	}
}

func (m matter) vote() (v voting.Vote) {
	_ = json.Unmarshal([]byte(m.name), &v) // a poll is looked up by its body
	return v
}

// reminded names the step that was asked for.
func reminded(m matter) todo.Words {
	s, _ := todo.StepOf(todo.Kind(m.said("step")))
	due := ""
	if span := s.Due(m.year); !span.To.IsZero() {
		due = ", hạn " + span.To.Short()
	}
	return todo.Words{Vietnamese: fmt.Sprintf("Đề nghị đơn vị nộp %s%s: %s.", s.Say.Vietnamese, due, m.year.Name()),
		English: fmt.Sprintf("Please send your %s: %s.", s.Say.English, m.year.Name())}
}

// at leads to a working page of the year.
func at(page ...string) func(matter) string {
	return func(m matter) string { return m.year.Lam(page...) }
}

func meetingAt(page ...string) func(matter) string {
	return func(m matter) string { return m.year.Lam(append([]string{"hoi-nghi", m.id}, page...)...) }
}

func answered(m matter) string {
	if m.other == "" {
		return m.year.Lam("tham-dinh")
	}
	return m.year.Lam("cham-cheo")
}

func results(m matter) string { return "/nam/" + m.year.Season.Slug + "/xep-hang" }

// stepPages are the pages on which units do what they are reminded of.
var stepPages = map[todo.Kind]string{todo.Pledging: "giao-uoc", todo.Registering: "dang-ky", todo.Responding: "phong-trao", todo.Reporting: "chi-tieu",
	todo.SelfScoring: "tu-cham", todo.CrossScoring: "cham-cheo"}

func remindedPage(m matter) string { return m.year.Lam(stepPages[todo.Kind(m.said("step"))]) }

// asksAStep holds for a reminder of a step that there is.
func asksAStep(m matter) bool { return stepPages[todo.Kind(m.said("step"))] != "" }

// object holds for entries on that kind of object.
func object(kind string) func(matter) bool {
	return func(m matter) bool { return strings.HasPrefix(m.Object, kind+":") }
}

// bookAt is the page of a paper that was issued.
func bookAt(m matter) string { return m.year.Lam("so-van-ban", m.id) }

// toMembers holds for a paper that the desk issued to the members.
func toMembers(m matter) bool {
	to, _ := m.detail["to_members"].(bool)
	return to && strings.HasPrefix(m.Object, "issued_paper:")
}

// step holds for an exemplar's steps; its discovery is recorded whole.
func step(acts ...string) func(matter) bool {
	return func(m matter) bool {
		act := m.said("act")
		if _, whole := m.detail["State"]; whole {
			act = "discover"
		}
		return slices.Contains(acts, act)
	}
}

// called holds for a conference that is put on record.
func called(m matter) bool { return whole(m, "conference") }

// event holds for what happened in a conference.
func event(s meeting.Step) func(matter) bool {
	return func(m matter) bool {
		return strings.HasPrefix(m.Object, "conference:") && m.said("kind") == string(s)
	}
}

// polled holds for the opening of a vote of that body.
func polled(b voting.Body) func(matter) bool {
	return func(m matter) bool {
		return strings.HasPrefix(m.Object, "poll:") && m.said("step") == string(voting.Opening) && m.vote().Body == b
	}
}

// created holds for a nomination that is put on record.
func created(m matter) bool { return whole(m, "nomination") }

// whole reports whether the detail is the object itself, as it was put on record.
func whole(m matter, kind string) bool {
	_, named := m.detail["season"]
	return named && strings.HasPrefix(m.Object, kind+":")
}

func status(s string) func(matter) bool {
	return func(m matter) bool { return m.said("status") == s }
}

func unquote(detail string) (s string) {
	_ = json.Unmarshal([]byte(detail), &s)
	return s
}
