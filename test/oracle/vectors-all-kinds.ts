/**
 * Dates worked by hand from Bộ luật Dân sự art. 147-148 and the yearly calendars, for the limits that all petitions
 * share and for feedback, voters' petitions and the elected bodies. One line is one date:
 * `limit procedure start, act date, ... -> last legal day : why`.
 *
 * Days off used: Tết 27-31/1/2025, 16-20/2/2026 and (forecast) 5 and 8-11/2/2027; Giỗ Tổ 7/4/2025, Mon 27/4/2026;
 * 30/4 and 1/5; Fri 2/5/2025 for Sat 26/4; 1-2/9; Fri 2/1/2026 for Sat 10/1; Mon 31/8/2026 for Sat 22/8; 24/11/2026.
 */
const WORKING_DAY_VECTORS = `
answerVisitor unclassified 2026-11-23 -> 2026-12-08 : 24/11 off; 25-27/11 are 3, 30/11-4/12 make 8, 7 and 8/12 make 10
answerVisitor complaintFirst 2025-01-17 -> 2025-02-07 : Mon-Fri 20-24/1 are 5, Tết 27-31/1 off, 3-7/2 make 10
answerVisitor denunciation 2026-02-13 -> 2026-03-06 : Tết 16-20/2 off, 23-27/2 are 5, 2-6/3 make 10
answerVisitor feedback 2025-04-23 -> 2025-05-09 : 24-25 are 2, Sat 26/4 is worked, 28-29 make 5, 30/4-2/5 off, 5-9/5 make 10
answerVisitor complaintSecond 2025-08-28 -> 2025-09-15 : 29/8 is 1, 1-2/9 off, 3-5/9 make 4, 8-12/9 make 9, Mon 15/9 is 10
answerVisitor feedback 2025-12-31 -> 2026-01-15 : 1-2/1 off, 5-9/1 are 5, Sat 10/1 is worked and 6, 12-15/1 make 10
answerVisitor unclassified 2026-08-20 -> 2026-09-07 : 21/8, Sat 22/8 worked, 24-28/8 make 7, 31/8-2/9 off, 3-4/9 and Mon 7/9 make 10
answerVisitor unclassified 2026-12-24 -> 2027-01-08 : 25/12 is 1 (Christmas is worked), 28-31/12 make 5, 1/1 off, 4-8/1 make 10
answerVisitor feedback 2026-11-21 -> 2026-12-07 : left on a Saturday; Mon 23/11 is 1, 24/11 off, 25-27 make 4, 30/11-4/12 make 9, 7/12 is 10
answerVisitor denunciation 2027-02-03 -> 2027-02-24 : 4/2 is 1, forecast Tết 5 and 8-11/2 off, 12/2 is 2, 15-19/2 make 7, 22-24/2 make 10
answerVisitor unclassified 2028-01-20 -> 2028-02-03 : no calendar is held for 2028, so only weekends fall out: 21/1, 24-28/1, 31/1-3/2
refuseVisit unclassified 2026-08-21 -> 2026-08-25 : Sat 22/8 is worked and 1, Sunday out, Mon 24 and Tue 25 make 3
reportToForwarder complaintFirst 2026-08-20 -> 2026-08-28 : 21/8, Sat 22/8 worked, 24-28/8 make 7
reportToForwarder denunciation 2026-02-12 -> 2026-03-02 : 13/2 is 1, Tết off, 23-27/2 make 6, Mon 2/3 is 7
forwarderTellsCitizen complaintFirst 2026-11-20 -> 2026-11-30 : 23/11 is 1, 24/11 off, 25-27/11 make 4, Mon 30/11 is 5
transfer feedback 2027-04-09 -> 2027-04-19 : 12-15/4 are 4, Fri 16/4 is Giỗ Tổ, Mon 19/4 is 5
remindWrongAnswer voterPetition 2026-11-23 -> 2026-12-15 : 24/11 off, 25-27/11 are 3, 30/11-4/12 make 8, 7-11/12 make 13, Mon 14 and Tue 15/12 make 15
askCooperation voterPetition 2025-04-04 -> 2025-04-14 : Mon 7/4 is Giỗ Tổ, 8-11/4 make 4, Mon 14/4 is 5
`;

