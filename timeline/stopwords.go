package timeline

import "strings"

// stopWords are English function words, months and weekdays: what two texts may share or not without telling the same.
var stopWords = wordSet(`
a an the this that these those its his her their our your my some any each every such same other another own
and or but nor so yet both either neither not no
of in on at by to from for with without into onto upon over under between among through during after before since until till
against about around within toward towards across along behind beyond off out up down as than per via despite
is are was were be been being am has have had having do does did will would shall should can could may might must
it he she they we you i him them us me who whom whose which what when where why how while if because although though whether
also again still already just only even then there here thus therefore however later early earlier late mid soon first last once
circa approximately roughly nearly almost
january february march april june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday
spring summer autumn winter day days week weeks month months year years decade century bc ad bce ce
`)

func wordSet(list string) map[string]struct{} {
	set := map[string]struct{}{}
	for _, w := range strings.Fields(list) {
		set[w] = struct{}{}
	}
	return set
}
