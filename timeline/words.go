package timeline

// dateCode is an entry's date as EDTF; its bounds where it has no EDTF; "undated" where it has none.
func dateCode(e *Entry) string {
	switch {
	case !e.EDTF.IsZero():
		return e.EDTF.String()
	case !e.IsDated():
		return "undated"
	case e.Earliest == e.Latest:
		return e.Earliest.String()
	case e.Earliest.IsZero():
		return "../" + e.Latest.String()
	case e.Latest.IsZero():
		return e.Earliest.String() + "/.."
	}
	return e.Earliest.String() + "/" + e.Latest.String()
}

// dateWords is an entry's date for reading.
func dateWords(e *Entry) string {
	return dateCode(e)
}
