package ui

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
)

// Slice is one page of a list.
type Slice[T any] struct {
	Items []T
	Pager Pager
}

// Pager is where a page of a list stands.
type Pager struct {
	Page  int // from 1
	Pages int // in all; 0 when nobody counted
	More  bool
	here  *url.URL
	key   string // the number's name in the address
}

// PageKey is the usual name of a page's number in an address.
const PageKey = "trang"

// Cut takes the page that the address asks for under key; a number that is none
// or lies outside the list means the nearest page.
func Cut[T any](list []T, size int, here *url.URL, key string) Slice[T] {
	pages := max(1, (len(list)+size-1)/size)
	page := min(PageNumber(here, key), pages)
	from := (page - 1) * size
	return Slice[T]{list[from:min(from+size, len(list))], Pager{page, pages, page < pages, here, key}}
}

// Uncounted is the pager of a list of which only the next page is known.
func Uncounted(here *url.URL, page int, more bool) Pager {
	return Pager{Page: page, More: more, here: here, key: PageKey}
}

// PagerOf is the pager of a list that was read one page at a time, and counted.
func PagerOf(here *url.URL, page, pages int) Pager {
	return Pager{Page: page, Pages: pages, More: page < pages, here: here, key: PageKey}
}

// lastPage bounds a number from outside, so that no reckoning with it overflows.
const lastPage = 1_000_000

// PageNumber is the page that the address asks for under key, 1 when it asks
// for none.
func PageNumber(here *url.URL, key string) int {
	n, err := strconv.Atoi(here.Query().Get(key))
	if err != nil {
		return 1
	}
	return min(max(1, n), lastPage)
}

// to is the address of another page of the same list, searched and sorted alike.
func (p Pager) to(page int) string {
	q := p.here.Query()
	q.Del(p.key)
	if page > 1 {
		q.Set(p.key, strconv.Itoa(page))
	}
	if len(q) == 0 {
		return p.here.Path
	}
	return p.here.Path + "?" + q.Encode()
}

func (p Pager) words(ctx context.Context) string {
	if p.Pages == 0 {
		return fmt.Sprintf(T(ctx, "Trang %d", "Page %d"), p.Page)
	}
	return fmt.Sprintf(T(ctx, "Trang %d / %d", "Page %d of %d"), p.Page, p.Pages)
}
