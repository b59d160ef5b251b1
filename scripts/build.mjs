import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { digestOf, NODE, ROOT, run, stop } from './project.mjs';

const SHARED = ['package.json', 'package-lock.json', 'tsconfig.json', 'libs'];

/** The two halves of the build: what each is made from, what it makes, and how. */
const PARTS = [
  {
    name: 'server',
    sources: [
      ...SHARED,
      'tsconfig.build.json',
      'apps/api',
      'apps/worker',
      'apps/command-line',
      'config',
      'bench',
    ],
    outputs: ['dist/apps', 'dist/libs', 'dist/config', 'dist/bench'],
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  },
  {
    name: 'web',
    sources: [...SHARED, 'apps/web'],
    outputs: ['dist/web'],
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'apps/web/vite.config.ts',
      '--logLevel',
      'warn',
    ],
  },
];

/** Builds what changed since the last build. */
export function build() {
  for (const part of PARTS) {
    const stamp = join(ROOT, 'dist', `.${part.name}-built-from`);
    const digest = digestOf(part.sources);
    if (readStamp(stamp) === digest) continue;
    console.error(`Đang dựng / building the ${part.name} ...`);
    rmSync(stamp, { force: true });
    for (const output of part.outputs) rmSync(join(ROOT, output), { recursive: true, force: true });
    if (run(NODE, part.command, { stdio: ['ignore', 2, 2] }) !== 0)
      stop(`The ${part.name} could not be built: the lines above say why.`);
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(stamp, digest);
  }
}

function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  build();
}
