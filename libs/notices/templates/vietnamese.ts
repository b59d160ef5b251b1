import type { NoticeTemplate } from '#domain';
import type { Language, NoticeFacts, Wording } from './wording.js';

const CLOCKS: Language['clocks'] = {
  answerVisitor: 'trả lời người nộp đơn',
  process: 'xử lý đơn',
  accept: 'thụ lý',
  settle: 'giải quyết',
  answerUrge: 'trả lời văn bản đôn đốc',
  review: 'rà soát lại',
  transfer: 'chuyển đơn',
  answerForwarder: 'trả lời nơi chuyển đơn',
  refuseVisit: 'thông báo từ chối tiếp công dân',
  notifyAcceptance: 'thông báo việc thụ lý',
  sendSuspension: 'gửi quyết định tạm đình chỉ, tiếp tục hoặc đình chỉ',
  sendDecision: 'gửi quyết định giải quyết',
  sendConclusion: 'gửi kết luận',
  actOnConclusion: 'xử lý theo kết luận',
  publish: 'công khai kết quả giải quyết',
  reportToForwarder: 'báo kết quả cho nơi chuyển đơn',
  legalForce: 'có hiệu lực pháp luật',
  reviewFurtherDenunciation: 'xem xét đơn gửi tiếp',
  reportOverdue: 'báo cáo về việc quá hạn',
  reportToCouncil: 'báo cáo Thường trực HĐND',
  answerInterpellation: 'trả lời chất vấn',
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
  riskReported: {
    title: 'có nguy cơ khẩn cấp',
    body: 'Có báo cáo về nguy cơ xảy ra thiệt hại nghiêm trọng. Đề nghị xem hồ sơ và áp dụng ngay biện pháp cần thiết.',
  },
  crimeSignsPassed: {
    title: 'đã chuyển hồ sơ cho cơ quan có thẩm quyền',
    body: 'Hồ sơ đã được chuyển cho cơ quan có thẩm quyền khác. Đề nghị xem chi tiết trong hồ sơ và phối hợp khi được yêu cầu.',
  },
  verificationReported: {
    title: 'đã có kết quả xác minh',
    body: 'Kết quả xác minh đã được báo cáo. Đề nghị người có thẩm quyền xem xét và ban hành kết quả giải quyết đúng thời hạn.',
  },
  caseTerminated: {
    title: 'đình chỉ giải quyết',
    body: 'Việc giải quyết đã được đình chỉ. Đề nghị gửi quyết định cho những người có liên quan đúng thời hạn.',
  },
  decisionInForce: {
    title: 'quyết định có hiệu lực pháp luật',
    body: 'Quyết định giải quyết đã có hiệu lực pháp luật. Đề nghị tổ chức thi hành và ghi nhận kết quả thi hành.',
  },
  furtherStepRecorded: {
    title: 'người nộp đơn có bước tiếp theo',
    body: 'Người nộp đơn đã có bước tiếp theo sau khi có kết quả giải quyết. Đề nghị xem hồ sơ và thực hiện việc còn phải làm.',
  },
  caseTakenOver: {
    title: 'do cấp trên trực tiếp giải quyết',
    body: 'Vụ việc được giao cho cơ quan cấp trên trực tiếp giải quyết; các thời hạn được tính lại từ ngày cấp trên nhận. Đề nghị bàn giao và tiếp nhận đầy đủ hồ sơ.',
  },
  caseSupervised: {
    title: 'có yêu cầu giám sát',
    body: 'Cơ quan giám sát đã có yêu cầu đối với vụ việc. Đề nghị xem nội dung trong hồ sơ, thực hiện và báo cáo đúng thời hạn.',
  },
  caseReopened: {
    title: 'được giải quyết lại',
    body: 'Vụ việc được giải quyết lại; thời hạn được tính tiếp. Đề nghị tiếp tục xử lý theo hồ sơ.',
  },
  protectionRequested: {
    title: 'có đề nghị cần xem xét ngay',
    body: 'Có một đề nghị trong hồ sơ cần được người có thẩm quyền xem xét, quyết định ngay. Đề nghị đăng nhập để xem chi tiết.',
  },
  protectionDecided: {
    title: 'đã có quyết định về đề nghị trong hồ sơ',
    body: 'Đề nghị trong hồ sơ đã được người có thẩm quyền quyết định. Đề nghị xem chi tiết và tổ chức thực hiện.',
  },
  caseSucceeded: {
    title: 'chuyển cho cơ quan kế thừa',
    body: 'Vụ việc đã được bàn giao cho cơ quan kế thừa do sắp xếp tổ chức; mọi thời hạn vẫn tiếp tục được tính. Đề nghị tiếp nhận hồ sơ và giải quyết tiếp.',
  },
  dateCorrected: {
    title: 'đính chính ngày đã ghi',
    body: 'Một ngày đã ghi trong hồ sơ được đính chính và các thời hạn liên quan được tính lại. Đề nghị xem lý do và thời hạn mới trong hồ sơ.',
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
  digest: {
    title: (count) => `${count} thông báo gửi chậm`,
    intro: (count) =>
      `Do máy chủ thư gặp sự cố, ${count} thông báo dưới đây chưa gửi được đúng lúc; thư này gửi thay cho cả ${count}.`,
  },
  because: 'Cách tính thời hạn:',
  date: (day) => day.split('-').reverse().join('/'),
  signIn: (link) => `Đăng nhập để xem hồ sơ: ${link}`,
  footer: 'Thư tự động, xin không trả lời. Nội dung đơn và thông tin về người nộp đơn không gửi qua thư.',
};
