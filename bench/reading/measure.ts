import type { Question } from './questions.js';

/** How long a question took, and how often its answer was partial. */
export interface Measured {
  kind: Question['kind'];
  name: string;
  /** Milliseconds on the wall. */
  wall: Percentiles;
  /** Milliseconds that this process and the server's worked; null where the system does not tell. */
  work: Percentiles | null;
  /** Share of the answers that were partial, in percent. */
  partial: number;
}

export interface Percentiles {
  p50: number;
  p95: number;
}

interface Turn {
  wall: number;
  work: number;
  partial: boolean;
}

/** Answers that are not counted: they fill the caches as the first minutes of a day do. */
const WARM_UPS = 5;

/** Puts every question in turn, round after round, so that none is flattered by its own warm cache. */
export async function measure(
  questions: readonly Question[],
  rounds: number,
  worked: (() => number) | null,
): Promise<Measured[]> {
  const turns = questions.map((): Turn[] => []);
  for (let round = 0; round < rounds + WARM_UPS; round += 1) {
    for (const [index, question] of questions.entries()) {
      const turn = await put(question, round, worked ?? (() => 0));
      if (round >= WARM_UPS) turns[index]!.push(turn);
    }
  }
  return questions.map(({ kind, name }, index) => {
    const taken = turns[index]!;
    return {
      kind,
      name,
      wall: percentiles(taken.map(({ wall }) => wall)),
      work: worked && percentiles(taken.map(({ work }) => work)),
      partial: Math.round((100 * taken.filter(({ partial }) => partial).length) / taken.length),
    };
  });
}

async function put(question: Question, round: number, worked: () => number): Promise<Turn> {
  const [startedAt, workedBefore] = [performance.now(), worked()];
  const answer = (await question.ask(round)) as { partial?: boolean } | null;
  if (answer === null) throw new Error(`${question.name}: there was no answer`);
  const wall = performance.now() - startedAt;
  return { wall, work: worked() - workedBefore, partial: answer.partial ?? false };
}

function percentiles(milliseconds: readonly number[]): Percentiles {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (share: number) => Number(sorted[Math.ceil(sorted.length * share) - 1]!.toFixed(1));
  return { p50: at(0.5), p95: at(0.95) };
}

/** The figures as a table for people. */
export function tableOf(measured: readonly Measured[]): string {
  const lines = measured.map(({ kind, name, wall, work, partial }) => {
    const working = work ? `${work.p50} / ${work.p95}` : '';
    return `| ${kind} | ${name} | ${wall.p50} / ${wall.p95} | ${working} | ${partial ? `${partial} %` : ''} |`;
  });
  const head = [
    '| Kind | Question | wall p50 / p95 ms | work p50 / p95 ms | partial |',
    '|---|---|---|---|---|',
  ];
  return [...head, ...lines].join('\n');
}
