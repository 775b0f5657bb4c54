package journal

import (
	"context"
	"fmt"

	"thidua/store"
)

// Fault is one place where the chain does not hold, with a sentence saying what
// must have happened there.
type Fault struct {
	Seq      int64
	Sentence string
}

// batch is how many entries verification reads at a time.
const batch = 1000

// Verify walks the whole chain and reports every altered, removed or inserted
// entry, and the head it ends at.
func Verify(ctx context.Context, tx *store.Tx) (faults []Fault, head Head, err error) {
	var last stored
	for {
		entries, err := after(ctx, tx, last.Seq)
		if err != nil {
			return nil, Head{}, err
		}
		for _, e := range entries {
			faults = append(faults, check(last, e)...)
			last = e
		}
		if len(entries) < batch {
			break
		}
	}
	head = Head{Seq: last.Seq, Hash: last.Hash}
	written, err := CurrentHead(ctx, tx)
	if err != nil {
		return nil, Head{}, err
	}
	return append(faults, checkEnd(written, head)...), head, nil
}

// Contains reports whether an entry of that hash stands in the journal: the
// question to ask with a head that was written down elsewhere.
func Contains(ctx context.Context, tx *store.Tx, hash string) (bool, error) {
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE hash = $1`, hash)
	return n > 0, err
}

func check(prev, e stored) (faults []Fault) {
	add := func(format string, args ...any) {
		faults = append(faults, Fault{Seq: e.Seq, Sentence: fmt.Sprintf(format, args...)})
	}
	if missing := e.Seq - prev.Seq - 1; missing == 1 {
		add("Mục %d đã bị xóa khỏi nhật ký.", prev.Seq+1)
	} else if missing > 1 {
		add("Các mục từ %d đến %d đã bị xóa khỏi nhật ký.", prev.Seq+1, e.Seq-1)
	}
	if e.sum() != e.Hash {
		add("Mục %d (%s, %s) đã bị sửa sau khi ghi.", e.Seq, e.Act, e.Object)
	} else if e.Prev != prev.Hash && e.Seq == prev.Seq+1 {
		add("Mục %d (%s, %s) không nối với mục trước: nó được chèn vào, hoặc mục trước đã bị thay.", e.Seq, e.Act, e.Object)
	}
	return faults
}

func checkEnd(written, found Head) []Fault {
	switch {
	case written.Seq > found.Seq:
		return []Fault{{Seq: found.Seq + 1, Sentence: fmt.Sprintf("Các mục từ %d đến %d ở cuối nhật ký đã bị xóa.", found.Seq+1, written.Seq)}}
	case written.Seq < found.Seq:
		return []Fault{{Seq: written.Seq + 1, Sentence: fmt.Sprintf("Các mục từ %d đến %d ở cuối nhật ký được chèn ngoài chương trình.", written.Seq+1, found.Seq)}}
	case written.Hash != found.Hash:
		return []Fault{{Seq: found.Seq, Sentence: fmt.Sprintf("Mục cuối (%d) không khớp với dấu đã lưu.", found.Seq)}}
	}
	return nil
}

// stored is an entry as its columns hold it, whatever was done to them.
type stored struct {
	Seq                                                   int64
	at, day, actor, role, Act, Object, detail, Prev, Hash string
	person, scope                                         string
}

func (s stored) sum() string {
	return sum(s.Seq, s.person, s.scope, s.at, s.day, s.actor, s.role, s.Act, s.Object, s.detail, s.Prev)
}

func after(ctx context.Context, tx *store.Tx, seq int64) ([]stored, error) {
	return store.All(ctx, tx, func(s *stored) []any {
		return []any{&s.Seq, &s.at, &s.day, &s.actor, &s.role, &s.Act, &s.Object, &s.detail, &s.Prev, &s.Hash, &s.person, &s.scope}
	}, `SELECT seq, at, day, actor, role, act, object, detail, prev, hash, person, scope FROM journal
		WHERE seq > $1 ORDER BY seq LIMIT 1000`, seq)
}
