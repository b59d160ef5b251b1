import { describe, expect, test } from '@jest/globals';
import { demoOrganisation, demoRows } from '../../../test/support/demo-organisation.js';
import { resolveAgency } from './resolve-agency.js';

const organisation = demoOrganisation();
const resolve = (name: string, onDate: string | null = null, province: string | null = null) =>
  resolveAgency(name, organisation, { onDate, province });

describe('official names and obvious forms of them', () => {
  test.each([
    ['Ủy ban nhân dân tỉnh Cà Mau', 'ubnd-tinh'],
    ['UBND tỉnh Cà Mau', 'ubnd-tinh'],
    ['UBND tỉnh', 'ubnd-tinh'],
    ['Chủ tịch UBND tỉnh Cà Mau', 'ubnd-tinh'],
    ['Uỷ ban nhân dân Tỉnh Cà Mau'.normalize('NFD'), 'ubnd-tinh'],
    ['HĐND tỉnh', 'hdnd-tinh'],
    ['Thanh tra tỉnh', 'thanh-tra-tinh'],
    ['Sở Xây dựng', 'so-xd'],
    ['Sở Xây dựng tỉnh Cà Mau', 'so-xd'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'so-vhttdl'],
    ['Sở GD&ĐT', 'so-gddt'],
    ['Sở NN&MT tỉnh Cà Mau', 'so-nnmt'],
    ['Sở NN-MT', 'so-nnmt'],
    ['Trụ sở Tiếp công dân tỉnh Cà Mau', 'tru-so-tcd'],
    ['Trung tâm Nước sạch và Vệ sinh môi trường nông thôn', 'tt-nuoc-sach'],
    ['Công ty CP Môi trường đô thị Cà Mau', 'moi-truong-do-thi-ca-mau'],
    ['Công ty cổ phần Môi trường đô thị Cà Mau', 'moi-truong-do-thi-ca-mau'],
    ['UBND xã Sông Đốc', 'xa-song-doc'],
    ['UBND phường An Xuyên', 'phuong-an-xuyen'],
    ['Chủ tịch UBND xã Trần Phán', 'xa-tran-phan'],
  ])('%s is %s', (name, code) => {
    expect(resolve(name)).toEqual({ status: 'one', candidates: [code], reason: 'official' });
  });
});

describe('bodies that are no more', () => {
  test.each([
    ['UBND TP. Cà Mau', []],
    ['UBND huyện Hòa Bình', []],
    ['UBND tỉnh Bạc Liêu', []],
    ['Phòng Quản lý đô thị thị xã Giá Rai', []],
    ['Sở GTVT', ['so-xd']],
    ['Sở Giao thông vận tải Cà Mau', ['so-xd']],
    ['Sở TNMT', ['so-nnmt']],
    ['UBND xã Tân Duyệt', ['xa-dam-doi']],
    ['UBND xã Tân Ân Tây', ['xa-tan-an']],
  ])('%s is not replaced, at most hinted at', (name, candidates) => {
    expect(resolve(name)).toEqual({ status: 'none', candidates, reason: 'formerBody' });
  });

  test('UBND xã Phước Long before the merger is the body of another commune than the one of that name now', () => {
    expect(resolve('UBND xã Phước Long', '2024-03-01')).toMatchObject({
      status: 'none',
      reason: 'formerBody',
    });
    expect(resolve('UBND xã Phước Long', '2025-11-01')).toMatchObject({
      status: 'one',
      candidates: ['xa-phuoc-long'],
    });
    expect(resolve('UBND xã Phước Long')).toMatchObject({ status: 'several' });
  });

  test('the committee of a split commune fits several', () => {
    expect(resolve('UBND xã Tân Hưng Đông', '2024-11-20')).toMatchObject({
      status: 'several',
      candidates: ['xa-cai-nuoc', 'xa-hung-my'],
    });
  });
});

describe('bodies that are not ours', () => {
  test.each([
    'Bộ Giao thông vận tải',
    'Quốc hội',
    'sở, ngành',
    'Ban Tiếp công dân Trung ương',
    'Ban Tiếp công dân tỉnh Cà Mau',
    'Bí thư Tỉnh ủy Cà Mau',
    'Công an phường 13',
  ])('%s is unknown', (name) => {
    expect(resolve(name)).toEqual({ status: 'none', candidates: [], reason: 'unknownBody' });
  });

  test('no agency named in another province is taken for one of ours', () => {
    const others = demoRows('register.csv').filter((row) => !['Cà Mau', 'Bạc Liêu'].includes(row.province!));
    for (const row of others.filter((other) => other.agency_named)) {
      expect(resolve(row.agency_named!, row.received_on || null, row.province!).reason).toBe('otherProvince');
    }
  });

  test('a blank name is no name', () => {
    expect(resolve('  ').reason).toBe('noName');
  });
});
