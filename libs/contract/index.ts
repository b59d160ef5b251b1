export * from './case-views.js';
export * from './commands.js';
export * from './health.js';
export * from './lists.js';
export * from './office-views.js';
export * from './queries.js';
export * from './session.js';
export * from './text.js';
