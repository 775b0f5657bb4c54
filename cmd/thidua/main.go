// Command thidua runs the emulation year of a cluster: see README.md.
package main

import (
	"context"
	"os"

	"thidua/cli"
)

func main() { os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) }
