import { PROVINCE } from './provinces.js';
import { foldText, spellingOf, spellingOfName, tokensOf } from './spelling.js';

/** What offices shorten, word by word. */
const SHORT_FORMS = new Map(
  Object.entries({
    UBND: 'ủy ban nhân dân',
    HĐND: 'hội đồng nhân dân',
    ĐBQH: 'đại biểu quốc hội',
    MTTQ: 'mặt trận tổ quốc',
    UBMTTQ: 'ủy ban mặt trận tổ quốc',
    QLDA: 'quản lý dự án',
    TCD: 'tiếp công dân',
    CP: 'cổ phần',
    TP: 'thành phố',
    TX: 'thị xã',
    '&': 'và',
  }).map(([short, long]) => [spellingOf(short), spellingOfName(long)]),
);

const SMALL_WORDS = new Set(['và', 'của'].map(spellingOf));
const IN_PROVINCE = spellingOfName('tỉnh');
const PROVINCE_NAME = spellingOfName(PROVINCE);

/** Spelled name of an office with its short forms written out: `UBND tỉnh` is `Ủy ban nhân dân tỉnh`. */
export function fullName(name: string): string {
  return tokensOf(name)
    .filter((token) => token.isWord || token.raw === '&')
    .map((token) => SHORT_FORMS.get(token.spelling) ?? token.spelling)
    .join(' ');
}

/**
 * The forms under which an office of the province is recognised: its official name, with the name
 * of the province added or left out where that changes nothing (`Thanh tra tỉnh`, `Sở Xây dựng tỉnh Cà Mau`).
 */
export function formsOf(officialName: string): readonly string[] {
  const name = fullName(officialName);
  const ofProvince = ` ${IN_PROVINCE} ${PROVINCE_NAME}`;
  if (name.endsWith(ofProvince)) return [name, name.slice(0, -PROVINCE_NAME.length - 1)];
  if (name.endsWith(` ${IN_PROVINCE}`)) {
    return [name, `${name} ${PROVINCE_NAME}`, name.slice(0, -IN_PROVINCE.length - 1)];
  }
  return [name, `${name}${ofProvince}`, `${name} ${IN_PROVINCE}`, `${name} ${PROVINCE_NAME}`];
}

/** Initials of a department such as `nnmt` for Sở Nông nghiệp và Môi trường; null for other offices. */
export function departmentInitials(officialName: string): string | null {
  const [first, ...words] = fullName(officialName).split(' ');
  if (first !== spellingOf('sở')) return null;
  return words
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => foldText(word).slice(0, 1))
    .join('');
}

/** Initials that a text gives for a department: `Sở GD&ĐT` and `Sở GDĐT tỉnh` give `gddt`; null when it gives none. */
export function shortDepartment(text: string): string | null {
  const bare = text.normalize('NFC').replace(new RegExp(`\\s+(tỉnh\\s*)?(${PROVINCE})?\\s*$`, 'iu'), '');
  const initials = /^\s*sở\s+([\p{Lu}&.\- ]+)$/iu.exec(bare)?.[1];
  if (!initials || initials !== initials.toUpperCase()) return null;
  return foldText(initials).replace(/[^a-z]/g, '');
}
