export * from './calendar/index.js';
export type { CommandRequest, Idempotency, Outcome, Registration } from './command-request.js';
export { commandCase } from './commands/command-case.js';
export { registerCase } from './commands/register-case.js';
export { settleAttention } from './commands/settle-attention.js';
export { nextAlarmIn, sweepDeadlines } from './commands/sweep-deadlines.js';
export { runCommands } from './door/index.js';
export {
  type ImportOptions,
  importFile,
  type Progress,
  type ProgressReport,
  type Remark,
  type Summary,
} from './import/index.js';
export { applyLaw, previewLaw } from './laws/index.js';
export type { Office } from './office.js';
export { openOffice } from './open-office.js';
export { type Executor, Policies } from './policies.js';
export { foldBoard } from './questions/board/fold-board.js';
export { readBoard } from './questions/board/read-board.js';
export { caseHistory } from './questions/case-history.js';
export { caseReceipt } from './questions/case-receipt.js';
export { readCursor } from './questions/cursor.js';
export { listAgencies } from './questions/list-agencies.js';
export { listAttention } from './questions/list-attention.js';
export { listCases } from './questions/lists/list-cases.js';
export { findSimilar } from './questions/similar/find-similar.js';
export { trackCase } from './questions/track-case.js';
export { viewCase } from './questions/view-case.js';
export { askWhatIf } from './questions/what-if.js';
export { whatIfRules } from './questions/what-if-rules.js';
export { refusalView } from './refusal-view.js';
export { verifyRecord } from './verify/verify-record.js';
