export { deliveryOf, type JobEntry, type JobHandlers, type JobName, type JobPayloads } from './jobs.js';
export { openQueues, type QueueSettings } from './open-queues.js';
export { type Queues, UnsafeQueueError } from './queues.js';
