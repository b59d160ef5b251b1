import type { Headline, Procedure, Role } from '../vocabulary.js';
import type { StateMeta } from './chart-setup.js';
import { chartOf } from './charts.js';

/** State value of a chart as it is stored: the sub-state of each region. */
export interface ChartState {
  handling: Record<string, string>;
  supervision: string;
  confidentiality: string;
  protection: string;
}

/** A state as an older row may hold it: regions that did not exist then are missing. */
export type StoredState = Pick<ChartState, 'handling' | 'supervision'> & Partial<ChartState>;

/** The state with every region of its chart; a missing one stands where it begins. `ended` was once said of resolved cases. */
export function wholeState(procedure: Procedure, stored: StoredState): ChartState {
  const { handling, supervision } = stored;
  return {
    handling,
    supervision: supervision === 'ended' ? 'none' : supervision,
    confidentiality: stored.confidentiality ?? beginningOf(procedure, 'confidentiality'),
    protection: stored.protection ?? beginningOf(procedure, 'protection'),
  };
}

function beginningOf(procedure: Procedure, region: 'confidentiality' | 'protection'): string {
  return chartOf(procedure).root.states[region]?.initial.target?.[0]?.key ?? '';
}

/** Path in the handling region, such as `assigned.verifying`. */
export function handlingOf(state: ChartState): string {
  const [top, sub] = Object.entries(state.handling)[0] ?? [];
  return `${top}.${sub}`;
}

/** What stands in the supervision region: none, warned, overdue or escalated. */
export function supervisionOf(state: ChartState): string {
  return state.supervision;
}

/** The state everybody sees: an unresolved case that stands escalated shows so (glossary: headline state). */
export function headlineOf(state: ChartState): Headline {
  const top = Object.keys(state.handling)[0] as Headline;
  return top !== 'resolved' && state.supervision === 'escalated' ? 'escalated' : top;
}

/** Role that must act next; null once the case is resolved. */
export function ownerOf(procedure: Procedure, state: ChartState): Role | null {
  const [top, sub] = Object.entries(state.handling)[0] ?? [];
  const nodes = chartOf(procedure).root.states.handling?.states;
  const meta = nodes?.[top ?? '']?.states[sub ?? '']?.meta as StateMeta | undefined;
  return meta?.owner ?? null;
}
