import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RegisterBody, type SimilarBody, similarBody } from '#contract';
import { type Actor, legalDateOf } from '#domain';
import { findSimilar, registerCase } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

const today = legalDateOf(new Date().toISOString());
const PERSON = { fullName: 'Trần Thị Mẫu', phone: '0912 345 678' };

let house: TestOffice;
const cast = {} as Record<'desk' | 'otherDesk' | 'coordination' | 'supervisor' | 'administrator', Actor>;

beforeAll(async () => {
  house = await createTestOffice();
  for (const code of ['so-xd', 'ban-khac']) await house.addAgency(code);
  for (const code of ['xa-a', 'xa-b']) await house.addAgency(code, { name: `Xã ${code}`, kind: 'commune' });
  cast.desk = await house.addStaff('deskOfficer', DESK);
  cast.otherDesk = await house.addStaff('deskOfficer', 'ban-khac');
  cast.coordination = await house.addStaff('coordinationOffice', DESK);
  cast.supervisor = await house.addStaff('supervisor');
  cast.administrator = await house.addStaff('administrator');
});
afterAll(() => house?.close());

async function register(fields: Partial<RegisterBody>, who = cast.desk): Promise<string> {
  const outcome = await registerCase(house.office, who, {
    subject: 'Đơn mẫu',
    channel: 'inPerson',
    receivedOn: today,
    declaredKind: null,
    petitioner: null,
    ...fields,
  } as Parameters<typeof registerCase>[2]);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.result.number;
}

async function similar(asked: Partial<SimilarBody>, who = cast.desk) {
  const items = await findSimilar(house.office, who, similarBody.parse(asked));
  return items.map(({ number, reasons }) => [number, ...reasons]);
}

describe('what the desk is told while it types', () => {
  const numbers = {} as Record<'complaint' | 'feedback' | 'elsewhere' | 'unclassified', string>;

  beforeAll(async () => {
    numbers.complaint = await register({
      subject: 'Khiếu nại quyết định thu hồi đất tại ấp Cái Nước',
      procedure: 'complaintFirst',
      agencyCode: 'so-xd',
      placeCode: 'xa-a',
      petitioner: PERSON,
    });
    numbers.feedback = await register({
      subject: 'Phản ánh đường hẻm số 12 xuống cấp, ngập nước',
      procedure: 'feedback',
      agencyCode: 'so-xd',
      placeText: 'Xóm Chài cũ',
    });
    numbers.elsewhere = await register({
      subject: 'Việc khác',
      procedure: 'feedback',
      agencyCode: 'so-xd',
      placeCode: 'xa-b',
      petitioner: { ...PERSON, phone: '0987000111' },
    });
    numbers.unclassified = await register({
      subject: 'Đơn chưa phân loại',
      petitioner: { ...PERSON, phone: '0900111222' },
    });
  });

  test.each(['0912345678', '+84 912 345 678', '0912.345.678'])(
    'the same telephone, written %s',
    async (phone) => {
      expect(await similar({ phone })).toEqual([[numbers.complaint, 'phone']]);
    },
  );

  test('the same name, with or without marks, in the same place and not in another', async () => {
    expect(await similar({ fullName: 'tran thi mau', placeCode: 'xa-a' })).toEqual([
      [numbers.complaint, 'nameAndPlace'],
    ]);
    expect(await similar({ fullName: 'Trần Thị Mẫu', placeCode: 'so-xd' })).toEqual([]);
    expect(await similar({ fullName: 'Trần Thị Mẫu' })).toEqual([]);
  });

  test('like words about the same place, of the same kind as far as it is known', async () => {
    const asked = { subject: 'Đường hẻm số 12 ngập nước xuống cấp', placeText: 'xom chai cu' };
    expect(await similar(asked)).toEqual([[numbers.feedback, 'placeAndSubject']]);
    expect(await similar({ ...asked, procedure: 'feedback' })).toHaveLength(1);
    expect(await similar({ ...asked, procedure: 'complaintFirst' })).toEqual([]);
    expect(await similar({ ...asked, placeText: 'Xóm khác' })).toEqual([]);
    expect(await similar({ ...asked, subject: 'Đường dây điện hư hỏng ở chợ' })).toEqual([]);
  });

  test('the case with the most reasons first', async () => {
    const asked = { fullName: PERSON.fullName, phone: '0987000111', placeCode: 'xa-a' };
    expect(await similar({ ...asked, subject: 'Khiếu nại việc thu hồi đất tại ấp Cái Nước' })).toEqual([
      [numbers.complaint, 'nameAndPlace', 'placeAndSubject'],
      [numbers.elsewhere, 'phone'],
    ]);
  });

  test('no more than ten', async () => {
    for (let turn = 0; turn < 12; turn += 1)
      await register({ petitioner: { fullName: 'Người Mẫu Khác', phone: '0933444555' } });
    expect(await similar({ phone: '0933444555' })).toHaveLength(10);
  });

  test('nothing of a number that is no telephone', async () => {
    await register({ petitioner: { fullName: 'Người Mẫu Khác', phone: '113' } });
    expect(await similar({ phone: '113' })).toEqual([]);
  });

  test('only of cases whose petitioner they may know', async () => {
    expect(await similar({ phone: '0912345678' }, cast.otherDesk)).toEqual([]);
    expect(await similar({ phone: '0912345678' }, cast.supervisor)).toEqual([]);
    expect(await similar({ phone: '0912345678' }, cast.administrator)).toEqual([]);
    expect(await similar({ phone: '0912345678' }, cast.coordination)).toHaveLength(1);
    expect(await similar({ phone: '0900111222' })).toEqual([[numbers.unclassified, 'phone']]);
    expect(await similar({ phone: '0900111222' }, cast.coordination)).toEqual([]);
  });
});

describe('a denunciation', () => {
  const DENOUNCER = { fullName: 'Lý Thị Bí Mật', phone: '0966777888' };
  const words = { subject: 'Tố cáo cán bộ nhận tiền khi cấp giấy chứng nhận', placeCode: 'xa-b' };

  beforeAll(async () => {
    await register({ ...words, procedure: 'denunciation', agencyCode: 'so-xd', petitioner: DENOUNCER });
    await register({ ...words, declaredKind: 'denunciation', petitioner: DENOUNCER });
  });

  test('is suggested to nobody, by telephone, by name or by its words', async () => {
    for (const who of [cast.desk, cast.coordination])
      for (const asked of [
        { phone: DENOUNCER.phone },
        { fullName: DENOUNCER.fullName, placeCode: 'xa-b' },
        words,
        { ...words, ...{ phone: DENOUNCER.phone, fullName: DENOUNCER.fullName } },
      ])
        expect(await similar(asked, who)).toEqual([]);
  });

  test('is not looked up itself, lest its author be found through their other petitions', async () => {
    await register({ procedure: 'feedback', agencyCode: 'so-xd', petitioner: DENOUNCER });
    expect(await similar({ phone: DENOUNCER.phone })).toHaveLength(1);
    expect(await similar({ phone: DENOUNCER.phone, declaredKind: 'denunciation' })).toEqual([]);
    expect(await similar({ phone: DENOUNCER.phone, procedure: 'denunciation' })).toEqual([]);
  });
});
