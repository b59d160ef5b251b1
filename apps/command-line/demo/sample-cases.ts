import type { Channel, Command, LegalDate, PetitionKind, Role } from '#domain';

/** What somebody does with a sample case so many days before the demo is made. */
interface SampleStep {
  by: Role;
  daysAgo: number;
  command(on: LegalDate): Command;
}

/** An invented case. Its petitioner is a letter, its place a real commune, its matter nobody's. */
export interface SampleCase {
  /** Never changes: it tells a second start that the case is there. */
  key: string;
  subject: string;
  kind: PetitionKind | null;
  channel: Channel;
  topic: string;
  placeText: string;
  placeCode: string;
  receivedDaysAgo: number;
  /** Agency whose staff take the steps; null while the desk has it. */
  agencyCode: string | null;
  steps: readonly SampleStep[];
}

type Procedure = Extract<Command, { type: 'classify' }>['procedure'];
type Outcome = Extract<Command, { type: 'resolve' }>['outcome'];
type Duty = Extract<Command, { type: 'fulfil' }>['duty'];

const step = (by: Role, daysAgo: number, command: (on: LegalDate) => Command): SampleStep => ({
  by,
  daysAgo,
  command,
});

/** Desk: decides the kind and hands the case to the agency. */
const sent = (procedure: Procedure, agencyCode: string, daysAgo: number): SampleStep[] => [
  step('deskOfficer', daysAgo, () => ({ type: 'classify', procedure })),
  step('deskOfficer', daysAgo, (on) => ({ type: 'assign', agencyCode, receivedByAgencyOn: on })),
];
const accepted = (daysAgo: number): SampleStep[] => [
  step('agencyOfficer', daysAgo, () => ({ type: 'proposeAcceptance' })),
  step('agencyHead', daysAgo, (on) => ({ type: 'accept', on, documentNumber: 'MẪU/TB' })),
];
const identified = (daysAgo: number) =>
  step('agencyOfficer', daysAgo, (on) => ({ type: 'confirmIdentity', on, known: true }));
const verified = (daysAgo: number) =>
  step('agencyOfficer', daysAgo, (on) => ({ type: 'startVerification', on, noConflict: true }));
const reported = (daysAgo: number) =>
  step('agencyOfficer', daysAgo, (on) => ({ type: 'reportVerification', on }));
const resolved = (daysAgo: number, outcome: Outcome, summary: string) =>
  step('agencyHead', daysAgo, (on) => ({ type: 'resolve', on, outcome, summary }));

const fulfilled = (daysAgo: number, duty: Duty) =>
  step('agencyOfficer', daysAgo, (on) => ({ type: 'fulfil', duty, on }));

