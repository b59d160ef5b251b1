import { spawnSync } from 'node:child_process';
import { SetupError } from './command.js';

/** The user that PostgreSQL runs as, and the words to put before its commands. */
export interface PostgresUser {
  /** Owner of the database's files; null when it is whoever runs this process. */
  owner: { uid: number; gid: number } | null;
  /** Command line that a program of PostgreSQL is appended to; empty when none is needed. */
  prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the system user `postgres`, made when
 * it is missing. Where that user cannot reach the files (a clone in /root, which others may not
 * enter) it is lent one capability, to read and to pass through folders, and nothing else.
 * @param paths files and folders it must reach; each program among them must be executable.
 * @throws SetupError when root has no way to become another user.
 */
export function postgresUser(paths: readonly string[]): PostgresUser {
  if (process.getuid?.() !== 0) return { owner: null, prefix: [] };
  const owner = findUser() ?? addUser();
  const become = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const reaches = (prefix: readonly string[]) =>
    paths.every((path) => succeeds([...prefix, 'test', '-x', path]));
  if (reaches(become)) return { owner, prefix: become };
  const lent = [
    ...become,
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
  ];
  if (reaches(lent)) return { owner, prefix: lent };
  throw new SetupError(
    'PostgreSQL cannot run as root here: start as an ordinary user, or name a database server with DATABASE_URL.',
  );
}

function findUser(): { uid: number; gid: number } | null {
  const [uid, gid] = ['-u', '-g'].map((option) => {
    const found = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
    return found.status === 0 ? Number.parseInt(found.stdout, 10) : null;
  });
  return uid && gid ? { uid, gid } : null;
}

function addUser(): { uid: number; gid: number } {
  succeeds([
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const user = findUser();
  if (user) return user;
  throw new SetupError(
    'PostgreSQL cannot run as root and the system user "postgres" could not be made: start as an ordinary user.',
  );
}

function succeeds([program, ...rest]: readonly string[]): boolean {
  return spawnSync(program ?? '', rest, { stdio: 'ignore', cwd: '/' }).status === 0;
}
