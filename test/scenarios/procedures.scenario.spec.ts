import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, type Command, type Procedure } from '#domain';
import { sweepDeadlines, viewCase } from '#petitions';
import { COORDINATION, createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { daysAgo, playSteps, type Step, takeInPaper, today } from '../support/play.js';

const cast = {} as Record<'desk' | 'officer' | 'head' | 'otherHead' | 'office' | 'supervisor', Actor>;
let house: TestOffice;

beforeAll(async () => {
  house = await createTestOffice();
  await house.addAgency('so-xd', { name: 'Sở Xây dựng' });
  await house.addAgency('so-nv', { name: 'Sở Nội vụ' });
  cast.desk = await house.addStaff('deskOfficer', DESK);
  cast.officer = await house.addStaff('agencyOfficer', 'so-xd');
  cast.head = await house.addStaff('agencyHead', 'so-xd');
  cast.otherHead = await house.addStaff('agencyHead', 'so-nv');
  cast.office = await house.addStaff('coordinationOffice', COORDINATION);
  cast.supervisor = await house.addStaff('supervisor');
});
afterAll(() => house?.close());

const register = (procedure: Procedure | undefined, receivedOn: string) =>
  takeInPaper(house, cast.desk, {
    procedure,
    receivedOn,
    petitioner: { fullName: 'Người mẫu B', phone: '0900000000' },
  });

const play = (caseId: string, steps: Step<keyof typeof cast>[]) => playSteps(house, cast, caseId, steps);

const assign = (on: string, agencyCode = 'so-xd'): Command => ({
  type: 'assign',
  agencyCode,
  receivedByAgencyOn: on,
});
const extend = (on: string): Command => ({ type: 'extend', on, reason: 'Cần xác minh thêm' });
const resolve = (outcome: Extract<Command, { type: 'resolve' }>['outcome']): Command => ({
  type: 'resolve',
  on: today,
  outcome,
  summary: 'Kết quả mẫu',
});

describe('a denunciation', () => {
  test('is extended only as often as the signed finding allows, and concluded, not decided', async () => {
    const caseId = await register('denunciation', daysAgo(30));
    await play(caseId, [
      ['desk', assign(daysAgo(28)), 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(20) }, 'identity.notConfirmed'],
      ['officer', { type: 'confirmIdentity', on: daysAgo(21), known: true }, 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(20) }, 'assigned.accepted'],
      ['head', extend(daysAgo(10)), 'extension.complexityNotFound'],
      [
        'head',
        { type: 'recordComplexity', on: daysAgo(10), criteria: ['severalPlaces'], remote: false },
        'assigned.accepted',
      ],
      ['head', extend(daysAgo(9)), 'assigned.accepted'],
      ['head', extend(daysAgo(8)), 'extension.extensionsUsedUp'],
      [
        'head',
        {
          type: 'recordComplexity',
          on: daysAgo(7),
          criteria: ['severalPlaces', 'foreignElement'],
          remote: false,
        },
        'assigned.accepted',
      ],
      ['head', extend(daysAgo(6)), 'assigned.accepted'],
      ['head', extend(daysAgo(5)), 'extension.extensionsUsedUp'],
      ['officer', { type: 'startVerification', on: daysAgo(4) }, 'verifier.conflictNotExcluded'],
      ['officer', { type: 'startVerification', on: daysAgo(4), noConflict: true }, 'assigned.verifying'],
      ['officer', { type: 'reportVerification', on: daysAgo(1) }, 'assigned.concluding'],
      ['head', resolve('decidedRight'), 'outcome.notOfThisProcedure'],
      ['head', resolve('concludedPartlyTrue'), 'resolved.concluded'],
    ]);
    const settle = (await viewCase(house.office, cast.head, caseId))?.deadlines.find(
      ({ clock }) => clock === 'settle',
    );
    expect(settle).toMatchObject({ state: 'met', metInTime: true });
  });

  test('shows its author to the head who settles it and to nobody else', async () => {
    const caseId = await register('denunciation', today);
    await play(caseId, [['desk', assign(today), 'assigned.awaitingAcceptance']]);
    const shown = async (who: keyof typeof cast) =>
      (await viewCase(house.office, cast[who], caseId))?.petitioner;
    expect(await shown('head')).toMatchObject({ shown: 'identity', label: 'Người mẫu B' });
    for (const who of ['desk', 'officer', 'office', 'supervisor'] as const) {
      expect(JSON.stringify(await shown(who))).not.toMatch(/Người mẫu|0900000000/);
    }
    expect(await viewCase(house.office, cast.otherHead, caseId)).toBeNull();
    expect((await viewCase(house.office, cast.supervisor, caseId))?.subject).toBeNull();
  });
});

