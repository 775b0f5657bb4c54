package seasonfile

import (
	"fmt"
	"slices"
	"strconv"

	"thidua/exact"
	"thidua/movement"
	"thidua/target"
	"thidua/vi"
	"thidua/yamlfile"
)

// recordMovements records the movements, how units answered, and the reviews.
func (r *recorder) recordMovements() {
	r.movements = map[string]string{}
	for i, m := range r.file.Movements {
		path := yamlfile.Item("movements", i)
		if _, told := r.movements[vi.Fold(m.Name)]; told {
			r.fault(path, "Phong trào “%s” được khai hai lần.", yamlfile.Shorten(m.Name))
			continue
		}
		id, err := movement.Launch(r.ctx, r.tx, r.clusterHead(), r.on(m.LaunchedOn), movement.Movement{Season: r.season.ID, Name: m.Name,
			Kind: movement.Kind(m.Kind), LaunchedOn: m.LaunchedOn, EndsOn: m.EndsOn, LaunchedBy: m.LaunchedBy, Period: m.Period, Sample: r.sample(m.Sample)})
		r.movements[vi.Fold(m.Name)] = id
		if !r.try(path, err) {
			continue
		}
		if m.Results != "" {
			r.try(path, movement.StateResults(r.ctx, r.tx, r.clusterHead(), r.day, id, m.Results))
		}
		r.recordResponses(path, id, m.Responses)
		for j, v := range m.Reviews {
			_, err := movement.RecordReview(r.ctx, r.tx, r.clusterHead(), r.on(v.Date), movement.Review{Movement: id, Kind: movement.ReviewKind(v.Kind), On: v.Date, Text: v.Text, Sample: r.sample(v.Sample)})
			r.try(yamlfile.Item(yamlfile.Join(path, "reviews"), j), err)
		}
	}
}

func (r *recorder) recordResponses(path, id string, responses []Response) {
	answered := map[string]bool{}
	for j, x := range responses {
		at := yamlfile.Item(yamlfile.Join(path, "responses"), j)
		unit := r.unit(yamlfile.Join(at, "unit"), x.Unit)
		if unit == "" {
			continue
		}
		if answered[unit] {
			r.fault(at, "Đơn vị “%s” được ghi hai lần cho phong trào này.", yamlfile.Shorten(x.Unit))
			continue
		}
		answered[unit] = true
		response := movement.Response{Movement: id, Unit: unit, On: x.Date, Summary: x.Summary, Sample: r.sample(x.Sample)}
		for _, f := range x.Figures {
			response.Figures = append(response.Figures, movement.Figure{Name: f.Name, Value: f.Value, Unit: f.Measure, Sample: r.sample(f.Sample) || response.Sample})
		}
		r.try(at, movement.Respond(r.ctx, r.tx, r.officer(unit), r.on(x.Date), response))
	}
}

// movement is the id of the movement that text names; "" for no text.
func (r *recorder) movement(path, text string) string {
	if text == "" {
		return ""
	}
	id, told := r.movements[vi.Fold(text)]
	if !told {
		r.fault(path, "Không có phong trào “%s” trong mục movements.", yamlfile.Shorten(text))
	}
	return id
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// recordTargets records the indicators, each unit's targets, and what was reached.
func (r *recorder) recordTargets() {
	for i, t := range r.file.Targets {
		path := yamlfile.Item("targets", i)
		id, err := target.Define(r.ctx, r.tx, r.standingBody(), r.on(t.AssignedOn), target.Indicator{Season: r.season.ID, Code: orElse(t.Code, fmt.Sprintf("ct%d", i+1)), Name: t.Name, Measure: t.Measure,
			Direction: target.Direction(orElse(t.Direction, string(target.More))), Movement: r.movement(yamlfile.Join(path, "movement"), t.Movement), AssignedBy: t.AssignedBy, Sample: r.sample(t.Sample)})
		if !r.try(path, err) {
			continue
		}
		for j, u := range t.Units {
			r.recordTarget(yamlfile.Item(yamlfile.Join(path, "units"), j), id, t, u)
		}
	}
}

func (r *recorder) recordTarget(path, indicator string, t Target, u UnitTarget) {
	unit := r.unit(yamlfile.Join(path, "unit"), u.Unit)
	if unit == "" {
		return
	}
	sample := r.sample(t.Sample) || u.Illustrative
	id, err := target.Assign(r.ctx, r.tx, r.standingBody(), r.on(t.AssignedOn), target.Target{Indicator: indicator, Unit: unit, BaseYear: u.BaseYear, BaseValue: u.Baseline,
		TermFrom: t.TermFrom, TermTo: t.TermTo, TermValue: u.TermTarget, Yearly: r.byYear(yamlfile.Join(path, "yearly"), u.Yearly), Sample: sample})
	if !r.try(path, err) {
		return
	}
	actuals := r.byYear(yamlfile.Join(path, "actuals"), u.Actuals)
	for _, year := range sortedYears(actuals) {
		r.try(fmt.Sprintf("%s.actuals.%d", path, year), target.Report(r.ctx, r.tx, r.officer(unit), r.day, id, target.Actual{Year: year, Value: actuals[year], ReportedOn: r.day, Sample: sample}))
	}
}

func (r *recorder) byYear(path string, table map[string]exact.Number) map[int]exact.Number {
	years := map[int]exact.Number{}
	for key, n := range table {
		year, err := strconv.Atoi(key)
		if err != nil || year < vi.FirstYear || year > vi.LastYear {
			r.fault(yamlfile.Join(path, key), "“%s” không phải một năm.", yamlfile.Shorten(key))
			continue
		}
		years[year] = n
	}
	return years
}

func sortedYears(table map[int]exact.Number) []int {
	var years []int
	for y := range table {
		years = append(years, y)
	}
	slices.Sort(years)
	return years
}
