import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SetupError } from './command.js';
import { commandLine } from './process-table.js';

/** Who runs at this moment on a data directory; the file holds the database's password, hence mode 600. */
export interface Running {
  pid: number;
  /** `application` keeps the database up for others; a `command` takes it away when it ends. */
  purpose: 'application' | 'command';
  databaseUrl: string;
  /** Address of the web application; null for a command. */
  url: string | null;
}

/** How the embedded PostgreSQL is reached; kept so that every start finds the same server again. */
export interface PostgresAccess {
  port: number;
  password: string;
}

/** The folder DATA_DIR: the embedded database, the secret key, the logs and a note of who is running. */
export class DataDirectory {
  private constructor(readonly path: string) {}

  /**
   * Opens the folder, making it when it is not there.
   * @throws SetupError when it cannot be written.
   */
  static open(path: string): DataDirectory {
    const directory = resolve(path);
    // PostgreSQL refuses to run as root, so its own user must be able to walk through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    try {
      makeFolder(directory, mode);
      mkdirSync(join(directory, 'logs'), { recursive: true, mode: 0o700 });
      writeFileSync(join(directory, 'logs', '.writable'), '');
      rmSync(join(directory, 'logs', '.writable'));
    } catch {
      throw new SetupError(
        `Cannot write to ${directory}: give this user the right to, or name another folder with DATA_DIR.`,
      );
    }
    return new DataDirectory(directory);
  }

  /** Where the files of the embedded PostgreSQL lie. */
  get postgres(): string {
    return join(this.path, 'postgres');
  }

  /** Link to the folder that the embedded PostgreSQL archives its log in; absent while it archives nowhere. */
  get walArchive(): string {
    return join(this.path, 'wal-archive');
  }

  /** Room that nobody uses, given up when the disk is full. */
  get ballast(): string {
    return join(this.path, 'ballast');
  }

  /** Whether nothing that was ever recorded lies here: no database and no key of one. */
  get isEmpty(): boolean {
    return ![this.postgres, join(this.path, 'secret.key'), join(this.path, 'postgres.json')].some(existsSync);
  }

  logFile(name: string): string {
    return join(this.path, 'logs', `${name}.log`);
  }

  /** The installation's secret: made once, at least 32 characters, never shown. */
  secretKey(): string {
    const file = join(this.path, 'secret.key');
    if (!existsSync(file)) this.writePrivate(file, randomBytes(32).toString('base64url'));
    return readFileSync(file, 'utf8').trim();
  }

  postgresAccess(): PostgresAccess | null {
    return readJson<PostgresAccess>(join(this.path, 'postgres.json'));
  }

  keepPostgresAccess(access: PostgresAccess): void {
    this.writePrivate(join(this.path, 'postgres.json'), JSON.stringify(access));
  }

  /** Who is running here, or null. A note left by a process that was killed does not count. */
  running(): Running | null {
    const note = readJson<Running>(join(this.path, 'running.json'));
    return note && isOurs(note.pid) ? note : null;
  }

  /**
   * Notes that this process runs here.
   * @throws SetupError when another one does.
   */
  claim(running: Omit<Running, 'pid'>): void {
    const other = this.running();
    if (other?.purpose === 'application') {
      throw new SetupError(`Dân Nguyện is already running at ${other.url} (process ${other.pid}).`);
    }
    if (other) {
      throw new SetupError(`A command (process ${other.pid}) uses ${this.path}: wait until it ends.`);
    }
    this.writePrivate(join(this.path, 'running.json'), JSON.stringify({ pid: process.pid, ...running }));
  }

  release(): void {
    rmSync(join(this.path, 'running.json'), { force: true });
  }

  /** Whole or not at all, and readable by this user only. */
  private writePrivate(file: string, content: string): void {
    writeFileSync(`${file}.new`, content, { mode: 0o600 });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  }
}

function readJson<Content>(file: string): Content | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch {
    return null;
  }
}

/** A number of a dead process may meanwhile belong to a stranger: ours names this folder of commands. */
function isOurs(pid: number): boolean {
  return pid !== process.pid && (commandLine(pid)?.includes('command-line') ?? false);
}

/** Level by level: the `recursive` option of mkdir never returns below /proc and the like. */
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path), mode);
  mkdirSync(path, { mode });
}
