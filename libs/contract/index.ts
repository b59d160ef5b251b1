export * from './commands.js';
export * from './queries.js';
export * from './text.js';
export * from './views.js';
