// Package parse reads MediaWiki wikitext, its flattened dialect, excerpts of rendered pages and plain prose. It has a lossless tree
// below and plain values above.
//
// [Wikitext], [Flattened], [Excerpt] and [Prose] read a source as a [sinosoviet.Article]: sections, readable text with its
// blocks and sentences, links, templates, names in other languages, notices, infoboxes, images, coordinates and citations, all with
// the bytes they came from. [Auto] decides between them as [Detect] does and says why. Any bytes give an article; what is wrong with them is in its
// Diagnostics. A [Parser] reads the same by the rules of another wiki, or with more templates.
//
// [TreeOf] and [Parser.Tree] give the tree: every byte of the source belongs to exactly one leaf, and each
// [Node] knows its [sinosoviet.Span]. Typed views read a node lazily: [Node.Template], [Node.Link], [Node.File],
// [Node.External], [Node.Tag], [Node.Heading], [Node.List], [Node.Table] and so on. [Parser.FlattenedTree] gives the same tree for
// the flattened dialect, in which headings, links and list stars have lost their marks.
//
// [Parser.Text] and [Parser.AppendText] give the readable text of nodes, as a [sinosoviet.Text] that knows the way
// back to the source; [Parser.Blocks] cuts a page into headings, paragraphs, items, cells and captions in
// reading order. Templates are never expanded: a table says what the common ones print, and
// [Parser.TemplateText] takes more.
//
// [Edits] changes a source without touching any other byte. [Site] tells the languages of wikis apart: names
// of namespaces, redirect words, link trails.
//
// # How it works
//
// Three passes, each linear in the input and none recursive: scan.go and pair.go read the bytes once, from left to right, and pair
// delimiters on an explicit stack as MediaWiki's preprocessor does (comments and nowiki first, the longest brace run
// first, unmatched openers turn into text with a diagnostic); build.go and lines.go walk the pairs and lay the tree out in
// preorder, block structure by lines, emphasis by MediaWiki's apostrophe rules; the views read what is asked for.
//
// # Invariants
//
// Leaves concatenate to the source (TestLossless). Children increase and lie inside their parents (TestSpansNest). No input
// panics or loops (TestTotal). Twice the input takes about twice the steps (TestLinear).
package parse
