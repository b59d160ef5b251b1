import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PASSWORD, startTestApi, type TestApi, today, type Visitor } from './test-api.js';

describe('administration', () => {
  let office: TestApi;
  let administrator: Visitor & { id: string };

  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd', { name: 'Sở Xây dựng' });
    await office.addAgency('so-tc', { name: 'Sở Tài chính' });
    administrator = await office.staff('administrator');
  });
  afterAll(() => office.stop());

  const newcomer = (fields: object = {}) => ({
    name: 'Sample Newcomer',
    email: `newcomer-${Math.random().toString(36).slice(2)}@test.example`,
    role: 'agencyOfficer',
    agencyCode: 'so-xd',
    password: PASSWORD,
    ...fields,
  });

  describe('of staff', () => {
    test('creates people who can sign in at once, and shows no secret', async () => {
      const person = newcomer({ email: 'Newcomer@Test.example' });
      const { status, body } = await administrator.post('/api/v1/staff', person);
      expect([status, body]).toEqual([
        201,
        {
          id: expect.any(String),
          name: person.name,
          email: 'newcomer@test.example',
          role: 'agencyOfficer',
          agencyCode: 'so-xd',
          agencyName: 'Sở Xây dựng',
          isActive: true,
        },
      ]);
      expect((await office.visitor().signIn(person.email)).status).toBe(204);
      const list = await administrator.get('/api/v1/staff');
      expect(list.body.items).toContainEqual(body);
      expect(JSON.stringify(list.body)).not.toMatch(/password|token/i);
    });

    test('refuses an e-mail that is taken, in whatever letters', async () => {
      const person = newcomer({ email: 'taken@test.example' });
      await administrator.post('/api/v1/staff', person);
      const again = await administrator.post('/api/v1/staff', { ...person, email: 'TAKEN@test.example' });
      expect([again.status, again.body.code]).toEqual([409, 'emailTaken']);
      const race = newcomer({ email: 'race@test.example' });
      const answers = await Promise.all([1, 2, 3].map(() => administrator.post('/api/v1/staff', race)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    });

    test('refuses an agency that is unknown, or missing for the role', async () => {
      for (const fields of [{ agencyCode: 'so-khong-co' }, { agencyCode: null }, { agencyCode: undefined }]) {
        const { status, body } = await administrator.post('/api/v1/staff', newcomer(fields));
        expect([status, body.errors[0].pointer]).toEqual([422, '/agencyCode']);
      }
      const supervisor = newcomer({ role: 'supervisor', agencyCode: null });
      expect((await administrator.post('/api/v1/staff', supervisor)).status).toBe(201);
    });

    test('refuses a short password', async () => {
      const { status, body } = await administrator.post('/api/v1/staff', newcomer({ password: 'short' }));
      expect([status, body.errors[0].pointer]).toEqual([422, '/password']);
    });

    test.each([{ role: 'agencyHead' }, { agencyCode: 'so-tc' }, { isActive: false }])(
      'ends the sessions of someone whose rights change: %j',
      async (patch) => {
        const officer = await office.staff('agencyOfficer', 'so-xd');
        const { status, body } = await administrator.patch(`/api/v1/staff/${officer.id}`, patch);
        expect([status, body]).toEqual([200, expect.objectContaining(patch)]);
        expect((await officer.get('/api/v1/me')).status).toBe(401);
      },
    );

    test('lets people work on when only their name changes', async () => {
      const officer = await office.staff('agencyOfficer', 'so-xd');
      await administrator.patch(`/api/v1/staff/${officer.id}`, { name: 'Tên mới' });
      expect((await officer.get('/api/v1/me')).body.name).toBe('Tên mới');
    });

    test('gives a new password to someone who forgot theirs', async () => {
      const officer = await office.staff('agencyOfficer', 'so-xd');
      const body = { password: 'a brand new password' };
      expect((await administrator.post(`/api/v1/staff/${officer.id}/password`, body)).status).toBe(204);
      expect((await officer.get('/api/v1/me')).status).toBe(401);
      expect((await office.visitor().signIn(officer.email)).status).toBe(401);
      expect((await office.visitor().signIn(officer.email, body.password)).status).toBe(204);
      expect((await administrator.post('/api/v1/staff/nobody/password', body)).status).toBe(404);
    });

    test('keeps the last active administrator', async () => {
      const path = `/api/v1/staff/${administrator.id}`;
      for (const patch of [{ isActive: false }, { role: 'supervisor' }]) {
        const { status, body } = await administrator.patch(path, patch);
        expect([status, body.code]).toEqual([409, 'lastAdministrator']);
      }
      expect((await administrator.get('/api/v1/me')).status).toBe(200);
    });

    test('keeps one of two administrators who close each other’s account at the same moment', async () => {
      const other = await office.staff('administrator');
      const [one, two] = await Promise.all([
        administrator.patch(`/api/v1/staff/${other.id}`, { isActive: false }),
        other.patch(`/api/v1/staff/${administrator.id}`, { isActive: false }),
      ]);
      const [{ left }] = (await office.office.database.rows(
        `select count(*)::int as left from staff where role = 'administrator' and is_active`,
      )) as [{ left: number }];
      expect(left).toBe(1);
      expect([one.status, two.status]).toContain(200);
      await office.office.database.rows('update staff set is_active = true where id = $1', [
        administrator.id,
      ]);
      await administrator.signIn(await emailOf(administrator.id));
    });
  });

  describe('of agencies', () => {
    test('adds one, and refuses its code a second time', async () => {
      const body = { code: 'phong-a', name: 'Phòng A', kind: 'department', parentCode: 'so-xd' };
      const first = await administrator.post('/api/v1/agencies', body);
      expect([first.status, first.body]).toEqual([
        201,
        expect.objectContaining({ ...body, email: null, verified: true, formerNames: [], staffCount: 0 }),
      ]);
      const second = await administrator.post('/api/v1/agencies', body);
      expect([second.status, second.body.code]).toEqual([409, 'agencyExists']);
      const { body: list } = await administrator.get('/api/v1/agencies?q=phong a');
      expect(list.items).toEqual([first.body]);
    });

    test('changes what is given and leaves the rest', async () => {
      const { status, body } = await administrator.patch('/api/v1/agencies/so-tc', {
        email: 'stc@test.example',
      });
      expect([status, body.email, body.name]).toEqual([200, 'stc@test.example', 'Sở Tài chính']);
      expect((await administrator.patch('/api/v1/agencies/so-tc', { code: 'x' })).status).toBe(422);
    });

    test('notes the last day of one, which from then on takes no new case', async () => {
      await administrator.post('/api/v1/agencies', { code: 'so-cu', name: 'Sở cũ', kind: 'department' });
      const ended = await administrator.patch('/api/v1/agencies/so-cu', { validTo: '2025-06-30' });
      expect([ended.status, ended.body.validTo]).toEqual([200, '2025-06-30']);
      const desk = await office.staff('deskOfficer');
      const petition = { subject: 'Đơn mẫu', channel: 'post', receivedOn: today(), petitioner: null };
      const { status, body } = await desk.post('/api/v1/cases', {
        ...petition,
        declaredKind: 'feedback',
        procedure: 'feedback',
        agencyCode: 'so-cu',
      });
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'agency.ended', '/agencyCode']);
      expect(body.detail).toContain('kết thúc hoạt động ngày 30/06/2025');
    });

    test('refuses a parent that is unknown, or that stands below', async () => {
      await administrator.post('/api/v1/agencies', {
        code: 'phong-b',
        name: 'Phòng B',
        kind: 'department',
        parentCode: 'so-tc',
      });
      const unknown = await administrator.patch('/api/v1/agencies/so-tc', { parentCode: 'so-khong-co' });
      expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/parentCode']);
      for (const parentCode of ['phong-b', 'so-tc']) {
        const loop = await administrator.patch('/api/v1/agencies/so-tc', { parentCode });
        expect([loop.status, loop.body.code]).toEqual([409, 'agencyLoop']);
      }
    });
  });

  test('is for administrators', async () => {
    for (const [role, agency] of [
      ['deskOfficer', 'ban-tcd'],
      ['agencyHead', 'so-xd'],
      ['coordinationOffice', 'tru-so-tcd'],
      ['supervisor', null],
    ] as const) {
      const person = await office.staff(role, agency);
      const answers = await Promise.all([
        person.get('/api/v1/staff'),
        person.post('/api/v1/staff', newcomer()),
        person.patch(`/api/v1/staff/${administrator.id}`, { isActive: false }),
        person.post(`/api/v1/staff/${administrator.id}/password`, { password: PASSWORD }),
        person.post('/api/v1/agencies', { code: 'x-y', name: 'X', kind: 'other' }),
        person.patch('/api/v1/agencies/so-xd', { name: 'X' }),
      ]);
      for (const { status, body } of answers) {
        expect([role, status, body.whoCan]).toEqual([role, 403, ['administrator']]);
      }
      expect((await person.get('/api/v1/agencies')).status).toBe(200);
    }
  });

  async function emailOf(id: string): Promise<string> {
    const [row] = await office.office.database.rows<{ email: string }>(
      'select email from staff where id = $1',
      [id],
    );
    return row!.email;
  }
});
