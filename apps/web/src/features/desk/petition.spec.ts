import { describe, expect, test } from '@jest/globals';
import { registerBody, similarBody } from '#contract';
import { today } from '../../parts/dates';
import { emptyPetition, isBackdated, registerBodyOf, similarBodyOf } from './petition';

const typed = {
  ...emptyPetition(),
  subject: 'Đề nghị sửa đường',
  petitioner: { fullName: 'Người Mẫu', address: '', phone: '', idNumber: '' },
};

describe('The form of the desk', () => {
  test('a subject and a name are enough: it came today, in person', () => {
    const body = registerBodyOf(typed, undefined);
    expect(registerBody.parse(body)).toMatchObject({ receivedOn: today(), channel: 'inPerson' });
    expect(body.petitioner).toEqual({ fullName: 'Người Mẫu' });
  });

  test('a petition without a name is only one when the clerk says so', () => {
    expect(registerBody.safeParse(registerBodyOf(emptyPetition(), undefined)).success).toBe(false);
    expect(registerBodyOf({ ...typed, isAnonymous: true }, undefined).petitioner).toBeNull();
  });

  test('a reason for another day is sent only while the day is another one', () => {
    const late = { ...typed, receivedOn: '2026-01-05', backdatingReason: 'Nhập bù' };
    expect(isBackdated(late)).toBe(true);
    expect(registerBodyOf(late, undefined).backdatingReason).toBe('Nhập bù');
    expect(registerBodyOf({ ...late, receivedOn: today() }, undefined).backdatingReason).toBeUndefined();
  });

  test('the register is asked for the same once enough is typed, and never for a denunciation', () => {
    expect(similarBodyOf(typed, undefined)).toBeNull();
    const placed = { ...typed, placeText: 'Xã Đất Mũi' };
    expect(similarBody.parse(similarBodyOf(placed, 'xa-dat-mui'))).toMatchObject({
      fullName: 'Người Mẫu',
      subject: 'Đề nghị sửa đường',
      placeCode: 'xa-dat-mui',
      phone: null,
    });
    expect(similarBodyOf({ ...placed, declaredKind: 'denunciation' }, undefined)).toBeNull();
    expect(similarBodyOf({ ...placed, procedure: 'denunciation' }, undefined)).toBeNull();
    expect(similarBodyOf({ ...placed, isAnonymous: true }, undefined)).toMatchObject({
      fullName: null,
      phone: null,
    });
  });
});
