export { type AgencyDeadline, type AgencyDeadlines, agencyDeadlines } from './agency-deadlines.js';
export { applyDecree, retractDecree } from './apply-decree.js';
export { feedKeyOf, opensFeed, renewFeedKey } from './deadline-feed.js';
export type { DecreeOutcome } from './decree-record.js';
export { changeDraft, discardDraft, draftDecree } from './draft-decree.js';
export { listDecreeMoves, listDecrees } from './list-decrees.js';
export { previewDecree } from './preview-decree.js';
export { calendarDecidedAt, readCalendar } from './read-calendar.js';
export { goOnWithDecree } from './recount-cases.js';
