// Package entities finds the names in readable text: who and where, each under one canonical name, with the bytes it
// stands in.
//
// A [Tagger] puts layers of evidence on top of a recogniser's tokens and parts of speech (by default those of prose v3):
//
//   - links: a link's target says which page its words name, and the page's title mostly says of what kind
//   - the gazetteer: states of today and the past with their peoples, cities, seas, rivers, bodies, wars, treaties
//   - rules: head nouns ("X Railway", "Treaty of X"), titles ("Premier X"), given and family names, definitions
//     in the text ("Chinese Communist Party (CCP)"), common nouns beside a name ("the village of X")
//   - a trained model for what is left
//   - agreement: what is sure in one place of a document settles the same words elsewhere
//
// Every [sinosoviet.Entity] says by its Method which layer found it, and by its Confidence how sure it is.
//
// # Names
//
// Mentions of one thing get one name: the link's target, the gazetteer's, the long form of an acronym, the full name of
// a person whose family name stands alone. Adjectives and peoples are NORP under the name of their country.
// A country keeps its name whatever the year; what it was in the year of its sentence, where one is told, stands in
// [sinosoviet.Entity] as State: China in 1930 is the Republic of China.
// Spans are maximal and flat, without titles, articles and the possessive.
package entities
