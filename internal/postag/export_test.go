package postag

// IsWhole reports whether the model tags by sums of whole numbers.
func (m *Model) IsWhole() bool { return m.whole }
