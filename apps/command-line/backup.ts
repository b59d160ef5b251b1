import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Env } from '#config/env';
import { archivingTo, stopArchiving } from './backup/archive-log.js';
import { BackupDirectory } from './backup/backup-directory.js';
import { takeBackup } from './backup/take-backup.js';
import { runCommand, SetupError } from './command.js';
import { DataDirectory } from './data-directory.js';
import { withDatabase } from './embedded-database.js';

const HELP = `Sao lưu toàn bộ hồ sơ, kể cả khi hệ thống đang chạy, và từ đó chép mọi thay đổi trong vòng 60 giây.
Backs up the whole record, running or not, and from then on copies every change within 60 s.

  npm run backup -- FOLDER [--keep N]
  npm run backup -- --off

  FOLDER    nơi lưu, tốt nhất là ổ đĩa khác; lần sau có thể bỏ qua
            where to, best on another disk; may be left out the next time
  --keep N  giữ N bản đầy đủ gần nhất và mọi thay đổi từ bản cũ nhất trong số đó; mặc định 7
            keep the newest N whole copies and every change since the oldest of them; default 7
  --off     thôi chép thay đổi; các bản đã lưu vẫn còn / stop copying changes; what is there stays
  --help    trang này / this page
`;

const WARNING = `CHÚ Ý: bản sao lưu chứa mọi dữ liệu, kể cả danh tính người tố cáo, và KHÔNG được mã hóa. Hãy để ở nơi được khóa kín.
WARNING: the backup holds everything, the identities of denouncers included, and is NOT encrypted. Keep it locked away.`;

/** `npm run backup`: works with the application running or stopped. */
await runCommand(async (env) => {
  const { folder, keep, off, help } = readArguments();
  if (help) return void process.stdout.write(HELP);
  const data = env.DATABASE_URL ? null : DataDirectory.open(env.DATA_DIR);
  await withPool(env, async (pool, databaseUrl) => {
    if (off) return turnOff(pool, data);
    const directory = await BackupDirectory.make(folder ?? knownFolder(data));
    await backUp({ pool, databaseUrl, data }, directory, keep);
    if (env.SECRET_KEY)
      console.log('SECRET_KEY: giữ riêng khóa này / keep this key yourself, it is not in the backup.');
  });
});

async function backUp(
  source: Parameters<typeof takeBackup>[0],
  directory: BackupDirectory,
  keep: number,
): Promise<void> {
  const startedAt = performance.now();
  const { folder } = await takeBackup(source, directory);
  const removed = await directory.prune(keep);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const megabytes = Math.ceil((await directory.size()) / 1e6);
  console.log(`Đã sao lưu / backed up: ${folder} (${seconds} s)`);
  console.log(
    `Trong thư mục / in the folder: ${megabytes} MB; đã xóa bản cũ / old copies removed: ${removed}`,
  );
  console.log(
    source.data
      ? 'Mọi thay đổi từ nay được chép trong vòng 60 giây / every change from now on is copied within 60 s.'
      : 'Máy chủ của bạn: hãy tự lưu WAL để phục hồi tới từng thời điểm / your own server: archive its WAL to restore to a point in time.',
  );
  console.log(WARNING);
}

async function turnOff(pool: pg.Pool, data: DataDirectory | null): Promise<void> {
  if (!data)
    throw new SetupError('DATABASE_URL names a server of yours: its log is archived by its own settings.');
  const folder = archivingTo(data);
  await stopArchiving(pool, data);
  console.log(`Đã tắt / off: ${folder ?? '-'}. Bật lại / on again: npm run backup -- FOLDER`);
}

function knownFolder(data: DataDirectory | null): string {
  const folder = data && archivingTo(data);
  if (folder) return folder;
  throw new SetupError(`Name the folder to back up into.\n\n${HELP}`);
}

async function withPool(
  env: Env,
  work: (pool: pg.Pool, databaseUrl: string) => Promise<void>,
): Promise<void> {
  await withDatabase(env, async (databaseUrl) => {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    try {
      await work(pool, databaseUrl);
    } finally {
      await pool.end();
    }
  });
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        keep: { type: 'string', default: '7' },
        off: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const keep = Number(values.keep);
    if (!Number.isInteger(keep) || keep < 1) throw new Error('--keep needs a whole number of at least 1.');
    if (positionals.length > 1) throw new Error('One FOLDER is enough.');
    return { folder: positionals[0], keep, off: values.off, help: values.help };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n\n${HELP}`);
  }
}
