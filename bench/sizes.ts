/** How many commands are under way at once. */
export type InFlight = 1 | 8 | 32;

/** How much is measured. */
export interface Sizes {
  /** Whether each section begins with an empty database. */
  hasOfficePerSection: boolean;
  /** Alternating rounds; the median counts. */
  rounds: number;
  /** Commands of one round of floor and door, by how many are in flight; each a multiple of four times the number in flight. */
  commands: Readonly<Record<InFlight, number>>;
  /** Commands of one round over HTTP. */
  httpCommands: Readonly<Record<InFlight, number>>;
  /** Commands with a notice each of one round, by how many are in flight; 1 and 8 may be left out. */
  notices: { readonly 1?: number; readonly 8?: number; readonly 32: number };
  /** Deadlines that are due at one instant. */
  herd: number;
  /** Deadlines of one alternating round. */
  herdRound: number;
  /** Least seconds between arming and the instant; the worker looks for the next alarm every five. */
  herdLeadSeconds: number;
  /** Cases with an armed deadline each while the processes are idle. */
  idleCases: number;
  idleSeconds: number;
}

/** The figures of docs/performance.md. */
export const FULL: Sizes = {
  hasOfficePerSection: true,
  rounds: 5,
  commands: { 1: 1_600, 8: 6_400, 32: 12_800 },
  httpCommands: { 1: 400, 8: 1_600, 32: 4_800 },
  notices: { 1: 400, 8: 2_000, 32: 6_000 },
  herd: 100_000,
  herdRound: 20_000,
  herdLeadSeconds: 7,
  idleCases: 1_000_000,
  idleSeconds: 30,
};

/** Everything runs once, in seconds; the figures mean nothing. */
export const SHORT: Sizes = {
  hasOfficePerSection: false,
  rounds: 1,
  commands: { 1: 40, 8: 64, 32: 128 },
  httpCommands: { 1: 20, 8: 40, 32: 128 },
  notices: { 32: 128 },
  herd: 500,
  herdRound: 200,
  herdLeadSeconds: 2,
  idleCases: 2_000,
  idleSeconds: 1,
};

/** Enough to see where things stand while one works on them. */
export const MEDIUM: Sizes = {
  hasOfficePerSection: true,
  rounds: 3,
  commands: { 1: 1_200, 8: 4_000, 32: 7_680 },
  httpCommands: { 1: 400, 8: 1_200, 32: 3_200 },
  notices: { 1: 400, 8: 2_000, 32: 4_000 },
  herd: 20_000,
  herdRound: 5_000,
  herdLeadSeconds: 7,
  idleCases: 100_000,
  idleSeconds: 10,
};
