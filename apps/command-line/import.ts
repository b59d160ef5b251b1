import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { type ImportOptions, importFile } from '#petitions';
import { runCommand, SetupError } from './command.js';
import { summaryText } from './summary-text.js';
import { withOffice } from './with-office.js';

const HELP = `Nhập sổ đơn, danh mục đơn vị hoặc bảng đơn vị cũ - mới từ tệp CSV (UTF-8).
Imports a register of petitions, a list of units or a map of old units to new ones from a CSV file (UTF-8).

  npm run import -- FILE.csv [--source NAME] [--dry-run] [--json]

  --source NAME  tên sổ, phân biệt các sổ với nhau; mặc định là tên tệp
                 name of the register, tells registers apart; default: the name of the file
  --dry-run      chỉ đọc và kiểm tra, không ghi / read and check, write nothing
  --json         kết quả cho máy đọc ở đầu ra chuẩn / the summary for machines on standard output
  --help         trang này / this page

Chạy lại không nhập trùng. Dòng sai bị từ chối riêng; tệp sai (thiếu cột, không phải UTF-8, trống) bị từ chối toàn bộ.
Running it again imports nothing twice. A bad row is rejected alone; a bad file (columns, encoding, empty) as a whole.

Mã thoát / exit code: 0 đã xử lý tệp, kể cả khi có dòng bị từ chối / the file was gone through, rejected rows included;
                      1 tệp bị từ chối hoặc lệnh không chạy được / the file was refused or the command could not run.
`;

/** `npm run import`: works with the application running or stopped. */
await runCommand(async (env) => {
  const { file, json, help, ...options } = readArguments();
  if (help) return void process.stdout.write(HELP);
  const print = claimOutput();
  const bar = process.stderr.isTTY ? progressBar() : undefined;
  const summary = await withOffice(env, (office) =>
    importFile(office, file, { ...options, progress: bar?.progress }),
  ).finally(() => bar?.stop());
  print(json ? `${JSON.stringify(summary, null, 2)}\n` : summaryText(summary));
  if (summary.refused) process.exitCode = 1;
});

/** Standard output belongs to the summary: what any library says from now on goes to standard error. */
function claimOutput(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (text) => write(text);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { source, json, help, 'dry-run': dryRun } = values;
    if (!help && positionals.length !== 1) throw new Error('One FILE is needed.');
    if (source?.trim() === '') throw new Error('--source needs a name.');
    return { file: positionals[0] ?? '', source, dryRun, json, help };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n\n${HELP}`);
  }
}

function progressBar(): { progress: NonNullable<ImportOptions['progress']>; stop(): void } {
  const bar = new SingleBar({
    stream: process.stderr,
    format: 'Đang nhập / importing {bar} {percentage}% {value}/{total} {eta_formatted}',
    hideCursor: true,
  });
  const progress = { start: (rows: number) => bar.start(rows, 0), row: () => bar.increment() };
  return { progress, stop: () => bar.stop() };
}
