/** A step of the runbook that is executed: what is typed, and what must then appear. */
export interface Step {
  /** Heading it stands under, for the report. */
  heading: string;
  script: string;
  expected: string | null;
}

const BLOCK =
  /^## (?<heading>.+)$|^```sh run\n(?<script>[\s\S]*?)^```$|^```text expect\n(?<expected>[\s\S]*?)^```$/gm;

/**
 * The steps of a runbook in Markdown, in order: blocks ` ```sh run `, each with the block ` ```text expect ` that
 * follows it.
 * @throws when something is expected of no step.
 */
export function readRunbook(markdown: string): Step[] {
  const steps: Step[] = [];
  let heading = '';
  for (const { groups = {} } of markdown.matchAll(BLOCK)) {
    if (groups.heading !== undefined) heading = groups.heading;
    if (groups.script !== undefined) steps.push({ heading, script: groups.script, expected: null });
    if (groups.expected === undefined) continue;
    const last = steps.at(-1);
    if (!last || last.expected !== null)
      throw new Error(`Under "${heading}" something is expected of no step.`);
    last.expected = groups.expected.trim();
  }
  return steps;
}
