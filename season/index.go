package season

import (
	"strconv"
	"strings"

	"thidua/refusal"
)

// Index is where a criterion stands in the tree: child numbers from the top,
// counted from 0. The empty Index is the tree itself.
type Index []int

// String counts from 1, as people do: "1.2.3".
func (i Index) String() string {
	parts := make([]string, len(i))
	for n, at := range i {
		parts[n] = strconv.Itoa(at + 1)
	}
	return strings.Join(parts, ".")
}

// ParseIndex reads what String writes.
func ParseIndex(s string) (Index, error) {
	if s == "" {
		return nil, nil
	}
	parts := strings.Split(s, ".")
	if len(parts) > MaxDepth {
		return nil, noCriterion()
	}
	at := make(Index, len(parts))
	for n, part := range parts {
		place, err := strconv.Atoi(part)
		if err != nil || place < 1 || place > MaxNodes {
			return nil, noCriterion()
		}
		at[n] = place - 1
	}
	return at, nil
}

// Parent is the group it stands in.
func (i Index) Parent() Index { return i[:max(0, len(i)-1)] }

// Child is the place of the group's nth child, counted from 0.
func (i Index) Child(n int) Index { return append(i[:len(i):len(i)], n) }

func (i Index) last() int { return i[len(i)-1] }

// beside is the sibling so many places further on.
func (i Index) beside(n int) Index { return i.Parent().Child(i.last() + n) }

func noCriterion() error {
	return refusal.New(refusal.NotFound, "Dự thảo không có mục này; có thể mục đã được chuyển hoặc bỏ.")
}
