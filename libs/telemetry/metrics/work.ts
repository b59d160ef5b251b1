import { Counter, Histogram } from 'prom-client';
import { PREFIX, registry } from './registry.js';

const registers = [registry];
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const commands = new Counter({
  name: `${PREFIX}commands_total`,
  help: 'Commands judged, by name and result: accepted, or the code of the refusal.',
  labelNames: ['command', 'result'],
  registers,
});

const batchSize = new Histogram({
  name: `${PREFIX}batch_size`,
  help: 'Requests that share one transaction of the door.',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
  registers,
});

const batchSeconds = new Histogram({
  name: `${PREFIX}batch_seconds`,
  help: 'Seconds from the first statement of a batch to its commit.',
  buckets: SECONDS,
  registers,
});

const requestSeconds = new Histogram({
  name: `${PREFIX}http_request_seconds`,
  help: 'Seconds until an HTTP request was answered, by method, route and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: SECONDS,
  registers,
});

const lateness = new Histogram({
  name: `${PREFIX}alarm_lateness_seconds`,
  help: 'Seconds from the instant of an alarm of a deadline to its firing.',
  buckets: [0.5, 1, 2, 5, 10, 15, 30, 60, 300, 3_600, 21_600],
  registers,
});

const notices = new Counter({
  name: `${PREFIX}notices_total`,
  help: 'Notices by channel and what became of them: sent, parked, givenUp.',
  labelNames: ['channel', 'state'],
  registers,
});

const mailFailures = new Counter({
  name: `${PREFIX}mail_failures_total`,
  help: 'Mails that the mail server did not take, by reason: refused for good, or away.',
  labelNames: ['reason'],
  registers,
});

/**
 * Counts one judged command.
 * @param result `accepted`, or the code of the refusal; never a word that a person wrote.
 */
export function countCommand(command: string, result: string): void {
  commands.inc({ command, result });
}

/** Notes a batch of the door that is committed: how many requests shared it, and how long it took in seconds. */
export function observeBatch(size: number, seconds: number): void {
  batchSize.observe(size);
  batchSeconds.observe(seconds);
}

/** Notes an answered HTTP request under its route as it is declared, never under its address. */
export function observeRequest(method: string, route: string, status: number, seconds: number): void {
  requestSeconds.observe({ method, route, status: String(status) }, seconds);
}

/** Notes an alarm of a deadline that has fired, `seconds` after its instant. */
export function observeFired(seconds: number): void {
  lateness.observe(Math.max(0, seconds));
}

/** Counts notices that have come to an end of their way. */
export function countNotices(
  channel: 'app' | 'email',
  state: 'sent' | 'parked' | 'givenUp',
  count: number,
): void {
  if (count > 0) notices.inc({ channel, state }, count);
}

/** Counts a mail that was not taken. */
export function countMailFailure(reason: 'refused' | 'away'): void {
  mailFailures.inc({ reason });
}
