package main

import (
	"cmp"
	"slices"
	"sort"

	"github.com/sinosoviet/sinosoviet"
)

// node is a name with its mentions.
type node struct {
	ID       int             `json:"id"`
	Name     string          `json:"name"`
	Kind     sinosoviet.Kind `json:"kind"`
	Page     string          `json:"page,omitempty"`
	Count    int             `json:"count"`
	Forms    []string        `json:"forms,omitempty"` // other ways it is written, in order
	Mentions []mention       `json:"mentions"`
}

// mention is one place of a name.
type mention struct {
	File       string            `json:"file,omitempty"`
	Span       sinosoviet.Span   `json:"span"`
	Text       string            `json:"text"`
	Method     sinosoviet.Method `json:"method"`
	Confidence float64           `json:"confidence"`
}

// edge is two names that stand in one sentence.
type edge struct {
	From  int `json:"from"` // ids of nodes, the smaller first
	To    int `json:"to"`
	Count int `json:"count"` // in how many sentences
}

// network gathers the names of articles.
type network struct {
	wanted map[sinosoviet.Kind]bool // empty = all
	nodes  []*node
	byName map[string]*node
	edges  map[[2]int]int
}

func newNetwork(kinds []string) *network {
	n := &network{wanted: map[sinosoviet.Kind]bool{}, byName: map[string]*node{}, edges: map[[2]int]int{}}
	for _, k := range kinds {
		n.wanted[sinosoviet.Kind(k)] = true
	}
	return n
}

// add takes the entities of an article.
func (n *network) add(a *sinosoviet.Article, found []sinosoviet.Entity) {
	sentence := -1
	var here []int // nodes named in the sentence
	for _, e := range found {
		if len(n.wanted) > 0 && !n.wanted[e.Kind] {
			continue
		}
		if s := sentenceAt(a, e.TextSpan.Start); s != sentence || s < 0 {
			n.join(here)
			sentence, here = s, here[:0]
		}
		v := n.node(e)
		v.Count++
		v.Mentions = append(v.Mentions, mention{a.Source.Name(), e.Span, e.Text, e.Method, e.Confidence})
		if e.Text != v.Name && !slices.Contains(v.Forms, e.Text) {
			v.Forms = append(v.Forms, e.Text)
		}
		if !slices.Contains(here, v.ID) {
			here = append(here, v.ID)
		}
	}
	n.join(here)
}

// sentenceAt is the index of the sentence that holds the offset of the text, or -1.
func sentenceAt(a *sinosoviet.Article, at int) int {
	i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].TextSpan.End > at })
	if i < len(a.Sentences) && a.Sentences[i].TextSpan.Start <= at {
		return i
	}
	return -1
}

// node is that of an entity. A people and its country are two nodes, of one name.
func (n *network) node(e sinosoviet.Entity) *node {
	key := e.Name
	if e.Kind == sinosoviet.KindNorp {
		key += "\x00people"
	}
	v := n.byName[key]
	if v == nil {
		v = &node{ID: len(n.nodes) + 1, Name: e.Name, Kind: e.Kind}
		n.byName[key] = v
		n.nodes = append(n.nodes, v)
	}
	v.Page = cmp.Or(v.Page, e.Page)
	return v
}

// join counts every pair of the nodes once.
func (n *network) join(ids []int) {
	for i, a := range ids {
		for _, b := range ids[:i] {
			n.edges[[2]int{min(a, b), max(a, b)}]++
		}
	}
}

// result is what is printed: nodes by count, then name; edges by count, then ids.
type result struct {
	Names []*node `json:"names"`
	Pairs []edge  `json:"pairs"`
}

func (n *network) result(least, together int) result {
	r := result{Names: []*node{}, Pairs: []edge{}}
	kept := map[int]bool{}
	for _, v := range n.nodes {
		if v.Count >= least {
			r.Names = append(r.Names, v)
			kept[v.ID] = true
		}
	}
	for pair, count := range n.edges {
		if count >= together && kept[pair[0]] && kept[pair[1]] {
			r.Pairs = append(r.Pairs, edge{pair[0], pair[1], count})
		}
	}
	slices.SortFunc(r.Names, func(a, b *node) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
	})
	slices.SortFunc(r.Pairs, func(a, b edge) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return r
}
