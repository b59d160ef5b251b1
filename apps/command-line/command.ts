import { type Env, readEnv } from '#config/env';

/** Something the person at the keyboard can put right; the message is one sentence that says how. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/**
 * Runs a command with the checked settings and turns its end into an exit code: 0, or 1 after
 * printing what is wrong. A SetupError is printed as its sentence, anything else with its stack,
 * because it is a fault of ours.
 */
export async function runCommand(command: (env: Env) => Promise<void>): Promise<void> {
  try {
    await command(checkedSettings());
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}

function checkedSettings(): Env {
  try {
    return readEnv();
  } catch (error) {
    throw new SetupError((error as Error).message);
  }
}
