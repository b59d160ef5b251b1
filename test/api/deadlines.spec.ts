import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, startTestApi, type TestApi } from './test-api.js';

type Body = Record<string, unknown>;

const COMPLAINT = { procedure: 'complaintFirst', clock: 'settle', from: '2026-12-03' };
const DENUNCIATION = { procedure: 'denunciation', clock: 'settle', from: '2026-12-03' };
const PAUSE = [
  { type: 'suspended', on: '2026-12-14' },
  { type: 'continued', on: '2027-01-11' },
];
const extended = (...days: string[]) => days.map((on) => ({ type: 'extended', on }));

/** Dates worked out by hand: a limit, and its last legal day. */
const VECTORS: [string, Body, string][] = [
  // 24/11/2026 is a day off, so each of these ends a working day later than it would have before 2026.
  [
    '3 working days',
    { procedure: 'complaintFirst', clock: 'sendDecision', from: '2026-11-23' },
    '2026-11-27',
  ],
  ['5 working days', { procedure: 'denunciation', clock: 'transfer', from: '2026-11-23' }, '2026-12-01'],
  ['7 working days', { procedure: 'complaintFirst', clock: 'accept', from: '2026-11-23' }, '2026-12-03'],
  ['10 working days', { procedure: 'feedback', clock: 'answerVisitor', from: '2026-11-23' }, '2026-12-08'],
  ['30 days to Saturday 2/1/2027, moved to Monday', COMPLAINT, '2027-01-04'],
  ['45 days of a complex case to Sunday 17/1', { ...COMPLAINT, complexity: 'complex' }, '2027-01-18'],
  [
    '60 days of a complex case in a remote area',
    { ...COMPLAINT, complexity: 'complex', remote: true },
    '2027-02-01',
  ],
  [
    '70 days of a second complaint, over Tết as forecast',
    { ...COMPLAINT, procedure: 'complaintSecond', complexity: 'complex', remote: true },
    '2027-02-12',
  ],
  ['30 days of a denunciation', DENUNCIATION, '2027-01-04'],
  [
    '60 days of a complex denunciation, from acceptance and not from the moved end',
    { ...DENUNCIATION, complexity: 'complex', ledger: extended('2026-12-31') },
    '2027-02-01',
  ],
  [
    '90 days of a specially complex denunciation',
    { ...DENUNCIATION, complexity: 'speciallyComplex', ledger: extended('2026-12-31', '2027-01-29') },
    '2027-03-03',
  ],
  [
    '7 working days over Tết 2026',
    { procedure: 'denunciation', clock: 'accept', from: '2026-02-12' },
    '2026-03-02',
  ],
  [
    '7 working days with Saturday 22/8 worked',
    { procedure: 'denunciation', clock: 'accept', from: '2026-08-20' },
    '2026-08-28',
  ],
  [
    '90 days of the time bar to Sunday 21/2/2027',
    { procedure: 'complaintFirst', clock: 'fileComplaint', from: '2026-11-23' },
    '2027-02-22',
  ],
  ['19 days left after a pause, to Saturday 30/1/2027', { ...COMPLAINT, ledger: PAUSE }, '2027-02-01'],
  [
    'the same for a denunciation whose expertise is not counted',
    {
      ...DENUNCIATION,
      ledger: [
        { type: 'expertiseRequested', on: '2026-12-14' },
        { type: 'expertiseReturned', on: '2027-01-11' },
      ],
    },
    '2027-02-01',
  ],
];

