import type { NoticeTemplate } from '#domain';
import type { Language, NoticeFacts, Wording } from './wording.js';

const CLOCKS: Language['clocks'] = {
  answerVisitor: 'trả lời người nộp đơn',
  process: 'xử lý đơn',
  accept: 'thụ lý',
  settle: 'giải quyết',
  answerUrge: 'trả lời văn bản đôn đốc',
  review: 'rà soát lại',
};

const clockOf = ({ clock }: NoticeFacts) => (clock ? ` ${CLOCKS[clock]}` : '');

const TEMPLATES = {
  caseAssigned: {
    title: 'được giao cho cơ quan',
    body: 'Vụ việc đã được giao cho cơ quan. Đề nghị tiếp nhận và xử lý đúng thời hạn; nếu không thuộc thẩm quyền, đề nghị trả lại kèm lý do và nêu cơ quan có thẩm quyền.',
  },
  assignmentRefused: {
    title: 'bị cơ quan được giao trả lại',
    body: 'Cơ quan được giao đã trả lại vụ việc vì cho rằng không thuộc thẩm quyền. Đề nghị xem lý do và giao cho cơ quan có thẩm quyền.',
  },
  circulationAlarm: {
    title: 'bị chuyển vòng',
    body: 'Vụ việc đã bị trả lại nhiều lần. Đề nghị xác định cơ quan có thẩm quyền, không để đơn tiếp tục bị chuyển vòng.',
  },
  acceptanceProposed: {
    title: 'có đề xuất thụ lý',
    body: 'Cán bộ phụ trách đã đề xuất thụ lý vụ việc. Đề nghị người có thẩm quyền xem xét, quyết định.',
  },
  caseAccepted: {
    title: 'đã được thụ lý',
    body: 'Vụ việc đã được thụ lý; thời hạn giải quyết bắt đầu được tính.',
  },
  acceptanceRefused: {
    title: 'không được thụ lý',
    body: 'Cơ quan được giao không thụ lý vụ việc. Đề nghị xem lý do trong hồ sơ.',
  },
  caseSuspended: {
    title: 'tạm đình chỉ',
    body: 'Việc giải quyết đã tạm đình chỉ, thời hạn tạm ngừng được tính. Đề nghị theo dõi để việc giải quyết được tiếp tục ngay khi lý do tạm đình chỉ không còn.',
  },
  caseContinued: {
    title: 'được tiếp tục giải quyết',
    body: 'Việc giải quyết đã được tiếp tục; thời hạn được tính tiếp.',
  },
  caseWithdrawn: {
    title: 'đã rút đơn',
    body: 'Người gửi đơn đã rút toàn bộ hoặc một phần. Đề nghị xem hồ sơ và xử lý phần còn lại, nếu có.',
  },
  caseResolved: {
    title: 'đã kết thúc',
    body: 'Việc giải quyết đã kết thúc, kết quả được ghi trong hồ sơ. Đề nghị theo dõi việc thông báo kết quả cho người nộp đơn.',
  },
  deadlineNear: {
    title: (facts) => `sắp hết hạn${clockOf(facts)}`,
    body: (facts) => `Thời hạn${clockOf(facts)} sắp hết. Đề nghị hoàn thành trước khi hết hạn.`,
  },
  deadlineOverdue: {
    title: (facts) => `quá hạn${clockOf(facts)}`,
    body: (facts) => `Đã quá thời hạn${clockOf(facts)}. Đề nghị khẩn trương hoàn thành và nêu rõ lý do chậm.`,
  },
  deadlineEscalated: {
    title: (facts) => `vẫn quá hạn${clockOf(facts)}, báo cáo mức ${facts.level}`,
    body: (facts) =>
      `Vụ việc vẫn quá thời hạn${clockOf(facts)} và được báo cáo lên mức ${facts.level}. Đề nghị chỉ đạo, đôn đốc để giải quyết dứt điểm.`,
  },
  caseUrged: {
    title: 'được đôn đốc',
    body: 'Vụ việc đã được đôn đốc. Đề nghị tập trung giải quyết và trả lời văn bản đôn đốc đúng thời hạn.',
  },
  urgeAnswered: {
    title: 'đã trả lời đôn đốc',
    body: 'Cơ quan được giao đã trả lời văn bản đôn đốc. Đề nghị xem nội dung giải trình trong hồ sơ.',
  },
  caseEscalated: {
    title: 'được báo cáo cấp trên',
    body: 'Vụ việc đã được báo cáo lên cấp trên để chỉ đạo. Đề nghị xem xét, chỉ đạo việc giải quyết.',
  },
  escalationEnded: {
    title: 'thôi báo cáo cấp trên',
    body: 'Vụ việc không còn phải báo cáo cấp trên và được tiếp tục giải quyết theo thủ tục thông thường.',
  },
} satisfies Record<NoticeTemplate, Wording>;

/** Messages in Vietnamese, the language of record. */
export const VIETNAMESE: Language = {
  clocks: CLOCKS,
  templates: TEMPLATES,
  fallback: {
    unassigned: 'Ông/bà nhận thông báo này vì vụ việc chưa được giao cho cơ quan nào.',
    topOfTree: 'Ông/bà nhận thông báo này vì cơ quan được giao vụ việc không có cơ quan cấp trên.',
    nobodyThere:
      'Ông/bà nhận thông báo này vì cơ quan cần được thông báo chưa có cán bộ phụ trách và chưa có địa chỉ thư.',
  },
  theCase: (number) => `Vụ việc ${number}`,
  dueLine: (clock, due) => `Hạn ${clock}: hết ngày ${due}.`,
  date: (day) => day.split('-').reverse().join('/'),
  signIn: (link) => `Đăng nhập để xem hồ sơ: ${link}`,
  footer: 'Thư tự động, xin không trả lời. Nội dung đơn và thông tin về người nộp đơn không gửi qua thư.',
};
