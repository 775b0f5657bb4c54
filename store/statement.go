package store

import (
	"context"
	"database/sql"
	"sync"
)

// Bounds of the statements that are kept ready: a site has about two hundred,
// and those with a row for each of many things are not worth keeping.
const (
	mostStatements   = 256
	longestStatement = 4 << 10 // bytes
)

// statements are kept ready on SQLite, where understanding a statement takes
// longer than answering it. PostgreSQL's driver does the same by itself.
type statements struct {
	mu    sync.RWMutex
	ready map[string]*sql.Stmt
}

func newStatements() *statements { return &statements{ready: map[string]*sql.Stmt{}} }

// statement is the query made ready for this transaction; nil when it is not
// yet, and is then made ready for the next one.
func (tx *Tx) statement(ctx context.Context, query string) *sql.Stmt {
	if tx.statements == nil {
		return nil
	}
	if s, own := tx.own[query]; own {
		return s
	}
	tx.statements.mu.RLock()
	s, ready := tx.statements.ready[query]
	tx.statements.mu.RUnlock()
	switch {
	case s != nil && tx.tx != nil:
		// Once, for the transaction keeps each it is asked for to its end.
		return tx.keep(query, tx.tx.StmtContext(ctx, s))
	case s != nil:
		return s
	}
	if !ready && len(query) <= longestStatement && tx.asked[query] == 0 {
		tx.missed = append(tx.missed, query)
	}
	return tx.oftenAsked(ctx, query)
}

// keep keeps a statement for the rest of this transaction, whose end closes it.
func (tx *Tx) keep(query string, s *sql.Stmt) *sql.Stmt {
	if tx.own == nil {
		tx.own = map[string]*sql.Stmt{}
	}
	tx.own[query] = s
	return s
}

// often is after how many times in one transaction a query is made ready within
// it: an import asks the same thousands of times before anything is learnt.
const often = 8

// oftenAsked is a query that this transaction asks again and again, made ready
// for it alone; nil while it does not.
func (tx *Tx) oftenAsked(ctx context.Context, query string) *sql.Stmt {
	if tx.tx == nil || len(query) > longestStatement {
		return nil
	}
	if tx.asked == nil {
		tx.asked = map[string]int{}
	}
	if tx.asked[query]++; tx.asked[query] < often || len(tx.own) >= mostStatements {
		return nil
	}
	made, err := tx.tx.PrepareContext(ctx, query)
	if err != nil {
		return nil // the query itself will tell
	}
	return tx.keep(query, made)
}

// learn makes the queries ready. It runs after their transaction, which may
// hold the only connection. A query that cannot be made ready stays as it is.
func (s *statements) learn(ctx context.Context, pool *sql.DB, queries []string) {
	for _, query := range queries {
		s.mu.Lock()
		_, known := s.ready[query]
		full := len(s.ready) >= mostStatements
		if !known && !full {
			s.ready[query] = nil // claimed: nobody else makes it ready
		}
		s.mu.Unlock()
		if known || full {
			continue
		}
		made, err := pool.PrepareContext(context.WithoutCancel(ctx), query)
		s.mu.Lock()
		if err != nil {
			delete(s.ready, query)
		} else {
			s.ready[query] = made
		}
		s.mu.Unlock()
	}
}
