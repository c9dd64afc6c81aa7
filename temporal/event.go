package temporal

// eventIndex finds the date of an event the document itself dates.
type eventIndex struct{}

// resolveEvent dates an expression that counts from an event.
func (r *resolver) resolveEvent(k int) {}
