package seasonfile

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"strings"

	"thidua/access"
	"thidua/cluster"
	"thidua/meeting"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/yamlfile"
)

// recorder puts a file's year on record through the same acts that people at
// their desks use, each in the role of whoever would do it. An act that refuses
// becomes a fault at the place in the file, and the rest is still tried, so
// that all faults come at once; the caller rolls back when there are any.
type recorder struct {
	ctx  context.Context
	tx   *store.Tx
	file *File
	*yamlfile.Decoder
	unread map[string]bool // paths at which the file could not be read
	broken error           // a fault of ours, which ends the work

	day     vi.Day // the day of acts that carry none of their own
	year    int    // the season's, the last one of a span
	label   string // the season's
	known   []known
	season  season.Season
	cluster string // cluster id
	ground  string // unit id of the cluster's province; empty until it is asked for
	head    string // unit id of this year's head; empty when not stated

	unsigned    *season.Rules     // the rules, when they were refused
	movements   map[string]string // folded name → id; "" for one that was refused
	sheets      map[string]string // unit, stage and scorer → path of the sheet
	conferences []meeting.Conference
	votes       []voting.Vote
}

// newRecorder begins with what was found on reading; a transaction tried again
// begins anew.
func newRecorder(ctx context.Context, tx *store.Tx, file *File, d *yamlfile.Decoder) *recorder {
	r := &recorder{ctx: ctx, tx: tx, file: file, Decoder: &yamlfile.Decoder{Places: d.Places, Faults: slices.Clone(d.Faults)}, unread: map[string]bool{}}
	for _, f := range d.Faults {
		r.unread[f.Path] = true
	}
	return r
}

// record puts the whole file on record and returns the season's id. Without a
// cluster or a season on record nothing after it can be.
func (r *recorder) record() string {
	year, err := cluster.ParseYear(r.file.Season)
	if err != nil {
		if r.file.Season != "" {
			r.fault("season", "%s", err.Error())
		}
		return ""
	}
	r.year, r.label = year.Last, year.String()
	r.day = lastDay(reflect.ValueOf(*r.file), r.year)
	for _, step := range []func(){r.recordUnits, r.recordCluster, r.recordSeason} {
		if step(); r.broken != nil {
			return ""
		}
	}
	if r.season.ID == "" {
		return ""
	}
	for _, step := range []func(){
		r.recordRules, r.recordPledge, r.recordMovements, r.recordNotes,
		r.recordTargets, r.recordExemplars, r.recordFigures, r.recordScores, r.recordConferences, r.recordVotes,
		r.recordRanking, r.recordNominations, r.recordElection, r.recordPhase, r.recordPublication,
	} {
		if step(); r.broken != nil {
			break
		}
	}
	return r.season.ID
}

// The people who act. A cluster without a head on record is run by its standing
// body.
func (r *recorder) standingBody() access.Actor {
	name := r.file.Cluster.StandingBody
	if k, ok := r.find(name); ok {
		name = k.name
	}
	if name == "" {
		name = access.StandingBody.Label()
	}
	return access.Actor{Name: name, Role: access.StandingBody}
}

func (r *recorder) clusterHead() access.Actor {
	if r.head == "" {
		return r.standingBody()
	}
	return access.Actor{Name: r.nameOf(r.head), Role: access.ClusterHead, Unit: r.head}
}

func (r *recorder) officer(unit string) access.Actor {
	return access.Actor{Name: r.nameOf(unit), Role: access.EmulationOfficer, Unit: unit}
}

// on is the act's own day, or the file's.
func (r *recorder) on(day vi.Day) vi.Day {
	if day.IsZero() {
		return r.day
	}
	return day
}

// lastDay is the latest day the file tells something of, or the last day of the
// season's year: acts without a day of their own are dated to it.
func lastDay(v reflect.Value, year int) vi.Day {
	last, err := vi.NewDay(year, 12, 31)
	if err != nil {
		return vi.Day{}
	}
	var visit func(reflect.Value)
	visit = func(v reflect.Value) {
		if day, ok := v.Interface().(vi.Day); ok {
			if last.Before(day) {
				last = day
			}
			return
		}
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				visit(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i))
			}
		case reflect.Struct:
			for _, f := range yamlfile.Fields(v.Type()) {
				if f.Key != "units" && f.Key != "members" && f.Key != "due" && f.Key != "from" && f.Key != "to" {
					visit(v.FieldByIndex(f.Index))
				}
			}
		}
	}
	visit(v)
	return last
}

// slug is the year's name in addresses and file names. Every province has a
// cluster number 1.
func slug(f *File) string {
	if f.ID != "" {
		return f.ID
	}
	words := strings.Fields(vi.Fold(f.Cluster.Name + " " + cmp.Or(f.Cluster.Organisation, f.Cluster.Province) + " " + f.Season))
	return strings.Join(words, "-")
}
