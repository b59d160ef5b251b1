import { SingleBar } from 'cli-progress';
import type { Progress, ProgressReport } from '#petitions';

/** Without a terminal a line this often: a log that is read later wants few. */
const LINE_EVERY_MS = 10_000;

const STAGES: Record<Progress['stage'], string> = {
  checking: 'Đang kiểm tra / checking',
  importing: 'Đang nhập / importing',
};

/** Shows how far an import has come, on standard error. */
export interface ShownProgress {
  report: ProgressReport;
  stop(): void;
}

/** A bar on a terminal, elsewhere a line every ten seconds. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): ShownProgress {
  return stream.isTTY ? progressBar(stream) : progressLines(stream);
}

function progressBar(stream: NodeJS.WriteStream): ShownProgress {
  const bar = new SingleBar({
    stream,
    format: '{stage} {bar} {percentage}% · {figures}',
    hideCursor: true,
    barsize: 24,
  });
  const pace = new Pace();
  return {
    report(progress) {
      if (!bar.isActive) bar.start(progress.totalBytes, 0, { stage: '', figures: '' });
      bar.update(progress.bytes, { stage: STAGES[progress.stage], figures: pace.figures(progress) });
    },
    stop: () => bar.stop(),
  };
}

function progressLines(stream: NodeJS.WriteStream): ShownProgress {
  const pace = new Pace();
  let last = performance.now();
  return {
    report(progress) {
      const figures = pace.figures(progress);
      if (performance.now() - last < LINE_EVERY_MS) return;
      last = performance.now();
      const percent = Math.floor((100 * progress.bytes) / progress.totalBytes);
      stream.write(`${STAGES[progress.stage]} ${percent}% · ${figures}\n`);
    },
    stop() {},
  };
}

/** A moment of an import. */
type Mark = Progress & { at: number };

/** Rows a second and the time left as of late: rows that are already there go by much faster than new ones. */
class Pace {
  private marks: [earlier: Mark, later: Mark] | null = null;

  figures(progress: Progress): string {
    const now = { ...progress, at: performance.now() };
    const [earlier, later] = this.marks?.[0].stage === now.stage ? this.marks : ([now, now] as const);
    this.marks = now.at - later.at > LINE_EVERY_MS ? [later, now] : [earlier, later];
    const seconds = (now.at - earlier.at) / 1_000;
    const perSecond = seconds > 0 ? Math.round((now.rows - earlier.rows) / seconds) : 0;
    const bytes = now.bytes - earlier.bytes;
    const left = bytes > 0 ? Math.ceil((seconds * (now.totalBytes - now.bytes)) / bytes) : 0;
    return `${now.rows} dòng / rows · ${perSecond}/s · còn / left ${clock(left)}`;
  }
}

/** `1:05:09` or `5:09`. */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
