package entities

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// Model is a trained model: it labels names by what the words and the rules' findings around them look like. It is
// immutable and safe for concurrent use.
type Model struct{ tagger *nametag.Model }

// Example is a text with its names, for [Train].
type Example struct {
	Text  string
	Names []Labelled // in order, not overlapping
}

// Labelled is a name in the text of an [Example].
type Labelled struct {
	Start, End int             // bytes
	Kind       sinosoviet.Kind // "" = a name of some kind that is not told apart
}

// Training is how [Train] works. The zero value is what the built-in model was trained with.
type Training struct {
	Epochs   int // passes over the examples in each of seven courses; 0 = 4
	Features int // how many features are kept at most, those with the largest weights; 0 = 40,000, -1 = all
}

// Train trains a model on texts with their names. The recogniser and names of the config are used for the
// features, so a Tagger that uses the model should have the same. Equal input gives an equal model, bit for bit. A name
// that does not begin and end with tokens is widened to those it touches. The error is that of the context or of the recogniser.
func Train(ctx context.Context, config Config, examples []Example, how Training) (*Model, error) {
	config.NoModel = true
	t, err := New(config)
	if err != nil {
		return nil, err
	}
	samples := make([]nametag.Sample, 0, len(examples))
	for _, x := range examples {
		a := &sinosoviet.Article{Text: sinosoviet.PlainText(x.Text)}
		mem := new(memory)
		tokens, err := t.tokens(ctx, a, mem)
		if err != nil {
			return nil, err
		}
		d := newDocument(t, a, tokens, mem)
		d.rules()
		d.mark()
		s := nametag.Sample{Document: d.Document}
		at := 0
		for _, n := range x.Names {
			i := at
			for i < len(d.Words) && d.Words[i].End <= n.Start {
				i++
			}
			j := i
			for j < len(d.Words) && d.Words[j].Start < n.End {
				j++
			}
			if i < j {
				s.Spans = append(s.Spans, nametag.Span{I: i, J: j, Kind: string(n.Kind)})
			}
			at = j
		}
		samples = append(samples, s)
	}
	switch how.Features {
	case 0:
		how.Features = 40_000
	case -1:
		how.Features = 0
	}
	m, err := nametag.Train(ctx, samples, t.table, nametag.Training{Epochs: how.Epochs, Features: how.Features})
	if err != nil {
		return nil, err
	}
	return &Model{m}, nil
}

// WriteTo writes the model in a compact form, with weights rounded to a byte.
func (m *Model) WriteTo(w io.Writer) (int64, error) { return m.tagger.WriteTo(w) }

// ReadModel reads what [Model.WriteTo] wrote.
func ReadModel(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("entities: reading model: %w", err)
	}
	m, err := nametag.ReadModel(b)
	if err != nil {
		return nil, fmt.Errorf("entities: reading model: %w", err)
	}
	return &Model{m}, nil
}

// mark notes on the words what the rules made of them, for the model.
func (d *document) mark() {
	kinds := make([]uint16, d.reading.book.Len()) // by number of the word
	for _, m := range d.mentions {
		k := nametag.Number(string(m.kind))
		for i := m.i; i < m.j; i++ {
			w := &d.Words[i]
			w.Rule = k
			switch {
			case m.j-m.i == 1:
				w.RulePos = 'U'
			case i == m.i:
				w.RulePos = 'B'
			case i == m.j-1:
				w.RulePos = 'L'
			default:
				w.RulePos = 'I'
			}
			if !m.firm() {
				w.RulePos |= 0x80
			}
			kinds[w.Number] |= 1 << k
		}
	}
	for i := range d.Words {
		if w := &d.Words[i]; w.Flags.Has(nametag.Capital) {
			w.DocKind = kinds[w.Number]
		}
	}
}

// firm reports whether a mention stands whatever the model says.
func (m *mention) firm() bool {
	return m.method == sinosoviet.MethodLink && !m.guess || m.conf >= 0.85
}

