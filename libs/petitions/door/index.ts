export { giveCommand } from './gather-requests.js';
export { DEADLINE_COLUMNS } from './read-batch.js';
export { isAboutOneRequest, runCommands, runCommandsIn } from './run-commands.js';
