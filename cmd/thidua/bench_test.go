package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// BenchmarkDemoStart is a fresh demo from the start of the process to its first
// answered page, and the memory it then holds.
func BenchmarkDemoStart(b *testing.B) {
	for i := range b.N {
		begun := time.Now()
		address, process := demo(b, filepath.Join(b.TempDir(), strconv.Itoa(i)))
		if status, _ := get(b, address); status != http.StatusOK {
			b.Fatal(status)
		}
		b.ReportMetric(float64(time.Since(begun).Milliseconds()), "ms/first-answer")
		b.ReportMetric(resident(b, process.Pid), "MB-RSS")
	}
}

// BenchmarkPages is every page of the demo over loopback, a connection kept
// open: time for one request, and its bytes on the line.
func BenchmarkPages(b *testing.B) {
	address, process := demo(b, filepath.Join(b.TempDir(), "demo"))
	for _, path := range pages(b, address) {
		b.Run(path, func(b *testing.B) {
			var size int64
			for range b.N {
				size = fetch(b, address+path)
			}
			b.ReportMetric(float64(size), "bytes-on-line")
		})
	}
	b.Run("memory-after", func(b *testing.B) {
		for range b.N {
		}
		b.ReportMetric(resident(b, process.Pid), "MB-RSS")
	})
}

// pages are the pages that the year's overview and ranking link to, and one of
// each deeper kind.
func pages(b *testing.B, address string) []string {
	const year = "nam/duong7-2014"
	found := []string{"", year, year + "/phong-trao", year + "/chi-tieu", year + "/dien-hinh", year + "/xep-hang", year + "/hoi-nghi", year + "/suy-ton", year + "/ban-tin"}
	links := regexp.MustCompile(`href="/(` + year + `/xep-hang/[^"#]+)"`)
	for range 2 {
		_, body := get(b, address+found[len(found)-1])
		if len(found) == 9 {
			_, body = get(b, address+year+"/xep-hang")
		}
		match := links.FindStringSubmatch(body)
		if match == nil {
			b.Fatal("no link from the ranking")
		}
		found = append(found, match[1])
	}
	return found
}

var client = http.Client{Transport: &http.Transport{DisableCompression: true}}

func fetch(b *testing.B, url string) int64 {
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		b.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "gzip")
	response, err := client.Do(request)
	if err != nil {
		b.Fatal(err)
	}
	defer response.Body.Close()
	line := &counted{r: response.Body}
	var body io.Reader = line
	if response.Header.Get("Content-Encoding") == "gzip" {
		if body, err = gzip.NewReader(line); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := io.Copy(io.Discard, body); err != nil || response.StatusCode != http.StatusOK {
		b.Fatal(response.StatusCode, err)
	}
	return line.n
}

type counted struct {
	r io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// resident is the process's resident memory in megabytes.
func resident(b *testing.B, pid int) float64 {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	match := regexp.MustCompile(`VmRSS:\s+(\d+) kB`).FindSubmatch(raw)
	if match == nil {
		b.Fatal("no VmRSS")
	}
	kb, err := strconv.Atoi(string(match[1]))
	if err != nil {
		b.Fatal(err)
	}
	return float64(kb) / 1024
}
