import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Source {
  path: string;
  /** The code without its comments: prose may name what code may not. */
  code: string;
  lines: number;
}

/** The TypeScript files below the folders, specs left out unless asked for. */
export function sourcesOf(folders: readonly string[], options = { specs: false }): Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter(
      (path) =>
        /\.tsx?$/.test(path) &&
        !path.includes('node_modules') &&
        (options.specs || !/\.spec\.tsx?$/.test(path)),
    )
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, code: withoutComments(text), lines: text.split('\n').length - 1 };
    });
}

/** Paths of the sources whose code matches. */
export function pathsWith(pattern: RegExp, sources: readonly Source[]): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
