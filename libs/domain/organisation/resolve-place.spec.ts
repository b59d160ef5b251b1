import { describe, expect, test } from '@jest/globals';
import { demoOrganisation, demoRows } from '../../../test/support/demo-organisation.js';
import { resolvePlace } from './resolve-place.js';

const organisation = demoOrganisation();

/** Resolves a place text of a petition with an optional date and province. */
const resolve = (text: string, onDate: string | null = null, province: string | null = null) =>
  resolvePlace(text, organisation, { onDate, province });

describe('the 116 petitions of Cà Mau and Bạc Liêu', () => {
  const petitions = new Map(demoRows('register.csv').map((row) => [row.id, row]));
  const answers = demoRows('places.csv').map((place) => {
    const petition = petitions.get(place.petition_id)!;
    return { place, answer: resolve(place.place_text!, petition.received_on || null, petition.province!) };
  });

  test('every one comes to the units that were worked out by hand: 51 one, 34 several, 31 none', () => {
    const differing = answers.filter(
      ({ place, answer }) =>
        answer.status !== place.status || answer.candidates.join(';') !== place.new_unit_candidates,
    );
    expect(differing.map(({ place }) => place.petition_id)).toEqual([]);
    const count = (status: string) => answers.filter(({ answer }) => answer.status === status).length;
    expect([count('one'), count('several'), count('none')]).toEqual([51, 34, 31]);
  });

  test('each is read on the map that was found by hand', () => {
    const found = answers.filter(({ answer }) => answer.status !== 'none');
    const differing = found.filter(({ place, answer }) => answer.readOn !== place.name_era_or_reason);
    expect(differing.map(({ place }) => place.petition_id)).toEqual([]);
  });

  test('phường 4 is named but is on no map we have; all other unresolved texts name no commune', () => {
    const named = answers.filter(({ answer }) => answer.reason === 'unknownUnit');
    expect(named.map(({ place }) => place.place_text)).toEqual(['phường 4, TP. Cà Mau']);
    expect(answers.filter(({ answer }) => answer.reason === 'noCommuneNamed')).toHaveLength(30);
  });

  test('no petition of another province is placed in ours, whatever its communes are called', () => {
    const others = demoRows('register.csv').filter((row) => !['Cà Mau', 'Bạc Liêu'].includes(row.province!));
    expect(others).toHaveLength(120);
    for (const row of others) {
      expect(resolve(row.commune_or_place!, row.received_on || null, row.province!)).toMatchObject({
        status: 'none',
        candidates: [],
        reason: 'otherProvince',
      });
    }
  });
});

describe('every name of both maps', () => {
  const formerUnits = demoRows('units_old_to_new.csv');

  test('an old unit in its district leads to all units of today that took a part of it, and to no other', () => {
    for (const former of formerUnits) {
      const { old_unit, new_unit_former_district: district } = former;
      const isSplit = (row: typeof former) => row.old_unit_split_between_several_new === 'yes';
      const answer = resolve(`${old_unit}, ${district}`, '2024-06-01');
      const took = formerUnits.filter(
        (row) =>
          row.old_unit === old_unit &&
          isSplit(row) === isSplit(former) &&
          (isSplit(row) || row.new_unit_former_district === district),
      );
      const codes = [...new Set(took.map((row) => row.new_code))].sort();
      expect([old_unit, answer.status, answer.candidates]).toEqual([
        old_unit,
        codes.length === 1 ? 'one' : 'several',
        codes,
      ]);
    }
  });

  test('a commune or ward of today is itself after the merger', () => {
    const units = demoRows('units.csv').filter(({ kind }) => kind === 'commune' || kind === 'ward');
    expect(units).toHaveLength(64);
    for (const { name, code } of units) {
      expect(resolve(`ấp 2, ${name}`, '2026-01-05')).toMatchObject({ candidates: [code], readOn: 'new' });
    }
  });
});

describe('names that lie', () => {
  test('xã Phong Thạnh is phường Giá Rai before the merger and xã Phong Thạnh after it', () => {
    expect(resolve('xã Phong Thạnh', '2024-05-01')).toMatchObject({
      candidates: ['phuong-gia-rai'],
      readOn: 'old',
    });
    expect(resolve('xã Phong Thạnh', '2025-12-16')).toMatchObject({
      candidates: ['xa-phong-thanh'],
      readOn: 'new',
    });
  });

  test('without date or district it may be either and a person decides', () => {
    expect(resolve('xã Phong Thạnh')).toEqual({
      status: 'several',
      candidates: ['phuong-gia-rai', 'xa-phong-thanh'],
      readOn: null,
      reason: 'bothMaps',
    });
  });

  test('a district without a date speaks for the old map', () => {
    expect(resolve('xã Phước Long, huyện Phước Long')).toMatchObject({
      status: 'one',
      candidates: ['xa-vinh-phuoc'],
      readOn: 'old',
    });
  });

  test('a district and a date after the merger disagree about the map, so both readings are offered', () => {
    expect(resolve('xã Phước Long, huyện Phước Long', '2025-10-01')).toMatchObject({
      status: 'several',
      candidates: ['xa-phuoc-long', 'xa-vinh-phuoc'],
      reason: 'bothMaps',
    });
  });

  test('phường Hòa Tân was never a unit: old xã Hòa Tân is only hinted at', () => {
    expect(resolve('phường Hòa Tân', '2025-11-17')).toEqual({
      status: 'none',
      candidates: ['phuong-hoa-thanh'],
      readOn: null,
      reason: 'unknownUnit',
    });
  });

  test('a new name in a petition older than the name is not believed', () => {
    expect(resolve('phường Hòa Thành', '2018-04-26')).toMatchObject({
      status: 'none',
      reason: 'nameNewerThanDate',
    });
  });

  test('a longer unknown name is not cut down to a known one', () => {
    expect(resolve('xã Tân Lộc Nam')).toMatchObject({ status: 'none', candidates: ['xa-tan-loc'] });
  });
});

