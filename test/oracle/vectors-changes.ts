/**
 * Dates worked by hand for what may happen to a clock afterwards: a decree on the calendar, the transition to a new
 * law, a correction, a reopening, pauses that overlap. The form of a line and the days off used are told in
 * vectors-all-kinds.ts; further words of a line:
 *
 * - `tetDecree DAY`: an invented decree moves the Tết days off of 2027 to Thu 4 to Wed 10/2, so that Thu 4/2 is off and
 *   Thu 11/2 is worked; `oldCalendar DAY`: the calendar printed before 24/11 became a day off; `calendarBack DAY`: the
 *   calendar of the office again;
 * - `transition DAY`: a transition rule moves the clock to the row in force on that day;
 * - `corrected DAY is DAY`: what was recorded on the first day happened on the second.
 */
const DECREE_VECTORS = `
transfer denunciation 2027-01-28, tetDecree 2027-02-01 -> 2027-02-11 : 29/1, 1-3/2 make 4, 4-5 and 8-10/2 off, Thu 11/2 is 5; by the forecast it was Thu 4/2
transfer denunciation 2027-01-28, tetDecree 2027-02-01, calendarBack 2027-02-02 -> 2027-02-04 : the decree is taken back: 29/1, 1-4/2 make 5
transfer feedback 2027-02-04, tetDecree 2027-02-05 -> 2027-02-17 : 11-12/2 are 2, 15-17/2 make 5; by the forecast 12/2 was 1 and Thu 18/2 the fifth
answerVisitor feedback 2027-01-28, tetDecree 2027-02-01 -> 2027-02-18 : 29/1, 1-3/2 make 4, 11-12/2 make 6, 15-18/2 make 10: one day taken, one given, the same end
handOverInformation complaintFirst 2027-02-04, tetDecree 2027-02-04 -> 2027-02-11 : day 7 is Thu 11/2, worked by the decree: no shift
reportToCouncil feedback 2027-01-28, tetDecree 2027-02-02 -> 2027-02-11 : 3 days to 31/1, day 7 is Thu 4/2, off by the decree until Wed 10/2
review voterPetition 2027-01-11, tetDecree 2027-02-01 -> 2027-02-11 : 20 days to 31/1, day 30 is Wed 10/2, last of the decreed Tết
settle complaintSecond 2026-12-03, remoteComplex 2026-12-20, tetDecree 2026-12-28 -> 2027-02-11 : 28 and 31 make 59, day 70 is Thu 11/2, worked: no shift
settle complaintSecond 2026-12-03, remoteComplex 2026-12-20, tetDecree 2026-12-28, calendarBack 2027-01-04 -> 2027-02-12 : by the forecast Thu 11/2 is off again, so Friday
settle complaintFirst 2026-12-14, suspended 2026-12-24, tetDecree 2027-01-05, continued 2027-01-18 -> 2027-02-11 : 10 used, 20 left after 18/1: 13 in January, day 30 is Sun 7/2; 8-10/2 off
accept complaintFirst 2026-11-23, oldCalendar 2026-11-23 -> 2026-12-02 : Tue 24/11 was a working day then: 24-27/11 are 4, 30/11-2/12 make 7
accept complaintFirst 2026-11-23, oldCalendar 2026-11-23, calendarBack 2026-11-24 -> 2026-12-03 : 24/11 became a day off: 25-27/11 are 3, 30/11-3/12 make 7
process unclassified 2026-10-10, oldCalendar 2026-10-12 -> 2026-11-24 : day 45 is Tue 24/11, a working day of the old calendar
`;

