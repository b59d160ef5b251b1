import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { readEnv } from '#config/env';
import type { ReadyView } from '#contract';
import { ClockWatch, confirmClock, type OwnClocks, tellOfDoubt } from '#database';
import { freePort } from '../../apps/command-line/ports.js';
import { startWorker } from '../../apps/worker/start-worker.js';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { createMailServer, takeIn, until } from '../support/outbox.js';
import { shiftClock } from '../support/shifted-clock.js';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

let desk: TestOffice;
/** Sets PostgreSQL's clock to so many seconds beside the true time. */
let setClock: (seconds: number) => Promise<void>;

beforeEach(async () => {
  desk = await createTestOffice();
  setClock = await shiftClock(desk);
});
afterEach(() => desk.close());

/** A machine whose clocks the test sets: seconds beside the true ones, and seconds that an answer takes to come. */
function machine() {
  const beside = { elapsed: 0, wall: 0, answer: 0 };
  let readings = 0;
  const clocks: OwnClocks = {
    elapsed() {
      readings += 1;
      const isAfterTheAnswer = readings % 2 === 0;
      return performance.now() / 1000 + beside.elapsed + (isAfterTheAnswer ? beside.answer : 0);
    },
    wall: () => Date.now() / 1000 + beside.wall,
  };
  return { beside, watch: new ClockWatch(desk.office.database, clocks) };
}

/** Time that passes for everybody. */
async function pass(seconds: number, machines: ReturnType<typeof machine>[]) {
  await setClock(seconds);
  for (const { beside } of machines) Object.assign(beside, { elapsed: seconds, wall: seconds });
}

const mayFire = async ({ watch }: ReturnType<typeof machine>) => (await watch.look()).mayFire;

describe('the clock of the record', () => {
  test('is trusted at the first look, and as long as it keeps step with the time that passes', async () => {
    const worker = machine();
    expect(await worker.watch.look()).toEqual({ mayFire: true, doubt: null, skewSeconds: 0 });
    for (const seconds of [5, 3 * MINUTE, 3 * MINUTE + 5, 2 * DAY]) {
      await pass(seconds, [worker]);
      expect(await mayFire(worker)).toBe(true);
    }
  });

  test('may be nudged by less than a second back or ten minutes forward', async () => {
    const worker = machine();
    await mayFire(worker);
    await setClock(-0.5);
    expect(await mayFire(worker)).toBe(true);
    await setClock(9 * MINUTE);
    expect(await mayFire(worker)).toBe(true);
  });

  test('that goes back is doubted by every worker until the time has come again', async () => {
    const [worker, other] = [machine(), machine()];
    await pass(MINUTE, [worker, other]);
    await mayFire(worker);
    await setClock(MINUTE - 20);
    expect(await other.watch.look()).toMatchObject({
      mayFire: false,
      doubt: "PostgreSQL's clock went back.",
    });
    expect(await mayFire(worker)).toBe(false);
    await setClock(MINUTE);
    expect(await mayFire(worker)).toBe(true);
    expect(await mayFire(other)).toBe(true);
  });

  test('that jumps forward is doubted by every worker until it is put back', async () => {
    const [worker, other] = [machine(), machine()];
    await mayFire(worker);
    await setClock(11 * MINUTE);
    expect(await worker.watch.look()).toMatchObject({
      mayFire: false,
      doubt: "PostgreSQL's clock jumped forward.",
    });
    expect([await mayFire(worker), await mayFire(other)]).toEqual([false, false]);
    await setClock(5);
    expect([await mayFire(other), await mayFire(worker)]).toEqual([true, true]);
  });

  test('is doubted although the clock of the machine jumped with it', async () => {
    const worker = machine();
    await mayFire(worker);
    await setClock(3 * DAY);
    worker.beside.wall = 3 * DAY;
    expect(await mayFire(worker)).toBe(false);
  });

  test('is trusted after an office was closed for three days, when the clock of the machine agrees', async () => {
    await mayFire(machine());
    const started = machine();
    await setClock(3 * DAY);
    started.beside.wall = 3 * DAY;
    expect(await mayFire(started)).toBe(true);
  });

  test('is doubted after a long silence by a machine whose own clock is wrong, and by no other', async () => {
    await mayFire(machine());
    const [wrong, right] = [machine(), machine()];
    await setClock(3 * DAY);
    Object.assign(wrong.beside, { wall: 3 * DAY + 7200 });
    Object.assign(right.beside, { wall: 3 * DAY });
    const { mayFire: may, doubt, skewSeconds } = await wrong.watch.look();
    expect([may, Math.round(skewSeconds)]).toEqual([false, 7200]);
    expect(doubt).toContain('7200 s apart');
    expect(await mayFire(right)).toBe(true);
    expect(await mayFire(wrong)).toBe(true);
  });

  test('is not doubted because an answer took long', async () => {
    const worker = machine();
    await mayFire(worker);
    await pass(MINUTE, [worker]);
    worker.beside.answer = 20;
    expect(await mayFire(worker)).toBe(true);
    await pass(MINUTE + 20, [worker]);
    expect(await mayFire(worker)).toBe(true);
  });

  test('is trusted again as soon as a person confirms it, and is watched from there', async () => {
    const worker = machine();
    await mayFire(worker);
    expect(await confirmClock(desk.office.database, 'operator')).toBe(false);
    await setClock(DAY);
    expect(await mayFire(worker)).toBe(false);
    expect(await confirmClock(desk.office.database, 'operator')).toBe(true);
    expect(await mayFire(worker)).toBe(true);
    await setClock(0);
    expect(await mayFire(worker)).toBe(false);
  });

  test('has somebody told once for each doubt, and again when that failed', async () => {
    const { database } = desk.office;
    const worker = machine();
    const told: string[] = [];
    const tell = () => tellOfDoubt(database, async () => void told.push('told'));
    await mayFire(worker);
    await tell();
    await setClock(DAY);
    await mayFire(worker);
    const away = () => Promise.reject(new Error('the mail server is away'));
    await expect(tellOfDoubt(database, away)).rejects.toThrow('away');
    await tell();
    await tell();
    expect(told).toEqual(['told']);
  });
});