/** One case for every stage that a newcomer should see at once. */
export const SAMPLE_CASES: readonly SampleCase[] = [
  {
    key: 'new-at-desk',
    subject: 'Đề nghị giải thích thủ tục tách thửa đất',
    kind: null,
    channel: 'inPerson',
    topic: 'land',
    placeText: 'xã Sông Đốc',
    placeCode: 'xa-song-doc',
    receivedDaysAgo: 0,
    agencyCode: null,
    steps: [],
  },
  {
    key: 'denunciation-at-desk',
    subject: 'Tố cáo việc thu tiền không có biên lai',
    kind: 'denunciation',
    channel: 'post',
    topic: 'finance',
    placeText: 'phường An Xuyên',
    placeCode: 'phuong-an-xuyen',
    receivedDaysAgo: 5,
    agencyCode: null,
    steps: [
      step('deskOfficer', 4, () => ({ type: 'classify', procedure: 'denunciation' })),
      step('deskOfficer', 4, (on) => ({
        type: 'reportRisk',
        on,
        reason: 'Có nguy cơ thất thoát tài sản công (dữ liệu mẫu).',
      })),
    ],
  },
  {
    key: 'awaiting-acceptance',
    subject: 'Khiếu nại quyết định xử phạt vi phạm hành chính về môi trường',
    kind: 'complaint',
    channel: 'post',
    topic: 'environment',
    placeText: 'xã Cái Nước',
    placeCode: 'xa-cai-nuoc',
    receivedDaysAgo: 5,
    agencyCode: 'so-nnmt',
    steps: sent('complaintFirst', 'so-nnmt', 4),
  },
  {
    key: 'verifying-due-soon',
    subject: 'Khiếu nại quyết định thu hồi giấy phép xây dựng',
    kind: 'complaint',
    channel: 'inPerson',
    topic: 'construction',
    placeText: 'phường Tân Thành',
    placeCode: 'phuong-tan-thanh',
    receivedDaysAgo: 34,
    agencyCode: 'so-xd',
    steps: [...sent('complaintFirst', 'so-xd', 33), ...accepted(26), verified(20)],
  },
  {
    key: 'verifying-overdue',
    subject: 'Khiếu nại phương án bồi thường khi mở rộng đường',
    kind: 'complaint',
    channel: 'inPerson',
    topic: 'compensation',
    placeText: 'xã Sông Đốc',
    placeCode: 'xa-song-doc',
    receivedDaysAgo: 60,
    agencyCode: 'xa-song-doc',
    steps: [...sent('complaintFirst', 'xa-song-doc', 58), ...accepted(52), verified(45)],
  },
  {
    key: 'urged',
    subject: 'Khiếu nại việc cấp giấy chứng nhận quyền sử dụng đất chồng lấn',
    kind: 'complaint',
    channel: 'forwarded',
    topic: 'land',
    placeText: 'xã Phú Mỹ',
    placeCode: 'xa-phu-my',
    receivedDaysAgo: 55,
    agencyCode: 'so-nnmt',
    steps: [
      ...sent('complaintFirst', 'so-nnmt', 53),
      ...accepted(46),
      verified(40),
      step('supervisor', 6, (on) => ({
        type: 'urge',
        on,
        message: 'Đề nghị báo cáo tiến độ giải quyết và lý do quá hạn (dữ liệu mẫu).',
      })),
    ],
  },
  {
    key: 'suspended',
    subject: 'Khiếu nại quyết định cưỡng chế tháo dỡ công trình ven kênh',
    kind: 'complaint',
    channel: 'inPerson',
    topic: 'irrigation',
    placeText: 'xã U Minh',
    placeCode: 'xa-u-minh',
    receivedDaysAgo: 62,
    agencyCode: 'so-nnmt',
    steps: [
      ...sent('complaintFirst', 'so-nnmt', 61),
      ...accepted(55),
      verified(50),
      step('agencyHead', 9, (on) => ({
        type: 'suspend',
        on,
        reason: 'Người khiếu nại đang điều trị, chưa thể tiếp tục tham gia (dữ liệu mẫu).',
      })),
      fulfilled(8, 'sendSuspension'),
    ],
  },
  {
    key: 'decided-in-time',
    subject: 'Khiếu nại mức phí đấu nối thoát nước',
    kind: 'complaint',
    channel: 'online',
    topic: 'construction',
    placeText: 'phường Lý Văn Lâm',
    placeCode: 'phuong-ly-van-lam',
    receivedDaysAgo: 50,
    agencyCode: 'so-xd',
    steps: [
      ...sent('complaintFirst', 'so-xd', 49),
      ...accepted(44),
      verified(38),
      reported(21),
      resolved(18, 'decidedPartlyRight', 'Khiếu nại đúng một phần; điều chỉnh lại mức phí (dữ liệu mẫu).'),
      fulfilled(17, 'sendDecision'),
    ],
  },
  {
    key: 'denunciation-extended',
    subject: 'Tố cáo san lấp kênh công cộng trái phép',
    kind: 'denunciation',
    channel: 'post',
    topic: 'environment',
    placeText: 'xã Trần Văn Thời',
    placeCode: 'xa-tran-van-thoi',
    receivedDaysAgo: 42,
    agencyCode: 'so-nnmt',
    steps: [
      ...sent('denunciation', 'so-nnmt', 41),
      identified(40),
      ...accepted(36),
      fulfilled(33, 'notifyAcceptance'),
      verified(30),
      step('agencyOfficer', 28, (on) => ({ type: 'requestProtection', on })),
      step('agencyHead', 27, (on) => ({
        type: 'decideProtection',
        on,
        granted: true,
        documentNumber: 'MẪU/QĐ-BV',
      })),
      step('agencyHead', 20, (on) => ({
        type: 'recordComplexity',
        on,
        criteria: ['severalPlaces', 'contradictoryEvidence'],
        remote: false,
      })),
      step('agencyHead', 10, (on) => ({
        type: 'extend',
        on,
        reason: 'Phải xác minh ở nhiều địa điểm (dữ liệu mẫu).',
        documentNumber: 'MẪU/QĐ-GH',
      })),
    ],
  },
  {
    key: 'wrong-agency',
    subject: 'Phản ánh cống thoát nước nông nghiệp bị nghẹt',
    kind: 'feedback',
    channel: 'online',
    topic: 'irrigation',
    placeText: 'xã Khánh Bình',
    placeCode: 'xa-khanh-binh',
    receivedDaysAgo: 12,
    agencyCode: 'so-xd',
    steps: [
      ...sent('feedback', 'so-xd', 11),
      step('agencyOfficer', 8, () => ({
        type: 'refuseAssignment',
        reason: 'Công trình thủy lợi do Sở Nông nghiệp và Môi trường quản lý (dữ liệu mẫu).',
        rightAgencyCode: 'so-nnmt',
      })),
    ],
  },
  {
    key: 'feedback-late',
    subject: 'Phản ánh đèn đường hỏng nhiều tháng',
    kind: 'feedback',
    channel: 'online',
    topic: 'electricity',
    placeText: 'phường Hòa Thành',
    placeCode: 'phuong-hoa-thanh',
    receivedDaysAgo: 50,
    agencyCode: 'so-xd',
    steps: sent('feedback', 'so-xd', 49),
  },
  {
    key: 'voters-answered-late',
    subject: 'Cử tri kiến nghị nạo vét kênh dẫn vào khu dân cư',
    kind: 'voterPetition',
    channel: 'voterMeeting',
    topic: 'dredging',
    placeText: 'xã Sông Đốc',
    placeCode: 'xa-song-doc',
    receivedDaysAgo: 70,
    agencyCode: 'xa-song-doc',
    steps: [
      ...sent('voterPetition', 'xa-song-doc', 69),
      resolved(15, 'answeredInProgress', 'Đã đưa vào kế hoạch nạo vét năm sau (dữ liệu mẫu).'),
    ],
  },
];
