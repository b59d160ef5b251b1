import type { Phrase } from '../deadlines/index.js';
import type { Difference } from './compare-replay.js';

/** Names of what the record keeps, for a person who reads where it no longer fits. */
const FIELDS: Record<string, Phrase> = {
  procedure: { vi: 'trình tự giải quyết', en: 'procedure' },
  procedureVersion: { vi: 'phiên bản sơ đồ', en: 'chart version' },
  state: { vi: 'trạng thái', en: 'state' },
  version: { vi: 'số bước đã ghi', en: 'number of steps' },
  deskAgencyCode: { vi: 'nơi tiếp nhận', en: 'receiving agency' },
  agencyCode: { vi: 'đơn vị giải quyết', en: 'agency' },
  handling: { vi: 'bước xử lý', en: 'handling' },
  handlingFrom: { vi: 'bước trước đó', en: 'step before' },
  handlingTo: { vi: 'bước tiếp theo', en: 'step after' },
  supervision: { vi: 'tình trạng đôn đốc', en: 'supervision' },
  headline: { vi: 'trạng thái chung', en: 'headline state' },
  level: { vi: 'mức báo cáo', en: 'level of escalation' },
  ownerRole: { vi: 'người phải xử lý', en: 'role that must act' },
  receivedOn: { vi: 'ngày nhận đơn', en: 'received date' },
  due: { vi: 'ngày hết hạn', en: 'due date' },
  dueClock: { vi: 'thời hạn sắp tới', en: 'leading clock' },
  outcome: { vi: 'kết quả', en: 'outcome' },
  resolvedOn: { vi: 'ngày kết thúc', en: 'date of the end' },
  settledInTime: { vi: 'đúng hạn hay không', en: 'settled in time' },
  ledger: { vi: 'sổ thời hạn', en: 'ledger' },
  nextStep: { vi: 'mức nhắc kế tiếp', en: 'next step of the ladder' },
  nextAlarmAt: { vi: 'lúc nhắc kế tiếp', en: 'next alarm' },
  metInTime: { vi: 'hoàn thành đúng hạn hay không', en: 'met in time' },
  started: { vi: 'thời hạn này', en: 'this clock' },
  legalOn: { vi: 'ngày có hiệu lực', en: 'legal date' },
  seq: { vi: 'số thứ tự', en: 'sequence number' },
  kind: { vi: 'loại nhắc', en: 'kind of alarm' },
};

/**
 * A difference as a sentence: what the record holds and what the replay gives. Which clock or which command it is
 * about is told beside it, by the names that readers know.
 */
export function differenceText(difference: Difference): Phrase {
  const { subject, field, seq, recorded, replayed } = difference;
  if (subject === 'step' && (field === 'refused' || field === 'failure')) {
    return {
      vi: `Bước ${seq} không còn được chấp nhận khi tính lại: ${replayed}.`,
      en: `Step ${seq} is no longer accepted when it is decided again: ${replayed}.`,
    };
  }
  const name = FIELDS[field] ?? { vi: field, en: field };
  const place = placeOf(difference);
  return {
    vi: `${place.vi}${name.vi} trong hồ sơ là ${shown(recorded, 'vi')}, tính lại là ${shown(replayed, 'vi')}.`,
    en: `${place.en}${name.en} is ${shown(recorded, 'en')} in the record and ${shown(replayed, 'en')} in the replay.`,
  };
}

function placeOf({ subject, startedOn, seq }: Difference): Phrase {
  switch (subject) {
    case 'clock':
      return {
        vi: `Thời hạn từ ${shown(startedOn, 'vi')}: `,
        en: `Clock of ${shown(startedOn, 'en')}: `,
      };
    case 'step':
      return { vi: `Bước ${seq}: `, en: `Step ${seq}: ` };
    case 'fact':
      return { vi: 'Dữ kiện ', en: 'Fact ' };
    default:
      return { vi: 'Vụ việc: ', en: 'Case: ' };
  }
}

const WORDS: Record<string, Phrase> = {
  yes: { vi: 'có', en: 'there' },
  true: { vi: 'có', en: 'yes' },
  false: { vi: 'không', en: 'no' },
};

function shown(value: string | null, language: keyof Phrase): string {
  if (value === null) return { vi: 'không có', en: 'none' }[language];
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (isDate && language === 'vi') return value.split('-').reverse().join('/');
  return WORDS[value]?.[language] ?? value;
}