describe('a worker', () => {
  let worker: INestApplicationContext;
  let mails: Awaited<ReturnType<typeof createMailServer>>;
  afterEach(async () => {
    await worker.close();
    await mails[Symbol.asyncDispose]();
  });

  test('fires nothing after a jump of three months, says so within ten seconds, and goes on when confirmed', async () => {
    mails = await createMailServer();
    await mails.start();
    await desk.addStaff('coordinationOffice', 'tru-so-tcd');
    const administrator = await desk.addStaff('administrator');
    const port = await freePort();
    worker = await startWorker(
      readEnv({
        DATABASE_URL: desk.url,
        SECRET_KEY: desk.office.secretKey,
        SMTP_URL: mails.url,
        SWEEP_SECONDS: '0.5',
        LOG_LEVEL: 'silent',
        WORKER_PORT: `${port}`,
      }),
    );
    const ready = async () =>
      (await (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()) as ReadyView;
    const rings = async () => {
      const [row] = await desk.office.database.rows<{ n: number }>(
        `select count(*)::int as n from history where command = 'deadlinePassed'`,
      );
      return row!.n;
    };
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
    await takeIn(desk, today);
    await until(async () => (await desk.office.database.rows('select from clock_mark')).length === 1);
    expect(await ready()).toMatchObject({ status: 'ready', reason: null });

    await setClock(90 * DAY);
    const jumpedAt = performance.now();
    await until(async () => (await ready()).isSweepingPaused);
    const warned = async () => (await mails.received()).filter(({ subject }) => subject.includes('Đồng hồ'));
    await until(async () => (await warned()).length === 2);
    expect(performance.now() - jumpedAt).toBeLessThan(10_000);
    expect((await warned()).map(({ to }) => String(to)).join()).toContain(administrator.id);
    expect((await ready()).reason).toContain("PostgreSQL's clock jumped forward.");
    expect(await rings()).toBe(0);

    await confirmClock(desk.office.database, 'operator');
    await until(async () => (await rings()) > 0);
    await until(async () => (await ready()).isSweepingPaused === false);
    expect(await warned()).toHaveLength(2);
  }, 40_000);
});
