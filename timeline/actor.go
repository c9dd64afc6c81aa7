package timeline

import (
	"cmp"
	"slices"
	"strings"
)

// Actor is somebody who takes part in events, with how many of them there are.
type Actor struct {
	Name    string
	Entries int
}

// Actors are all who take part in an event, those with the most entries first, then by name.
func (t *Timeline) Actors() []Actor { return t.count(func(e *Entry) []string { return e.Actors }) }

// Places are all places of events, likewise.
func (t *Timeline) Places() []Actor { return t.count(func(e *Entry) []string { return e.Places }) }

func (t *Timeline) count(of func(*Entry) []string) []Actor {
	if t == nil {
		return nil
	}
	at := map[string]int{}
	var list []Actor
	for _, e := range t.entries {
		names := of(e)
		for i, name := range names {
			if slices.Contains(names[:i], name) {
				continue
			}
			j, ok := at[name]
			if !ok {
				j = len(list)
				at[name] = j
				list = append(list, Actor{Name: name})
			}
			list[j].Entries++
		}
	}
	slices.SortFunc(list, func(a, b Actor) int {
		return cmp.Or(cmp.Compare(b.Entries, a.Entries), strings.Compare(a.Name, b.Name))
	})
	return list
}

// CoActors are two actors of the same events. A sorts before B.
type CoActors struct {
	A, B    string
	Entries int
}

// maxCast bounds how many actors of one entry are paired, since pairs grow with the square.
const maxCast = 32

// CoActors are the pairs of actors that take part in the same events, those with the most first, then by name. Of an entry with
// more than 32 actors only the first 32 are paired.
func (t *Timeline) CoActors() []CoActors {
	if t == nil {
		return nil
	}
	at := map[[2]string]int{}
	var list []CoActors
	for _, e := range t.entries {
		cast := e.Actors[:min(len(e.Actors), maxCast)]
		for i, a := range cast {
			for k, b := range cast[:i] {
				if a == b || slices.Contains(cast[:k], b) || slices.Contains(cast[:i], a) {
					continue
				}
				pair := [2]string{min(a, b), max(a, b)}
				j, ok := at[pair]
				if !ok {
					j = len(list)
					at[pair] = j
					list = append(list, CoActors{A: pair[0], B: pair[1]})
				}
				list[j].Entries++
			}
		}
	}
	slices.SortFunc(list, func(a, b CoActors) int {
		return cmp.Or(cmp.Compare(b.Entries, a.Entries), strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
	return list
}