describe('the district narrows', () => {
  test.each([
    ['Phường 5, TP. Bạc Liêu', 'phuong-vinh-trach'],
    ['phường 5, thành phố Cà Mau', 'phuong-tan-thanh'],
    ['P.8, TP Cà Mau', 'phuong-ly-van-lam'],
    ['P1, TX. Giá Rai', 'phuong-gia-rai'],
  ])('%s is %s', (text, code) => {
    expect(resolve(text)).toMatchObject({ status: 'one', candidates: [code] });
  });

  test('a ward number without its town is two wards', () => {
    expect(resolve('Phường 5')).toMatchObject({
      status: 'several',
      candidates: ['phuong-tan-thanh', 'phuong-vinh-trach'],
      reason: 'sameNameInOtherDistrict',
    });
  });

  test('the province of the register narrows it as long as it names one half of the map', () => {
    expect(resolve('Phường 5', null, 'Bạc Liêu')).toMatchObject({ candidates: ['phuong-vinh-trach'] });
    expect(resolve('Phường 5', '2019-03-01', 'Cà Mau')).toMatchObject({ candidates: ['phuong-tan-thanh'] });
    expect(resolve('Phường 5', '2026-03-01', 'Cà Mau')).toMatchObject({ status: 'several' });
  });

  test('a district that does not fit the commune, ours or foreign, is for a person', () => {
    expect(resolve('xã Tân Duyệt, huyện Cái Nước')).toMatchObject({
      status: 'none',
      candidates: ['xa-dam-doi'],
      reason: 'districtDisagrees',
    });
    expect(resolve('xã Tân Thành, huyện Bắc Tân Uyên')).toMatchObject({
      status: 'none',
      reason: 'districtDisagrees',
    });
  });

  test('a split unit keeps all its successors, also those in another district', () => {
    expect(resolve('xã Lợi An, huyện Trần Văn Thời')).toMatchObject({
      status: 'several',
      candidates: ['phuong-ly-van-lam', 'xa-luong-the-tran', 'xa-tran-van-thoi'],
      reason: 'splitUnit',
    });
  });
});

describe('how people write', () => {
  test.each([
    'xã Tân Duyệt, huyện Đầm Dơi',
    'Xã  TÂN DUYỆT , Huyện Đầm Dơi',
    'xã Tân Duyệt, huyện Ðầm Dơi',
    'x. Tân Duyệt, h. Đầm Dơi'.normalize('NFD'),
    'xa Tan Duyet, huyen Dam Doi',
    'ấp 6, xã Tân Duyệt, Đầm Dơi',
  ])('%s is found', (text) => {
    expect(resolve(text)).toMatchObject({ status: 'one', candidates: ['xa-dam-doi'] });
  });

  test.each([
    ['xã Hoà Thành', 'phuong-hoa-thanh'],
    ['xã Phú Mĩ', 'xa-phu-my'],
    ['xã Hồ Thị Kỉ', 'xa-ho-thi-ky'],
  ])('%s is %s', (text, code) => {
    expect(resolve(text)).toMatchObject({ status: 'one', candidates: [code] });
  });

  test('marks tell places apart: Tân Thành and Tân Thạnh are two', () => {
    expect(resolve('xã Tân Thành')).toMatchObject({ candidates: ['phuong-tan-thanh'] });
    expect(resolve('xã Tân Thạnh')).toMatchObject({ candidates: ['xa-phong-thanh'] });
    expect(resolve('xa Tan Thanh')).toMatchObject({ status: 'several' });
    expect(resolve('xã Tân Thanh')).toMatchObject({ status: 'none', reason: 'unknownUnit' });
  });

  test('cầu Xả Bảo is a bridge, thị xã is a town, and a list of communes is a list', () => {
    expect(resolve('cầu Xả Bảo')).toMatchObject({ reason: 'noCommuneNamed' });
    expect(resolve('thị xã Giá Rai')).toMatchObject({ reason: 'noCommuneNamed' });
    expect(resolve('các xã Tân Duyệt, Tân Dân và Trần Phán')).toMatchObject({
      status: 'several',
      candidates: ['xa-dam-doi', 'xa-tran-phan'],
      reason: 'severalUnitsNamed',
    });
  });

  test('a bare name is hinted at, never taken', () => {
    expect(resolve('Tân Duyệt')).toMatchObject({
      status: 'none',
      candidates: ['xa-dam-doi'],
      reason: 'typeMissing',
    });
  });

  test('a text of another province without a province column is not ours', () => {
    expect(resolve('xã Tân Thành, tỉnh Đồng Nai')).toMatchObject({ status: 'none', reason: 'otherProvince' });
  });

  test('an empty text names nothing', () => {
    expect(resolve('')).toEqual({ status: 'none', candidates: [], readOn: null, reason: 'noCommuneNamed' });
  });
});
