export * from './commands.js';
export * from './decide/notices.js';
export * from './decide/refusal.js';
export * from './deadlines/ledger.js';
export * from './policy/policy.js';
export * from './vocabulary.js';
