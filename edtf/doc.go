// Package edtf is the Extended Date/Time Format of ISO 8601-2:2019, levels 0, 1 and 2, as
// a value: a [Date] is parsed once, prints exactly what was parsed, can be compared with ==
// and used as a map key, and knows the earliest and the latest [Day] it can mean.
//
// # What is read
//
//	1985-04-12, 1985-04, 1985, -0043            calendar dates; 44 BC is -0043
//	1985-04-12T23:20:30+04:30                   date and time of day
//	1964/2008, 2004-02-01/2005                  intervals
//	1985/.., ../1985, 1985/, /1985              open (no limit) and unknown ends
//	1984?, 2004-06~, 2004-06-11%                uncertain, approximate, both: the whole date
//	2004?-06-11, 2004-%06-11                    a group (sign behind it), a part (sign before it)
//	201X, 2004-XX, 1985-04-XX, 156X-12-25       unspecified digits
//	2001-21 … 2001-41                           seasons, quarters, quadrimesters, halves: see [SubYear]
//	Y170000002, Y-17E7, Y3388E2S3, 1950S2       long years, exponents, significant digits
//	[1667,1668,1670..1672], {1960,1961-12..}    one of a set, all of a set
//
// # Where the standard is silent
//
// Seasons are read as the meteorological ones: 21 and 25 are March to May, 24 and 28
// December to February of the next year; southern codes 29 to 32 accordingly. Letter years
// (Y…) stand alone or as single elements of a set, not in intervals: the specification names them as dates of their own, its examples of
// intervals have none, and the Library of Congress's reference validator refuses "Y-61000/-2000". Years reach as far as an int.
// An interval, or a range in a set, may not end before it starts: its end may not be certain to lie before its
// earliest start, and a less precise end counts from its own first day ("1984-02/1984" is refused).
// A time of day has hours, minutes and seconds; 24:00:00 ends a day (ISO 8601-1:2019/Amd 1).
//
// # Comparison
//
// Relations such as [Date.Before] answer Yes when it is so whatever day was meant, No when it cannot be, and Maybe when it
// depends. An expression is read as something that happened: at some time within the bounds of a date; from some time
// within the bounds of an interval's start to some time within those of its end; at one of the elements of [..];
// from the first to the last of {..}. So something of 1952 is Maybe before 1952-04-12, and two things of 1952 are Maybe
// at the same time. What has an open end may be any time up to the other end, or from it on: ../1924 is some time up to 1924, 1985/.. some time from
// 1985 on. An interval with an unknown end does reach its known one; where the unknown one decides, the answer
// is Unknown, not Maybe. Qualifiers do not widen: 1948~ is compared as 1948.
//
// Only [Date.Contains] and [Date.During] read one side as a whole stretch of time, the way a query means it:
// all of 1952 contains 1952-04-12.
//
// Relations between two sets may take time in proportion to the product of their numbers of elements, all others in
// proportion to the length of the expressions.
//
// For sorting there is a total order, [Date.Compare]; whether two expressions are the same is ==.
//
// # Time
//
// Days are those of the proleptic Gregorian calendar, in any year. There are no time zones in
// bounds: a date-time lies on the day it names.
//
// All types are plain values, safe for concurrent use; nothing allocates when parsing.
package edtf
