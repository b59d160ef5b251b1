import { spellingOfName } from './spelling.js';

/** The two-tier map is in force from this day: districts are gone, communes are merged. */
export const NEW_MAP_SINCE = '2025-07-01';

/**
 * The provinces that Cà Mau of today was formed from, with the districts they had. A district tells
 * which of two old wards of one number is meant, and a name of a province which half of the map.
 */
export const FORMER_PROVINCES: Readonly<Record<string, readonly string[]>> = {
  'Cà Mau': [
    'TP. Cà Mau',
    'huyện Cái Nước',
    'huyện Đầm Dơi',
    'huyện Năm Căn',
    'huyện Ngọc Hiển',
    'huyện Phú Tân',
    'huyện Thới Bình',
    'huyện Trần Văn Thời',
    'huyện U Minh',
  ],
  'Bạc Liêu': [
    'TP. Bạc Liêu',
    'thị xã Giá Rai',
    'huyện Đông Hải',
    'huyện Hòa Bình',
    'huyện Hồng Dân',
    'huyện Phước Long',
    'huyện Vĩnh Lợi',
  ],
};

/** Name of the province of today. */
export const PROVINCE = 'Cà Mau';

const HOME = new Map(Object.keys(FORMER_PROVINCES).map((name) => [spellingOfName(name), name]));

/** The former province meant by a text such as `tỉnh Bạc Liêu`; null when it is another province. */
export function homeProvince(text: string): string | null {
  const bareName = text.normalize('NFC').replace(/^\s*(tỉnh|thành phố|tp\.?)\s+/i, '');
  return HOME.get(spellingOfName(bareName)) ?? null;
}
