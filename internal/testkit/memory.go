package testkit

import (
	"bytes"
	"os"
	"runtime/debug"
	"strconv"
)

// MostMemory is the most memory in MiB that this process has held since
// ForgetMemory, as the system counts it; 0 where it does not.
func MostMemory() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	field, _, _ := bytes.Cut(bytes.TrimSpace(rest), []byte(" "))
	kib, _ := strconv.Atoi(string(field))
	return float64(kib) / 1024
}

// ForgetMemory gives back what is free and counts the most memory anew, where
// the system can.
func ForgetMemory() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}
