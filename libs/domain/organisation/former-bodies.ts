import { departmentInitials, formsOf, fullName } from './agency-names.js';

/** Departments that were merged away in 2025 and the one of today that took most of their work. */
const FORMER_DEPARTMENTS: Readonly<Record<string, string>> = {
  'Sở Giao thông vận tải': 'Sở Xây dựng',
  'Sở Tài nguyên và Môi trường': 'Sở Nông nghiệp và Môi trường',
  'Sở Nông nghiệp và Phát triển nông thôn': 'Sở Nông nghiệp và Môi trường',
  'Sở Thông tin và Truyền thông': 'Sở Khoa học và Công nghệ',
  'Sở Kế hoạch và Đầu tư': 'Sở Tài chính',
  'Sở Lao động - Thương binh và Xã hội': 'Sở Nội vụ',
};

const SUCCESSIONS = Object.entries(FORMER_DEPARTMENTS).map(([former, today]) => ({
  forms: formsOf(former),
  initials: departmentInitials(former),
  successor: fullName(today),
}));

/** Bodies of the district level and of the former province, all abolished on 2025-07-01. */
const ABOLISHED_LEVEL = /(^|\s)(huyện|quận|thị xã|thành phố|TP\.?|TX\.?|tỉnh Bạc Liêu)(?=\s|$)/iu;

/** True when a name speaks of a body of a level that is no more, such as `UBND TP. Cà Mau`. */
export function isOfAbolishedLevel(name: string): boolean {
  return ABOLISHED_LEVEL.test(name.normalize('NFC'));
}

/**
 * Full spelled name of the department of today that followed a former one; null when it is not a former one.
 * @param name by {@link fullName}. @param initials of a shortened name such as `Sở GTVT`.
 */
export function successorOf(name: string, initials: string | null): string | null {
  const found = SUCCESSIONS.find(
    (succession) =>
      succession.forms.includes(name) || (initials !== null && succession.initials === initials),
  );
  return found?.successor ?? null;
}
