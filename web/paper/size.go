package paper

import (
	"fmt"

	"thidua/vi"
)

// size prints how much a file weighs: "48 kB".
func size(bytes int) string { return fmt.Sprintf("%s kB", vi.FormatInt(int64(bytes+999)/1000)) }
