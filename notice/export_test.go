package notice

import "thidua/job"

// Compose and Send let tests write and send a letter by itself.
var (
	Compose = Post.compose
	Send    = Post.send
	Message = Post.message
)

// SendJob is the job that sends letters.
func (p Post) SendJob() job.Kind { return job.Kind{Name: sendKind, Do: p.send} }

// Acts are the acts of which anybody is told.
func Acts() (acts []string) {
	for _, r := range table {
		acts = append(acts, string(r.act))
	}
	for act := range own {
		acts = append(acts, string(act))
	}
	return acts
}
