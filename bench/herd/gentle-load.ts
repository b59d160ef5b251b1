import { setTimeout as sleep } from 'node:timers/promises';
import type { Cookies } from '../engine/http.js';
import { percentile } from '../measure.js';
import { Connection } from '../office/connection.js';
import { caseIdAt } from '../office/seed-cases.js';

/** Pause between two requests: an office at work. */
const EVERY_MS = 25;
const CONNECTIONS = 8;

/** Case pages that are opened and lists that are read all the while, at a steady pace whatever the answers take. */
export class GentleLoad {
  private readonly samples: Record<string, number[]> = {};
  private phase = 'starting';
  private isOver = false;
  private readonly work: Promise<void>;

  private constructor(
    private readonly cookies: Cookies,
    private readonly connections: Connection[],
    private readonly places: readonly [number, number],
  ) {
    this.work = this.run();
  }

  static async start(url: string, cookies: Cookies, places: readonly [number, number]): Promise<GentleLoad> {
    const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(url)));
    return new GentleLoad(cookies, connections, places);
  }

  /** Answers of requests sent from now on are counted under this name. */
  enter(phase: string): void {
    this.phase = phase;
  }

  /** Milliseconds that 99 of 100 answers of a phase did not exceed. */
  p99Ms(phase: string): number {
    return Number(percentile(this.samples[phase] ?? [], 0.99).toFixed(1));
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.work;
    for (const connection of this.connections) connection.close();
  }

  private async run(): Promise<void> {
    const inFlight = new Set<Promise<void>>();
    for (let turn = 0; !this.isOver; turn += 1) {
      const sent = this.send(turn, performance.now()).finally(() => inFlight.delete(sent));
      inFlight.add(sent);
      await sleep(EVERY_MS);
    }
    await Promise.all(inFlight);
  }

  /** A request that finds no free connection waits for one, and the waiting counts. */
  private async send(turn: number, startedAt: number): Promise<void> {
    const { phase } = this;
    let connection = this.connections.pop();
    while (!connection) {
      await sleep(1);
      connection = this.connections.pop();
    }
    const [from, to] = this.places;
    const id = caseIdAt(from + (turn % (to - from)));
    const path = turn % 4 === 0 ? '/api/v1/cases?limit=25' : `/api/v1/cases/${id}`;
    const { status, body } = await connection.send('GET', path, { cookie: this.cookies.desk });
    this.connections.push(connection);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
    this.samples[phase] = [...(this.samples[phase] ?? []), performance.now() - startedAt];
  }
}
