import type { PlantedBug } from '../planted-bug.js';

const DELIVERY = 'test/integration/outbox-delivery.spec.ts';
const RELAY = 'libs/notices/relay-outbox.ts';

/** Mistakes on the way from the outbox to the reader. */
export const MESSAGE_BUGS: readonly PlantedBug[] = [
  {
    name: 'a message is rung once and never again',
    file: RELAY,
    find: 'ring_after = now() + make_interval(secs => $2)',
    replace: `ring_after = 'infinity'::timestamptz + make_interval(secs => $2)`,
    why: 'What the queue loses would be lost.',
    caughtBy: {
      spec: 'test/integration/outbox-relay.spec.ts',
      title: 'rings a message again that is not settled a minute later, and no settled one',
    },
  },
  {
    name: 'a relay waits for messages that another holds',
    file: RELAY,
    find: 'limit $1 for update skip locked',
    replace: 'limit $1 for update',
    why: 'Workers would stand in a line instead of sharing the work.',
    caughtBy: {
      spec: 'test/planted/safeguards/claims.spec.ts',
      title: 'passes over a message that another relay holds, and rings the others',
    },
  },
  {
    name: 'a mail is lent for a shorter time than it may take',
    file: 'libs/notices/mail/claim-mails.ts',
    find: 'const LEASE_SECONDS = 60;',
    replace: 'const LEASE_SECONDS = 1;',
    why: 'A slow mail server would be given the same mail by worker after worker.',
    caughtBy: {
      spec: 'test/planted/safeguards/slow-mail.spec.ts',
      title: 'is given each mail once, by whichever worker',
    },
  },
  {
    name: 'a mail is settled before it is sent',
    file: 'libs/notices/settle-messages.ts',
    find: "count(*) filter (where state in ('pending', 'sending')) as waiting",
    replace: 'count(*) filter (where false) as waiting',
    why: 'A message would count as told while its mail waits for a server that is down.',
    caughtBy: {
      spec: 'test/planted/safeguards/slow-mail.spec.ts',
      title: 'leaves a message open until its mails have gone',
    },
  },
  {
    name: 'each try has a Message-ID of its own',
    file: 'libs/notices/mail/send-mails.ts',
    find: '    messageId: mail.messageId,',
    replace: '    messageId: messageIdOf(crypto.randomUUID(), office),',
    why: 'A mail that goes out twice after a crash would be seen as two.',
    caughtBy: {
      spec: DELIVERY,
      title:
        'in the hands of a worker that died is sent again with the same Message-ID when its lease is over',
    },
  },
  {
    name: 'one message may have the same notice twice',
    file: 'libs/database/migrations/migration-20261123-first.ts',
    find: 'create unique index notice_once',
    replace: 'create index notice_once',
    why: 'Nothing would be left to refuse it if two workers addressed a message at once.',
    caughtBy: {
      spec: 'test/planted/safeguards/record-keys.spec.ts',
      title: 'two notices of one message to one person',
    },
  },
  {
    name: 'the same messages make another job each time',
    file: 'libs/queues/jobs.ts',
    find: 'update(outboxIds.join())',
    replace: 'update(outboxIds.join() + Math.random())',
    why: 'While the queue is slow, every minute would add the same work once more.',
    caughtBy: {
      spec: 'test/planted/safeguards/job-ids.spec.ts',
      title: 'are one job, however often they are rung',
    },
  },
];
