package temporal

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// A bare number of four digits in a table is a year unless its column says otherwise: where the cells above and below are plain
// amounts, "1794" among "883" and "722" is one too.

const (
	cellRows   = 3  // rows looked at above and below
	leastCells = 2  // amounts among them that tell
	maxNumber  = 12 // bytes of a cell that is nothing but a number
)

// cellKind is what a cell holds. Cells without text are no blocks, so that only rows of equally many cells are compared.
type cellKind uint8

const (
	cellText cellKind = iota
	cellYear          // four digits that may be a year
	cellAmount
)

// amountCells reports which blocks are cells that hold a number of four digits in a column of amounts; nil when none is. Time is linear in
// the number of blocks.
func amountCells(text string, blocks []sinosoviet.Block) map[int]bool {
	var amounts map[int]bool
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Kind != sinosoviet.BlockCell {
			continue
		}
		var g grid
		first := i
		for ; i < len(blocks) && blocks[i].Kind == sinosoviet.BlockCell; i++ {
			sp := blocks[i].TextSpan
			if sp.Start < 0 || sp.End > len(text) || sp.Start > sp.End {
				return nil
			}
			gap := "\n"
			if i > first {
				gap = text[blocks[i-1].TextSpan.End:sp.Start]
			}
			if strings.Contains(gap, "\n\n") {
				break // another table
			}
			g.add(text[sp.Start:sp.End], gap != "\t")
		}
		for n := range g.cells {
			if g.isAmount(n) {
				if amounts == nil {
					amounts = map[int]bool{}
				}
				amounts[first+n] = true
			}
		}
		i--
	}
	return amounts
}

// grid is a table.
type grid struct {
	cells []cellKind
	rows  []int // index of each row's first cell
	years []int // of each row: cells behind the first that may be years
	row   []int // row of each cell
}

func (g *grid) add(text string, opensRow bool) {
	if opensRow {
		g.rows, g.years = append(g.rows, len(g.cells)), append(g.years, 0)
	}
	row, kind := len(g.rows)-1, kindOfCell(text)
	if kind == cellYear && len(g.cells) > g.rows[row] {
		g.years[row]++
	}
	g.row, g.cells = append(g.row, row), append(g.cells, kind)
}

// width is the number of cells of a row.
func (g *grid) width(row int) int {
	if row+1 < len(g.rows) {
		return g.rows[row+1] - g.rows[row]
	}
	return len(g.cells) - g.rows[row]
}

// isAmount reports whether cell n, which may be a year, stands in a column of amounts. The first row names columns, and so does one
// with more than one such number behind its first cell.
func (g *grid) isAmount(n int) bool {
	row := g.row[n]
	if g.cells[n] != cellYear || row == 0 {
		return false
	}
	start, width := g.rows[row], g.width(row)
	if others := g.years[row]; others > 1 || others == 1 && n == start {
		return false
	}
	seen := 0
	for r := max(1, row-cellRows); r <= row+cellRows && r < len(g.rows); r++ {
		if r == row || g.width(r) != width {
			continue
		}
		if g.cells[g.rows[r]+n-start] != cellAmount {
			return false
		}
		seen++
	}
	return seen >= leastCells
}

// kindOfCell tells a bare year, a bare amount and anything else apart.
func kindOfCell(s string) cellKind {
	s = strings.TrimSpace(s)
	if len(s) == 0 || len(s) > maxNumber || charClass[s[0]] != chDigit {
		return cellText
	}
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case charClass[c] == chDigit:
			digits++
		case c == ',' || c == '.' || c == '%' && i == len(s)-1:
		default:
			return cellText
		}
	}
	if digits == 4 && len(s) == 4 && s >= "1000" && s <= "2199" {
		return cellYear
	}
	return cellAmount
}
