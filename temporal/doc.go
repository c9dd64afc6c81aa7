// Package temporal finds temporal expressions in English history prose and tells what they mean: their
// place, TIMEX3 type, value and modifier, the EDTF date, what that date rests on, and the rule that found it.
//
// One pass over the bytes cuts tokens; trigger words dispatch to rules that read forward; typed partial dates are then
// anchored in document order. There are no regular expressions and no backtracking: time is linear in the text.
//
// # Two views
//
// [Result.Dates] is the TIMEX3 view: "April" and "June 1952" in "in April–June 1952" are two expressions.
// [Result.Phrases] is the view events are dated by: one phrase "1952-04/1952-06" with the relation "in".
//
// Years of the Hijra become the years of our era they touch, by the tabular calendar, with the sign for "about" and the rule "hijri-year"; a
// year of our era that stands beside one dates it. Regnal years are found and left without a date.
//
// # Anchors
//
// History is told in order. A month or day without year belongs to the year last told of, runs on into the next year when
// months start again, follows the year of a heading, and heeds a year named later in the paragraph. What counts from an
// event ("the day after the proclamation") is dated by the document's own sentence about that event; when there is none, it
// has basis "none" and no date. What a text tells of every year ("the race is held in July") belongs to none and has none either. Where
// the words leave a choice, the readings weighed are kept as [sinosoviet.Date].Candidates, the one taken first, with a confidence that
// was measured against annotated articles.
package temporal
