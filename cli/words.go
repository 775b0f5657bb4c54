package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// inVietnamese turns the words of the command line library into Vietnamese.
var inVietnamese = strings.NewReplacer(
	"Usage:", "Cách dùng:", "Arguments:", "Đối số:", "Commands:", "Các lệnh:", "Flags:", "Tùy chọn:",
	"<command>", "<lệnh>", "[flags]", "[tùy chọn]", "<file>", "<tệp>", "[<name>]", "[<tên>]",
	"Show context-sensitive help.", "In lời giúp này.",
	`Run "thidua <command> --help" for more information on a command.`, `Xem một lệnh: thidua <lệnh> --help`,
	`expected string value but got "EOL" (<EOL>)`, "thiếu giá trị", "missing flags:", "thiếu tùy chọn", "unknown flag", "không có tùy chọn", "unexpected argument", "không hiểu",
	"expected one of", "phải kèm một trong các lệnh", "expected", "phải kèm", "did you mean", "có phải là", "one of", "một trong",
	"missing value", "thiếu giá trị", "unexpected flag argument", "thừa giá trị",
)

// help prints what the library would, in Vietnamese.
func help(options kong.HelpOptions, ctx *kong.Context) error {
	out := ctx.Stdout
	var text bytes.Buffer
	ctx.Stdout = &text
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = inVietnamese.WriteString(out, text.String())
	return err
}

// reasons are why the machine would not read, write or listen, as it says it
// and as people do.
var reasons = []struct {
	err  error
	said string
}{
	{fs.ErrNotExist, "không có tệp hoặc thư mục này"},
	{fs.ErrPermission, "không được phép"},
	{syscall.EISDIR, "đây là thư mục, không phải tệp"},
	{syscall.ENOTDIR, "trên đường dẫn này có một tệp, không phải thư mục"},
	{syscall.ELOOP, "liên kết vòng lại chính nó"},
	{syscall.ENOSPC, "ổ đĩa đã đầy"},
	{syscall.EROFS, "ổ đĩa chỉ cho đọc"},
	{syscall.EADDRINUSE, "một chương trình khác đang dùng địa chỉ này"},
	{syscall.EACCES, "không được phép"},
	{syscall.EADDRNOTAVAIL, "máy này không có địa chỉ ấy"},
}

// reason is why err happened, in Vietnamese where it is known.
func reason(err error) string {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.said
		}
	}
	return err.Error()
}
