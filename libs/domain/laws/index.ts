export { type ActRule, actRowOn, actRule } from './act-rule.js';
export { actsAhead } from './acts-ahead.js';
export { compareLaw, lawComparer } from './compare-law.js';
export {
  CASE_FATES,
  type CaseFate,
  type LawCase,
  type LawComparison,
  type LawReason,
  type NamedAgency,
} from './law-case.js';
export { actChanges, type LawChange, limitChanges } from './law-changes.js';
export { lawBefore, lawOfCase, lawOn } from './law-on.js';
export { moveClocks } from './move-clocks.js';
