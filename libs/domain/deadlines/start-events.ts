import type { Phrase } from './phrase.js';

/** What a limit is counted from: the words of `startEvent` in the table of limits, as they stand before a date. */
export const START_EVENTS: Readonly<Record<string, Phrase>> = {
  reception: { vi: 'ngày tiếp nhận nội dung', en: 'the day the content was received at reception' },
  receipt: { vi: 'ngày nhận đơn', en: 'the day of receipt' },
  acceptance: { vi: 'ngày thụ lý', en: 'the day of acceptance' },
  urge: { vi: 'ngày đôn đốc', en: 'the day of the urge' },
  parking: { vi: 'ngày hồ sơ dừng lại', en: 'the day the case was parked' },
  refusalGround: {
    vi: 'ngày có đủ căn cứ từ chối tiếp',
    en: 'the day on which there were enough grounds for the refusal',
  },
  settlement: { vi: 'ngày vụ việc được giải quyết', en: 'the day the case was settled' },
  resultNotice: {
    vi: 'ngày nhận được thông báo kết quả giải quyết',
    en: 'the day the notice of the result was received',
  },
  knowledge: {
    vi: 'ngày nhận được hoặc biết được quyết định, hành vi bị khiếu nại',
    en: 'the day the decision or act complained of was received or became known',
  },
  firstRoundEnd: {
    vi: 'ngày hết thời hạn giải quyết lần đầu hoặc ngày nhận được quyết định giải quyết lần đầu',
    en: 'the day the first limit of settlement ended or the first decision was received',
  },
  decision: {
    vi: 'ngày ra quyết định giải quyết khiếu nại',
    en: 'the day of the decision on the complaint',
  },
  decisionIssue: {
    vi: 'ngày ban hành quyết định giải quyết khiếu nại',
    en: 'the day the decision on the complaint was issued',
  },
  suspensionDecision: {
    vi: 'ngày ra quyết định tạm đình chỉ, đình chỉ hoặc tiếp tục giải quyết',
    en: 'the day of the decision to suspend, to terminate or to continue',
  },
  request: { vi: 'ngày nhận được yêu cầu', en: 'the day the request was received' },
  acceptanceDecision: {
    vi: 'ngày ra quyết định thụ lý tố cáo',
    en: 'the day of the decision to accept the denunciation',
  },
  conclusion: {
    vi: 'ngày ban hành kết luận nội dung tố cáo',
    en: 'the day the conclusion was issued',
  },
  conclusionOrHandling: {
    vi: 'ngày ra kết luận nội dung tố cáo hoặc quyết định xử lý',
    en: 'the day the conclusion or the handling decision was issued',
  },
  handlingResult: { vi: 'ngày có kết quả xử lý', en: 'the day there was a result of the handling' },
  furtherDenunciation: {
    vi: 'ngày nhận đơn tố cáo tiếp',
    en: 'the day the further denunciation was received',
  },
  reportDemand: {
    vi: 'ngày nhận được yêu cầu báo cáo',
    en: 'the day the demand for a report was received',
  },
  settlementDecision: { vi: 'ngày ra quyết định giải quyết', en: 'the day of the settlement decision' },
  receptionDay: { vi: 'ngày tiếp công dân', en: 'the day of the reception' },
  onlineReception: { vi: 'buổi tiếp công dân trực tuyến', en: 'the online reception' },
  dialogue: { vi: 'ngày đối thoại', en: 'the day of the dialogue' },
  disciplineDecision: {
    vi: 'ngày nhận được quyết định kỷ luật hoặc quyết định giải quyết lần đầu',
    en: 'the day the disciplinary decision or the first decision on it was received',
  },
  wrongAnswer: {
    vi: 'ngày nhận phản ánh về nội dung trả lời chưa đúng',
    en: 'the day word of a wrong answer was received',
  },
  hearing: { vi: 'ngày tổ chức phiên giải trình', en: 'the day of the hearing' },
  supervisionDecision: {
    vi: 'ngày ra quyết định thành lập đoàn giám sát',
    en: 'the day of the decision to set up the supervision team',
  },
  supervisionVisit: { vi: 'ngày bắt đầu giám sát', en: 'the first day of the supervision' },
  supervisionEnd: { vi: 'ngày kết thúc giám sát', en: 'the last day of the supervision' },
  session: { vi: 'ngày khai mạc kỳ họp', en: 'the opening of the session' },
  hotlineReport: { vi: 'lúc nhận phản ánh', en: 'the moment the report came in' },
  interpellation: { vi: 'ngày có câu hỏi chất vấn', en: 'the day of the question' },
};
