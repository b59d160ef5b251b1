/** Tells whoever waits how far the measurement has come; standard output is for the results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
