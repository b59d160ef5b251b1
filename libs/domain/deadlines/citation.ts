import type { Language } from './phrase.js';

/** English for the parts of a Vietnamese citation, longest first where one contains another. */
const ENGLISH: readonly [RegExp, string][] = [
  [
    /Luật Hoạt động giám sát của Quốc hội và HĐND/g,
    "Law on Supervision by the National Assembly and People's Councils",
  ],
  [/Luật Khiếu nại/g, 'Law on Complaints'],
  [/Luật Tố cáo/g, 'Law on Denunciations'],
  [/Luật Tiếp công dân/g, 'Law on Citizen Reception'],
  [/Bộ luật Dân sự/g, 'Civil Code'],
  [/Nghị định/g, 'Decree'],
  [/Nghị quyết/g, 'Resolution'],
  [/Thông tư/g, 'Circular'],
  [/Luật(?= \d)/g, 'Law'],
  [/Mức tạm đặt của tỉnh/g, 'provincial setting'],
  [/Mức tạm đặt của hệ thống/g, 'setting of this system'],
  [/Luật giám sát/g, 'Law on Supervision'],
  [/QĐ(?= \d)/g, 'Decision'],
  [/\(theo /g, '(after '],
  [/sửa bởi/g, 'amended by'],
  [/bổ sung bởi/g, 'added by'],
  [/ và /g, ' and '],
  [/ đến /g, ' to '],
  [/Điều/g, 'art.'],
  [/khoản/g, 'clause'],
  [/Mẫu/g, 'form'],
];

/** An article in the reader's language: `Luật Khiếu nại Điều 28` is `Law on Complaints art. 28`. */
export function cite(article: string, language: Language): string {
  if (language === 'vi') return article;
  return ENGLISH.reduce((text, [vietnamese, english]) => text.replace(vietnamese, english), article);
}