describe('a second complaint', () => {
  test('is not decided before the dialogue was held', async () => {
    const caseId = await register('complaintSecond', daysAgo(20));
    await play(caseId, [
      ['desk', assign(daysAgo(19)), 'assigned.awaitingAcceptance'],
      ['officer', { type: 'proposeAcceptance' }, 'assigned.proposingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(15) }, 'assigned.accepted'],
      ['officer', { type: 'startVerification', on: daysAgo(10) }, 'assigned.verifying'],
      ['head', resolve('upheld'), 'case.notInThisState'],
      ['officer', { type: 'reportVerification', on: daysAgo(3) }, 'assigned.deciding'],
      ['head', resolve('upheld'), 'dialogue.missing'],
      ['officer', { type: 'holdDialogue', on: daysAgo(2) }, 'assigned.deciding'],
      ['head', resolve('upheld'), 'resolved.decided'],
    ]);
  });
});

describe('a suspended complaint', () => {
  test('stops its clock, comes up for review, and goes on with the days it had left', async () => {
    const caseId = await register('complaintFirst', daysAgo(40));
    await play(caseId, [
      ['desk', assign(daysAgo(39)), 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(35) }, 'assigned.accepted'],
      ['head', { type: 'suspend', on: daysAgo(25), reason: 'Bất khả kháng' }, 'assigned.suspended'],
      ['officer', { type: 'fulfil', duty: 'sendSuspension', on: daysAgo(24) }, 'assigned.suspended'],
      ['head', resolve('decidedRight'), 'case.notInThisState'],
    ]);
    const suspended = await viewCase(house.office, cast.head, caseId);
    expect(suspended).toMatchObject({ dueClock: 'review', ownerRole: 'agencyHead' });
    await play(caseId, [['head', { type: 'continue', on: daysAgo(1) }, 'assigned.accepted']]);
    const settle = (await viewCase(house.office, cast.head, caseId))?.deadlines.find(
      ({ clock }) => clock === 'settle',
    );
    expect((settle?.due ?? '') >= addCalendarDays(daysAgo(1), 20)).toBe(true);
  });
});

describe('a petition that nobody wants', () => {
  test('rings the circulation alarm at the second return, and only the coordination office may name the owner', async () => {
    const caseId = await register('feedback', daysAgo(5));
    const refuse: Command = {
      type: 'refuseAssignment',
      reason: 'Không thuộc thẩm quyền',
      rightAgencyCode: 'so-nv',
    };
    await play(caseId, [
      ['desk', assign(daysAgo(5)), 'assigned.studying'],
      ['head', refuse, 'received.classified'],
      ['desk', assign(daysAgo(3), 'so-nv'), 'assigned.studying'],
      ['otherHead', refuse, 'received.circulating'],
      ['desk', assign(today), 'actor.mayNot'],
      ['office', assign(today), 'assigned.studying'],
      ['head', resolve('answeredExplained'), 'resolved.answered'],
    ]);
  });
});

describe('withdrawing', () => {
  test('a part changes nothing else; the whole ends a complaint, and not a denunciation that must go on', async () => {
    const complaint = await register('complaintFirst', daysAgo(3));
    const part: Command = { type: 'withdraw', on: today, scope: 'part' };
    const whole: Command = { type: 'withdraw', on: today, scope: 'whole' };
    await play(complaint, [
      ['desk', part, 'received.classified'],
      ['desk', whole, 'resolved.withdrawn'],
      ['desk', whole, 'case.notInThisState'],
    ]);
    const denunciation = await register('denunciation', daysAgo(3));
    await play(denunciation, [
      ['desk', { ...whole, settlementMustContinue: true }, 'received.classified'],
      ['desk', { type: 'guide', toBody: 'x', on: today, reason: 'x' }, 'case.notInThisState'],
      [
        'desk',
        { type: 'transfer', toBody: 'Công an tỉnh', on: today, reason: 'Không thuộc thẩm quyền' },
        'resolved.transferred',
      ],
    ]);
  });
});

describe('a place that several communes could be', () => {
  test('is chosen by a person, and the choice is kept and noted', async () => {
    const caseId = await register('feedback', today);
    await play(caseId, [['desk', { type: 'setPlace', placeCode: 'so-xd' }, 'received.classified']]);
    expect(await viewCase(house.office, cast.desk, caseId)).toMatchObject({ placeCode: 'so-xd' });
  });
});

describe('dates', () => {
  test('to come, before the receipt or before the acceptance are refused', async () => {
    const caseId = await register('complaintFirst', daysAgo(10));
    await play(caseId, [
      ['desk', assign(addCalendarDays(today, 1)), 'date.inTheFuture'],
      ['desk', assign(daysAgo(11)), 'date.beforeReceipt'],
      ['desk', assign(daysAgo(9)), 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(5) }, 'assigned.accepted'],
      ['officer', { type: 'startVerification', on: daysAgo(6) }, 'date.beforeAcceptance'],
    ]);
  });
});

describe('an unclassified petition left lying', () => {
  test('is escalated by its reception clocks, and classifying it as a voters’ petition ends the answer to the visitor', async () => {
    const caseId = await register(undefined, daysAgo(80));
    while ((await sweepDeadlines(house.office, 50)).fired > 0);
    expect(await viewCase(house.office, cast.office, caseId)).toMatchObject({
      headline: 'escalated',
      level: 3,
    });
    await play(caseId, [['desk', { type: 'classify', procedure: 'voterPetition' }, 'received.classified']]);
    const view = await viewCase(house.office, cast.office, caseId);
    expect(view?.deadlines.map(({ clock, state }) => `${clock} ${state}`).sort()).toEqual([
      'answerVisitor cancelled',
      'process running',
    ]);
  });
});
