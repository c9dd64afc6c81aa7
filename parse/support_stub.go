package parse

import "github.com/sinosoviet/sinosoviet"

func Support(a *sinosoviet.Article, text sinosoviet.Span) (ids []string, neededSince string) { return nil, "" }
