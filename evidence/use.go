package evidence

// Use is one place where a unit cites something as evidence.
type Use struct {
	Season  string // season id
	Label   string // of the season: "2014"
	Cluster string // of the season, its name
	Where   string // in words: "tiêu chí 2.1", "chỉ tiêu Tỷ lệ hộ nghèo"
	Entry   string // words, or Ref
}