const LAW_VERSION_VECTORS = `
accept complaintFirst 2026-06-26 -> 2026-07-06 : law of 2011: 4 days to 30/6, day 10 is Mon 6/7, also after the new law came
accept complaintSecond 2026-06-30 -> 2026-07-10 : law of 2011 for the second complaint too: day 10 is Fri 10/7
accept complaintFirst 2026-07-01 -> 2026-07-10 : 7 working days of 2026: 2-3/7 are 2, 6-10/7 make 7
accept complaintFirst 2026-06-30, transition 2026-07-01 -> 2026-07-09 : moved to 7 working days of the same start: 1-3/7 are 3, 6-9/7 make 7
accept complaintSecond 2026-06-24, transition 2026-07-01 -> 2026-07-03 : 25-26/6 are 2, 29/6-3/7 make 7; unmoved, day 10 is Sat 4/7, so Monday
accept complaintSecond 2026-06-24, transition 2026-07-01, transition 2026-06-30 -> 2026-07-06 : moved back: the row named last counts, day 10 is Sat 4/7, so Monday
process feedback 2026-06-30 -> 2026-08-14 : last day of the old row, 45 days as well: 31 in July, day 45 is Fri 14/8
sendSuspension complaintFirst 2026-07-01 -> 2026-07-06 : first day of the decree: 2-3/7 are 2, Mon 6/7 is 3
reportToCouncil complaintFirst 2026-02-28 -> 2026-03-09 : last day of the law of 2015: day 7 is Sat 7/3, so Monday
reportToCouncil complaintFirst 2026-03-01 -> 2026-03-09 : first day of the new row: day 7 is Sun 8/3, so Monday
`;

const CORRECTION_VECTORS = `
settle complaintFirst 2026-12-03, corrected 2026-12-03 is 2026-12-01 -> 2026-12-31 : accepted two days earlier: day 30 is Thu 31/12
settle complaintFirst 2026-12-03, corrected 2026-12-03 is 2026-12-01, corrected 2026-12-01 is 2026-12-03 -> 2027-01-04 : and two days later again: day 30 is Sat 2/1, so Monday
accept complaintFirst 2026-07-01, corrected 2026-07-01 is 2026-06-30 -> 2026-07-10 : received under the law of 2011: day 10 is Fri 10/7
accept complaintFirst 2026-06-29, corrected 2026-06-29 is 2026-07-02 -> 2026-07-13 : received under the decree of 2026: 3/7 is 1, 6-10/7 make 6, Mon 13/7 is 7
accept complaintFirst 2026-06-26, transition 2026-07-01, corrected 2026-06-26 is 2026-06-24 -> 2026-07-03 : the transition holds whatever the start: 25-26/6, 29/6-3/7 make 7
settle complaintFirst 2026-12-03, suspended 2026-12-14, continued 2027-01-11, corrected 2026-12-14 is 2026-12-10 -> 2027-02-03 : 7 used, 23 left after 11/1: 20 in January, Wed 3/2
settle complaintFirst 2026-12-03, suspended 2026-12-14, continued 2027-01-11, corrected 2027-01-11 is 2027-01-07 -> 2027-01-26 : 11 used, 19 left after 7/1: Tue 26/1
settle complaintFirst 2026-12-03, suspended 2026-12-14, corrected 2026-12-14 is 2026-12-10 -> none : suspended earlier, and still
settle complaintFirst 2026-12-03, complex 2026-12-20, corrected 2026-12-20 is 2026-12-04 -> 2027-01-18 : the day of a finding moves nothing: day 45 is Sun 17/1, so Monday
settle denunciation 2026-12-03, complex 2026-12-10, extended 2026-12-28, corrected 2026-12-28 is 2026-12-29 -> 2027-02-01 : nor does the day of an extension: day 60 is Mon 1/2
settle denunciation 2026-12-03, expertiseRequested 2026-12-14, expertiseReturned 2027-01-11, corrected 2027-01-11 is 2026-12-24 -> 2027-01-12 : 11 used, 19 left after 24/12: 7 in December, Tue 12/1
settle denunciation 2026-12-03, expertiseRequested 2026-12-10, expertiseReturned 2026-12-17, suspended 2026-12-21, continued 2026-12-28, corrected 2026-12-21 is 2026-12-17 -> 2027-01-20 : now one pause from 10 to 28/12: 7 used, 23 left: 3 in December, Wed 20/1
settle complaintFirst 2027-01-04, tetDecree 2027-01-20, corrected 2027-01-04 is 2027-01-05 -> 2027-02-11 : 26 days to 31/1, day 30 is Thu 4/2, off by the decree until Wed 10/2
answerVisitor feedback 2026-11-23, corrected 2026-11-23 is 2026-11-20 -> 2026-12-07 : 23/11 is 1, 24/11 off, 25-27/11 make 4, 30/11-4/12 make 9, Mon 7/12 is 10
`;

