import { chartOf, type DrawnChart, drawChart, movesFrom } from '../charts/index.js';
import type { CommandName } from '../commands.js';
import { PROCEDURES, type Procedure } from '../vocabulary.js';

const REGION = 'handling';

/**
 * The acts a case may still meet before it is over or before its next acceptance, found by walking its chart from
 * where it stands. An acceptance is not walked past: from there on the case keeps another law.
 * @param handling path in the handling region, such as `assigned.verifying`.
 */
export function actsAhead(procedure: Procedure, handling: string): ReadonlySet<CommandName> {
  const known = AHEAD.get(procedure)?.get(handling);
  if (known) return known;
  const acts = walk(drawChart(chartOf(procedure)), handling);
  const ofProcedure = AHEAD.get(procedure) ?? new Map<string, ReadonlySet<CommandName>>();
  AHEAD.set(procedure, ofProcedure.set(handling, acts));
  return acts;
}

/** Charts never change while a process lives, so each walk is done once. */
const AHEAD = new Map<Procedure, Map<string, ReadonlySet<CommandName>>>(
  PROCEDURES.map((procedure) => [procedure, new Map()]),
);

function walk(chart: DrawnChart, from: string): ReadonlySet<CommandName> {
  const acts = new Set<CommandName>();
  const seen = new Set<string>();
  const open = [from];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (seen.has(here) || here.startsWith('resolved')) continue;
    seen.add(here);
    for (const { event, to } of movesFrom(chart, REGION, here)) {
      if (event !== 'always') acts.add(event as CommandName);
      if (to !== null && event !== 'accept') open.push(to);
    }
  }
  return acts;
}
