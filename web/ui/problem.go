package ui

import (
	"context"
	"net/http"
)

var problems = map[int]struct{ title, advice Words }{
	http.StatusNotFound: {
		Words{"Không tìm thấy trang", "Page not found"},
		Words{"Địa chỉ có thể đã gõ thiếu, hoặc trang chưa được công bố.", "The address may be incomplete, or the page is not public yet."}},
	http.StatusMethodNotAllowed: {
		Words{"Trang này chỉ để xem", "This page is for reading only"},
		Words{"Xin mở lại trang bằng đường dẫn của nó.", "Please open the page again by its address."}},
	http.StatusForbidden: {
		Words{"Không thực hiện được yêu cầu", "The request was refused"},
		Words{"Yêu cầu được gửi từ một trang khác. Xin mở lại trang này rồi thử lại.", "It came from another site. Please open the page again and retry."}},
	http.StatusUnauthorized: {
		Words{"Phiên làm việc đã hết", "You are signed out"},
		Words{"Xin đăng nhập lại rồi gửi lại. Nội dung vừa gửi chưa được ghi; bấm nút lùi của trình duyệt để lấy lại.", "Please sign in and send it again. Nothing was recorded; your browser's back button has what you typed."}},
	http.StatusConflict: {
		Words{"Chưa thực hiện được", "Not done"},
		Words{"Xin mở lại trang trước để xem tình hình mới nhất.", "Please open the page again to see how things stand."}},
	http.StatusBadRequest: {
		Words{"Không đọc được yêu cầu", "The request cannot be read"},
		Words{"Xin quay lại trang trước rồi thử lại.", "Please go back and try again."}},
	http.StatusInternalServerError: {
		Words{"Chương trình gặp lỗi", "Something went wrong"},
		Words{"Xin thử lại sau ít phút. Nếu vẫn lỗi, báo người quản trị mã dưới đây.", "Please try again in a few minutes. If it happens again, tell the administrator the number below."}},
}

func problemTitle(ctx context.Context, status int) string { return problem(status).title.In(ctx) }

func problemAdvice(ctx context.Context, status int) string { return problem(status).advice.In(ctx) }

// problem is the wording of a status; one without words of its own is a fault.
func problem(status int) struct{ title, advice Words } {
	if p, ok := problems[status]; ok {
		return p
	}
	return problems[http.StatusInternalServerError]
}