describe('the deadline calculator', () => {
  let office: TestApi;
  beforeAll(async () => {
    office = await startTestApi();
  });
  afterAll(() => office.stop());

  const preview = (body: Body, language = 'vi'): Promise<Answer> =>
    office.visitor().post('/api/v1/deadlines/preview', body, { 'accept-language': language });

  test.each(VECTORS)('%s', async (_name, body, due) => {
    const answer = await preview(body);
    expect([answer.status, answer.body.due]).toEqual([200, due]);
  });

  test('gives the reasons line by line, in both languages, with their articles', async () => {
    const { body } = await preview(COMPLAINT);
    expect(body).toMatchObject({
      rule: { id: 'K3', clock: 'settle', days: { base: 30 }, unit: 'calendarDay', certainty: 'law' },
      calendar: { edition: expect.any(String), validThrough: '2027-12-31' },
      provisional: true,
    });
    const lines = body.steps.map(({ code, source }: Body) => [code, source]);
    expect(lines.slice(0, 3)).toEqual([
      ['counted', 'Luật Khiếu nại Điều 28'],
      ['nominalEnd', null],
      ['shifted', 'Bộ luật Dân sự Điều 148'],
    ]);
    expect(body.steps[0]).toMatchObject({
      vi: '30 ngày kể từ ngày thụ lý 03/12/2026 (Luật Khiếu nại Điều 28)',
      en: '30 days from the day of acceptance 3 December 2026 (Law on Complaints art. 28)',
    });
  });

  test('has no date while the limit stands still', async () => {
    const { status, body } = await preview({ ...COMPLAINT, ledger: PAUSE.slice(0, 1) });
    expect([status, body.due]).toEqual([200, null]);
    expect(body.steps.at(-1).code).toBe('suspended');
  });

  test('picks the limit in force on the day, and says when the number is a setting', async () => {
    const before = await preview({ procedure: 'complaintFirst', clock: 'accept', from: '2026-06-30' });
    const after = await preview({ procedure: 'complaintFirst', clock: 'accept', from: '2026-07-01' });
    expect([before, after].map(({ body }) => [body.rule.days.base, body.rule.unit])).toEqual([
      [10, 'calendarDay'],
      [7, 'workingDay'],
    ]);
    const setting = await preview({ procedure: 'feedback', clock: 'settle', from: '2026-12-03' });
    expect(setting.body.rule.certainty).toBe('setting');
  });

  test.each<[string, Body, string]>([
    ['a limit that the procedure does not know', { ...COMPLAINT, clock: 'sendConclusion' }, '/clock'],
    ['a day before the law was in force', { ...COMPLAINT, from: '2001-01-01' }, '/from'],
    ['a word nobody knows', { ...COMPLAINT, clock: 'teatime' }, '/clock'],
    ['a date that does not exist', { ...COMPLAINT, from: '2026-02-30' }, '/from'],
    ['a pause that ends before it starts', { ...COMPLAINT, ledger: PAUSE.toReversed() }, '/ledger/0'],
    [
      'events out of order',
      {
        ...COMPLAINT,
        ledger: [PAUSE[0], { type: 'continued', on: '2026-12-10' }],
      },
      '/ledger/1',
    ],
    ['an event before the start', { ...COMPLAINT, ledger: [{ ...PAUSE[0], on: '2026-12-01' }] }, '/ledger/0'],
    [
      'an extension that the law does not know',
      { ...COMPLAINT, ledger: extended('2026-12-20') },
      '/ledger/0',
    ],
    ['an unclassified petition', { ...COMPLAINT, procedure: 'unclassified' }, '/procedure'],
  ])('%s is refused at its field, with what to do, in both languages', async (_name, body, pointer) => {
    for (const language of ['vi', 'en']) {
      const answer = await preview(body, language);
      expect(answer.status).toBe(422);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body.errors[0].pointer).toContain(pointer);
      expect(answer.body.errors[0].message.length).toBeGreaterThan(10);
    }
  });

  test('lists every limit in force on a day, with its number, article, source and certainty', async () => {
    const { status, body } = await office.visitor().get('/api/v1/deadlines/clocks?on=2026-11-23');
    expect([status, body.on]).toEqual([200, '2026-11-23']);
    const names = body.items.map(({ clock }: Body) => clock);
    expect(names).toEqual(
      expect.arrayContaining(['answerVisitor', 'accept', 'settle', 'sendDecision', 'transfer']),
    );
    for (const limit of body.items) {
      expect(limit.days.base).toBeGreaterThan(0);
      expect(limit.effectiveFrom <= '2026-11-23').toBe(true);
      expect([limit.article.vi, limit.article.en, limit.source.vi, limit.source.en]).not.toContain('');
    }
    expect(body.items.find(({ id }: Body) => id === 'D5')).toMatchObject({
      article: { vi: 'Luật Tố cáo Điều 30', en: 'Law on Denunciations art. 30' },
      extension: { days: 30, times: { complex: 1, speciallyComplex: 2 } },
    });
  });

  test('lists the limits of today, and of long ago none', async () => {
    const today = await office.visitor().get('/api/v1/deadlines/clocks');
    expect(today.body.items.length).toBeGreaterThan(20);
    const long = await office.visitor().get('/api/v1/deadlines/clocks?on=1950-01-01');
    expect(long.body.items).toEqual([]);
  });
});
