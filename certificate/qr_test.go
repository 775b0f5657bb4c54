package certificate_test

import (
	"math"
	"testing"

	"thidua/certificate"
)

const address = "https://thidua.example.vn/kiem-tra/abcdefghijklmnopqrstuvwxyz"

// TestBoxes_areTheDarkModulesOnceEach paints the boxes back onto a grid.
func TestBoxes_areTheDarkModulesOnceEach(t *testing.T) {
	m, err := certificate.MatrixOf(address)
	if err != nil {
		t.Fatal(err)
	}
	const side = 22.0
	module := side / float64(len(m)+8)
	painted := make([][]int, len(m))
	for i := range painted {
		painted[i] = make([]int, len(m))
	}
	for _, b := range m.Boxes(100, 50, side) {
		row, from := int(math.Round((b.Y-50)/module))-4, int(math.Round((b.X-100)/module))-4
		for k := range int(math.Round(b.Width / module)) {
			painted[row][from+k]++
		}
		if math.Abs(b.Height-module) > 1e-9 {
			t.Fatalf("%+v is not one module high", b)
		}
	}
	for y := range m {
		for x := range m[y] {
			if (painted[y][x] == 1) != m[y][x] || painted[y][x] > 1 {
				t.Fatalf("module %d,%d: painted %d times, dark %v", x, y, painted[y][x], m[y][x])
			}
		}
	}
}

func TestMatrix_hasTheThreeFindersAndTellsTextsApart(t *testing.T) {
	m, err := certificate.MatrixOf(address)
	if err != nil {
		t.Fatal(err)
	}
	n := len(m)
	for _, corner := range [][2]int{{0, 0}, {n - 7, 0}, {0, n - 7}} {
		for i := range 7 {
			for _, at := range [][2]int{{i, 0}, {i, 6}, {0, i}, {6, i}} {
				if !m[corner[1]+at[1]][corner[0]+at[0]] {
					t.Fatalf("no finder at %v", corner)
				}
			}
		}
	}
	other, _ := certificate.MatrixOf(address[:len(address)-1] + "y")
	differ := 0
	for y := range m {
		for x := range m {
			if m[y][x] != other[y][x] {
				differ++
			}
		}
	}
	if differ == 0 {
		t.Error("two addresses have one code")
	}
}
