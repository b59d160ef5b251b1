import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { importFile } from '#petitions';
import { runCommand, SetupError } from './command.js';
import { showProgress } from './import-progress.js';
import { summaryText } from './summary-text.js';
import { withOffice } from './with-office.js';

const HELP = `Nhập sổ đơn, danh mục đơn vị hoặc bảng đơn vị cũ - mới từ tệp CSV (UTF-8).
Imports a register of petitions, a list of units or a map of old units to new ones from a CSV file (UTF-8).

  npm run import -- FILE.csv [--source NAME] [--dry-run] [--rejects FILE] [--json]

  --source NAME  tên sổ, phân biệt các sổ với nhau; mặc định là tên tệp
                 name of the register, tells registers apart; default: the name of the file
  --dry-run      chỉ đọc và kiểm tra, không ghi / read and check, write nothing
  --rejects FILE ghi mọi dòng bị từ chối vào tệp CSV này (tóm tắt chỉ nêu những dòng đầu)
                 list every rejected row in this CSV file (the summary holds only the first)
  --json         kết quả cho máy đọc ở đầu ra chuẩn / the summary for machines on standard output
  --help         trang này / this page

Chạy lại không nhập trùng: bị ngắt (Ctrl-C, mất điện) thì cứ chạy lại, việc nhập sẽ tiếp tục từ chỗ đó.
Dòng sai bị từ chối riêng; tệp sai (thiếu cột, không phải UTF-8, trống) bị từ chối toàn bộ.
Running it again imports nothing twice: after Ctrl-C or a power cut run it again and it goes on from there.
A bad row is rejected alone; a bad file (columns, encoding, empty) as a whole.

Mã thoát / exit code: 0 đã xử lý tệp, kể cả khi có dòng bị từ chối / the file was gone through, rejected rows included;
                      1 tệp bị từ chối hoặc lệnh không chạy được / the file was refused or the command could not run;
                      130 đã dừng theo yêu cầu / stopped on request.
`;

/** Exit code of a command that was stopped by Ctrl-C. */
const STOPPED = 130;

// What a batch leaves behind is waste: collected when the heap has doubled, not when it has grown fourfold, a register of
// any size fits into 400 MB at no loss of speed.
setFlagsFromString('--heap-growing-percent=100');

/** `npm run import`: works with the application running or stopped. */
await runCommand(async (env) => {
  const { file, json, help, ...options } = readArguments();
  if (help) return void process.stdout.write(HELP);
  const print = claimOutput();
  const shown = showProgress();
  const signal = stopOnRequest();
  const summary = await withOffice(env, (office) =>
    importFile(office, file, { ...options, signal, progress: shown.report }).catch(adviseAndFail),
  ).finally(() => shown.stop());
  print(json ? `${JSON.stringify(summary, null, 2)}\n` : summaryText(summary));
  if (summary.refused) process.exitCode = 1;
  if (summary.stopped) process.exitCode = STOPPED;
});

/** Whatever broke the import off (the database went away): what is written stays, and nothing is written twice. */
function adviseAndFail(error: unknown): never {
  process.stderr.write(
    '\nViệc nhập bị ngắt; những gì đã nhập vẫn còn, chạy lại lệnh này để nhập tiếp.\nThe import broke off; what is in stays in, run it again to go on.\n',
  );
  throw error;
}

/** Ctrl-C and SIGTERM let the rows in hand be finished; what is written so far stays. */
function stopOnRequest(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) return;
    controller.abort();
    process.stderr.write('\nĐang dừng sau những dòng đang xử lý / stopping after the rows in hand ...\n');
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  return controller.signal;
}

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
        rejects: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { source, rejects, json, help, 'dry-run': dryRun } = values;
    if (!help && positionals.length !== 1) throw new Error('One FILE is needed.');
    if (source?.trim() === '') throw new Error('--source needs a name.');
    if (rejects?.trim() === '') throw new Error('--rejects needs the name of a file.');
    return { file: positionals[0] ?? '', source, dryRun, rejects, json, help };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n\n${HELP}`);
  }
}
