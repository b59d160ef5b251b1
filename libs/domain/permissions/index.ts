export * from './rights.js';
export * from './visibility.js';
