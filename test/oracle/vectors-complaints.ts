/**
 * Dates worked by hand from Luật Khiếu nại, Nghị định 124/2020 as amended by 155/2026, and Bộ luật Dân sự art. 147-148.
 * The form of a line and the days off used are told in vectors-all-kinds.ts.
 */
const COMPLAINT_ACCEPTANCE_VECTORS = `
accept complaintFirst 2026-11-23 -> 2026-12-03 : 24/11 off; 25-27/11 are 3, 30/11-3/12 make 7
accept complaintFirst 2026-08-20 -> 2026-08-28 : 21/8, Sat 22/8 worked, 24-28/8 make 7
accept complaintFirst 2026-12-25 -> 2027-01-06 : 28-31/12 are 4, 1/1 off, 4-6/1 make 7
accept complaintFirst 2026-06-30 -> 2026-07-10 : the last day of the 10 calendar days of the law of 2011
accept complaintSecond 2026-07-01 -> 2026-07-10 : the first day of the 7 working days: 2-3/7, 6-10/7
accept complaintFirst 2026-02-12 -> 2026-02-23 : law of 2011: Tết days count, day 10 is Sun 22/2, so Monday
accept complaintSecond 2025-04-21 -> 2025-05-05 : law of 2011: day 10 is Thu 1/5, 2/5 swapped, then a weekend
`;

const COMPLAINT_SETTLEMENT_VECTORS = `
settle complaintFirst 2026-12-03 -> 2027-01-04 : 28 days to 31/12, day 30 is Sat 2/1, so Monday
settle complaintFirst 2026-12-03, complex 2026-12-20 -> 2027-01-18 : day 45 from acceptance is Sun 17/1, so Monday
settle complaintFirst 2026-12-03, remote 2026-12-03 -> 2027-01-18 : remote alone is 45 as well
settle complaintFirst 2026-12-03, remoteComplex 2026-12-20 -> 2027-02-01 : day 60 is Mon 1/2
settle complaintFirst 2026-12-03, extended 2026-12-20 -> 2027-01-04 : the law knows no extension decision for a complaint
settle complaintFirst 2026-12-03, complex 2026-12-10, simple 2026-12-20 -> 2027-01-04 : the last finding stands
settle complaintFirst 2025-03-31 -> 2025-05-05 : day 30 is Wed 30/4, 1/5 and swapped 2/5 off, then a weekend
settle complaintFirst 2025-03-27 -> 2025-04-26 : 4 days to 31/3, day 30 is Sat 26/4, which is worked: no shift
settle complaintFirst 2025-12-11 -> 2026-01-10 : 20 days to 31/12, day 30 is Sat 10/1, which is worked: no shift
settle complaintFirst 2026-07-23 -> 2026-08-22 : 8 days to 31/7, day 30 is Sat 22/8, which is worked: no shift
settle complaintFirst 2026-10-25 -> 2026-11-25 : 6 days to 31/10, day 30 is Tue 24/11, off
settle complaintFirst 2025-12-01 -> 2025-12-31 : day 30 is the last day of the year, a Wednesday
settle complaintFirst 2025-12-02 -> 2026-01-05 : day 30 is 1/1; 2/1 is swapped, then a weekend
settle complaintFirst 2024-12-13, complex 2024-12-13 -> 2025-02-03 : 18 days to 31/12, day 45 is Mon 27/1, Tết, then a weekend
settle complaintFirst 2024-01-30 -> 2024-02-29 : 31/1 is 1, February of a leap year has 29
settle complaintFirst 2028-01-30 -> 2028-02-29 : again a leap year; 2028 is not held, and Tue 29/2 is no weekend
settle complaintSecond 2026-12-03 -> 2027-01-18 : day 45 is Sun 17/1, so Monday
settle complaintSecond 2026-12-03, complex 2026-12-20 -> 2027-02-01 : day 60 is Mon 1/2
settle complaintSecond 2026-12-03, speciallyComplex 2026-12-20 -> 2027-02-01 : the law on complaints knows no third degree
settle complaintSecond 2026-12-03, remoteComplex 2026-12-20 -> 2027-02-12 : day 70 is Thu 11/2, last of the forecast Tết
settle complaintSecond 2025-07-04, remote 2025-07-04 -> 2025-09-03 : 27 days to 31/7, 31 in August, day 60 is Tue 2/9, off
settle complaintSecond 2026-07-17 -> 2026-09-03 : 14 days to 31/7, day 45 is Mon 31/8, swapped; 1-2/9 off
`;

