package ui

import (
	"net/url"
	"testing"

	"pgregory.net/rapid"
)

func TestCut_showsEveryItemOnceWhateverTheAddressSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, size := rapid.IntRange(0, 200).Draw(t, "items"), rapid.IntRange(1, 50).Draw(t, "size")
		list := make([]int, n)
		for i := range list {
			list[i] = i
		}
		here, next := &url.URL{Path: "/x", RawQuery: "trang=1"}, 0
		for {
			s := Cut(list, size, here, PageKey)
			for _, item := range s.Items {
				if item != next {
					t.Fatalf("%d follows, want %d", item, next)
				}
				next++
			}
			if !s.Pager.More {
				break
			}
			here, _ = url.Parse(s.Pager.to(s.Pager.Page + 1))
		}
		if next != n {
			t.Fatalf("%d items of %d were shown", next, n)
		}
	})
}

func TestCut_takesAnyNumberFromOutside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		here := &url.URL{Path: "/x", RawQuery: url.Values{PageKey: {rapid.String().Draw(t, "number")}}.Encode()}
		s := Cut([]int{1, 2, 3}, 2, here, PageKey)
		if len(s.Items) == 0 || s.Pager.Page < 1 || s.Pager.Page > 2 {
			t.Fatalf("page %d with %d items", s.Pager.Page, len(s.Items))
		}
	})
}
