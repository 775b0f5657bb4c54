// Package cli is the program's commands: the demo, the server, a cluster's year
// from a file, the official list of units, and the check of the journal.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/alecthomas/kong"

	"thidua/refusal"
	"thidua/store"
)

// The exit codes, the same for every command.
const (
	ok      = 0
	refused = 1 // the input is at fault; what is wrong was printed
	usage   = 2 // the command line is at fault
	failed  = 3 // the program or the machine is at fault
)

// commands is the whole command line.
type commands struct {
	Demo    demo    `cmd:"" help:"Chạy thử: ghi năm 2014 của Cụm thi đua đường 7 vào một thư mục và mở trang web trên máy này."`
	Serve   serve   `cmd:"" help:"Phục vụ trang web với dữ liệu thật."`
	Season  seasons `cmd:"" help:"Năm thi đua mô tả bằng tệp YAML."`
	Units   units   `cmd:"" help:"Danh mục đơn vị."`
	Law     laws    `cmd:"" help:"Quy định về thi đua, khen thưởng qua các thời kỳ."`
	Awards  awards  `cmd:"" help:"Sổ khen thưởng."`
	User    users   `cmd:"" help:"Người dùng."`
	Journal book    `cmd:"" help:"Nhật ký."`
}

// seasons are the commands on season files.
type seasons struct {
	Check   check   `cmd:"" help:"Kiểm tra tệp năm thi đua; không ghi gì."`
	Run     run     `cmd:"" help:"Chạy tệp năm thi đua: ghi kết quả và văn bản vào thư mục."`
	Example example `cmd:"" help:"In một tệp năm thi đua có sẵn để làm mẫu."`
}

type units struct {
	Import  importUnits `cmd:"" help:"Nạp danh mục đơn vị chính thức (CSV)."`
	Changes changeUnits `cmd:"" help:"Nạp bảng sáp nhập, chia tách, đổi tên đơn vị (CSV), sau danh mục trước và sau ngày ấy."`
}

type book struct {
	Verify verify       `cmd:"" help:"Soát nhật ký: tìm mục bị sửa, xóa hoặc chèn."`
	Check  checkExtract `cmd:"" help:"Soát một bản trích nhật ký có chữ ký, không cần dữ liệu."`
}

// console is what a command talks through.
type console struct {
	context.Context
	out, err io.Writer
}

func (c console) say(format string, args ...any) { fmt.Fprintf(c.out, format+"\n", args...) }

// Run runs the command line args and returns the exit code.
func Run(ctx context.Context, args []string, out, errs io.Writer) int {
	var cmds commands
	exit := -1
	parser, err := kong.New(&cmds, kong.Name("thidua"), kong.Writers(out, errs), kong.Exit(func(code int) { exit = code }),
		kong.Description("Thi Đua: năm thi đua của một cụm, từ giao ước đến lá cờ."), kong.Help(help), kong.DefaultEnvars("THIDUA"))
	if err != nil {
		fmt.Fprintln(errs, err)
		return failed
	}
	chosen, err := parser.Parse(args)
	if exit >= 0 {
		return exit // --help was asked for and given
	}
	if err != nil {
		fmt.Fprintf(errs, "thidua: %s\nXem cách dùng: thidua --help\n", inVietnamese.Replace(err.Error()))
		return usage
	}
	return report(errs, chosen.Run(console{ctx, out, errs}))
}

// errRefused ends a command whose faults are printed already.
var errRefused = errors.New("refused")

// usageError is a command line that parses but cannot be meant.
type usageError struct{ sentence string }

func (e usageError) Error() string { return e.sentence }

// report maps what a command returned to its exit code, in this one place. A
// fault of ours is logged with an id, and only the id is shown.
func report(errs io.Writer, err error) int {
	var bad usageError
	switch {
	case err == nil:
		return ok
	case errors.Is(err, errRefused):
		return refused
	case errors.As(err, &bad):
		fmt.Fprintf(errs, "thidua: %s\n", bad.sentence)
		return usage
	case refusal.All(err) != nil:
		for _, e := range refusal.All(err) {
			fmt.Fprintln(errs, e.Sentence)
		}
		return refused
	}
	id := store.NewID()
	slog.New(slog.NewTextHandler(errs, nil)).Error("thidua", "id", id, "err", err)
	fmt.Fprintf(errs, "Chương trình gặp lỗi; mã lỗi %s.\n", id)
	return failed
}
