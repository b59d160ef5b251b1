import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

describe('the inbox', () => {
  let office: TestApi;
  let desk: Visitor;
  let officer: Visitor & { id: string };
  let caseId: string;

  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd', { name: 'Sở Xây dựng' });
    desk = await office.staff('deskOfficer');
    officer = await office.staff('agencyOfficer', 'so-xd');
    const petition = {
      subject: 'Đơn thử',
      channel: 'post',
      receivedOn: today(),
      procedure: 'feedback',
      agencyCode: 'so-xd',
    };
    caseId = (await desk.post('/api/v1/cases', petition)).body.caseId;
  });
  afterAll(() => office.stop());

  describe('of notices', () => {
    const addNotice = async () => {
      const id = randomUUID();
      await office.office.database.rows(
        `insert into notice (id, outbox_id, case_id, staff_id, channel, template, params, state)
         select $1, id, case_id, $2, 'app', payload ->> 'template', payload -> 'params', 'sent'
         from outbox where case_id = $3 and not exists (select from notice where outbox_id = outbox.id) limit 1`,
        [id, officer.id, caseId],
      );
      return id;
    };

    test('shows a person their own, and what they have read', async () => {
      const id = await addNotice();
      const before = (await officer.get('/api/v1/notices?unread=true')).body;
      expect([before.unread, before.items[0].id, before.items[0].caseId]).toEqual([1, id, caseId]);
      expect(before.items[0].title.vi).not.toBe('');
      expect((await desk.get('/api/v1/notices')).body).toEqual({ items: [], nextCursor: null, unread: 0 });

      expect((await desk.post(`/api/v1/notices/${id}/read`, {})).status).toBe(404);
      expect((await officer.post(`/api/v1/notices/${id}/read`, {})).status).toBe(204);
      const after = (await officer.get('/api/v1/notices')).body;
      expect([after.unread, after.items[0].readAt]).toEqual([0, expect.any(String)]);
    });
  });

  describe('of open questions', () => {
    const ask = async (kind: string) => {
      const id = randomUUID();
      await office.office.database.rows(
        `insert into attention_item (id, case_id, kind, column_name, value, candidates)
         values ($1, $2, $3, 'place', 'Xã Tân Hưng', array['so-xd'])`,
        [id, caseId, kind],
      );
      return id;
    };

    test('shows what a person must decide, to those who see the case', async () => {
      const id = await ask('placeAmbiguous');
      const { body } = await desk.get('/api/v1/attention?kind=placeAmbiguous');
      expect(body.items).toEqual([
        expect.objectContaining({ id, caseId, candidates: [{ code: 'so-xd', name: 'Sở Xây dựng' }] }),
      ]);
      await office.addAgency('ban-khac');
      const stranger = await office.staff('deskOfficer', 'ban-khac');
      expect((await stranger.get('/api/v1/attention')).body.items).toEqual([]);
      expect((await stranger.post(`/api/v1/attention/${id}/settle`, {})).status).toBe(404);
    });

    test('is settled once, with a note', async () => {
      const id = await ask('kindMissing');
      const path = `/api/v1/attention/${id}/settle`;
      expect((await desk.post(path, { note: 'đã hỏi lại', decidedBy: 'x' })).status).toBe(422);
      expect((await desk.post(path, { note: 'đã hỏi lại' })).status).toBe(204);
      expect((await desk.post(path, { note: 'đã hỏi lại' })).status).toBe(404);
      expect((await desk.get('/api/v1/attention?kind=kindMissing')).body.items).toEqual([]);
    });

    test('takes no place that does not exist', async () => {
      const id = await ask('placeUnknown');
      const answer = await desk.post(`/api/v1/attention/${id}/settle`, { placeCode: 'xa-khong-co' });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/placeCode']);
      expect((await desk.get('/api/v1/attention?kind=placeUnknown')).body.items).toHaveLength(1);
    });
  });
});
