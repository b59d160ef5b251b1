/**
 * Dates worked by hand from Luật Tố cáo, Nghị định 31/2019 and Bộ luật Dân sự art. 147-148. The form of a line and
 * the days off used are told in vectors-all-kinds.ts.
 */
const DENUNCIATION_ACCEPTANCE_VECTORS = `
accept denunciation 2026-02-12 -> 2026-03-02 : 13/2 is 1, Tết 16-20/2 off, 23-27/2 make 6, Mon 2/3 is 7
accept denunciation 2026-02-12, extended 2026-02-27 -> 2026-03-05 : ten in all: 3, 4 and 5/3 follow the seventh
accept denunciation 2026-02-12, extended 2026-02-27, extended 2026-03-02 -> 2026-03-05 : never more than ten, so the second is nothing
accept denunciation 2026-11-23 -> 2026-12-03 : 24/11 off; 25-27/11 are 3, 30/11-3/12 make 7
accept denunciation 2025-08-25 -> 2025-09-05 : 26-29/8 are 4, 1-2/9 off, 3-5/9 make 7
accept denunciation 2025-12-24 -> 2026-01-06 : 25-26/12 are 2, 29-31/12 make 5, 1-2/1 off, 5-6/1 make 7
accept denunciation 2026-01-05 -> 2026-01-13 : 6-9/1 are 4, Sat 10/1 is worked and 5, 12-13/1 make 7
accept denunciation 2025-04-22 -> 2025-05-05 : 23-25/4 are 3, Sat 26/4 worked, 28-29/4 make 6, 30/4-2/5 off, Mon 5/5 is 7
accept denunciation 2026-04-22 -> 2026-05-06 : 23-24/4 are 2, 27/4 off, 28-29/4 make 4, 30/4-1/5 off, 4-6/5 make 7
accept denunciation 2025-01-20 -> 2025-02-05 : 21-24/1 are 4, Tết 27-31/1 off, 3-5/2 make 7
`;

const DENUNCIATION_SETTLEMENT_VECTORS = `
settle denunciation 2026-12-03 -> 2027-01-04 : day 30 is Sat 2/1, so Monday
settle denunciation 2026-12-03, complex 2026-12-10 -> 2027-01-04 : a finding alone moves nothing, only the written extension does
settle denunciation 2026-12-03, complex 2026-12-10, extended 2026-12-28 -> 2027-02-01 : day 60 from acceptance, not 30 after the shifted 4/1, which would be 3/2
settle denunciation 2026-12-03, complex 2026-12-10, extended 2026-12-28, extended 2027-01-28 -> 2027-02-01 : a complex matter is extended once
settle denunciation 2026-12-03, speciallyComplex 2026-12-10, extended 2026-12-28, extended 2027-01-28 -> 2027-03-03 : day 90: 28 to 31/12, 31, 28, Wed 3/3
settle denunciation 2026-12-03, extended 2026-12-28 -> 2027-01-04 : without a finding there is no extension
settle denunciation 2026-12-03, complex 2026-12-10, extended 2026-12-28, simple 2026-12-29 -> 2027-02-01 : an extension decided in writing stands
settle denunciation 2026-12-03, remote 2026-12-10 -> 2027-01-04 : the law on denunciations names no remote areas
settle denunciation 2026-01-30, speciallyComplex 2026-02-02, extended 2026-02-27, extended 2026-03-30 -> 2026-05-04 : 1, 28, 31, day 90 is Thu 30/4; 1/5 off, then a weekend
settle denunciation 2025-12-19, complex 2025-12-22, extended 2026-01-12 -> 2026-02-23 : 12, 31, day 60 is Tue 17/2, first of Tết, off to Sun 22/2
settle denunciation 2024-12-30 -> 2025-02-03 : 31/12 is 1, day 30 is Wed 29/1, Tết, then a weekend
`;

const DENUNCIATION_PAUSE_VECTORS = `
settle denunciation 2026-06-01, complex 2026-06-10, suspended 2026-06-15, continued 2026-07-13, extended 2026-07-20 -> 2026-08-28 : 14 used, 46 left after 13/7: 18 in July, Fri 28/8
settle denunciation 2026-12-03, expertiseRequested 2026-12-14 -> none : the expert has not answered
settle denunciation 2026-12-03, expertiseRequested 2026-12-14, expertiseReturned 2027-01-11 -> 2027-02-01 : 11 used, 19 left: Sat 30/1, so Monday
settle denunciation 2026-06-01, suspended 2026-06-15, expertiseRequested 2026-06-22, continued 2026-06-29, expertiseReturned 2026-07-13 -> 2026-07-29 : one pause from 15/6 to 13/7; 16 left: Wed 29/7
settle denunciation 2026-06-01, expertiseRequested 2026-06-15, suspended 2026-06-22, expertiseReturned 2026-06-29 -> none : back from the expert, still suspended
settle denunciation 2026-06-01, speciallyComplex 2026-06-08, expertiseRequested 2026-06-16, expertiseReturned 2026-07-01, extended 2026-07-10, extended 2026-08-10 -> 2026-09-14 : 15 used, 75 left: 30, 31, Mon 14/9
settle denunciation 2026-12-03, expertiseRequested 2027-01-04, expertiseReturned 2027-01-23 -> 2027-01-25 : asked on the last legal day; it ends when the answer is back, Sat 23/1, so Monday
`;

const DENUNCIATION_LIMIT_VECTORS = `
transfer denunciation 2026-11-23 -> 2026-12-01 : 24/11 off; 25-27/11 are 3, 30/11 and 1/12 make 5
transfer denunciation 2026-08-20 -> 2026-08-26 : 21/8, Sat 22/8 worked, 24-26/8 make 5
answerForwarder denunciation 2026-11-04 -> 2026-11-25 : day 20 is Tue 24/11, off
notifyAcceptance denunciation 2025-08-25 -> 2025-09-03 : 26-29/8 are 4, 1-2/9 off, Wed 3/9 is 5
sendSuspension denunciation 2026-12-31 -> 2027-01-08 : 1/1 off, 4-8/1 are 5
sendConclusion denunciation 2025-04-23 -> 2025-04-29 : 24-25/4 are 2, Sat 26/4 worked, 28-29/4 make 5
actOnConclusion denunciation 2025-12-31 -> 2026-01-12 : 1-2/1 off, 5-9/1 are 5, Sat 10/1 worked, Mon 12/1 is 7
reportMeasures denunciation 2025-09-26 -> 2025-10-03 : 29-30/9 and 1-3/10, a plain week
publish denunciation 2026-02-13 -> 2026-03-03 : Tết 16-20/2 off, 23-27/2 are 5, 2-3/3 make 7
reviewFurtherDenunciation denunciation 2025-12-12 -> 2026-01-05 : 19 to 31/12, day 20 is 1/1; 2/1 is swapped, then a weekend
demandReport denunciation 2026-04-24 -> 2026-05-06 : 27/4 off, 28-29/4 are 2, 30/4-1/5 off, 4-6/5 make 5
reportOverdue denunciation 2027-04-28 -> 2027-05-07 : 29/4 is 1, 30/4 off, Mon 3/5 in lieu of 1/5, 4-7/5 make 5
`;

/** The tables of this file by name. */
export const DENUNCIATIONS = {
  DENUNCIATION_ACCEPTANCE_VECTORS,
  DENUNCIATION_SETTLEMENT_VECTORS,
  DENUNCIATION_PAUSE_VECTORS,
  DENUNCIATION_LIMIT_VECTORS,
};
