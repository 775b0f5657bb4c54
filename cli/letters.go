package cli

import (
	"context"

	"thidua/job"
	"thidua/notice"
	"thidua/store"
)

// letters is how the site sends mail; without a server it sends none.
type letters struct {
	SMTP     string `name:"smtp" placeholder:"ĐỊA-CHỈ" help:"Máy chủ thư: smtp://tên:mật-khẩu@máy:587 (STARTTLS) hoặc smtps://máy:465; nên đặt bằng biến môi trường THIDUA_SMTP. Bỏ trống thì không gửi thư. Cần kèm --site và --mail-from."`
	MailFrom string `name:"mail-from" placeholder:"ĐỊA-CHỈ" help:"Người gửi thư, ví dụ Thi Đua <thidua@example.vn>."`
}

// post is the post that goes out for the site at that public address.
func (l letters) post(site string) (notice.Post, error) {
	p := notice.Post{Server: l.SMTP, From: l.MailFrom, Site: site}
	if err := p.Check(); err != nil {
		return p, usageError{err.Error()}
	}
	return p, nil
}

// behind does the work behind the desks beside the site, until the context
// ends; the channel closes when the job under way is finished.
func behind(ctx context.Context, db *store.DB, p notice.Post) <-chan struct{} {
	ended := make(chan struct{})
	w := &job.Worker{DB: db, Kinds: append(notice.Jobs(p), job.Tidy)}
	go func() {
		defer close(ended)
		w.Run(ctx)
	}()
	return ended
}
