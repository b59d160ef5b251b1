export * from './commands.js';
export * from './health.js';
export * from './lists.js';
export * from './queries.js';
export * from './session.js';
export * from './text.js';
export * from './views.js';
