package seasonfile

import (
	"thidua/exemplar"
	"thidua/yamlfile"
)

// recordExemplars records the điển hình tiên tiến, each taken through the steps
// to the state it reached.
func (r *recorder) recordExemplars() {
	for i, x := range r.file.Exemplars {
		path := yamlfile.Item("exemplars", i)
		e := exemplar.Exemplar{Season: r.season.ID, Kind: exemplar.Kind(x.Kind), Name: x.Name, Count: x.Count, Story: x.Story,
			Movement: r.movement(yamlfile.Join(path, "movement"), x.Movement), Sample: r.sample(x.Sample)}
		if x.Unit != "" {
			e.Unit = r.unit(yamlfile.Join(path, "unit"), x.Unit)
		}
		id, err := r.beginExemplar(e)
		if !r.try(path, err) || !r.advance(path, id, x) {
			continue
		}
		for j, a := range x.AdoptedBy {
			adoption := exemplar.Adoption{Exemplar: id, On: a.Date, Note: a.Note, Sample: r.sample(a.Sample) || e.Sample}
			adoption.Unit, adoption.By = r.unitOrWords(a.By)
			_, err := exemplar.Adopt(r.ctx, r.tx, r.standingBody(), r.on(a.Date), adoption)
			r.try(yamlfile.Item(yamlfile.Join(path, "adopted_by"), j), err)
		}
	}
}

func (r *recorder) beginExemplar(e exemplar.Exemplar) (id string, err error) {
	if e.Kind == exemplar.Statement {
		return exemplar.Quote(r.ctx, r.tx, r.clusterHead(), r.day, e, r.day, "")
	}
	return exemplar.Discover(r.ctx, r.tx, r.clusterHead(), r.day, e, r.day)
}

// advance takes a named exemplar up to the state the file gives it.
func (r *recorder) advance(path, id string, x Exemplar) bool {
	steps := []struct {
		state exemplar.State
		step  exemplar.Step
	}{
		{exemplar.Verified, exemplar.Step{Act: exemplar.Verifying, On: r.day}},
		{exemplar.Recognised, exemplar.Step{Act: exemplar.Recognition, On: r.day, Note: x.Paper}},
		{exemplar.Published, exemplar.Step{Act: exemplar.Publication, On: r.day}},
	}
	if x.Kind == string(exemplar.Statement) || x.State == "" || x.State == string(exemplar.Discovered) {
		return true
	}
	for _, s := range steps {
		if !r.try(path, exemplar.Advance(r.ctx, r.tx, r.standingBody(), r.day, id, s.step)) {
			return false
		}
		if string(s.state) == x.State {
			break
		}
	}
	return true
}