const REOPENING_VECTORS = `
settle complaintFirst 2026-12-03, cancelled 2026-12-14, reopened 2027-01-11 -> 2027-02-01 : 11 used, 19 left after 11/1: Sat 30/1, so Monday
settle complaintFirst 2026-12-03, cancelled 2026-12-14, reopened 2026-12-14 -> 2027-01-04 : cancelled and reopened on one day: day 30 is Sat 2/1, so Monday
settle complaintFirst 2026-12-03, cancelled 2027-01-04, reopened 2027-01-20 -> 2027-01-20 : cancelled on the last legal day: it ends on the day it is reopened
settle complaintFirst 2026-12-03, cancelled 2027-01-05, reopened 2027-01-20 -> 2027-01-04 : cancelled when it was late: it stays late
settle complaintFirst 2026-12-03, suspended 2026-12-10, cancelled 2026-12-17, reopened 2026-12-24 -> 2027-01-18 : reopened, it runs: 7 used, 23 left after 24/12: 7 in December, Sat 16/1, so Monday
settle denunciation 2026-12-03, complex 2026-12-10, extended 2026-12-28, cancelled 2027-01-04, reopened 2027-01-25 -> 2027-02-22 : 28 and 4 make 32 used, 28 of 60 left after 25/1: 6 in January, Mon 22/2
accept complaintFirst 2026-11-23, cancelled 2026-11-26, reopened 2026-12-03 -> 2026-12-10 : 25 and 26/11 used, 5 left: 4/12, 7-10/12
answerVisitor unclassified 2026-11-23, cancelled 2026-11-25, reopened 2026-11-28, cancelled 2026-12-02, reopened 2026-12-07 -> 2026-12-15 : 25/11 is 1, 30/11-2/12 make 4, 8-11/12 make 8, Mon 14 and Tue 15/12 make 10
settle complaintFirst 2026-12-03, cancelled 2026-12-14, reopened 2027-01-11, corrected 2027-01-11 is 2027-01-05 -> 2027-01-25 : 19 left after 5/1: day 30 is Sun 24/1, so Monday
settle complaintFirst 2026-12-03, cancelled 2026-12-14, reopened 2027-01-11, corrected 2026-12-14 is 2026-12-21 -> 2027-01-25 : 18 used, 12 left after 11/1: Sat 23/1, so Monday
settle complaintFirst 2026-12-03, met 2026-12-20 -> 2027-01-04 : a limit that was met keeps its last day
settle complaintFirst 2026-12-03, cancelled 2026-12-20 -> 2027-01-04 : so does a limit that was cancelled for good
`;

const OVERLAP_VECTORS = `
settle denunciation 2026-12-03, suspended 2026-12-10, expertiseRequested 2026-12-10, expertiseReturned 2026-12-17, continued 2026-12-24 -> 2027-01-18 : the expert is asked within the suspension: 7 used, 23 left after 24/12: 7 in December, Sat 16/1, so Monday
settle denunciation 2026-12-03, expertiseRequested 2026-12-10, suspended 2026-12-17, expertiseReturned 2026-12-17, continued 2026-12-24 -> 2027-01-18 : suspended on the day of the answer: one pause from 10 to 24/12
settle denunciation 2026-12-03, expertiseRequested 2026-12-10, expertiseReturned 2026-12-17, suspended 2026-12-17, continued 2026-12-24 -> 2027-01-18 : the answer first, then the suspension: no day between them
settle denunciation 2026-12-03, expertiseRequested 2026-12-10, expertiseReturned 2026-12-17, suspended 2026-12-18, continued 2026-12-24 -> 2027-01-15 : one day between them, Fri 18/12: 8 used, 22 left: 7 in December, Fri 15/1
settle denunciation 2026-06-01, suspended 2026-06-08, expertiseRequested 2026-06-10, cancelled 2026-06-12, reopened 2026-06-22 -> 2026-07-15 : three that overlap from 8 to 22/6, ended by the reopening: 7 used, 23 left: 8 in June, Wed 15/7
settle complaintFirst 2026-12-03, suspended 2026-12-14, expertiseRequested 2026-12-15, continued 2026-12-21 -> 2027-01-11 : the open expertise holds no complaint: 11 used, 19 left after 21/12: 10 in December, Sat 9/1, so Monday
`;

/** The tables of this file by name. */
export const CHANGES = {
  DECREE_VECTORS,
  LAW_VERSION_VECTORS,
  CORRECTION_VECTORS,
  REOPENING_VECTORS,
  OVERLAP_VECTORS,
};
