import type { Phrase } from './phrase.js';

/** What starts a clock: the words of `startEvent` in the table of limits. */
export const START_EVENTS: Readonly<Record<string, Phrase>> = {
  reception: { vi: 'ngày tiếp nhận nội dung', en: 'the day the content was received at reception' },
  receipt: { vi: 'ngày nhận đơn', en: 'the day of receipt' },
  acceptance: { vi: 'ngày thụ lý', en: 'the day of acceptance' },
  urge: { vi: 'ngày đôn đốc', en: 'the day of the urge' },
  parking: { vi: 'ngày hồ sơ dừng lại', en: 'the day the case was parked' },
};
