import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LawVersionView } from '#contract';
import { registerCase } from '#petitions';
import { DESK } from '../support/office.js';
import { startTestApi, type TestApi } from './test-api.js';

const JULY = '/api/v1/laws/2026-07-01';

describe('the versions of the law', () => {
  let office: TestApi;
  let versions: LawVersionView[];
  beforeAll(async () => {
    office = await startTestApi();
    versions = (await office.visitor().get('/api/v1/laws')).body.items;
  });
  afterAll(() => office?.stop());

  const versionOf = (version: string) => versions.find((law) => law.version === version)!;

  test('are read by everyone, the newest first, each with its source in both languages', () => {
    const days = versions.map(({ version }) => version);
    expect(days).toEqual([...days].sort().reverse());
    expect(days).toEqual(expect.arrayContaining(['2026-07-01', '2026-03-01', '2025-07-01']));
    for (const { title, summary, source } of versions) {
      for (const phrase of [title, summary, source]) {
        expect(phrase.vi.length).toBeGreaterThan(5);
        expect(phrase.en.length).toBeGreaterThan(5);
      }
    }
  });

  test('follow each other without a gap', () => {
    expect(versionOf('2026-07-01').effectiveTo).toBeNull();
    expect(versionOf('2026-03-01').effectiveTo).toBe('2026-06-30');
    expect(versionOf('2025-07-01').effectiveTo).toBe('2026-02-28');
  });

  test('tell what they changed, the old number beside the new one', () => {
    expect(versionOf('2026-07-01').limits).toContainEqual({
      id: 'K2',
      clock: 'accept',
      procedures: ['complaintFirst', 'complaintSecond'],
      before: {
        days: 10,
        unit: 'calendarDay',
        countsBack: false,
        article: {
          vi: 'Luật Khiếu nại Điều 27 và Điều 36',
          en: 'Law on Complaints art. 27 and art. 36',
        },
        certainty: 'law',
      },
      after: {
        days: 7,
        unit: 'workingDay',
        countsBack: false,
        article: expect.objectContaining({
          en: 'Decree 124/2020/NĐ-CP art. 16.1 (amended by Decree 155/2026/NĐ-CP art. 10)',
        }),
        certainty: 'law',
      },
    });
    expect(versionOf('2026-07-01').acts).toContainEqual(
      expect.objectContaining({ act: 'suspend', before: null }),
    );
  });

  test('say how open cases are treated, and where no article was read', () => {
    const [complaints] = versionOf('2026-07-01').transitions;
    expect(complaints).toMatchObject({
      fate: 'moves',
      acts: ['withdraw', 'suspend', 'continue', 'terminate', 'holdDialogue'],
      article: { vi: 'Nghị định 155/2026/NĐ-CP Điều 22.1', en: 'Decree 155/2026/NĐ-CP art. 22.1' },
    });
    expect(versionOf('2026-03-01').transitions).toMatchObject([
      { fate: 'person', openRequest: true, article: null, certainty: 'setting' },
    ]);
    expect(versionOf('2025-07-01').transitions).toMatchObject([{ fate: 'moves', holder: true }]);
  });

  test('no number, no article and no note of a version is left untold in a language', () => {
    expect(JSON.stringify(versions)).not.toContain('undefined');
    const english = JSON.stringify(versions.map(({ acts }) => acts.map(({ after }) => after?.en)));
    expect(english).not.toMatch(/Nghị định|Thông tư|Điều|khoản|sửa bởi|bổ sung/);
  });

  test('are previewed by those who supervise and applied by administrators alone', async () => {
    const desk = await office.staff('deskOfficer');
    expect((await desk.post(`${JULY}/preview`, {})).status).toBe(403);
    for (const role of ['supervisor', 'coordinationOffice'] as const) {
      const person = await office.staff(role);
      expect((await person.post(`${JULY}/preview`, {})).status).toBe(200);
      expect((await person.post(`${JULY}/apply`, {})).status).toBe(403);
    }
  });

  test('are previewed with figures and reasons, and applied once', async () => {
    const clerk = await office.addStaff('deskOfficer', DESK);
    const registered = await registerCase(office.office, clerk, {
      subject: 'Nội dung kín của đơn',
      channel: 'post',
      receivedOn: '2026-06-10',
      backdatingReason: 'Nhập sổ giấy',
      declaredKind: null,
      procedure: 'complaintFirst',
      agencyCode: DESK,
      petitioner: null,
    });
    if (!registered.ok) throw new Error(registered.refusal.code);
    const { caseId } = registered.result;
    const head = await office.staff('agencyHead', DESK);
    const accepted = await head.post(
      `/api/v1/cases/${caseId}/accept`,
      { on: '2026-06-12' },
      { 'if-match': `"${registered.result.version}"`, 'idempotency-key': 'accept-in-june' },
    );
    expect(accepted.status).toBe(200);

    const administrator = await office.staff('administrator');
    const preview = await administrator.post(`${JULY}/preview`, { fate: 'movesAutomatically' });
    expect(preview.body).toMatchObject({
      version: '2026-07-01',
      totals: { movesAutomatically: 1, needsPerson: 0 },
      counts: [{ agencyCode: DESK, procedure: 'complaintFirst', movesAutomatically: 1 }],
      items: [{ caseId, fate: 'movesAutomatically' }],
      nextCursor: null,
    });
    expect(preview.body.items[0].reasons).toContainEqual(
      expect.objectContaining({
        matter: 'act',
        name: 'withdraw',
        fate: 'moves',
        article: { vi: 'Nghị định 155/2026/NĐ-CP Điều 22.1', en: 'Decree 155/2026/NĐ-CP art. 22.1' },
      }),
    );
    expect(JSON.stringify(preview.body)).not.toContain('Nội dung kín');
    expect((await administrator.post(`${JULY}/apply`, {})).body).toEqual({
      version: '2026-07-01',
      moved: 1,
      forPerson: 0,
      refused: [],
      nextCursor: null,
    });
    expect((await administrator.post(`${JULY}/apply`, {})).body).toMatchObject({ moved: 0, forPerson: 0 });
    const after = await administrator.post(`${JULY}/preview`, {});
    expect(after.body.totals).toMatchObject({ movesAutomatically: 0, unchanged: 1 });
  });

  test.each<[string, string, object, number]>([
    ['a day on which no law came', '/api/v1/laws/2026-07-02/preview', {}, 404],
    ['a day that does not exist', '/api/v1/laws/2026-02-30/preview', {}, 404],
    ['a word instead of a day', '/api/v1/laws/today/apply', {}, 404],
    ['a cursor that no list gave out', `${JULY}/preview`, { cursor: 'abc' }, 400],
    ['a fate that nobody knows', `${JULY}/preview`, { fate: 'vanishes' }, 422],
    ['a field that nobody knows', `${JULY}/apply`, { force: true }, 422],
  ])('%s is refused', async (_name, path, body, status) => {
    const administrator = await office.staff('administrator');
    expect((await administrator.post(path, body)).status).toBe(status);
  });
});