const COMPLAINT_PAUSE_VECTORS = `
settle complaintFirst 2026-12-03, suspended 2026-12-14 -> none : the clock stands still
settle complaintFirst 2026-12-03, suspended 2026-12-14, continued 2027-01-11 -> 2027-02-01 : 11 used, 19 left after 11/1: Sat 30/1, so Monday
settle complaintFirst 2026-12-03, suspended 2026-12-03, continued 2026-12-10 -> 2027-01-11 : 0 used, 30 after 10/12: Sat 9/1, so Monday
settle complaintFirst 2026-12-03, suspended 2026-12-14, continued 2026-12-14 -> 2027-01-04 : stopped and gone on the same day: as if never stopped
settle complaintFirst 2026-12-03, suspended 2027-01-01, continued 2027-01-15 -> 2027-01-18 : 29 used, 1 left: Sat 16/1, so Monday
settle complaintFirst 2026-12-03, suspended 2027-01-04, continued 2027-01-20 -> 2027-01-20 : stopped on the last legal day: it ends on the day it goes on
settle complaintFirst 2026-12-03, suspended 2027-01-03, continued 2027-01-16 -> 2027-01-18 : stopped on the Sunday before the shifted end; Sat 16/1, so Monday
settle complaintFirst 2026-12-03, suspended 2027-01-05, continued 2027-01-20 -> 2027-01-04 : stopped a day too late
settle complaintFirst 2026-12-03, suspended 2026-12-14, continued 2026-12-21, suspended 2026-12-31, continued 2027-01-11 -> 2027-01-20 : 11 used, then 22-31/12 make 21, 9 left after 11/1
settle complaintFirst 2026-12-03, suspended 2026-12-14, complex 2026-12-20, continued 2027-01-11 -> 2027-02-15 : 45 less 11 is 34: 20 in January, Sun 14/2, so Monday
settle complaintSecond 2026-01-12, suspended 2026-02-13, continued 2026-02-23 -> 2026-03-09 : 19 in January and 13, so 32 used; 13 left: 5 in February, Sun 8/3, so Monday
accept complaintFirst 2026-11-23, suspended 2026-11-26, continued 2026-12-03 -> 2026-12-10 : 25 and 26/11 used, 5 left: 4/12, 7-10/12
settle complaintFirst 2026-12-03, expertiseRequested 2026-12-14, expertiseReturned 2027-01-11 -> 2027-01-04 : expertise stops the clock of a denunciation only
`;

const COMPLAINT_LIMIT_VECTORS = `
fileComplaint complaintFirst 2026-11-23 -> 2027-02-22 : 7 in November, 31, 31, day 90 is Sun 21/2, so Monday
fileSecondComplaint complaintFirst 2026-01-19 -> 2026-02-23 : 12 in January, day 30 is Wed 18/2, Tết, then a weekend
fileSecondComplaint complaintFirst 2026-01-19, remote 2026-01-19 -> 2026-03-05 : 12 in January, 28, day 45 is Thu 5/3
sendDecision complaintFirst 2026-11-23 -> 2026-11-27 : 24/11 off, 25-27/11 are 3
sendDecision complaintFirst 2026-04-24 -> 2026-05-04 : Mon 27/4 in lieu of Giỗ Tổ, 28-29/4 are 2, 30/4-1/5 off, Mon 4/5 is 3
sendDecision complaintSecond 2026-11-17 -> 2026-11-25 : 7 calendar days end on Tue 24/11, off
sendDecision complaintSecond 2026-02-10 -> 2026-02-23 : 7 calendar days end on Tue 17/2, first of Tết, off to Sun 22/2
legalForce complaintFirst 2026-12-03 -> 2027-01-04 : day 30 is Sat 2/1, so Monday
legalForce complaintFirst 2026-12-03, remote 2026-12-03 -> 2027-01-18 : day 45 is Sun 17/1, so Monday
legalForce complaintSecond 2026-08-20 -> 2026-09-21 : 11 in August, day 30 is Sat 19/9, so Monday
publish complaintFirst 2025-04-18 -> 2025-05-05 : 12 in April, day 15 is Sat 3/5, so Monday
publish complaintSecond 2026-02-02 -> 2026-02-23 : day 15 is Tue 17/2, first of Tết, off to Sun 22/2
sendSuspension complaintFirst 2026-12-28 -> 2026-12-31 : 29, 30 and 31/12
sendSuspension complaintSecond 2026-12-30 -> 2027-01-05 : 31/12 is 1, 1/1 off, Mon 4 and Tue 5 make 3
handOverInformation complaintFirst 2025-04-24 -> 2025-05-05 : day 7 is Thu 1/5, 2/5 swapped, then a weekend
tellFront complaintFirst 2025-08-26 -> 2025-09-03 : day 7 is Tue 2/9, off
`;

/** The tables of this file by name. */
export const COMPLAINTS = {
  COMPLAINT_ACCEPTANCE_VECTORS,
  COMPLAINT_SETTLEMENT_VECTORS,
  COMPLAINT_PAUSE_VECTORS,
  COMPLAINT_LIMIT_VECTORS,
};
