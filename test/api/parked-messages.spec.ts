import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

const PATH = '/api/v1/messages/parked';

describe('the messages that are held', () => {
  let office: TestApi;
  let coordination: Visitor & { id: string };
  let administrator: Visitor;
  let outboxId: string;

  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd', { email: 'so-xd@test.example' });
    coordination = await office.staff('coordinationOffice');
    administrator = await office.staff('administrator');
    const desk = await office.staff('deskOfficer');
    const petition = { subject: 'Đơn thử', channel: 'post', receivedOn: today(), procedure: 'feedback' };
    await desk.post('/api/v1/cases', { ...petition, agencyCode: 'so-xd' });
    const [message] = await office.office.database.rows<{ id: string }>(
      `update outbox set parked_at = now(), parked_for = 'nobodyThere', owner = 'administrator', attempts = 15
       where id = (select id from outbox order by id limit 1) returning id`,
    );
    outboxId = message!.id;
  });
  afterAll(() => office.stop());

  test('are shown to the coordination office and to administrators, and to no one else', async () => {
    for (const reader of [coordination, administrator]) {
      const { status, body } = await reader.get(PATH);
      expect(status).toBe(200);
      expect(body.items).toEqual([
        expect.objectContaining({ id: outboxId, reason: 'nobodyThere', owner: 'administrator', tries: 15 }),
      ]);
    }
    for (const role of ['supervisor', 'agencyHead', 'agencyOfficer', 'deskOfficer'] as const) {
      const reader = await office.staff(role);
      expect([role, (await reader.get(PATH)).status]).toEqual([role, 403]);
      expect((await reader.post(`${PATH}/${outboxId}/retry`, {})).status).toBe(403);
    }
  });

  test('can be asked for by owner, and by no other word', async () => {
    expect((await coordination.get(`${PATH}?owner=coordinationOffice`)).body.items).toEqual([]);
    expect((await coordination.get(`${PATH}?owner=administrator`)).body.items).toHaveLength(1);
    expect((await coordination.get(`${PATH}?owner=nobody`)).status).toBe(400);
  });

  test('are sent again once for one decision, and given up with a reason only', async () => {
    expect((await coordination.post(`${PATH}/${outboxId}/retry`, {})).status).toBe(204);
    expect((await coordination.post(`${PATH}/${outboxId}/retry`, {})).status).toBe(404);
    await office.office.database.rows(`update outbox set parked_at = now() where id = $1`, [outboxId]);
    const unexplained = await administrator.post(`${PATH}/${outboxId}/give-up`, { reason: ' ' });
    expect([unexplained.status, unexplained.body.errors[0].pointer]).toEqual([422, '/reason']);
    const explained = await administrator.post(`${PATH}/${outboxId}/give-up`, { reason: 'đã gọi điện' });
    expect(explained.status).toBe(204);
    expect((await administrator.get(PATH)).body.items).toEqual([]);
    expect((await administrator.post(`${PATH}/${randomUUID()}/give-up`, { reason: 'x' })).status).toBe(404);
  });
});
