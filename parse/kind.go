package parse

// Kind is the kind of a [Node].
type Kind uint8

// The kinds of nodes. "Leaf" says that nodes of the kind never have children; others may
// have none too.
const (
	KindNone Kind = iota // no node: the zero Node

	KindRoot // the whole source

	// Leaves.
	KindText      // text as it stands
	KindMarkup    // delimiter: brackets, braces, quotes, pipes, list stars, tags
	KindBlank     // blanks and line breaks between blocks
	KindRaw       // content that is not parsed: of <nowiki>, <pre>, <math> …
	KindComment   // <!-- … -->
	KindEntity    // &nbsp; &#160; &#xA0;
	KindURL       // address in a bracketed external link
	KindEndTag    // closing tag without an opening one
	KindSwitch    // __NOTOC__
	KindSignature // ~~~, ~~~~, ~~~~~
	KindRule      // ---- at the start of a line

	// Blocks.
	KindHeading     // == … ==
	KindParagraph   // lines of text
	KindPre         // lines that begin with a blank
	KindList        // items of one kind and level
	KindItem        // * … or # … or : …
	KindTerm        // ; …
	KindDescription // what follows a term: the ":" part of "; a : b", or a ":" line
	KindTable       // {| … |}
	KindCaption     // |+ …
	KindRow         // |- and the cells up to the next; the first row may have no |-
	KindCell        // | …
	KindHeaderCell  // ! …
	KindAttributes  // attributes of a table, row, cell or caption

	// Inlines.
	KindBold       // '''…'''
	KindItalic     // ''…''
	KindLink       // [[page]]
	KindFile       // [[File:…]], or a line of a <gallery>
	KindCategory   // [[Category:…]]
	KindLanguage   // [[de:…]]: the same subject in another language's wiki
	KindInterwiki  // [[wikt:…]]
	KindTarget     // target of a link
	KindLinkText   // text of a link; option or caption of a file
	KindExternal   // [http://… text], or a bare address (then a leaf)
	KindTemplate   // {{…}}: template, parser function or variable
	KindParameter  // {{{…}}}
	KindName       // name of a template or parameter
	KindArgument   // | and what follows it, in a template; the default in a parameter
	KindArgName    // name of a named argument
	KindValue      // value of an argument
	KindTag        // HTML tag with its content
	KindTagOpen    // opening tag that has templates in its attributes; plain ones are KindMarkup
	KindExtension  // extension tag: <ref>, <nowiki>, <gallery>, <math> …
	KindConversion // -{ … }-
	KindRedirect   // #REDIRECT [[…]]

	numKinds
)

var kindNames = [numKinds]string{
	"none", "root", "text", "markup", "blank", "raw", "comment", "entity", "url", "end-tag", "switch", "signature", "rule",
	"heading", "paragraph", "pre", "list", "item", "term", "description", "table", "caption", "row", "cell", "header-cell", "attributes",
	"bold", "italic", "link", "file", "category", "language", "interwiki", "target", "link-text", "external", "template", "parameter",
	"name", "argument", "arg-name", "value", "tag", "tag-open", "extension", "conversion", "redirect",
}

// String is the kind's name, such as "header-cell".
func (k Kind) String() string {
	if k < numKinds {
		return kindNames[k]
	}
	return "invalid"
}

// IsLink reports whether the kind is one of the links in double brackets.
func (k Kind) IsLink() bool { return k >= KindLink && k <= KindInterwiki }
