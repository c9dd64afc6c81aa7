package entities

import (
	_ "embed"
	"sync"

	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

//go:generate go run ../internal/nertrain -data ../../shared/ner -out model.bin

// The weights are under a licence of their own, see model.LICENSE.
//
//go:embed model.bin
var weights []byte

// builtin is the model that is part of the package. It is read on first use (a few milliseconds).
var builtin = sync.OnceValues(func() (*Model, error) {
	m, err := nametag.ReadModel(weights)
	if err != nil {
		return nil, err
	}
	return &Model{m}, nil
})