// label lets the model find what the rules did not, and correct what they were not sure of.
func (d *document) label(model *nametag.Model) {
	exact := make(map[[2]int]int, len(d.mentions))
	for n, m := range d.mentions {
		exact[[2]int{m.i, m.j}] = n
	}
	d.found = d.found[:0]
	linked := d.unknownLinks()
	for _, sp := range d.split(model.Label(d.Document, d.t.table)) {
		if n := linked[d.touched(sp, linked)]; n != 0 { // the link tells the words, the model their kind
			m := d.dropped[n-1]
			sp.I, sp.J = m.i, m.j
			kind := d.seen(sp, -1)
			m.kind, m.conf, m.score, m.guess = kind.kind, min(kind.conf, 0.84), scoreModel+1, false
			if m.kind != "" && !(m.kind == sinosoviet.KindPerson && d.hasDigits(m.i, m.j)) {
				d.add(m)
			}
			continue
		}
		if sp.J-sp.I > 1 && d.Words[sp.I].Text == "the" {
			sp.I++ // no name begins with it
		}
		n, ok := exact[[2]int{sp.I, sp.J}]
		if !ok {
			n = -1
		}
		m := d.seen(sp, n)
		if m.kind == "" {
			continue
		}
		d.add(m)
	}
	for _, m := range d.mentions {
		if !m.firm() {
			continue
		}
		m.score = scoreLink
		if m.j-m.i == 1 && m.method != sinosoviet.MethodLink {
			m.score = scoreModel - 1 // gives way to a longer name that the model sees: "West Jersey"
		}
		d.add(m)
	}
	for _, m := range d.dropped { // what the model has learned elsewhere may settle them yet
		m.kind, m.score, m.guess = "", scoreGuess, true
		d.add(m)
	}
	d.mentions, d.dropped, d.settled = d.mentions[:0], nil, true
	d.choose()
}

// unknownLinks is the links that show a whole name of which the rules made nothing: word → index into dropped + 1.
func (d *document) unknownLinks() map[int]int {
	var linked map[int]int
	for n, m := range d.dropped {
		if m.method != sinosoviet.MethodLink || !d.isWhole(m.i, m.j) || d.hasKnown(m.i, m.j) && !d.isPhrase(m.i, m.j) {
			continue
		}
		if linked == nil {
			linked = map[int]int{}
		}
		for k := m.i; k < m.j; k++ {
			linked[k] = n + 1
		}
	}
	return linked
}

// hasDigits reports whether one of the words [i, j) has a digit.
func (d *document) hasDigits(i, j int) bool { return strings.ContainsAny(d.text(i, j), "0123456789") }

// touched is a word of the span that is in one of the links, where the span is at least half of that link or has only titles before it; else -1.
func (d *document) touched(sp nametag.Span, linked map[int]int) int {
	if len(linked) == 0 {
		return -1
	}
	n := linked[sp.J-1]
	if n == 0 {
		return -1
	}
	m := &d.dropped[n-1]
	if 2*d.capitals(sp.I, sp.J) < d.capitals(m.i, m.j) {
		return -1
	}
	if sp.J <= m.j && (m.i <= sp.I || d.areTitles(sp.I, m.i)) {
		return sp.J - 1
	}
	return -1
}

// seen is a name that the model sees, as a mention; kind "" when it comes to nothing. Where the rules found the same words
// (as mention n) and do not contradict, theirs is taken, since it knows more.
func (d *document) seen(sp nametag.Span, n int) mention {
	m := mention{i: sp.I, j: sp.J, kind: sinosoviet.Kind(sp.Kind), method: sinosoviet.MethodModel, conf: confidence(sp.Margin), score: scoreModel}
	if n >= 0 {
		rule := d.mentions[n]
		if rule.firm() || rule.kind == sinosoviet.KindLaw || coarse(rule.kind) == coarse(m.kind) || m.kind == "" && coarse(rule.kind) == "" {
			rule.score, rule.guess = scoreModel+1, false
			rule.conf = max(rule.conf, m.conf)
			return rule
		}
	}
	if m.kind == sinosoviet.KindPerson {
		for n := d.titleAt(m.i, m.j); n > 0 && m.i+n < m.j; n = d.titleAt(m.i, m.j) {
			m.i += n
		}
	}
	d.refine(&m)
	if d.isAbstract(sp.I, sp.J) || sp.J-sp.I == 1 && d.Words[sp.I].Flags.Has(nametag.First) && n < 0 && isSectionWord(d.Words[sp.I].Text) {
		m.kind = ""
	}
	return m
}

