package gazetteer

import "iter"

// Load reads the embedded lists anew.
var Load = load

// Words yields the words of which the table knows something by themselves.
func (t *Table) Words() iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range t.opening {
			if !yield(w) {
				return
			}
		}
		for w := range t.given {
			if !yield(w) {
				return
			}
		}
		for w := range t.family {
			if !yield(w) {
				return
			}
		}
	}
}
