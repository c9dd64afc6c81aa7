package temporal

import (
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// Result is what a text says about time, in two views made in one pass.
type Result struct {
	// Dates are the temporal expressions in the terms of TIMEX3: minimal extents, ends of ranges apart, no
	// nesting, in order of the text.
	Dates []sinosoviet.Date
	// Phrases are the same expressions as a reader dates an event by them: ranges joined, prepositions
	// applied, in order of the text. Durations, sets and references without a calendar value have none.
	Phrases []Phrase
}

// Phrase is a date as a sentence uses it: one expression or a joined range, with the relation its words express.
type Phrase struct {
	Span     sinosoviet.Span     // source, relation words and all ends of a range included
	TextSpan sinosoviet.Span     // the same in Article.Text
	When     edtf.Date           // the date or range named, without the relation
	Relation sinosoviet.Relation // how what happens lies to When
	EDTF     edtf.Date           // Relation applied to When
	Basis    sinosoviet.Basis    // of the weakest part
	Rule     string              // of the first part
	First    int                 // Dates[First:End] are its parts; it stands within Dates[First] when that dates by a clause ("the time he came in May 1775")
	End      int

	Parenthetical bool // stands alone in parentheses: "(1984)"
	Attribute     bool // stands before the noun it belongs to: "the September 1989 withdrawal"
	Title         bool // inside a name, title or reference: "Foreign Relations of the United States, 1947", "Heller 2009, p. 3"
	Compared      bool // in a comparison: "less industrialised than Russia in 1914"
	Heading       bool // in a heading
	Caption       bool // in a caption or a table cell

	Event sinosoviet.Span // text bytes of the event it counts from ("the PRC's founding"); zero when none
}

// IsRange reports whether the phrase joins more than one date.
func (p Phrase) IsRange() bool { return p.End-p.First > 1 }
