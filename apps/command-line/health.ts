import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Env } from '#config/env';
import type { ReadyView } from '#contract';
import { runCommand, SetupError } from './command.js';

/** `npm run health [-- --wait SECONDS]`: asks the running application how it is; exit code 1 when it cannot serve. */
await runCommand(async (env) => {
  const { values } = parseArgs({ options: { wait: { type: 'string', default: '0' } } });
  const giveUpAt = Date.now() + Number(values.wait) * 1_000;
  let answer = await ask(env);
  while (answer?.status !== 'ready' && Date.now() < giveUpAt) {
    await sleep(500);
    answer = await ask(env);
  }
  if (!answer)
    throw new SetupError(`Không ai trả lời ở cổng ${env.PORT} / nobody answers at port ${env.PORT}.`);
  console.log(JSON.stringify(answer, null, 2));
  if (answer.status !== 'ready') process.exitCode = 1;
});

async function ask({ HOST, PORT }: Env): Promise<ReadyView | null> {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const answer = await fetch(`http://${host}:${PORT}/health/ready`).catch(() => null);
  return answer && ((await answer.json()) as ReadyView);
}