// split cuts names at dashes, which join two names rather than the words of one ("Li–Gorbachev"), and those of persons at
// "and" and the like.
func (d *document) split(spans []nametag.Span) []nametag.Span {
	out := make([]nametag.Span, 0, len(spans))
	for _, sp := range spans {
		from := sp.I
		for i := sp.I; i < sp.J && sp.Kind != "" && sp.Kind != string(sinosoviet.KindOrg); i++ {
			if text := d.Words[i].Text; text == "–" || text == "—" || (text == "and" || text == "with" || text == "or") && sp.Kind == string(sinosoviet.KindPerson) {
				if from < i {
					out = append(out, nametag.Span{I: from, J: i, Kind: sp.Kind, Margin: sp.Margin})
				}
				from = i + 1
			}
		}
		if from < sp.J {
			sp.I = from
			out = append(out, sp)
		}
	}
	return out
}

// isAbstract reports a single word for a creed or an idea: "Zoroastrianism".
func (d *document) isAbstract(i, j int) bool {
	return j-i == 1 && (d.Words[i].Text == "Islam" || d.Words[i].Text == "Christianity" || strings.HasSuffix(d.Words[i].Text, "ism") || strings.HasSuffix(d.Words[i].Text, "isms"))
}

// coarse is the kind in the model's terms: places are one, what is neither person, body nor place is "".
func coarse(k sinosoviet.Kind) sinosoviet.Kind {
	switch k {
	case sinosoviet.KindPerson, sinosoviet.KindOrg:
		return k
	case sinosoviet.KindGPE, sinosoviet.KindLoc, sinosoviet.KindFac:
		return sinosoviet.KindLoc
	}
	return ""
}

// refine gives a mention of the model, which knows only place and "other name", its kind among the nine.
func (d *document) refine(m *mention) {
	head := sinosoviet.Kind(d.headKind(m.i, m.j))
	var known sinosoviet.Kind
	if e := d.entriesOf(m.i, m.j); len(e) > 0 {
		known = sinosoviet.Kind(e[0].Kind)
		if coarse(known) == coarse(m.kind) {
			m.name, m.norp = canonicalEntry(e[0]), e[0].Demonym
		}
	}
	if m.j-m.i == 1 && isDynasty(d.Words[m.i].Text) {
		m.kind = sinosoviet.KindNorp // a dynasty: "Rawadids"
	}
	switch m.kind {
	case sinosoviet.KindLoc:
		switch {
		case coarse(known) == sinosoviet.KindLoc:
			m.kind = known
		case coarse(head) == sinosoviet.KindLoc && m.j-m.i > 1:
			m.kind = head
		default:
			m.kind = sinosoviet.KindGPE
		}
	case "":
		switch {
		case known != "" && coarse(known) == "":
			m.kind = known
		case head != "" && coarse(head) == "" && m.j-m.i > 1:
			m.kind = head
		case m.j-m.i == 1 && isDemonymLike(d.Words[m.i].Text):
			m.kind = sinosoviet.KindNorp
		case d.Words[m.i].Flags.Has(nametag.Quoted) && m.j-m.i > 1:
			m.kind = sinosoviet.KindWork
		}
	}
}

// isDemonymLike reports a word with the ending of a people or creed.
func isDemonymLike(s string) bool {
	for _, end := range []string{"ians", "ists", "ites", "eans", "ian", "ist", "ese", "ean", "ish", "ids"} {
		if strings.HasSuffix(s, end) && len(s) > len(end)+2 {
			return true
		}
	}
	return false
}

// confidence turns the margin of the model into a number between one half and one.
func confidence(margin float64) float64 {
	c := 0.5 + margin/40
	return min(max(c, 0.5), 0.95)
}
