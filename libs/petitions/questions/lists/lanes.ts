import type { CaseQuery } from '#contract';
import { type Actor, reachOf } from '#domain';
import { TODAY } from '../../today.js';

/** Adds a value to a statement and names its place. */
export type Parameter = (value: unknown) => string;

/**
 * A run through the cases in an order that an index keeps, so that a page costs the same wherever it stands. Each branch
 * is a condition that one index answers; a lane of several merges them.
 */
export interface Lane {
  table: 'cases' | 'register_entry';
  /** Whose cases, or whose numbers: the beginning of the index. */
  within: (parameter: Parameter) => string;
  branches: readonly string[];
  /** True for the whole register. */
  isWhole: boolean;
  /** Further condition on the case, which the index does not answer. */
  also: string | null;
  /** What orders the lane, before the id; null where the id alone does. */
  column: 'due' | 'received_on' | 'number' | null;
  /** Date that no case of the lane has: named first, it leads the planner to the index that keeps them together. */
  missing: 'due' | 'received_on' | null;
  sign: '<' | '>';
}

/** Type of what orders a lane. */
export const CASTS = { due: 'date', received_on: 'date', number: 'text' } as const;

/** The lane of the numbers that begin so, the newest first. */
export function numberLane(pattern: string): Lane {
  const within = (parameter: Parameter) => `number like ${parameter(pattern)}`;
  return {
    table: 'cases',
    within,
    branches: ['true'],
    isWhole: false,
    also: null,
    column: 'number',
    missing: null,
    sign: '<',
  };
}

/** Open cases, closed ones, or both. */
export type Scope = 'open' | 'closed' | 'any';

/** Which cases a query can mean; null when it contradicts itself. */
export function scopeOf({ open, headline, late, owed }: CaseQuery): Scope | null {
  const wanted = [open, headline && headline !== 'resolved', late || undefined, owed ? false : undefined];
  const scopes = new Set(wanted.filter((isOpen) => isOpen !== undefined));
  if (scopes.size > 1) return null;
  return scopes.size === 0 ? 'any' : scopes.has(true) ? 'open' : 'closed';
}

/** The lanes that a list goes through, one after the other: what has the date it is ordered by, then what has none. */
export function lanesOf(actor: Actor, query: CaseQuery, scope: Scope): Lane[] {
  const owner = ownerOf(actor, query);
  // The register knows the desk and the day of receipt; who holds a case, only the case knows.
  const table = owner?.column === 'agency_code' ? 'cases' : 'register_entry';
  const within = (parameter: Parameter) => ownedBy(owner, parameter);
  const newest: Lane = {
    table,
    within,
    branches: ['true'],
    isWhole: owner === null,
    also: null,
    column: null,
    missing: null,
    sign: '<',
  };
  if (query.q || query.sort === 'newest') return [newest];
  if (query.sort === 'due') return lanesByDue(query, scope, owner, newest);
  return [
    { ...newest, branches: ['received_on is not null'], column: 'received_on' },
    { ...newest, branches: ['received_on is null'], missing: 'received_on' },
  ];
}

/** One agency's cases (null: those that nobody holds), or one desk's. */
interface Owner {
  column: 'agency_code' | 'desk_agency_code';
  code: string | null;
}

function ownedBy(owner: Owner | null, parameter: Parameter): string {
  if (owner === null) return 'true';
  return owner.code === null ? `${owner.column} is null` : `${owner.column} = ${parameter(owner.code)}`;
}

function ownerOf(actor: Actor, { agency }: CaseQuery): Owner | null {
  if (agency) return { column: 'agency_code', code: agency === 'none' ? null : agency };
  if (reachOf(actor) === 'all') return null;
  return {
    column: actor.role === 'deskOfficer' ? 'desk_agency_code' : 'agency_code',
    code: actor.agencyCode,
  };
}

function lanesByDue(query: CaseQuery, scope: Scope, owner: Owner | null, newest: Lane): Lane[] {
  const open = openBranches(query, owner);
  const owing = `headline = 'resolved' and due is not null${query.owed ? ` and due < ${TODAY}` : ''}`;
  const dated = [
    ...(scope === 'closed' ? [] : open.map((branch) => `${branch} and due is not null`)),
    ...(scope === 'open' ? [] : [owing]),
  ];
  const lane: Lane = { ...newest, table: 'cases', branches: dated, column: 'due', sign: '>' };
  if (query.owed) return [lane];
  if (scope !== 'open') return [lane, { ...newest, also: 'cases.due is null' }];
  const undated = open.map((branch) => `${branch} and due is null`);
  return [lane, { ...newest, table: 'cases', branches: undated, missing: 'due' }];
}

/** The index of all open cases begins with the headline, so that the escalated ones of a province are near at hand. */
function openBranches({ headline }: CaseQuery, owner: Owner | null): string[] {
  if (owner) return ["headline <> 'resolved'"];
  const headlines = ['received', 'assigned', 'escalated'].filter((each) => !headline || each === headline);
  return headlines.map((each) => `headline <> 'resolved' and headline = '${each}'`);
}
