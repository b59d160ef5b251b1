import type { Problem as ProblemView } from '#contract';
import type { RefusalKind } from '#domain';
import { refusalView } from '#petitions';
import type { Language } from './language.js';
import { REFUSAL_STATUS, type Refused } from './refused.js';

const TITLES = {
  forbidden: { vi: 'Bạn không có quyền thực hiện bước này.', en: 'You may not take this step.' },
  notFound: { vi: 'Không tìm thấy, hoặc bạn không được xem.', en: 'Not found, or not for you to see.' },
  illegal: { vi: 'Chưa thể thực hiện bước này.', en: 'This step is not possible now.' },
  stale: {
    vi: 'Vụ việc đã được người khác cập nhật; hãy tải lại.',
    en: 'Someone else has changed the case; load it again.',
  },
  invalid: { vi: 'Có giá trị không thể đúng.', en: 'A value cannot be right.' },
  keyReused: {
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác.',
    en: 'This Idempotency-Key was used for another request.',
  },
} satisfies Record<RefusalKind, Record<Language, string>>;

/** A refusal of the engine as a problem: the kind is the title, the reason is the detail. */
export function describeRefusal({ refusal }: Refused, language: Language): ProblemView {
  const { message, source, whoCan } = refusalView(refusal);
  return {
    type: `urn:dan-nguyen:problem:${refusal.code}`,
    title: TITLES[refusal.kind][language],
    status: REFUSAL_STATUS[refusal.kind],
    detail: message[language],
    code: refusal.code,
    legalSource: source,
    whoCan,
    ...(refusal.pointer !== undefined && {
      errors: [{ pointer: refusal.pointer, message: message[language] }],
    }),
    ...(refusal.currentVersion !== undefined && { currentVersion: refusal.currentVersion }),
  };
}
