// Package ui is what all pages are made of: the frame around them, the year's
// spine, tags, bars, tables that fit a phone, and the words in both languages.
package ui

import "context"

// Lang is the language of the frame and the headings. What the records say
// stays Vietnamese in either.
type Lang string

// The languages.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

type langKey struct{}

// WithLang makes pages speak the language; anything else means Vietnamese.
func WithLang(ctx context.Context, l Lang) context.Context {
	if l != English {
		l = Vietnamese
	}
	return context.WithValue(ctx, langKey{}, l)
}

// LangOf is the language the reader chose.
func LangOf(ctx context.Context) Lang {
	if l, ok := ctx.Value(langKey{}).(Lang); ok {
		return l
	}
	return Vietnamese
}

// T chooses between the two wordings of one thing.
func T(ctx context.Context, vietnamese, english string) string {
	if LangOf(ctx) == English {
		return english
	}
	return vietnamese
}

// Words is one thing in both languages, for tables of names.
type Words struct{ Vietnamese, English string }

// In is the wording in the reader's language.
func (w Words) In(ctx context.Context) string { return T(ctx, w.Vietnamese, w.English) }
