package cli

import (
	"fmt"
	"io"
	"os"

	"thidua/journal"
	"thidua/vi"
)

// longestExtract is more than any extract of the journal holds, in bytes.
const longestExtract = 256 << 20

type checkExtract struct {
	File string `arg:"" help:"Bản trích nhật ký (.json) tải từ trang Nhật ký." type:"path"`
}

// Run checks an extract of the journal by itself, without the records.
func (c checkExtract) Run(con console) error {
	file, err := os.Open(c.File)
	if err != nil {
		return usageError{fmt.Sprintf("không đọc được %s: %s", c.File, reason(err))}
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, longestExtract))
	if err != nil {
		return usageError{fmt.Sprintf("không đọc được %s: %s", c.File, reason(err))}
	}
	x, err := journal.ReadExtract(raw)
	if err != nil {
		fmt.Fprintln(con.err, "Tệp này không phải bản trích nhật ký.")
		return errRefused
	}
	faults := x.Check()
	for _, f := range faults {
		fmt.Fprintln(con.err, f.Sentence)
	}
	if len(faults) > 0 {
		return errRefused
	}
	con.say("Bản trích nguyên vẹn: %s mục, %s lấy, khóa %s.", vi.FormatInt(int64(len(x.Entries))), x.By, x.Key)
	return nil
}
