import { spawnSync } from 'node:child_process';

/**
 * Whether processes can be started in another time. `npm test` installs the program and says where it is in
 * TEST_FAKETIME; alone, a spec takes what it finds.
 * @throws in CI, when it is missing: a run without this proof must not look like one with it.
 */
export function hasFaketime(): boolean {
  const isThere = process.env.TEST_FAKETIME
    ? true
    : spawnSync('faketime', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isThere && process.env.CI === 'true') {
    throw new Error('Workers with wrong clocks cannot be tested: install the Debian package "faketime".');
  }
  return isThere;
}

/**
 * Environment that puts a process `shift` (`-1d`, `+2h`) beside the real time. Durations stay true, as they do on a
 * machine whose date is wrong; the dynamic linker fills in `$LIB`.
 */
export function inAnotherTime(shift: string): Record<string, string> {
  return {
    LD_PRELOAD: '/usr/$LIB/faketime/libfaketime.so.1',
    FAKETIME: shift,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
}
