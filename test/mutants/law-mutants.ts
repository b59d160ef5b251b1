import { type ActRow, addCalendarDays, type LawVersion } from '#domain';
import { type Draft, lose, type Mutant, policyMutant, REAL } from './mutant.js';

/** The versions of the law, their transition rules, and the article of every act. */
export function lawMutants(): Mutant[] {
  const { laws, acts } = REAL.policy;
  return [
    ...laws.flatMap((law, index) => versionMutants(law, index)),
    ...acts.flatMap((act, index) => (askedBy(act).length > 0 ? actMutants(act, index) : [])),
  ];
}

function versionMutants(law: LawVersion, index: number): Mutant[] {
  const name = `law ${law.version}`;
  const at = (id: string, change: (law: Draft<LawVersion>) => void) =>
    policyMutant(`${name}: ${id}`, ({ laws }) => change(laws[index] as Draft<LawVersion>));
  return [
    policyMutant(`${name}: dropped`, ({ laws }) => {
      laws.splice(index, 1);
    }),
    ...['version', 'title', 'laws', 'summary', 'source', 'certainty'].map((field) =>
      at(`without ${field}`, (each) => lose(each, field)),
    ),
    at('a day later', (each) => {
      each.version = addCalendarDays(each.version, 1);
    }),
    ...law.transitions.flatMap((rule, place) => [
      at(`transition ${rule.id} dropped`, (each) => {
        each.transitions.splice(place, 1);
      }),
      ...['id', 'procedures', 'matter', 'fate', 'certainty', 'note'].map((field) =>
        at(`transition ${rule.id} without ${field}`, (each) => lose(each.transitions[place]!, field)),
      ),
    ]),
  ];
}

function actMutants(act: ActRow, index: number): Mutant[] {
  const name = `act ${act.command} of ${act.procedures[0]} ${act.effectiveFrom}`;
  const at = (id: string, change: (act: Draft<ActRow>) => void) =>
    policyMutant(`${name}: ${id}`, ({ acts }) => change(acts[index] as Draft<ActRow>));
  return [
    policyMutant(`${name}: dropped`, ({ acts }) => {
      acts.splice(index, 1);
    }),
    ...['command', 'procedures', 'article', 'source', 'effectiveFrom']
      .filter((field) => field !== 'article' || act.article !== null)
      .map((field) => at(`without ${field}`, (each) => lose(each, field))),
    at('a day later', (each) => {
      each.effectiveFrom = addCalendarDays(each.effectiveFrom, 1);
    }),
    at('with another end', (each) => {
      each.effectiveTo = each.effectiveTo === null ? '2026-12-31' : null;
    }),
    ...askedBy(act).map((procedure) =>
      at(`without ${procedure}`, (each) => {
        each.procedures = each.procedures.filter((one) => one !== procedure);
      }),
    ),
  ];
}

/** Procedures whose chart knows the act: an article for any other is never asked for. */
function askedBy({ procedures, command }: ActRow) {
  return procedures.filter((procedure) => (REAL.charts[procedure].events as string[]).includes(command));
}
