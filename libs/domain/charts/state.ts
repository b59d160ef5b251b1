import type { Headline, Procedure, Role } from '../vocabulary.js';
import type { StateMeta } from './chart-setup.js';
import { chartOf } from './charts.js';

/** State value of a chart as it is stored: the sub-state of each region. */
export interface ChartState {
  handling: Record<string, string>;
  supervision: string;
}

/** Path in the handling region, such as `assigned.verifying`. */
export function handlingOf(state: ChartState): string {
  const [top, sub] = Object.entries(state.handling)[0] ?? [];
  return `${top}.${sub}`;
}

/** What stands in the supervision region: none, warned, overdue, escalated or ended. */
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
