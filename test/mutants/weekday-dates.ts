/**
 * One date for every number of the table of limits, worked by hand from the articles (Bộ luật Dân sự art. 147-148): the
 * day before and the day after are ordinary working days as well, so that no weekend hides a number that is one too
 * many or one too few. One line is one date: `limit procedure variant event -> last legal day : why`.
 */
export const WEEKDAY_DATES = `
answerVisitor unclassified base 2026-07-06 -> 2026-07-20 : 10 working: 14 days less 4 of weekends
refuseVisit unclassified base 2026-07-09 -> 2026-07-14 : 3 working: 5 days less 2 of weekends
reportToForwarder complaintFirst base 2026-07-06 -> 2026-07-15 : 7 working: 9 days less 2 of weekends
forwarderTellsCitizen complaintFirst base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
process unclassified base 2025-02-10 -> 2025-03-27 : day 45 is Thu 27/3
process unclassified base 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
fileComplaint complaintFirst base 2026-07-08 -> 2026-10-06 : day 90 is Tue 6/10
accept complaintFirst base 2025-02-10 -> 2025-02-20 : day 10 is Thu 20/2
accept complaintFirst base 2026-07-06 -> 2026-07-15 : 7 working: 9 days less 2 of weekends
settle complaintFirst base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
settle complaintFirst complex 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
settle complaintFirst remote 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
settle complaintFirst remoteComplex 2026-07-10 -> 2026-09-08 : day 60 is Tue 8/9
sendDecision complaintFirst base 2026-07-09 -> 2026-07-14 : 3 working: 5 days less 2 of weekends
fileSecondComplaint complaintFirst base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
fileSecondComplaint complaintFirst remote 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
settle complaintSecond base 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
settle complaintSecond complex 2026-07-10 -> 2026-09-08 : day 60 is Tue 8/9
settle complaintSecond remote 2026-07-10 -> 2026-09-08 : day 60 is Tue 8/9
settle complaintSecond remoteComplex 2026-07-07 -> 2026-09-15 : day 70 is Tue 15/9
sendDecision complaintSecond base 2026-07-07 -> 2026-07-14 : day 7 is Tue 14/7
legalForce complaintFirst base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
legalForce complaintFirst remote 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
legalForce complaintSecond base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
legalForce complaintSecond remote 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
publish complaintFirst base 2026-07-06 -> 2026-07-21 : day 15 is Tue 21/7
sendSuspension complaintFirst base 2026-07-09 -> 2026-07-14 : 3 working: 5 days less 2 of weekends
handOverInformation complaintFirst base 2026-07-07 -> 2026-07-14 : day 7 is Tue 14/7
tellFront complaintFirst base 2026-07-07 -> 2026-07-14 : day 7 is Tue 14/7
accept denunciation base 2026-07-06 -> 2026-07-15 : 7 working: 9 days less 2 of weekends
transfer denunciation base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
answerForwarder denunciation base 2026-07-08 -> 2026-07-28 : day 20 is Tue 28/7
notifyAcceptance denunciation base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
settle denunciation base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
sendSuspension denunciation base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
sendConclusion denunciation base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
actOnConclusion denunciation base 2026-07-06 -> 2026-07-15 : 7 working: 9 days less 2 of weekends
reportMeasures denunciation base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
publish denunciation base 2026-07-06 -> 2026-07-15 : 7 working: 9 days less 2 of weekends
reviewFurtherDenunciation denunciation base 2026-07-08 -> 2026-07-28 : day 20 is Tue 28/7
demandReport denunciation base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
reportOverdue denunciation base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
answerVisitor feedback base 2026-07-06 -> 2026-07-20 : 10 working: 14 days less 4 of weekends
settle feedback base 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
transfer feedback base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
askCooperation voterPetition base 2026-07-07 -> 2026-07-14 : 5 working: 7 days less 2 of weekends
cooperate voterPetition base 2026-07-06 -> 2026-07-21 : day 15 is Tue 21/7
settle voterPetition base 2026-07-09 -> 2026-08-18 : day 40 is Tue 18/8
reportToCouncil complaintFirst base 2025-02-11 -> 2025-02-18 : day 7 is Tue 18/2
reportToCouncil complaintFirst base 2026-03-04 -> 2026-03-11 : day 7 is Wed 11/3
reportToCommittee complaintFirst base 2025-02-10 -> 2025-02-20 : day 10 is Thu 20/2
reportToCommittee complaintFirst base 2026-03-09 -> 2026-03-19 : day 10 is Thu 19/3
answerInterpellation complaintFirst base 2025-02-12 -> 2025-03-04 : day 20 is Tue 4/3
answerInterpellation complaintFirst base 2026-03-04 -> 2026-03-24 : day 20 is Tue 24/3
answerUrge unclassified base 2026-03-04 -> 2026-03-19 : day 15 is Thu 19/3
review unclassified base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
postReceptionCalendar complaintFirst base 2026-07-06 -> 2026-06-29 : 5 working: 7 days less 2 of weekends
announceOnlineReception complaintFirst base 2026-07-06 -> 2026-06-29 : 5 working: 7 days less 2 of weekends
testOnlineLink complaintFirst base 2026-07-06 -> 2026-07-03 : 1 working: 3 days less 2 of weekends
inviteToDialogue complaintFirst base 2026-07-06 -> 2026-07-01 : day 5 before is Wed 1/7
fileDisciplineComplaint complaintFirst base 2026-07-06 -> 2026-07-21 : day 15 is Tue 21/7
fileDisciplineComplaint complaintSecond base 2026-07-06 -> 2026-07-16 : day 10 is Thu 16/7
fileDismissalComplaint complaintSecond base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
settleDiscipline complaintFirst base 2026-07-06 -> 2026-08-05 : day 30 is Wed 5/8
settleDiscipline complaintFirst complex 2026-07-06 -> 2026-08-20 : day 45 is Thu 20/8
answerNationalVoters voterPetition base 2026-07-09 -> 2026-08-18 : day 40 is Tue 18/8
answerNationalVotersJointly voterPetition base 2026-07-06 -> 2026-08-25 : day 50 is Tue 25/8
remindWrongAnswer voterPetition base 2026-07-06 -> 2026-07-27 : 15 working: 21 days less 6 of weekends
announceHearing complaintFirst base 2025-02-14 -> 2025-02-04 : day 10 before is Tue 4/2
announceHearing complaintFirst base 2026-03-06 -> 2026-02-24 : day 10 before is Tue 24/2
planSupervision complaintFirst base 2025-02-10 -> 2025-02-25 : day 15 is Tue 25/2
planSupervision complaintFirst base 2026-03-04 -> 2026-03-19 : day 15 is Thu 19/3
sendSupervisionProgramme complaintFirst base 2025-02-14 -> 2025-02-04 : day 10 before is Tue 4/2
sendSupervisionProgramme complaintFirst base 2026-03-06 -> 2026-02-24 : day 10 before is Tue 24/2
sendDelegatesProgramme complaintFirst base 2025-02-11 -> 2025-02-04 : day 7 before is Tue 4/2
sendDelegatesProgramme complaintFirst base 2026-03-04 -> 2026-02-25 : day 7 before is Wed 25/2
reportSupervision complaintFirst base 2025-02-10 -> 2025-02-20 : day 10 is Thu 20/2
reportSupervision complaintFirst base 2026-03-09 -> 2026-03-19 : day 10 is Thu 19/3
reportPromises complaintFirst base 2025-02-14 -> 2025-02-04 : day 10 before is Tue 4/2
reportPromises complaintFirst base 2026-03-06 -> 2026-02-24 : day 10 before is Tue 24/2
connectOnline feedback base 2026-07-08T09:00 -> 2026-07-08 08:00 : 1 hour before
distributeReport feedback base 2026-07-08T10:00 -> 2026-07-08 14:00 : 1 hour until 11:00, 1 from 13:00
`;
