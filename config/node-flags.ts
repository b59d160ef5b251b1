/**
 * How Node is started for the API and the worker: traces that name the sources, and a small nursery for new objects;
 * with V8's own size half of each process is garbage of its start that nobody collects in a quiet office.
 */
export const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=4'];
