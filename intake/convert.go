package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Bounds of one run of LibreOffice.
const (
	convertTime   = 60 * time.Second
	convertMemory = 3 << 30  // bytes of address space
	convertOutput = 64 << 20 // bytes of one file it writes
)

// oldKind is what an old file is to be turned into, by its first bytes; "" for
// any other file. Word and Excel files of old are compound files that name their
// streams in UTF-16.
func oldKind(file []byte) (wanted string) {
	switch {
	case bytes.HasPrefix(file, []byte(`{\rtf`)):
		return "rtf docx"
	case !bytes.HasPrefix(file, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return ""
	case bytes.Contains(file, utf16("WordDocument")):
		return "doc docx"
	case bytes.Contains(file, utf16("Workbook")), bytes.Contains(file, utf16("Book")):
		return "xls xlsx"
	}
	return "unknown"
}

func utf16(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// oneAtATime keeps two conversions from filling the memory together.
var oneAtATime = make(chan struct{}, 1)

// convert turns an old file into one of today through LibreOffice, which runs in
// a folder, with a profile and within bounds of its own: without macros, without
// a network where the system allows to take it away, killed when it takes long.
func convert(ctx context.Context, file []byte, kind string) ([]byte, error) {
	from, to, known := strings.Cut(kind, " ")
	if !known {
		return nil, refuse("Tệp kiểu cũ này không phải Word hay Excel: hãy mở bằng chương trình đã soạn rồi lưu thành .docx hoặc .xlsx.")
	}
	if reason := forbidden(file); reason != "" {
		return nil, refuse("%s", reason)
	}
	out, err := throughOffice(ctx, file, from, to)
	switch {
	case errors.Is(err, errNoOffice):
		return nil, refuse("Máy chủ chưa cài LibreOffice nên chưa đọc được tệp .%s: hãy mở tệp, lưu thành .%s rồi nạp lại.", from, to)
	case errors.Is(err, errSlow):
		return nil, refuse("Đọc tệp .%s quá lâu nên đã dừng: hãy mở tệp, lưu thành .%s rồi nạp lại.", from, to)
	case errors.Is(err, errUnread):
		return nil, refuse("Không đọc được tệp .%s; tệp có thể bị hỏng hoặc có mật khẩu. Hãy mở tệp, lưu thành .%s rồi nạp lại.", from, to)
	}
	return out, err
}

// What may come of a run of LibreOffice.
var (
	errNoOffice = errors.New("intake: convert: LibreOffice is not installed")
	errSlow     = errors.New("intake: convert: it took too long")
	errUnread   = errors.New("intake: convert: the file was not read")
)

// throughOffice runs LibreOffice on a file, in its turn.
func throughOffice(ctx context.Context, file []byte, from, to string) ([]byte, error) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		return nil, errNoOffice
	}
	select {
	case oneAtATime <- struct{}{}:
		defer func() { <-oneAtATime }()
	case <-ctx.Done():
		return nil, errSlow
	}
	folder, err := os.MkdirTemp("", "thidua-convert-")
	if err != nil {
		return nil, fmt.Errorf("intake: convert: %w", err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	return run(ctx, office, folder, file, from, to)
}

func run(ctx context.Context, office, folder string, file []byte, from, to string) ([]byte, error) {
	source := filepath.Join(folder, "list."+from)
	if err := errors.Join(os.WriteFile(source, file, 0o600), writeProfile(folder)); err != nil {
		return nil, fmt.Errorf("intake: convert: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, convertTime)
	defer cancel()
	line := append(sandbox(ctx), office, "--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"),
		"--convert-to", to, "--outdir", filepath.Join(folder, "out"), source)
	command := exec.CommandContext(ctx, line[0], line[1:]...)
	command.Dir, command.Env = folder, []string{"HOME=" + folder, "TMPDIR=" + folder, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8"}
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Cancel = func() error { return syscall.Kill(-command.Process.Pid, syscall.SIGKILL) }
	command.WaitDelay = 5 * time.Second
	err := command.Run()
	_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL) // what it may have left behind
	if ctx.Err() != nil {
		return nil, errSlow
	}
	out, readErr := os.ReadFile(filepath.Join(folder, "out", "list."+to))
	if err != nil || readErr != nil {
		return nil, errUnread
	}
	return out, nil
}

// forbidden says why an old file is not even opened: it holds macros, or asks
// another program for data. The marks are names of streams and RTF words.
func forbidden(file []byte) string {
	for _, mark := range []string{"_VBA_PROJECT", "VBA", "Macros"} {
		if bytes.Contains(file, utf16(mark+"\x00")) {
			return "Tệp có macro: hãy mở tệp, lưu thành .docx hoặc .xlsx không macro rồi nạp lại."
		}
	}
	if bytes.HasPrefix(file, []byte(`{\rtf`)) {
		small := bytes.ToLower(file)
		for _, mark := range []string{`\objdata`, `\objautlink`, `\ddeauto`, "ddeauto", "includetext", `\template`} {
			if bytes.Contains(small, []byte(mark)) {
				return "Tệp RTF có đối tượng nhúng hoặc liên kết ra ngoài: hãy bỏ đi, lưu thành .docx rồi nạp lại."
			}
		}
	}
	return ""
}
