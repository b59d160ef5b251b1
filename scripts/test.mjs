import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { become, stop } from './project.mjs';

/** Programs of the system that some tests need, where they may be, and what is not run without them. */
const TOOLS = [
  { package: 'redis-server', programs: ['redis-server'], without: 'the queue tests on Redis' },
  {
    package: 'chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    without: 'the browser story (test/web)',
  },
  { package: 'faketime', programs: ['faketime'], without: 'workers with wrong clocks (test/faults/clocks)' },
];

/** `npm test [-- PATH]`: sets up what is missing, then runs every test (or those of PATH). */
install();
const missing = TOOLS.filter((tool) => !find(tool));
if (missing.length > 0 && mayInstall()) apt(missing.map((tool) => tool.package));
const [redis, chromium, faketime] = TOOLS.map(find);
for (const tool of TOOLS.filter((each) => !find(each))) {
  const sentence = `Not run: ${tool.without}, because ${tool.package} is not installed and this user may not install it.`;
  if (process.env.CI === 'true') stop(sentence);
  console.error(sentence);
}
build();
process.env.TEST_QUEUE_BACKENDS = redis ? 'postgres,redis' : 'postgres';
process.env.TEST_CHROMIUM = chromium ?? '';
process.env.TEST_FAKETIME = faketime ?? '';
become('scripts/run-tests.mjs', process.argv.slice(2));

function find({ programs }) {
  for (const program of programs) {
    const found = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function apt(packages) {
  console.error(`Đang cài đặt / installing ${packages.join(' and ')} for the tests ...`);
  const options = {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options);
}
