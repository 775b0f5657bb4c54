package load

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"thidua/store"
	"thidua/web"
)

// runServer is the process that serves the database at the address. It says
// where it listens on standard output, and ends when it is told to.
func runServer(address string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	db, err := store.Open(ctx, address)
	if err != nil {
		return err
	}
	defer db.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: web.New(db, web.Options{}), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	fmt.Printf("http://%s\n", listener.Addr())
	if err := server.Serve(listener); ctx.Err() == nil {
		return err
	}
	return nil
}

// role is the environment's variable by which a process of this program knows
// what it is; address the database it serves.
const (
	role    = "THIDUA_LOAD"
	address = "THIDUA_LOAD_DATABASE"
)

// Child does what this process was started for, and reports whether it was
// started by Measure at all.
func Child() (bool, error) {
	switch os.Getenv(role) {
	case "server":
		return true, runServer(os.Getenv(address))
	case "clients":
		return true, runClients()
	}
	return false, nil
}
