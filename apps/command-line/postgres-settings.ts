import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/**
 * Copies a finished piece of the write-ahead log to the folder that the link `wal-archive` beside the database names:
 * packed, flushed, whole or not at all, and never over another content. Without the link nothing is kept. PostgreSQL
 * runs it in the database's folder and repeats it until it succeeds.
 */
const ARCHIVE_COMMAND = `
  [ -L ../wal-archive ] || exit 0
  to=../wal-archive/%f.gz
  if [ -e $to ]; then gzip -dc $to | cmp -s - "%p"; exit; fi
  gzip -1 -c "%p" > $to.part && sync $to.part && mv $to.part $to && sync ../wal-archive`;

/** What was acknowledged stays: the defaults, said aloud so that no file can change them. */
const LASTING = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'data_sync_retry=off'];

/** Statements and their values hold people's words: the server's log never repeats them. */
const SILENT = [
  'log_error_verbosity=terse',
  'log_statement=none',
  'log_min_error_statement=panic',
  'log_min_duration_statement=-1',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
];

/**
 * Fewer checkpoints write fewer whole pages; a quarter of the log is kept for reuse, so that a full disk meets the
 * tables first, which is an error, and the log last, which is the end of the server. No statement here is worth
 * compiling.
 */
const QUICK = [
  `shared_buffers=${sharedBuffers(totalmem())}MB`,
  'checkpoint_timeout=15min',
  'max_wal_size=2GB',
  'min_wal_size=512MB',
  'jit=off',
];

/** Settings that every embedded server runs under; those given later win. */
export const POSTGRES_SETTINGS: readonly string[] = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'archive_mode=on',
  `archive_command=${ARCHIVE_COMMAND}`,
  ...LASTING,
  ...SILENT,
  ...QUICK,
];

/** An eighth of the machine's memory, in MB, between PostgreSQL's own 128 MB and 1 GB: API and worker live here too. */
export function sharedBuffers(memoryBytes: number): number {
  return Math.min(1024, Math.max(128, Math.floor(memoryBytes / 8 / MB)));
}
