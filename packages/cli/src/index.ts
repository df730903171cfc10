export type { Command, ExitCode, Io } from './command.js';
export { dispatch } from './dispatch.js';
