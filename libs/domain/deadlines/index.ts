export { cite } from './citation.js';
export {
  cancelDeadline,
  continueDeadline,
  extendDeadline,
  meetDeadline,
  recordComplexityOn,
  reopenDeadline,
  requestExpertise,
  returnExpertise,
  rung,
  startDeadline,
  suspendDeadline,
} from './deadline.js';
export { explain, explainSteps } from './explain.js';
export { type ExtensionRefusal, extensionRefusal, foundComplexity } from './extension.js';
export { extensionsAllowed, findLimit, isClockRule, limitDays, ruleOf } from './find-limit.js';
export { type Alarm, alarmsOf, highestStepReached, ladderOf, nextAlarm } from './ladder.js';
export * from './ledger.js';
export { type LimitRow, listLimits } from './list-limits.js';
export type { Language, Phrase } from './phrase.js';
export { type Preview, type PreviewQuestion, previewDeadline } from './preview.js';
export type { PreviewEntry } from './preview-faults.js';
export { asCorrected, editionOf, ruleOfLedger, startOf } from './read-ledger.js';
export { changeCalendar, changeRule, correctDeadline, type DateCorrection } from './recount.js';
export { replay } from './replay.js';
export { START_EVENTS } from './start-events.js';
export { isStoppedLate } from './stopped-late.js';
