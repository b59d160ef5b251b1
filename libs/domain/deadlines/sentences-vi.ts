import type { Sentences } from './phrase.js';
import { START_EVENTS } from './start-events.js';

type Value = string | number | undefined;

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const UNITS: Record<string, string> = {
  calendarDay: 'ngày',
  workingDay: 'ngày làm việc',
  hour: 'giờ',
  workingHour: 'giờ làm việc',
};
const FINDINGS: Record<string, string> = {
  none: 'không phức tạp',
  complex: 'phức tạp',
  speciallyComplex: 'đặc biệt phức tạp',
};

function date(value: Value): string {
  return String(value).split('-').reverse().join('/');
}

function weekdayDate(weekday: Value, value: Value): string {
  return `${WEEKDAYS[Number(weekday) - 1]} ${date(value)}`;
}

function unit(dayKind: Value): string {
  return UNITS[String(dayKind)] ?? String(dayKind);
}

function startEvent(name: Value): string {
  return START_EVENTS[String(name)]?.vi ?? String(name);
}

/** The explanation in Vietnamese, the language of record. */
export const VIETNAMESE: Sentences = {
  counted: (p) => `${p.days} ${unit(p.dayKind)} kể từ ${startEvent(p.startEvent)} ${date(p.on)}`,
  complexity: (p) => {
    const remote = p.remote === 1 ? ', vùng sâu, vùng xa đi lại khó khăn' : '';
    const finding = `vụ việc ${FINDINGS[String(p.complexity)]}${remote}`;
    return `ngày ${date(p.on)} xác định ${finding}: thời hạn ${p.days} ${unit(p.dayKind)}`;
  },
  extended: (p) => {
    const late = p.late === 1 ? ', ra SAU khi đã hết hạn' : '';
    const total = `tổng cộng ${p.total} ${unit(p.dayKind)}`;
    return `gia hạn ngày ${date(p.on)} thêm ${p.days} ${unit(p.dayKind)}, ${total}${late}`;
  },
  suspended: (p) => `tạm đình chỉ ngày ${date(p.on)}, đã dùng ${p.usedDays} ${unit(p.dayKind)}`,
  continued: (p) => {
    const held = p.stillHeld === 1 ? '; chưa tính tiếp vì đang chờ kết quả giám định' : '';
    return `tiếp tục từ ngày ${date(p.on)}, còn ${p.leftDays} ${unit(p.dayKind)}${held}`;
  },
  expertiseRequested: (p) => {
    const used = `đã dùng ${p.usedDays} ${unit(p.dayKind)}`;
    return `trưng cầu giám định ngày ${date(p.on)}, ${used}; thời gian giám định không tính vào thời hạn`;
  },
  expertiseReturned: (p) => {
    const held = p.stillHeld === 1 ? '; chưa tính tiếp vì vụ việc đang tạm đình chỉ' : '';
    return `nhận kết quả giám định ngày ${date(p.on)}, còn ${p.leftDays} ${unit(p.dayKind)}${held}`;
  },
  expertiseCounted: (p) =>
    `trưng cầu giám định ngày ${date(p.on)}: thời gian giám định vẫn tính vào thời hạn này`,
  countedBack: (p) =>
    `chậm nhất ${p.days} ${unit(p.dayKind)} trước ${startEvent(p.startEvent)} ${date(p.on)}: ${weekdayDate(p.weekday, p.date)}`,
  movedEarlier: (p) =>
    `luật chưa nói rõ khi mốc rơi vào ngày nghỉ, lấy ngày sớm hơn: ${weekdayDate(p.weekday, p.date)}`,
  hoursCounted: (p) =>
    `${p.days} ${unit(p.dayKind)} kể từ ${startEvent(p.startEvent)}, ${p.at} ngày ${date(p.on)}`,
  hoursCountedBack: (p) =>
    `chậm nhất ${p.days} ${unit(p.dayKind)} trước ${startEvent(p.startEvent)}, ${p.at} ngày ${date(p.on)}`,
  officeHours: (p) => `giờ làm việc ${p.spans} (mức tạm đặt của tỉnh, chưa xác minh)`,
  latestMoment: (p) => `mốc cuối là ${p.at}, ${weekdayDate(p.weekday, p.date)}`,
  closed: (p) => `vụ việc kết thúc ngày ${date(p.on)}, đã dùng ${p.usedDays} ${unit(p.dayKind)}`,
  reopened: (p) =>
    `xem xét lại từ ngày ${date(p.on)}, còn ${p.leftDays} ${unit(p.dayKind)}; thời gian đã kết thúc không tính (cách đọc của hệ thống, cần pháp chế xác nhận)`,
  ruleChanged: (p) => `từ ngày ${date(p.on)} áp dụng quy định ${p.ruleId} theo điều khoản chuyển tiếp`,
  calendarChanged: (p) => `ngày ${date(p.on)} tính lại theo lịch làm việc ${p.edition}`,
  corrected: (p) => `ngày ${date(p.on)} đính chính: ${date(p.was)} ghi nhầm, đúng là ${date(p.is)}`,
  nominalEnd: (p) => `${unit(p.dayKind)} thứ ${p.days} là ${weekdayDate(p.weekday, p.date)}`,
  shifted: (p) => `chuyển sang ${weekdayDate(p.weekday, p.date)}`,
  provisionalCalendar: (p) =>
    p.held === 1
      ? `lịch nghỉ năm ${p.year} chưa chính thức, ngày hết hạn có thể thay đổi`
      : `không có lịch nghỉ năm ${p.year}, chỉ trừ thứ Bảy và Chủ nhật`,
  calendarEnds: () => 'lịch làm việc đã công bố chưa đến ngày này, ngày hết hạn có thể thay đổi',
  setting: () => 'mức tạm đặt, không phải thời hạn luật định',
  otherReading: (p) => {
    const how = {
      extension: 'tính gia hạn từ ngày hết hạn đã chuyển',
      pause: 'không tính ngày ra quyết định tạm dừng là ngày đã dùng',
    };
    const reading = how[p.of as keyof typeof how];
    return `luật chưa nói rõ, lấy mốc sớm hơn; nếu ${reading} thì hết hạn ${weekdayDate(p.weekday, p.date)}`;
  },
  warnEarlier: (p) => {
    const reading = `${p.days} ${unit(p.dayKind)}`;
    return `theo cách đọc ${reading} thì hết hạn sớm hơn, ${weekdayDate(p.weekday, p.date)}; nhắc theo mốc này`;
  },
};
