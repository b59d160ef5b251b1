import type { CommandName } from '../commands.js';
import type { Procedure } from '../vocabulary.js';

const KN = 'Luật Khiếu nại 02/2011';
const TC = 'Luật Tố cáo 25/2018';
const TCD = 'Luật Tiếp công dân 42/2013';

type Basis = string | null | Partial<Record<Procedure, string>>;

/** Article that each act rests on; null where the texts read name none. */
const BASIS: Record<CommandName, Basis> = {
  register: `${TCD} Điều 25`,
  classify: `${TCD} Điều 26`,
  guide: `${TCD} Điều 26`,
  transfer: { denunciation: `${TC} Điều 24.2`, feedback: `${TCD} Điều 26` },
  returnToSender: 'TT 05/2021/TT-TTCP',
  fileIneligible: 'TT 05/2021/TT-TTCP',
  answerVisitor: `${TCD} Điều 28.1`,
  assign: `${TCD} Điều 26`,
  refuseAssignment: null,
  proposeAcceptance: 'TT 05/2021/TT-TTCP, Mẫu 01',
  accept: {
    complaintFirst: 'NĐ 155/2026 Điều 10',
    complaintSecond: 'NĐ 155/2026 Điều 10',
    denunciation: `${TC} Điều 29`,
  },
  refuseAcceptance: {
    complaintFirst: `${KN} Điều 11`,
    complaintSecond: `${KN} Điều 11`,
    denunciation: `${TC} Điều 29`,
  },
  startVerification: null,
  holdDialogue: { complaintFirst: `${KN} Điều 30`, complaintSecond: 'NĐ 155/2026 Điều 11' },
  recordComplexity: {
    complaintFirst: `NĐ 155/2026 Điều 2; ${KN} Điều 28`,
    complaintSecond: `NĐ 155/2026 Điều 2; ${KN} Điều 37`,
    denunciation: 'NĐ 31/2019 Điều 3',
  },
  extend: { denunciation: `${TC} Điều 24.1, 30; NĐ 31/2019 Điều 3` },
  suspend: {
    complaintFirst: 'NĐ 155/2026 Điều 12',
    complaintSecond: 'NĐ 155/2026 Điều 12',
    denunciation: `${TC} Điều 34`,
  },
  continue: {
    complaintFirst: 'NĐ 155/2026 Điều 12',
    complaintSecond: 'NĐ 155/2026 Điều 12',
    denunciation: `${TC} Điều 34`,
  },
  resolve: {
    complaintFirst: `${KN} Điều 31`,
    complaintSecond: `${KN} Điều 37`,
    denunciation: `${TC} Điều 35`,
    feedback: `${TCD} Điều 28`,
  },
  withdraw: {
    complaintFirst: 'NĐ 155/2026 Điều 5',
    complaintSecond: 'NĐ 155/2026 Điều 5',
    denunciation: `${TC} Điều 33`,
  },
  setReceivedDate: null,
  setPlace: null,
  urge: `${TCD} Điều 22.3`,
  answerUrge: 'Luật Hoạt động giám sát 121/2025 Điều 40',
  escalate: 'Luật Hoạt động giám sát 121/2025',
  standDown: null,
  deadlinePassed: null,
};

/** Article behind an act under a procedure; null where none was found in the texts read. */
export function legalBasis(command: CommandName, procedure: Procedure): string | null {
  const basis = BASIS[command];
  return typeof basis === 'object' && basis !== null ? (basis[procedure] ?? null) : basis;
}
