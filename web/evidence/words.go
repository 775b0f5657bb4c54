package evidence

import (
	"context"
	"net/url"

	"thidua/evidence"
	"thidua/web/ui"
	"thidua/web/work"
)

const limits = "Mỗi lần nhiều nhất 8 tệp, mỗi tệp không quá 20 MB, tất cả không quá 80 MB: PDF, Word, Excel, PowerPoint, ảnh JPG, PNG, WebP. Không nhận tệp có macro, tệp nén, chương trình."

// back is the query by which a page leads back to where it was opened from.
func back(here string) string { return url.Values{"ve": {here}}.Encode() }

// fallback is where "Quay lại" leads when no address was given.
func fallback(v work.Visit) string {
	if v.Season.ID != "" {
		return v.Lam()
	}
	return "/minh-chung"
}

// orByFormat are the kinds, the first of which leaves it to the file's format.
func orByFormat(ctx context.Context, e evidence.Evidence) []ui.Option {
	if e.ID != "" {
		return kindOptions()
	}
	return append([]ui.Option{{Value: "", Label: ui.T(ctx, "theo loại tệp", "by the file")}}, kindOptions()...)
}

// ticked is the box's state: as sent, else as on record.
func ticked(f work.Form, recorded bool) string {
	if f.Posted() {
		return f.Get("nhay-cam")
	}
	if recorded {
		return "co"
	}
	return ""
}

// pictured says what a picture shows to readers who do not see it.
func pictured(ctx context.Context, r reading) string {
	if r.Description != "" {
		return r.Description
	}
	return ui.T(ctx, "Ảnh minh chứng, chưa có mô tả", "A picture, not described yet")
}
