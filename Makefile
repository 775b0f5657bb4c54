# Short names for what is done often. Nothing here is needed to build or run.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -ec
.PHONY: build generate test bench

build: ## the program, without cgo, as ./thidua
	CGO_ENABLED=0 go build -trimpath -o thidua ./cmd/thidua

generate: ## the pages' Go files from their templates, the docs' tables from the code
	go tool templ generate
	THIDUA_WRITE_TABLES=1 go test -count=1 -run TestTables ./internal/house

test: ## everything; see CONTRIBUTING.md
	./test

bench: ## every benchmark, on SQLite, in one table
	CGO_ENABLED=0 go test -vet=off -run '^$$' -bench . -benchmem ./... | awk -f internal/house/bench.awk
