import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { legalDateOf } from '#domain';
import { measureCommands } from './engine/commands.js';
import { measureHerd } from './herd/herd.js';
import { measureIdle } from './idle/idle.js';
import { measureNotices } from './notices/notices.js';
import { type BenchOffice, openBenchOffice } from './office/bench-office.js';
import { makeTemplate, Register } from './office/seed-cases.js';
import { type Ratio, type Results, ratiosOf } from './ratios.js';
import { say } from './say.js';
import type { Sizes } from './sizes.js';

export const SECTIONS = ['commands', 'notices', 'herd', 'idle'] as const;
export type Section = (typeof SECTIONS)[number];

export interface BenchTerms {
  sections: readonly Section[];
  sizes: Sizes;
  /** Whether other engines are measured beside ours; they are installed for it. */
  withPeers: boolean;
}

export interface Report extends Results {
  /** When the measurement began. */
  at: string;
  seconds: number;
  machine: {
    cores: number;
    processor: string;
    memoryGb: number;
    node: string;
    postgres: string;
    redis: string | null;
  };
  ratios: Ratio[];
}

/** Measures what is asked for and holds it against the goals. */
export async function runBench({ sections, sizes, withPeers }: BenchTerms): Promise<Report> {
  const startedAt = performance.now();
  const at = new Date().toISOString();
  const measure: { [Name in Section]: (place: Place) => Promise<Results[Name]> } = {
    commands: ({ bench, register }) => measureCommands(bench, register, sizes),
    notices: ({ bench, register }) => measureNotices(bench, register, sizes, withPeers),
    herd: ({ bench, register }) => measureHerd(bench, register, sizes, withPeers),
    idle: ({ bench }) => measureIdle(bench, sizes),
  };
  const results: Results = {};
  let place = await openPlace();
  try {
    for (const [turn, section] of sections.entries()) {
      say(`${section} ...`);
      if (turn > 0 && sizes.hasOfficePerSection) {
        await place.bench.close();
        place = await openPlace();
      }
      Object.assign(results, { [section]: await measure[section](place) });
    }
    const machine = describeMachine(await postgresOf(place));
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    return { at, seconds, machine, ...results, ratios: ratiosOf(results) };
  } finally {
    await place.bench.close();
  }
}

/** An office and its cases, which are registered and classified: the first command of the way is next. */
interface Place {
  bench: BenchOffice;
  register: Register;
}

async function openPlace(): Promise<Place> {
  const bench = await openBenchOffice();
  const today = legalDateOf(new Date().toISOString());
  const template = await makeTemplate(bench.office, bench.staff.desk, today, [
    { type: 'classify', procedure: 'complaintFirst' },
  ]);
  return { bench, register: new Register(bench.office.database, template) };
}

async function postgresOf({ bench }: Place): Promise<string> {
  const [row] = await bench.office.database.rows<{ version: string }>(
    `select current_setting('server_version') || ', fsync ' || current_setting('fsync')
       || ', synchronous_commit ' || current_setting('synchronous_commit') as version`,
  );
  return row!.version;
}

function describeMachine(postgres: string): Report['machine'] {
  const redis = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres,
    redis: /v=(\S+)/.exec(redis.stdout ?? '')?.[1] ?? null,
  };
}
