// Package naming holds the flags by which the example programs choose how names are found.
package naming

import (
	"flag"
	"fmt"

	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/entities/prosev2"
)

// Flags are the values of the flags -prose and -no-model. Use them after the flag set was parsed.
type Flags struct {
	prose   string
	noModel bool
}

// Register adds the flags to a flag set.
func (f *Flags) Register(set *flag.FlagSet) {
	set.StringVar(&f.prose, "prose", "v3", "tokens and tags of prose `v3|v2`")
	set.BoolVar(&f.noModel, "no-model", false, "find names without the trained model: by links, gazetteers and rules only")
}

// Tagger is the tagger that the flags ask for; an error is about the flags or, rarely, about the embedded data.
func (f *Flags) Tagger() (*entities.Tagger, error) {
	config := entities.Config{NoModel: f.noModel}
	switch f.prose {
	case "v3":
	case "v2":
		config.Recogniser = prosev2.New()
	default:
		return nil, fmt.Errorf("unknown -prose %q: want v3 or v2", f.prose)
	}
	return entities.New(config)
}
