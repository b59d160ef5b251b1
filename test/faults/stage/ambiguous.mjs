import { createRequire } from 'node:module';
import { join } from 'node:path';
import { randomOf } from '../random.mjs';
import { siteOf, takeStack, wordsOf } from './call-site.mjs';

/*
 * Loaded before the API and the worker in fault runs only (node --import). Every statement to PostgreSQL and every
 * command to Redis passes here, and some of them lose their connection: `before` they are sent, or `after` they were
 * carried out, which is the commit that is reported as failed. Who asks learns of both in the same words.
 */
const require = createRequire(join(process.cwd(), 'package.json'));
let random = randomOf('').next;

/**
 * A place that has not been hit yet is hit more often, so that a run comes to all of them; not while the process
 * starts, or it never would.
 */
const UNHIT_RATE = 0.3;
/** Asked so often under fire, a place has been hit both ways but for one run in a hundred thousand. */
const OFTEN = 40;
const calls = new Map();
let rate = 0;
let isStarted = false;
const hits = new Map();

process.on('message', (message) => {
  if (typeof message.rate === 'number') rate = message.rate;
  if (message.seed) random = randomOf(message.seed).next;
  if (message.isStarted) isStarted = true;
  for (const [site, kinds] of message.hits ?? []) hits.set(site, { ...hitsOf(site), ...kinds });
});
process.channel?.unref();
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const hitsOf = (site) => {
  if (!hits.has(site)) hits.set(site, {});
  return hits.get(site);
};

/** @returns 'before', 'after' or null: what happens to this call. */
function fate(site) {
  const known = hitsOf(site);
  if (!known.seen) tell(site, 'seen');
  if (rate === 0) return null;
  calls.set(site, (calls.get(site) ?? 0) + (isStarted ? 1 : 0));
  if (calls.get(site) >= OFTEN && !known.often) tell(site, 'often');
  const kind = !known.after ? 'after' : !known.before ? 'before' : random() < 0.7 ? 'after' : 'before';
  if (random() >= (known[kind] || !isStarted ? rate : Math.max(rate, UNHIT_RATE))) return null;
  tell(site, kind);
  return kind;
}

function tell(site, kind) {
  hitsOf(site)[kind] = true;
  process.send?.({ site, kind }, () => {});
}

const lost = () =>
  Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });

/** Under which a statement carries the stack of who asked for it. */
const ASKED_BY = Symbol('asked by');

function breakPostgres(pg) {
  const client = pg.Client.prototype;
  const pool = Object.getPrototypeOf(pg.Pool.prototype);
  const { query: ask } = client;
  const { query: askPool } = pool;
  // The pool asks from a callback of its own, where the stack no longer tells who wanted it.
  pool.query = function query(statement, ...args) {
    const known = typeof statement === 'string' ? { text: statement } : statement;
    if (typeof known?.submit === 'function') return askPool.call(this, statement, ...args);
    return askPool.call(this, { ...known, [ASKED_BY]: takeStack(pool.query) }, ...args);
  };
  client.query = function query(...args) {
    const [statement] = args;
    const text = typeof statement === 'string' ? statement : statement?.text;
    if (typeof text !== 'string' || typeof statement.submit === 'function') return ask.apply(this, args);
    const kind = fate(siteOf(statement[ASKED_BY] ?? takeStack(client.query), wordsOf(text)));
    if (kind === null) return ask.apply(this, args);
    const cut = () => this.connection.stream.destroy();
    return failed(kind, args, cut, (changed) => ask.apply(this, changed));
  };
}

/** Carries a call out or not, cuts the connection and answers with its loss, to a callback or a promise. */
function failed(kind, args, cut, carryOut) {
  const callback = typeof args.at(-1) === 'function' ? args.at(-1) : null;
  if (callback) {
    const fail = () => {
      cut();
      callback(lost());
    };
    if (kind === 'before') return void process.nextTick(fail);
    return carryOut([...args.slice(0, -1), (error) => (error ? callback(error) : fail())]);
  }
  const done = kind === 'before' ? Promise.resolve() : carryOut(args);
  return done.then(() => {
    cut();
    throw lost();
  });
}

/** Until Redis has carried a command out whose answer nobody will read. */
const CARRIED_OUT_MS = 20;

/**
 * ioredis sends a command again by itself, or gives it up, as it was told when it was opened: so it is not told of the
 * loss, the connection is lost.
 */
function breakRedis({ Redis }) {
  const { sendCommand } = Redis.prototype;
  Redis.prototype.sendCommand = function send(command, stream) {
    const own = this.stream;
    if (this.status === 'ready' && own) {
      const kind = fate(siteOf(takeStack(send), `redis ${command.name.toLowerCase()}`));
      if (kind === 'before') own.destroy();
      if (kind === 'after') {
        own.pause();
        setTimeout(() => own.destroy(), CARRIED_OUT_MS);
      }
    }
    return sendCommand.call(this, command, stream);
  };
}

const pg = require('pg');
const drivers = new Set([pg, createRequire(require.resolve('@mikro-orm/postgresql'))('pg')]);
for (const driver of drivers) breakPostgres(driver);
breakRedis(require('ioredis'));
