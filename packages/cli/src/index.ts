export type { Command, ExitCode, Io } from './command.js';
export { dispatch } from './dispatch.js';
export { wipeRehearsal, type Wiped } from './wipe/wipe-rehearsal.js';
