import { cite, type Phrase } from '../deadlines/index.js';
import type { ActRow } from '../policy/law.js';
import type { LimitRule, LimitUnit } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import type { LawCase } from './law-case.js';

/** What is said of a clock that runs on under its old row. */
export function clockStays(before: LimitRule, after: LimitRule, version: LegalDate): Phrase {
  return {
    vi: `Thời hạn đang chạy giữ nguyên ${limitText(before, 'vi')}; ${limitText(after, 'vi')} chỉ áp dụng cho thời hạn bắt đầu từ ${day(version)}.`,
    en: `The running limit stays at ${limitText(before, 'en')}; ${limitText(after, 'en')} holds for limits that start on ${version} or later.`,
  };
}

/** What is said of a clock that a transition rule moves, or leaves to a person. */
export function clockDiffers(before: LimitRule, after: LimitRule, version: LegalDate): Phrase {
  return {
    vi: `Từ ${day(version)}: ${limitText(after, 'vi')}; trước đó: ${limitText(before, 'vi')}.`,
    en: `Since ${version}: ${limitText(after, 'en')}; before: ${limitText(before, 'en')}.`,
  };
}

/** What is said of an act that follows the new law, or is left to a person. */
export function actDiffers(before: ActRow | undefined, after: ActRow, version: LegalDate): Phrase {
  return {
    vi: `Từ ${day(version)} theo ${articleText(after, 'vi')}; trước đó: ${articleText(before, 'vi')}.`,
    en: `Since ${version} by ${articleText(after, 'en')}; before: ${articleText(before, 'en')}.`,
  };
}

/** What is said of an act whose article the case keeps. */
export function actStays(before: ActRow | undefined, after: ActRow, version: LegalDate): Phrase {
  return {
    vi: `Giữ ${articleText(before, 'vi')}. Vụ việc thụ lý từ ${day(version)} mới theo ${articleText(after, 'vi')}.`,
    en: `Keeps ${articleText(before, 'en')}. Cases accepted since ${version} follow ${articleText(after, 'en')}.`,
  };
}

/** What becomes of a case whose holder is no more. */
export function holderGone({ name, validTo, successors }: NonNullable<LawCase['holder']>): Phrase {
  const names = successors.map((each) => each.name).join('; ');
  const gone = {
    vi: `${name} không còn hoạt động sau ${day(validTo ?? '')}.`,
    en: `${name} is no more since ${validTo}.`,
  };
  if (successors.length === 1) {
    return {
      vi: `${gone.vi} ${names} nhận vụ việc; mọi thời hạn chạy tiếp.`,
      en: `${gone.en} ${names} takes the case; every time limit goes on.`,
    };
  }
  return successors.length === 0
    ? {
        vi: `${gone.vi} Chưa biết cơ quan nào kế thừa: cần người quyết định.`,
        en: `${gone.en} No successor is known: a person decides.`,
      }
    : {
        vi: `${gone.vi} Có nhiều cơ quan kế thừa (${names}): cần người quyết định.`,
        en: `${gone.en} It has several successors (${names}): a person decides.`,
      };
}

function limitText({ days, dayKind, article }: LimitRule, language: 'vi' | 'en'): string {
  return `${days.base} ${UNITS[language][dayKind]} (${cite(article, language)})`;
}

const UNITS: Record<'vi' | 'en', Record<LimitUnit, string>> = {
  vi: { calendarDay: 'ngày', workingDay: 'ngày làm việc', workingHour: 'giờ làm việc', hour: 'giờ' },
  en: { calendarDay: 'days', workingDay: 'working days', workingHour: 'working hours', hour: 'hours' },
};

function articleText(row: ActRow | undefined, language: 'vi' | 'en'): string {
  if (row?.article) return cite(row.article, language);
  return language === 'vi' ? 'chưa có quy định' : 'no rule';
}

/** A legal date as Vietnamese readers write it. */
function day(date: LegalDate): string {
  return date.split('-').reverse().join('/');
}
