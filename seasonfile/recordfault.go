package seasonfile

import (
	"regexp"
	"strings"
	"thidua/yamlfile"

	"thidua/refusal"
)

// fault notes a fault, unless the value at path, or one around it, could not be
// read: that was said already, and what follows from it is no fault of its own.
func (r *recorder) fault(path string, format string, args ...any) {
	for at := path; at != ""; at = yamlfile.Around(at) {
		if r.unread[at] {
			return
		}
	}
	r.Decoder.Fault(path, format, args...)
}

// try notes what an act refused, beneath path, and reports whether it was done.
func (r *recorder) try(path string, err error) bool {
	if err == nil || r.broken != nil {
		return err == nil && r.broken == nil
	}
	refusals := refusal.All(err)
	if refusals == nil {
		r.broken = err
		return false
	}
	for _, e := range refusals {
		at := path
		if e.Field != "" {
			at = yamlfile.Join(path, asWritten(e.Field))
		}
		r.fault(at, "%s", e.Sentence)
	}
	return false
}

// keys are the file's words for fields that the acts call otherwise.
var keys = map[string]string{"candidate_kind": "kind", "convened_by_unit": "convened_by", "time_of_day": "time", "delegates": "guests", "stated": "passed",
	"scorer": "by", "scorer_name": "by", "on": "date", "less": "less_is_better", "score": "points", "label": "season"}

var listPlace = regexp.MustCompile(`^ranking\.(\d+)`)

// asWritten is a refusal's field as the file writes it.
func asWritten(field string) string {
	parts := strings.Split(listPlace.ReplaceAllString(field, "ranking[$1]"), ".")
	for i, part := range parts {
		name, rest, listed := strings.Cut(part, "[")
		if key, other := keys[name]; other {
			if parts[i] = key; listed {
				parts[i] += "[" + rest
			}
		}
	}
	return strings.Join(parts, ".")
}
