import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Env } from '#config/env';
import { BackupDirectory, type Base } from './backup/backup-directory.js';
import { chooseBase } from './backup/choose-copy.js';
import { verifyFiles } from './backup/manifest.js';
import { type Recovered, recover } from './backup/recover.js';
import { OWN_FILES } from './backup/take-backup.js';
import { runCommand, SetupError } from './command.js';
import { DataDirectory, type PostgresAccess } from './data-directory.js';
import { freePort } from './ports.js';
import { verifyAndTell } from './verify-and-tell.js';
import { withOffice } from './with-office.js';

const HELP = `Phục hồi hồ sơ từ bản sao lưu vào một thư mục dữ liệu trống (DATA_DIR), rồi kiểm tra từng vụ việc.
Restores the record from a backup into an empty data directory (DATA_DIR), then verifies every case.

  npm run restore -- FOLDER [--to INSTANT]

  FOLDER        thư mục đã dùng với npm run backup / the folder that was given to npm run backup
  --to INSTANT  dừng ở thời điểm này, ví dụ 2026-11-23T10:00:00+07:00; mặc định: tất cả những gì có
                stop at this instant, such as 2026-11-23T10:00:00+07:00; default: everything there is
  --help        trang này / this page

Mã thoát / exit code: 0 đã phục hồi và mọi vụ việc khớp / restored, and every case is whole;
                      1 có lỗi, nêu ở trên / something is wrong, as said above.
`;

/** `npm run restore`: with the application stopped. */
await runCommand(async (env) => {
  const { folder, to, help } = readArguments();
  if (help) return void process.stdout.write(HELP);
  const data = demandEmpty(env);
  const directory = BackupDirectory.open(folder);
  const base = await chooseBase(directory, to);
  demandKey(env, base);
  console.log(`Bản sao / copy: ${base.folder}`);
  await verifyFiles(base.folder, base.manifest);
  const access = await accessOf(base);
  const recovered = await recover(data, { directory, base, to, access });
  for (const name of OWN_FILES) {
    if (existsSync(join(base.folder, name))) copyFileSync(join(base.folder, name), join(data.path, name));
  }
  tell(recovered, base, to);
  await withOffice(env, verifyAndTell);
  console.log('Sao lưu đang tắt cho đến khi chạy / backup is off until you run: npm run backup -- FOLDER');
});

function tell({ lastChangeAt, reached, missing }: Recovered, { manifest }: Base, to: Date | null): void {
  const last = lastChangeAt ? lastChangeAt.toISOString() : `≤ ${manifest.endedAt}`;
  console.log(`Thay đổi cuối cùng được phục hồi / last change restored: ${last}`);
  if (!reached) {
    console.log(
      `Bản sao lưu không có gì sau đó đến / the backup has nothing later up to ${to?.toISOString()}.`,
    );
  }
  if (!missing) return;
  console.error(`CHÚ Ý: thiếu hoặc hỏng ${missing}; những gì sau đó không phục hồi được.`);
  console.error(`WARNING: ${missing} is missing or damaged; what came after it could not be restored.`);
  process.exitCode = 1;
}

function demandEmpty(env: Env): DataDirectory {
  if (env.DATABASE_URL) {
    throw new SetupError(
      'DATABASE_URL is set: a backup is restored into the embedded database, so unset it.',
    );
  }
  const data = DataDirectory.open(env.DATA_DIR);
  if (data.isEmpty) return data;
  throw new SetupError(`${data.path} is not empty: move it away, or name another folder with DATA_DIR.`);
}

/** Tracking codes and sessions hang on the key; another one would make them all invalid. */
function demandKey({ SECRET_KEY }: Env, { manifest }: Base): void {
  if (SECRET_KEY || manifest.files.some(({ name }) => name === 'secret.key')) return;
  if (!manifest.hasArchive) {
    throw new SetupError(
      `This is a copy of a server of your own: unpack base.tar.gz as the data folder of a PostgreSQL ${manifest.postgres} and start that.`,
    );
  }
  throw new SetupError(
    'The key was no file when this was backed up: set SECRET_KEY to the one of that time.',
  );
}

/** The password is in the database; the port may meanwhile belong to somebody else. */
async function accessOf({ folder }: Base): Promise<PostgresAccess> {
  const { password } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as PostgresAccess;
  return { password, port: await freePort() };
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { to: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (!values.help && positionals.length !== 1) throw new Error('One FOLDER is needed.');
    return { folder: positionals[0] ?? '', to: instantOf(values.to), help: values.help };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n\n${HELP}`);
  }
}

/** An instant without its zone would mean different things on different machines. */
function instantOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const instant = new Date(text);
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(instant.getTime())) return instant;
  throw new Error('--to needs an instant with its zone, such as 2026-11-23T10:00:00+07:00.');
}
