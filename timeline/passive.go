package timeline

import "strings"

// voice is a headline in the passive that names who acts: "The town | was captured | by the rebels". Both are empty otherwise.
type voice struct {
	sufferer, agent string
}

// beForms open a passive.
var beForms = [...]string{" was ", " were ", " been ", " being ", " is ", " are "}

// voiceOf reads the voice of a headline.
func voiceOf(headline string) voice {
	by := strings.LastIndex(headline, " by ")
	if by < 0 {
		return voice{}
	}
	for _, be := range beForms {
		if i := strings.Index(headline, be); i > 0 && i < by {
			return voice{sufferer: headline[:i], agent: headline[by+len(" by "):]}
		}
	}
	return voice{}
}

// turned reports whether one of two headlines says in the passive what the other says in the active: who acts there is named behind "by" here,
// and who suffers it stands in front. Within a year that is one deed; in a longer time it may have been done twice.
func turned(a, b *mention) bool {
	if max(a.period.days(), b.period.days()) > 366 {
		return false
	}
	va, vb := voiceOf(a.Headline), voiceOf(b.Headline)
	switch {
	case va.agent != "" && vb.agent == "":
		return va.turns(b)
	case vb.agent != "" && va.agent == "":
		return vb.turns(a)
	}
	return false
}

// opposed reports whether one of two headlines is in the passive and names who acts, and the other has no form of "be": who stands in front does not
// do the same.
func opposed(a, b *mention) bool {
	pa, pb := voiceOf(a.Headline).agent != "", voiceOf(b.Headline).agent != ""
	return pa != pb && (pa && !hasBe(b.Headline) || pb && !hasBe(a.Headline))
}

func hasBe(headline string) bool {
	for _, be := range beForms {
		if strings.Contains(headline, be) {
			return true
		}
	}
	return false
}

// turns reports whether an active headline opens with a word of the agent, and the sufferer's last word is in what follows.
func (v voice) turns(active *mention) bool {
	agent, sufferer := readWords(nil, v.agent), readWords(nil, v.sufferer)
	if len(agent) == 0 || len(sufferer) == 0 || len(active.head) < 2 {
		return false
	}
	last := sufferer[len(sufferer)-1].hash
	return agent.has(active.head[0].hash) && !sufferer.has(active.head[0].hash) && active.head[1:].has(last)
}

func (ws wording) has(hash uint32) bool {
	for _, w := range ws {
		if w.hash == hash {
			return true
		}
	}
	return false
}
