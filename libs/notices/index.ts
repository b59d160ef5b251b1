export { deliverNotices } from './deliver-notices.js';
export { listNotices, markNoticeRead } from './list-notices.js';
export { type MailboxMessage, readMailbox } from './mailbox.js';
export { type MailboxSink, startMailboxSink } from './mailbox-sink.js';
export { type Mailer, openMailer } from './mailer.js';
export { relayOutbox } from './relay-outbox.js';
export { VIETNAMESE } from './templates/vietnamese.js';
