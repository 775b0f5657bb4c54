package load

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Server is a process that serves a database.
type Server struct {
	Site    string
	command *exec.Cmd
}

// Serve starts this same program as a server of the database at the address.
func Serve(ctx context.Context, database string) (*Server, error) {
	s := &Server{command: exec.CommandContext(ctx, os.Args[0])}
	s.command.Env = append(os.Environ(), role+"=server", address+"="+database)
	s.command.Stderr = os.Stderr
	out, err := s.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	s.Site = strings.TrimSpace(line)
	return s, err
}

// Stop ends the server.
func (s *Server) Stop() {
	_ = s.command.Process.Signal(syscall.SIGTERM)
	_ = s.command.Wait()
}

// Memory is the most memory the server ever held, in bytes; 0 where the system
// does not tell.
func (s *Server) Memory() int64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if rest, found := strings.CutPrefix(line, "VmHWM:"); found {
			kilobytes, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kilobytes << 10
		}
	}
	return 0
}

// Busy is how long the server has kept a core busy.
func (s *Server) Busy() time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.command.Process.Pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(fields[11], 10, 64)
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return time.Duration(user+system) * tick
}

// tick is the unit in which Linux counts the time of processes.
const tick = 10 * time.Millisecond

// Measure starts this same program as so many clients of the server.
func (s *Server) Measure(ctx context.Context, path string, cookies []string, lasting time.Duration) (Report, error) {
	task, err := json.Marshal(Task{Site: s.Site, Path: path, Cookies: cookies, Lasting: lasting})
	if err != nil {
		return Report{}, err
	}
	command := exec.CommandContext(ctx, os.Args[0])
	command.Env = append(os.Environ(), role+"=clients")
	command.Stdin, command.Stderr = bytes.NewReader(task), os.Stderr
	out, err := command.Output()
	if err != nil {
		return Report{}, err
	}
	var r Report
	return r, json.Unmarshal(out, &r)
}
