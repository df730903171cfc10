export * from './wire/index.js';
export * from './schema/primitives.js';
export * from './schema/types.js';
export { pollBody, pollChoice, pollOption, pollResult, pollSetup } from './schema/polls.js';
export { sponsorCapacity } from './schema/proposals.js';
export { commands } from './schema/commands.js';
export { events } from './schema/events.js';
export { commandNames, commandOf, eventOf, eventTypes, isCommandName } from './schema/registry.js';
export type { CommandDefinition, EventDefinition, Lane } from './schema/define.js';
