import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

describe('reading through the API', () => {
  let office: TestApi;
  let desk: Visitor;

  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd', { name: 'Sở Xây dựng' });
    desk = await office.staff('deskOfficer');
    await desk.post('/api/v1/cases', {
      subject: 'Sạt lở bờ sông',
      channel: 'inPerson',
      receivedOn: today(),
      petitioner: { fullName: 'Sample Citizen', phone: '0900000777' },
    });
  });
  afterAll(() => office.stop());

  test('a list and a search say whether they are partial', async () => {
    for (const query of ['', '?q=sat lo', '?q=sat lo&sort=due', '?sort=received&open=true'])
      expect((await desk.get(`/api/v1/cases${query}`)).body).toMatchObject({ items: [{}], partial: false });
    expect((await desk.get('/api/v1/attention')).body.partial).toBe(false);
  });

  test('the desk is told of like petitions, by a body and not by an address', async () => {
    const { status, body } = await desk.post('/api/v1/cases/similar', { phone: '+84900000777' });
    expect([status, body.items.length, body.items[0].reasons]).toEqual([200, 1, ['phone']]);
    expect((await desk.get('/api/v1/cases/similar?phone=0900000777')).status).not.toBe(200);
    expect((await desk.post('/api/v1/cases/similar', { idNumber: '1' })).status).toBe(422);
  });

  test('and nobody else is', async () => {
    for (const role of ['agencyOfficer', 'agencyHead', 'supervisor', 'administrator'] as const) {
      const person = await office.staff(role, 'so-xd');
      expect([role, (await person.post('/api/v1/cases/similar', { phone: '0900000777' })).status]).toEqual([
        role,
        403,
      ]);
    }
  });
});
