import type { Decision } from '../decide/index.js';

/** What a course leaves behind beside its end: how high the case climbed, and which step started which clock. */
export class Trace {
  /** Highest level of escalation reached, 0 to 3. */
  level = 0;
  /** Number of the step that started a clock, by the clock's id; 0 when the ring of another clock did. */
  startedBy = new Map<string, number>();

  note({ case: { facts }, deadlines }: Pick<Decision, 'case' | 'deadlines'>, seq: number): void {
    this.level = Math.max(this.level, facts.level);
    for (const { id } of deadlines) if (!this.startedBy.has(id)) this.startedBy.set(id, seq);
  }

  /** Gives the clocks other names. */
  rename(nameOf: (id: string) => string): void {
    this.startedBy = new Map([...this.startedBy].map(([id, seq]) => [nameOf(id), seq]));
  }
}
