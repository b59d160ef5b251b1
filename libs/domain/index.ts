export * from './commands.js';
export * from './deadlines/ledger.js';
export * from './policy/policy.js';
export * from './vocabulary.js';
