package extract

// isReferencePoint reports whether the date at token i is only that of a figure or state which another one is measured by: "98% in 2011,
// against 48% in 1962", "up from 2 million in 1970", "fell from 80% in 2008 to 60%", "compared to 1914". Behind "against" and
// "from" that needs a figure.
func (v *view) isReferencePoint(behind, i int) bool {
	figure := false
	for j := i - 1; j >= 0 && i-j < 13; j-- {
		t := &v.tokens[j]
		switch {
		case t.lower == "compared" && t.isVerb() && (v.lower(j+1) == "to" || v.lower(j+1) == "with"):
			return true // "This compared to 181,000 in 1900"
		case t.depth != v.tokens[i].depth || t.phrase != 0 || t.isFinite() || t.lower == "," || t.lower == ";":
			return false
		case t.tag == "CD" && t.name == 0:
			figure = true
		case i-j > 8:
		case t.lower == "against":
			return figure
		case t.is(comparing):
			return t.lower != "relative" || v.lower(j+1) == "to"
		case t.lower == "from" && figure:
			return v.lower(j-1) == "up" || v.lower(j-1) == "down" || v.lower(behind) == "to"
		}
	}
	return false
}

// isRecord reports whether "since" at token i closes a superlative: "the first census since 1970" tells of no happening in 1970.
func (v *view) isRecord(i int) bool {
	for j := i - 1; j > 0 && i-j < 12; j-- {
		t := &v.tokens[j]
		switch {
		case t.phrase != 0 || t.lower == ";" || t.isFinite():
			return false
		case t.name == 0 && (t.lower == "first" || t.lower == "last" || t.lower == "only" || t.tag == "JJS" || t.tag == "RBS") && (v.tagAt(j-1) == "DT" || v.tagAt(j-1) == "PRP$" || v.tagAt(j-1) == "POS"):
			return true
		}
	}
	return false
}

// isLikened reports whether the words before token i liken what the clause tells to something else: "issues similar to those faced before the war".
func (v *view) isLikened(i int) bool {
	for j := i - 1; j > 0 && i-j < 9; j-- {
		switch t := &v.tokens[j]; {
		case t.phrase != 0 || t.lower == "," || t.isFinite():
			return false
		case (t.lower == "similar" || t.lower == "comparable" || t.lower == "identical" || t.lower == "equal") && v.lower(j+1) == "to", t.lower == "those" && (v.lower(j-1) == "to" || v.lower(j-1) == "like" || v.lower(j-1) == "as"):
			return true
		}
	}
	return false
}

// isMeasured reports whether a superlative stands behind the possessive mark at token i.
func (v *view) isMeasured(i int) bool {
	tag := v.tagAt(i + 1)
	return tag == "JJS" || tag == "RBS" || v.lower(i+1) == "first" || v.lower(i+1) == "last" || v.lower(i+1) == "greatest"
}

// isCommemorated reports whether the date at token i is that of what an anniversary is of, which has a date itself: "In 2009 it celebrated the 175th anniversary
// of its founding in 1834".
func (v *view) isCommemorated(i int) bool {
	if !v.hasOtherDate(&predicate{clause: v.tokens[i].clause}, i) {
		return false
	}
	for j := i - 1; j > 0 && i-j < 16; j-- {
		switch t := &v.tokens[j]; {
		case t.phrase != 0 || t.lower == "," || t.isFinite():
			return false
		case t.lower == "anniversary" || t.lower == "centenary" || t.lower == "centennial" || t.lower == "bicentennial" || t.lower == "bicentenary" || t.lower == "jubilee":
			return v.lower(j+1) == "of" || v.lower(j+1) == "since"
		}
	}
	return false
}
