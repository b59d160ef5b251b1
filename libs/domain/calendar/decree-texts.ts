import type { Phrase } from '../deadlines/phrase.js';
import type { Refusal } from '../decide/refusal.js';

/** What an administrator reads when a decree cannot be taken: what is wrong with it and what to do. */
export const DECREE_TEXTS: Record<string, (params: Refusal['params']) => Phrase> = {
  'decree.empty': () => ({
    vi: 'Văn bản chưa nêu ngày nào. Hãy ghi ít nhất một ngày nghỉ, một ngày làm bù, một ngày đưa ra khỏi lịch, năm chính thức hoặc ngày cuối của lịch.',
    en: 'The decree says nothing of any day. Enter a day off, a made-up working day, a day to take out, an official year or a last date.',
  }),
  'decree.dateTwice': ({ date }) => ({
    vi: `Ngày ${day(date)} được ghi hơn một lần. Hãy giữ lại một dòng.`,
    en: `The date ${date} stands there more than once. Keep one line of it.`,
  }),
  'decree.notAWeekend': ({ date }) => ({
    vi: `Ngày ${day(date)} vốn là ngày làm việc; ngày làm bù phải là thứ Bảy hoặc Chủ nhật. Nếu ngày này không còn là ngày nghỉ, hãy ghi ở mục đưa ra khỏi lịch.`,
    en: `${date} is a working day anyway; a made-up working day is a Saturday or Sunday. A day that is off no more belongs under the days to take out.`,
  }),
  'decree.notInCalendar': ({ date }) => ({
    vi: `Lịch hiện tại không có ngày ${day(date)} để đưa ra. Hãy xem lại ngày, hoặc bỏ dòng này.`,
    en: `The calendar holds no day ${date} to take out. Check the date, or remove this line.`,
  }),
  'decree.beforeCalendar': ({ date, validFrom }) => ({
    vi: `Ngày ${day(date)} sớm hơn ngày đầu của lịch (${day(validFrom)}). Hãy bỏ dòng này.`,
    en: `The date ${date} is before the first day of the calendar (${validFrom}). Remove this line.`,
  }),
  'decree.skipsYear': ({ year, missing }) => ({
    vi: `Lịch có năm ${year} nhưng không có năm ${missing}. Hãy áp dụng văn bản về năm ${missing} trước; khi rút, rút văn bản về năm ${year} trước.`,
    en: `The calendar would hold ${year} but not ${missing}. Apply the decree on ${missing} first; to retract, retract the one on ${year} first.`,
  }),
  'decree.yearWithoutDays': ({ year }) => ({
    vi: `Năm ${year} sẽ không có ngày nghỉ lễ nào. Hãy ghi các ngày nghỉ của năm đó.`,
    en: `The year ${year} would have no days off at all. Enter the days off of that year.`,
  }),
  'decree.validThroughTooEarly': ({ validThrough, needed }) => ({
    vi: `Lịch chỉ có giá trị đến ${day(validThrough)}, sớm hơn ngày ${day(needed)} mà văn bản nêu. Hãy ghi ngày cuối của lịch muộn hơn.`,
    en: `The calendar would be known through ${validThrough} only, but the decree speaks of ${needed}. Enter a later last date.`,
  }),
  'decree.numberTaken': ({ number }) => ({
    vi: `Đã có văn bản số ${number}. Hãy sửa văn bản đó, hoặc kiểm tra lại số.`,
    en: `There is a decree ${number} already. Change that one, or check the number.`,
  }),
  'decree.notADraft': ({ number }) => ({
    vi: `Văn bản số ${number} không còn là bản thảo nên không sửa và không xóa được. Nếu ghi sai, hãy rút rồi lập văn bản mới.`,
    en: `The decree ${number} is a draft no more and can be neither changed nor deleted. If it is wrong, retract it and draft a new one.`,
  }),
  'decree.previewFirst': ({ number }) => ({
    vi: `Hãy xem trước tác động của văn bản số ${number}: bản xem trước chưa có, hoặc lịch đã đổi từ lần xem trước.`,
    en: `Look at what the decree ${number} would do first: there is no preview, or the calendar has changed since.`,
  }),
  'decree.notInForce': ({ number }) => ({
    vi: `Văn bản số ${number} chưa được áp dụng nên không có gì để rút. Bản thảo thì xóa.`,
    en: `The decree ${number} is not in force, so there is nothing to retract. A draft is deleted.`,
  }),
  'decree.retracted': ({ number }) => ({
    vi: `Văn bản số ${number} đã được rút. Muốn áp dụng lại, hãy lập văn bản mới với cùng số.`,
    en: `The decree ${number} has been retracted. To apply it again, draft it anew under the same number.`,
  }),
  'decree.anotherUnderWay': ({ number }) => ({
    vi: `Văn bản số ${number} đang được áp dụng hoặc đang được rút. Hãy đợi xong rồi làm lại.`,
    en: `The decree ${number} is being applied or retracted. Wait until that is done and try again.`,
  }),
  'decree.notFound': () => ({
    vi: 'Không có văn bản này. Hãy tải lại danh sách.',
    en: 'There is no such decree. Load the list again.',
  }),
};

/** A legal date as Vietnamese papers write it. */
function day(date: string | number | undefined): string {
  return String(date ?? '')
    .split('-')
    .reverse()
    .join('/');
}