const CALENDAR_DAY_VECTORS = `
process unclassified 2026-10-10 -> 2026-11-25 : 21 days to 31/10, day 45 is Tue 24/11, off, so Wednesday
process voterPetition 2025-11-17 -> 2026-01-05 : 13 days to 30/11, 31 in December, day 45 is 1/1; 2/1 is swapped, then a weekend
process feedback 2026-07-01 -> 2026-08-17 : 30 days to 31/7, day 45 is Sat 15/8, an ordinary Saturday, so Monday
process denunciation 2026-07-08 -> 2026-08-22 : 23 days to 31/7, day 45 is Sat 22/8, which is worked: no shift
settle feedback 2025-03-17 -> 2025-05-05 : 14 days to 31/3, 30 in April, day 45 is 1/5; 2/5 is swapped, then a weekend
settle feedback 2026-10-05, remoteComplex 2026-10-12 -> 2026-11-19 : 26 days to 31/10, day 45 is Thu 19/11; findings lengthen only complaints
settle feedback 2026-10-05, suspended 2026-10-15, continued 2026-10-30 -> 2026-12-04 : 10 used, 35 left after 30/10: 1 in October, 30, Fri 4/12
settle voterPetition 2026-11-23 -> 2027-01-04 : 7 days to 30/11, 31 in December, day 40 is Sat 2/1, so Monday
settle voterPetition 2026-01-08 -> 2026-02-23 : 23 days to 31/1, day 40 is Tue 17/2, first of Tết; off to Sun 22/2
answerUrge denunciation 2026-11-09 -> 2026-11-25 : day 15 is Tue 24/11, off
answerUrge complaintFirst 2026-08-18 -> 2026-09-03 : 13 days to 31/8, day 15 is Wed 2/9, off
review complaintFirst 2025-12-26 -> 2026-01-26 : 5 days to 31/12, day 30 is Sun 25/1
review voterPetition 2027-01-11 -> 2027-02-12 : 20 days to 31/1, day 30 is Wed 10/2 in the forecast Tết, off to Thu 11/2
cooperate voterPetition 2025-08-18 -> 2025-09-03 : 13 days to 31/8, day 15 is Tue 2/9, off
reportToCouncil complaintFirst 2025-04-23 -> 2025-05-05 : day 7 is Wed 30/4; 1/5 and swapped 2/5 off, then a weekend
reportToCouncil feedback 2026-11-17 -> 2026-11-25 : day 7 is Tue 24/11, off
reportToCommittee denunciation 2025-01-17 -> 2025-02-03 : day 10 is Mon 27/1, Tết to 31/1, then a weekend
reportToCommittee complaintSecond 2026-08-21 -> 2026-09-03 : day 10 is Mon 31/8, swapped; 1-2/9 off
answerInterpellation voterPetition 2025-12-12 -> 2026-01-05 : 19 days to 31/12, day 20 is 1/1; 2/1 is swapped, then a weekend
fileDisciplineComplaint complaintFirst 2026-11-09 -> 2026-11-25 : day 15 is Tue 24/11, off
fileDisciplineComplaint complaintSecond 2026-11-14 -> 2026-11-25 : day 10 is Tue 24/11, off
fileDismissalComplaint complaintSecond 2026-11-23 -> 2026-12-23 : 7 days to 30/11, day 30 is Wed 23/12
settleDiscipline complaintFirst 2026-12-03 -> 2027-01-04 : 28 days to 31/12, day 30 is Sat 2/1, so Monday
settleDiscipline complaintSecond 2026-12-03, complex 2026-12-10 -> 2027-01-18 : 28 days to 31/12, day 45 is Sun 17/1
settleDiscipline complaintFirst 2026-12-03, remoteComplex 2026-12-10 -> 2027-01-18 : no variant for remote areas: 45 days as for any complex matter
answerNationalVoters voterPetition 2026-11-23 -> 2027-01-04 : 7 days to 30/11, 31 in December, day 40 is Sat 2/1
answerNationalVotersJointly voterPetition 2026-11-23 -> 2027-01-12 : 38 days to 31/12, day 50 is Tue 12/1
planSupervision feedback 2026-02-02 -> 2026-02-23 : day 15 is Tue 17/2, first of Tết; off to Sun 22/2
planSupervision complaintFirst 2026-11-09 -> 2026-11-25 : day 15 is Tue 24/11, off
reportSupervision denunciation 2026-02-10 -> 2026-02-23 : day 10 is Fri 20/2, Tết, then a weekend
reportSupervision voterPetition 2026-11-14 -> 2026-11-25 : day 10 is Tue 24/11, off
answerInterpellation feedback 2026-04-10 -> 2026-05-04 : 20 days to Thu 30/4; 1/5 off, then a weekend
`;

/** The tables of this file by name. */
export const ALL_KINDS = { WORKING_DAY_VECTORS, CALENDAR_DAY_VECTORS };
