import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

const PERSON = {
  fullName: 'Sample Citizen',
  address: 'Sample Hamlet 7',
  phone: '0900000777',
  idNumber: '000777',
};
const TRACES = Object.values(PERSON);

describe('what people see', () => {
  let office: TestApi;
  let desk: Visitor;
  let people: Record<string, Visitor>;
  const cases: Record<string, string> = {};

  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd', { name: 'Sở Xây dựng' });
    await office.addAgency('so-tc', { name: 'Sở Tài chính' });
    await office.addAgency('ban-khac', { name: 'Ban khác' });
    desk = await office.staff('deskOfficer');
    people = {
      officer: await office.staff('agencyOfficer', 'so-xd'),
      head: await office.staff('agencyHead', 'so-xd'),
      neighbour: await office.staff('agencyHead', 'so-tc'),
      otherDesk: await office.staff('deskOfficer', 'ban-khac'),
      supervisor: await office.staff('supervisor'),
      administrator: await office.staff('administrator'),
    };
    for (const procedure of ['complaintFirst', 'denunciation']) {
      cases[procedure] = await register({ procedure, agencyCode: 'so-xd' });
    }
    cases.unclassified = await register({});
  });
  afterAll(() => office.stop());

  async function register(fields: object): Promise<string> {
    const petition = {
      subject: 'Việc cần giải quyết',
      content: 'Nội dung đơn',
      channel: 'inPerson',
      receivedOn: today(),
      petitioner: PERSON,
      ...fields,
    };
    return (await desk.post('/api/v1/cases', petition)).body.caseId;
  }

  const statusFor = async (person: Visitor, id: string) => {
    const paths = ['', '/history', '/commands'].map((part) => `/api/v1/cases/${id}${part}`);
    const answers = await Promise.all(paths.map((path) => person.get(path)));
    return [...new Set(answers.map(({ status }) => status))];
  };
  const listOf = async (person: Visitor) =>
    (await person.get('/api/v1/cases')).body.items.map(({ id }: { id: string }) => id);
  const petitionerFor = async (person: Visitor, id: string) =>
    (await person.get(`/api/v1/cases/${id}`)).body.petitioner;

  test('an agency sees the cases it holds and no others', async () => {
    expect((await listOf(people.officer!)).sort()).toEqual([cases.complaintFirst, cases.denunciation].sort());
    expect(await statusFor(people.officer!, cases.complaintFirst!)).toEqual([200]);
    expect(await listOf(people.neighbour!)).toEqual([]);
    expect(await statusFor(people.neighbour!, cases.complaintFirst!)).toEqual([404]);
    expect(await statusFor(people.officer!, cases.unclassified!)).toEqual([404]);
  });

  test('a filter does not widen what is seen', async () => {
    const { body } = await people.neighbour!.get('/api/v1/cases?agency=so-xd&q=Việc');
    expect(body.items).toEqual([]);
  });

  test('a desk sees what it took in, an administrator no case at all', async () => {
    expect(await listOf(desk)).toHaveLength(3);
    expect(await listOf(people.otherDesk!)).toEqual([]);
    expect(await statusFor(people.otherDesk!, cases.complaintFirst!)).toEqual([404]);
    expect(await listOf(people.administrator!)).toEqual([]);
    expect(await statusFor(people.administrator!, cases.complaintFirst!)).toEqual([404]);
  });

  test('a complainant is known to the offices that handle the case', async () => {
    for (const person of [desk, people.officer!, people.head!]) {
      expect(await petitionerFor(person, cases.complaintFirst!)).toMatchObject({
        shown: 'identity',
        label: PERSON.fullName,
        phone: PERSON.phone,
      });
    }
  });

  test('a denouncer is known to the head who settles the case, to others by a pseudonym', async () => {
    expect(await petitionerFor(people.head!, cases.denunciation!)).toMatchObject({ label: PERSON.fullName });
    for (const person of [desk, people.officer!, people.supervisor!]) {
      const seen = await petitionerFor(person, cases.denunciation!);
      expect(seen).toMatchObject({ shown: 'pseudonym', address: null, phone: null, idNumber: null });
      expect(seen.label).not.toContain(PERSON.fullName);
    }
  });

  test('a supervisor never meets an identity, wherever they look', async () => {
    const ids = Object.values(cases);
    const paths = [
      ...ids.flatMap((id) => ['', '/history', '/commands'].map((part) => `/api/v1/cases/${id}${part}`)),
      ...['cases', 'board', 'attention', 'notices', 'agencies'].map((list) => `/api/v1/${list}`),
    ];
    for (const path of paths) {
      const answer = await people.supervisor!.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      for (const trace of TRACES) expect(JSON.stringify(answer.body)).not.toContain(trace);
    }
  });

  test('a supervisor reads where a denunciation stands, not what it tells', async () => {
    const { body } = await people.supervisor!.get(`/api/v1/cases/${cases.denunciation}`);
    expect([body.subject, body.content]).toEqual([null, null]);
    expect(body.due).not.toBeNull();
    expect((await people.supervisor!.get('/api/v1/cases?q=Việc cần')).body.items).toHaveLength(1);
  });

  test('the board is for those who oversee', async () => {
    expect((await people.supervisor!.get('/api/v1/board')).body.totals).toMatchObject({
      open: 3,
      unassigned: 1,
    });
    expect((await people.officer!.get('/api/v1/board')).status).toBe(403);
  });

  test('the receipt is for the desk', async () => {
    const path = `/api/v1/cases/${cases.complaintFirst}/receipt`;
    expect((await desk.get(path)).status).toBe(200);
    for (const name of ['officer', 'head', 'supervisor', 'otherDesk']) {
      expect([name, (await people[name]!.get(path)).status]).toEqual([name, 404]);
    }
  });

  test('lists go on from page to page without a gap, by cursor and by Link', async () => {
    const whole = await listOf(desk);
    const seen: string[] = [];
    let path: string | undefined = '/api/v1/cases?limit=1';
    while (path) {
      const { body, headers } = await desk.get(path);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      path = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
      expect(path === undefined).toBe(body.nextCursor === null);
    }
    expect(seen).toEqual(whole);
  });

  test('answers are kept in no cache', async () => {
    expect((await desk.get('/api/v1/cases')).headers.get('cache-control')).toBe('no-store');
  });

  describe('a citizen with the code of the receipt', () => {
    const track = async (code: string) =>
      office.visitor().get(`/api/v1/tracking/${encodeURIComponent(code)}`);

    test('sees the steps, the office and the due date, and no person', async () => {
      const { trackingCode } = (await desk.get(`/api/v1/cases/${cases.complaintFirst}/receipt`)).body;
      const { status, body } = await track(trackingCode);
      expect([status, body.agencyName, body.headline]).toEqual([200, 'Sở Xây dựng', 'assigned']);
      expect(body.steps.map(({ command }: { command: string }) => command)).toEqual(
        expect.arrayContaining(['register', 'classify', 'assign']),
      );
      for (const trace of [...TRACES, 'Sample', 'Nội dung đơn']) {
        expect(JSON.stringify(body)).not.toContain(trace);
      }
    });

    test('may type it in small letters and groups', async () => {
      const { trackingCode } = (await desk.get(`/api/v1/cases/${cases.complaintFirst}/receipt`)).body;
      const typed = trackingCode.toLowerCase().replace(/(.{6})/g, '$1-');
      expect((await track(typed)).status).toBe(200);
      expect((await track(` ${trackingCode}`)).status).toBe(200);
    });

    test('sees nothing with another code', async () => {
      for (const code of ['0'.repeat(26), 'x', cases.complaintFirst!]) {
        const { status, body } = await track(code);
        expect([status, body.code]).toEqual([404, 'notFound']);
      }
    });
  });
});
