export { allowedCommands, type CommandOffer } from './allowed-commands.js';
export type { CaseState, Decision, Situation, Verdict } from './case-state.js';
export { decide } from './decide.js';
export { leadingDeadline } from './leading-deadline.js';
export { NOTICE_TEMPLATES, type NoticeOrder, type NoticeTemplate } from './notices.js';
export { REGISTERED } from './open-case.js';
export type { Refusal, RefusalKind } from './refusal.js';
export { refusalText } from './refusal-text.js';
export { sampleCommand } from './sample-events.js';
