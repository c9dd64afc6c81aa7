// Package extract does everything in one call: it reads a text, types and resolves its
// citations, finds its dates and names, and puts them together into events.
//
//	doc, err := extract.Wikitext(ctx, sinosoviet.NewSource("page", "", text))
//	for _, e := range doc.Events { fmt.Println(e.EDTF, e.Headline, e.Citations) }
//
// The steps are packages of their own (parse, temporal, entities, cite, align); a program that needs one of
// them imports that one alone. An [Extractor] holds their configuration; the package functions use
// the zero Extractor, whose models are loaded once per process on first use.
//
// # Events
//
// One event is made of each dated predicate of prose and captions; [sinosoviet.Event] tells its fields. A date that the sentence does not
// give is marked with basis "resolved", and Evidence.Rule says how it was found: by a rule of package temporal, "joined-clause" (a date in
// front holds for the clauses joined to its own), "when-clause" (what happened when something dated did), or "event-reference" ("at
// Brezhnev's funeral", where the document has dated his death). Dates that only compare, define, or tell which book, law or life is
// meant make no event.
//
// Errors tell that the context was cancelled or that a configuration cannot be used, never that
// the content is bad: what is wrong with content is in Document.Diagnostics.
package extract
