// Package cite checks citations and takes them out and in.
//
// [Check] reports what Wikipedia's own citation checker reports, under the same names behind "cs1-", with the span of the
// parameter at fault.
//
// [WriteCSL], [WriteBibTeX], [WriteBibLaTeX], [WriteRIS] and [WriteWikitext] print citations, one after the other, in the
// formats of CSL-JSON 1.0, BibTeX, BibLaTeX, RIS and Wikipedia's templates; [COinS] makes the context object that browsers'
// reference managers look for. [ReadCSL], [ReadBibTeX] and [ReadRIS] read what they and other programs write. All functions are safe for concurrent use. The order of the output is
// that of the input, and equal input gives equal output.
package cite
