import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';

/**
 * Translates the server of a source tree as Jest does, without judging its types: seconds instead of a minute.
 * `node build-release.mjs SOURCES RELEASE`
 */
const [sources, release] = process.argv.slice(2);
const PARTS = ['apps/api', 'apps/worker', 'apps/command-line', 'libs', 'config'];
const OPTIONS = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
  },
  module: { type: 'es6' },
};

await mkdir(release, { recursive: true });
if (sources !== release) {
  await cp(join(sources, 'package.json'), join(release, 'package.json'));
  await cp(join(sources, 'config/policy'), join(release, 'config/policy'), { recursive: true });
}
const files = await Promise.all(PARTS.map(filesOf));
await Promise.all(files.flat().map(translate));

async function filesOf(part) {
  const names = await readdir(join(sources, part), { recursive: true });
  return names.filter((name) => /(?<!\.spec)\.ts$/.test(name)).map((name) => join(part, name));
}

async function translate(file) {
  const { code } = await transformFile(join(sources, file), OPTIONS);
  const target = join(release, 'dist', file.replace(/\.ts$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}
