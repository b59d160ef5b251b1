/** Jest reporter: closes a run with one plain line, 'N passed, N failed, N skipped', for people and for CI. */
export default class CountReporter {
  /** A spec file that could not even be loaded counts as a failed test. */
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    // Jest's own summary comes after every other reporter: only the end of the process is later.
    process.once('exit', () => {
      console.log(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
    });
  }
}
