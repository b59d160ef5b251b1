import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addCalendarDays } from '#domain';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

const ABSENT = '0192f0c1-2345-7abc-8def-0123456789ab';

/** A day off that no calendar has: the first Wednesday at least two weeks ahead. */
const dayOff = () => {
  const day = addCalendarDays(today(), 14);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addCalendarDays(day, (3 - weekday + 7) % 7);
};

let drawn = 0;
const decree = (fields: object = {}) => {
  drawn += 1;
  return {
    number: `${drawn}/TB-BNV`,
    signedOn: today(),
    title: 'Nghỉ bù; theo thông báo, năm nay',
    source: 'Công báo',
    daysOff: [{ date: dayOff(), name: 'Nghỉ bù' }],
    ...fields,
  };
};

/** The lines of an iCalendar object with the folds taken out. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

let office: TestApi;
let administrator: Visitor;
let supervisor: Visitor;
let desk: Visitor;
let head: Visitor;
beforeAll(async () => {
  office = await startTestApi();
  await office.addAgency('so-xd', { name: 'Sở Xây dựng' });
  await office.addAgency('so-nv', { name: 'Sở Nội vụ' });
  administrator = await office.staff('administrator');
  supervisor = await office.staff('supervisor');
  desk = await office.staff('deskOfficer');
  head = await office.staff('agencyHead', 'so-xd');
});
afterAll(() => office?.stop());

describe('the working calendar', () => {
  test('is read by everyone, each year with its paper and its standing', async () => {
    const { status, body } = await office.visitor().get('/api/v1/calendar');
    expect(status).toBe(200);
    const year = body.years.find((each: { year: number }) => each.year === 2026);
    expect(year).toMatchObject({ provisional: false });
    expect(year.decree).toMatch(/28\/2026\/QH16/);
    expect(year.days).toContainEqual({
      date: '2026-11-24',
      kind: 'dayOff',
      name: 'Ngày Văn hoá Việt Nam',
      swapped: false,
      decree: null,
    });
    expect(year.days).toContainEqual(expect.objectContaining({ date: '2026-08-22', kind: 'workingDay' }));
    expect(body.years.at(-1)).toMatchObject({ year: 2027, provisional: true });
  });

  test('is an iCalendar that programs subscribe to', async () => {
    const { status, headers, body } = await office.visitor().get('/api/v1/calendar.ics');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = linesOf(body);
    expect(lines).toContain('UID:day-off-2026-11-24@calendar.dan-nguyen');
    expect(lines).toContain('SUMMARY:Nghỉ: Ngày Văn hoá Việt Nam');
    expect(lines).toContain('SUMMARY:Nghỉ: Tết Dương lịch (dự kiến)');
    const { body: again } = await office.visitor().get('/api/v1/calendar.ics');
    expect(again).toBe(body);
  });
});

describe('a decree', () => {
  test('is drafted, previewed, applied, shown to everyone and retracted', async () => {
    const drafted = await administrator.post('/api/v1/decrees', decree());
    expect([drafted.status, drafted.body.state]).toEqual([201, 'draft']);
    const path = `/api/v1/decrees/${drafted.body.id}`;

    const changed = await administrator.call(path, {
      method: 'PUT',
      body: decree({ number: drafted.body.number, title: 'Nghỉ bù, sửa' }),
    });
    expect([changed.status, changed.body.title]).toEqual([200, 'Nghỉ bù, sửa']);

    const unseen = await administrator.post(`${path}/apply`, {});
    expect([unseen.status, unseen.body.code]).toEqual([409, 'decree.previewFirst']);
    expect(unseen.body.detail).toMatch(/xem trước/);

    const previewed = await administrator.post(`${path}/preview`, {});
    expect(previewed.body.preview).toMatchObject({ act: 'apply', changedDates: [dayOff()] });
    expect((await supervisor.get(`${path}/moves`)).body).toEqual({ items: [], nextCursor: null });

    const applied = await administrator.post(`${path}/apply`, {});
    expect([applied.status, applied.body.state]).toEqual([200, 'applied']);
    const { body: calendar } = await office.visitor().get('/api/v1/calendar');
    expect(calendar.edition).toMatch(/\+\d+\/TB-BNV$/);
    const days = calendar.years.flatMap((year: { days: object[] }) => year.days);
    expect(days).toContainEqual(expect.objectContaining({ date: dayOff(), decree: drafted.body.number }));
    const { body: feed } = await office.visitor().get('/api/v1/calendar.ics');
    expect(linesOf(feed)).toContain(`UID:day-off-${dayOff()}@calendar.dan-nguyen`);

    const deleted = await administrator.call(path, { method: 'DELETE' });
    expect([deleted.status, deleted.body.code]).toEqual([409, 'decree.notADraft']);
    const retracted = await administrator.post(`${path}/retract`, {});
    expect([retracted.status, retracted.body.state]).toEqual([200, 'retracted']);
    const { body: back } = await office.visitor().get('/api/v1/calendar');
    expect(back.edition).not.toContain('+');
  });

  test('counts at once for the calculator and for what is registered', async () => {
    const { body: drafted } = await administrator.post('/api/v1/decrees', decree());
    const path = `/api/v1/decrees/${drafted.id}`;
    const ends = async () => {
      const question = {
        procedure: 'complaintFirst',
        clock: 'sendDecision',
        from: addCalendarDays(dayOff(), -1),
      };
      return (await office.visitor().post('/api/v1/deadlines/preview', question)).body.due as string;
    };
    const before = await ends();
    await administrator.post(`${path}/preview`, {});
    await administrator.post(`${path}/apply`, {});
    expect((await ends()) > before).toBe(true);
    await administrator.post(`${path}/retract`, {});
    expect(await ends()).toBe(before);
  });

  test('is thrown away as long as it is a draft', async () => {
    const { body } = await administrator.post('/api/v1/decrees', decree());
    const path = `/api/v1/decrees/${body.id}`;
    expect((await administrator.call(path, { method: 'DELETE' })).status).toBe(204);
    expect((await administrator.call(path, { method: 'DELETE' })).status).toBe(404);
  });

  test('is entered by administrators alone, and read by supervision', async () => {
    for (const person of [desk, head, supervisor]) {
      expect((await person.post('/api/v1/decrees', decree())).status).toBe(403);
      expect((await person.post(`/api/v1/decrees/${ABSENT}/apply`, {})).status).toBe(403);
    }
    expect((await supervisor.get('/api/v1/decrees')).status).toBe(200);
    expect((await desk.get('/api/v1/decrees')).status).toBe(403);
  });

  test('that does not exist is answered so', async () => {
    for (const act of ['preview', 'apply', 'retract']) {
      const { status, body } = await administrator.post(`/api/v1/decrees/${ABSENT}/${act}`, {});
      expect([act, status, body.code]).toEqual([act, 404, 'decree.notFound']);
    }
  });

  test.each([
    ['a date that does not exist', { daysOff: [{ date: '2026-02-30', name: 'x' }] }, '/daysOff/0/date'],
    ['a day without a name', { daysOff: [{ date: '2027-01-05', name: ' ' }] }, '/daysOff/0/name'],
    ['a field nobody knows', { state: 'applied' }, '/state'],
    ['a year out of reach', { officialYears: [1900] }, '/officialYears/0'],
    ['a day it cannot take out', { takenOut: ['2027-01-05'], daysOff: [] }, '/takenOut/0'],
    ['a made-up Monday', { workingDays: [{ date: '2027-01-04', reason: 'x' }] }, '/workingDays/0/date'],
  ])('with %s is refused at its field', async (_name, fields, pointer) => {
    const { status, body } = await administrator.post('/api/v1/decrees', decree(fields));
    expect(status).toBe(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });
});

describe("an agency's deadlines", () => {
  let number: string;
  beforeAll(async () => {
    const { body } = await desk.post('/api/v1/cases', {
      subject: 'Nội dung kín',
      channel: 'inPerson',
      receivedOn: today(),
      procedure: 'denunciation',
      agencyCode: 'so-xd',
      petitioner: { fullName: 'Người mẫu Kín', phone: '0900000001' },
    });
    number = body.number;
  });

  test('are numbers, clocks and dates, without content or people', async () => {
    const { status, headers, body } = await head.get('/api/v1/agencies/so-xd/deadlines.ics');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(linesOf(body)).toContain(`SUMMARY:Hạn thụ lý: ${number}`);
    expect(body).not.toMatch(/Nội dung kín|Người mẫu|0900000001/);
    expect(body).not.toContain('trả lời người nộp đơn');
  });

  test('are read by its own people and by supervision, and are not there for anyone else', async () => {
    const other = await office.staff('agencyHead', 'so-nv');
    const statusFor = async (person: Visitor) =>
      (await person.get('/api/v1/agencies/so-xd/deadlines.ics')).status;
    expect(await statusFor(supervisor)).toBe(200);
    expect(await statusFor(other)).toBe(404);
    expect(await statusFor(administrator)).toBe(404);
    expect(await statusFor(desk)).toBe(404);
    expect(await statusFor(office.visitor())).toBe(401);
  });

  test('are subscribed to under an address with a key, until that is renewed', async () => {
    const { body: link } = await head.get('/api/v1/agencies/so-xd/deadlines-link');
    const path = link.url.replace(/^https?:\/\/[^/]+/, '');
    const { status, body } = await office.visitor().get(path);
    expect(status).toBe(200);
    expect(linesOf(body)).toContain(`SUMMARY:Hạn thụ lý: ${number}`);
    expect((await office.visitor().get(path.replace('so-xd', 'so-nv'))).status).toBe(404);
    expect((await office.visitor().get(`${path.slice(0, -1)}_`)).status).toBe(404);

    const { body: renewed } = await head.call('/api/v1/agencies/so-xd/deadlines-link', {
      method: 'POST',
      body: {},
    });
    expect(renewed.url).not.toBe(link.url);
    expect((await office.visitor().get(path)).status).toBe(404);
  });
});
