import { build } from './build.mjs';
import { install } from './install.mjs';
import { become, stop } from './project.mjs';

/** Runs a command of `apps/command-line` (or a bench) by its name, set up first: `node scripts/command.mjs import FILE`. */
const COMMANDS = {
  import: 'dist/apps/command-line/import.js',
  'create-administrator': 'dist/apps/command-line/create-administrator.js',
  migrate: 'dist/apps/command-line/migrate.js',
  'confirm-clock': 'dist/apps/command-line/confirm-clock.js',
  backup: 'dist/apps/command-line/backup.js',
  restore: 'dist/apps/command-line/restore.js',
  'verify-record': 'dist/apps/command-line/verify-record.js',
  health: 'dist/apps/command-line/health.js',
  sql: 'dist/apps/command-line/sql.js',
  openapi: 'dist/apps/api/write-openapi.js',
  charts: 'dist/apps/command-line/draw-charts.js',
  bench: 'dist/bench/run.js',
  'bench-reading': 'dist/bench/reading.js',
  'bench-import': 'dist/bench/import.js',
  'bench-decree': 'dist/bench/decree-preview.js',
};

const [name, ...args] = process.argv.slice(2);
const script = COMMANDS[name];
if (!script) stop(`Unknown command "${name}": one of ${Object.keys(COMMANDS).join(', ')}.`);
install();
build();
become(script, args);
