import type { Phrase } from '../deadlines/index.js';

type Params = Readonly<Record<string, string | number>>;

const ladder = (vi: string, en: string) => () => ({
  vi: `Thang cảnh báo của thời hạn này ${vi}`,
  en: `The ladder of this clock ${en}`,
});

const vietnamese = (date: string | number | undefined) => String(date).split('-').reverse().join('/');

/** Why a supposition makes no sense, and what to do about it. */
export const WHAT_IF_TEXTS: Record<string, (params: Params) => Phrase> = {
  'whatIf.periodReversed': ({ from, to }) => ({
    vi: `Kỳ xem xét bắt đầu ngày ${vietnamese(from)}, sau ngày kết thúc ${vietnamese(to)}. Hãy đổi lại hai ngày.`,
    en: `The period begins on ${from}, after its end on ${to}. Exchange the two days.`,
  }),
  'whatIf.periodNotBegun': ({ from, today }) => ({
    vi: `Kỳ xem xét bắt đầu ngày ${vietnamese(from)}, sau hôm nay ${vietnamese(today)}. Chỉ chạy lại được thời gian đã qua.`,
    en: `The period begins on ${from}, after today, ${today}. Only time that has passed can be replayed.`,
  }),
  'whatIf.changedTwice': () => ({
    vi: 'Một thay đổi khác ở trên đã nói về cùng dòng, ngày hoặc thang cảnh báo này. Hãy chỉ giữ một.',
    en: 'Another change above is about the same row, day or ladder. Keep one of them.',
  }),
  'whatIf.limitUnknown': ({ id, from }) => ({
    vi: `Bảng thời hạn không có dòng ${id} hiệu lực từ ${vietnamese(from)}. Hãy chọn một dòng của bảng.`,
    en: `The table of limits has no row ${id} of ${from}. Choose a row of the table.`,
  }),
  'whatIf.limitUnchanged': ({ id }) => ({
    vi: `Thay đổi của dòng ${id} giống như hiện hành. Hãy ghi số ngày khác hoặc bỏ thay đổi này.`,
    en: `The change of row ${id} is what holds now. Give another number of days or take it out.`,
  }),
  'whatIf.daysOutOfRange': ({ most }) => ({
    vi: `Số ngày phải từ 1 đến ${most}.`,
    en: `The days must be from 1 to ${most}.`,
  }),
  'whatIf.daysShorterThanBase': ({ base }) => ({
    vi: `Thời hạn của vụ việc phức tạp hoặc vùng sâu không thể ngắn hơn thời hạn thông thường (${base} ngày).`,
    en: `The limit of a complex or remote case cannot be shorter than the ordinary one (${base} days).`,
  }),
  'whatIf.yearNotHeld': ({ date, first, last }) => ({
    vi: `Lịch làm việc chỉ có từ năm ${first} đến năm ${last}, không có ngày ${vietnamese(date)}.`,
    en: `The working calendar covers ${first} to ${last}; ${date} is not in it.`,
  }),
  'whatIf.alreadyOff': ({ date }) => ({
    vi: `Ngày ${vietnamese(date)} vốn đã là ngày nghỉ. Hãy chọn một ngày làm việc.`,
    en: `${date} is a day off already. Choose a working day.`,
  }),
  'whatIf.alreadyWorking': ({ date }) => ({
    vi: `Ngày ${vietnamese(date)} vốn đã là ngày làm việc. Hãy chọn một ngày nghỉ.`,
    en: `${date} is a working day already. Choose a day off.`,
  }),
  'whatIf.ladderUnknown': ladder('chưa được đặt.', 'is not set.'),
  'whatIf.ladderNeedsLimit': ladder(
    'phải có đúng một mức “hết hạn”.',
    'must have exactly one step on the limit itself.',
  ),
  'whatIf.ladderSide': ladder(
    'có mức nằm sai phía: nhắc trước phải trước hạn, báo cáo cấp trên phải sau hạn.',
    'has a step on the wrong side: warnings come before the limit, escalations after it.',
  ),
  'whatIf.ladderOrder': ladder(
    'phải xếp theo thứ tự thời gian, mỗi mức một ngày khác nhau.',
    'must be in order of time, each step on another day.',
  ),
  'whatIf.ladderLevels': ladder(
    'phải có các mức báo cáo 1, 2, 3 theo thứ tự, không bỏ mức nào.',
    'must climb through the levels 1, 2, 3 in order, none left out.',
  ),
  'whatIf.ladderUnchanged': ladder(
    'giống như hiện hành. Hãy đổi một mức hoặc bỏ thay đổi này.',
    'is what holds now. Change a step or take it out.',
  ),
  'whatIf.policyFault': ({ problem }) => ({
    vi: `Bộ quy định giả định không dùng được: ${problem}.`,
    en: `The supposed rules cannot be used: ${problem}.`,
  }),
};
