/**
 * Ends the process when something was thrown that nobody caught: in what state it is, nobody knows. Node itself
 * would print the error with all it holds, and drivers put values of rows into their errors; so only its kind and the
 * places in the code are printed.
 */
export function endOnFault(): void {
  process.on('uncaughtException', (error) => {
    const { code } = error as { code?: unknown };
    const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
    console.error(JSON.stringify({ level: 60, msg: 'Nobody caught this.', error: error.name, code, places }));
    process.exit(1);
  });
}
