export { type ImportOptions, importFile } from './import-file.js';
export type { Progress, ProgressReport } from './progress.js';
export type { Remark, Summary } from './summary.js';
