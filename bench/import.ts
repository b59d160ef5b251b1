import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { importFile, type Summary } from '#petitions';
import { type ImportEnd, ImportProcess } from './import/import-process.js';
import { writeRegister } from './import/write-register.js';
import {
  emptyRecord,
  type Fidelity,
  keepRows,
  readFidelity,
  writeKeptRows,
} from './import/written-register.js';
import { median } from './measure.js';
import { type BenchOffice, openBenchOffice } from './office/bench-office.js';

/** What the measurement says; the floor is the same rows by one plain statement a table. */
interface ImportFigures {
  rows: number;
  rounds: number;
  rowsPerSecond: number;
  floorRowsPerSecond: number;
  /** Import over floor. */
  ratio: number;
  peakMb: number;
  /** CPU time that the importing process takes for a row, without PostgreSQL; the start of the process is in it. */
  cpuMicrosecondsPerRow: number;
  killed: { importedBefore: number; resumedRowsPerSecond: number; peakMb: number; fidelity: Fidelity };
  /** The whole register again, when all of it is there. */
  repeatedRowsPerSecond: number;
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
});
const rows = Number(values.rows);
const bench = await openBenchOffice();
try {
  const path = join(bench.folder, 'register.csv');
  await writeRegister(path, rows);
  for (const file of ['units.csv', 'units_old_to_new.csv'])
    await importFile(bench.office, `config/demo/${file}`);
  console.log(JSON.stringify(await measure(bench, path, Number(values.rounds)), null, 2));
} finally {
  await bench.close();
}

/** Floor and import take turns; then one import is killed half way and resumed. Without rounds there is only the latter. */
async function measure(bench: BenchOffice, path: string, rounds: number): Promise<ImportFigures> {
  const { database } = bench.office;
  const imports: ImportEnd[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await emptyRecord(database);
    imports.push(await importAll(bench, path));
    if (round === 0) await keepRows(database);
    await emptyRecord(database);
    floors.push(await writeKeptRows(database));
  }
  const rowsPerSecond = rows / median(imports.map(({ seconds }) => seconds));
  const floorRowsPerSecond = rows / median(floors);
  const killed = await killAndResume(bench, path);
  const repeated = await importAll(bench, path);
  return {
    rows,
    rounds,
    rowsPerSecond: Math.round(rowsPerSecond),
    floorRowsPerSecond: Math.round(floorRowsPerSecond),
    ratio: Number((rowsPerSecond / floorRowsPerSecond).toFixed(2)),
    peakMb: Math.max(...imports.map(({ peakMb }) => peakMb)),
    cpuMicrosecondsPerRow: Math.round((1e6 * median(imports.map(({ cpuSeconds }) => cpuSeconds))) / rows),
    killed,
    repeatedRowsPerSecond: Math.round(rows / repeated.seconds),
  };
}

async function killAndResume(bench: BenchOffice, path: string): Promise<ImportFigures['killed']> {
  const { database } = bench.office;
  await emptyRecord(database);
  const run = new ImportProcess(bench, path);
  while ((await numbersGiven(bench)) < rows / 2) await sleep(50);
  run.kill();
  await run.end;
  const importedBefore = await petitions(bench);
  const resumed = await importAll(bench, path);
  if (resumed.summary!.alreadyThere !== importedBefore) throw new Error('The resumed import miscounted.');
  const fidelity = await readFidelity(database);
  const { petitions: found, ...faults } = fidelity;
  if (found !== rows || Object.values(faults).some((count) => count !== 0)) {
    throw new Error(`The record is not whole: ${JSON.stringify(fidelity)}`);
  }
  const resumedRowsPerSecond = Math.round(rows / resumed.seconds);
  return { importedBefore, resumedRowsPerSecond, peakMb: resumed.peakMb, fidelity };
}

async function importAll(bench: BenchOffice, path: string): Promise<ImportEnd> {
  const end = await new ImportProcess(bench, path).end;
  demandAll(end.summary);
  return end;
}

/** @throws when a row of the register did not come in: every one of them is right. */
function demandAll(summary: Summary | null): void {
  if (summary && summary.imported + summary.alreadyThere === rows) return;
  throw new Error(`Not every row came in: ${JSON.stringify({ ...summary, attention: [] }, null, 2)}`);
}

/** How many cases have their number: looking must cost nothing while it is measured. */
async function numbersGiven({ office }: BenchOffice): Promise<number> {
  const [row] = await office.database.rows<{ last: number }>('select last from case_counter');
  return row?.last ?? 0;
}

async function petitions({ office }: BenchOffice): Promise<number> {
  const [row] = await office.database.rows<{ count: number }>('select count(*) from petition');
  return row!.count;
}
