// Package sinosoviet turns history articles into typed, dated, sourced facts.
//
// This package holds the nouns: [Article], [Citation], [Date], [Entity], [Event] and what they
// are made of. Each subpackage is one verb: parse reads wikitext and excerpts, temporal finds dates,
// entities finds names, cite checks and exports citations, align puts an excerpt beside its article,
// extract does all of it in one call, timeline orders and exports events. Package edtf is the date
// format they share. A program imports what it needs and links no more.
//
// # Provenance
//
// Every value knows the source bytes it came from. A [Span] counts bytes of the text as
// given, which is never normalised; [Source.Slice] reads them back. Readable text is a [Text]: a plain string
// that maps each of its ranges back to source bytes with [Text.Locate].
//
// # Inference is labelled
//
// What the text says outright and what was worked out are told apart: dates and events have a
// [Basis], citations a [Linkage], entities a [Method], with a confidence where there is a choice. No
// precision is invented: a year stays a year.
//
// # Content is never an error
//
// Bad markup and impossible dates yield [Diagnostics] with spans. Errors are for I/O, cancelled contexts,
// unusable configuration and strict formats.
package sinosoviet
