import type { z } from 'zod';
import { commands, type Commands } from './commands.js';
import { events, type Events } from './events.js';
import type { CommandDefinition, EventDefinition } from './define.js';

export type CommandName = keyof Commands;
/** Commands of the count lane. */
export type PressName = { [N in CommandName]: N extends 'ballot.cast' | 'question.support' | 'poll.answer' ? N : never }[CommandName];
export type Payload<N extends CommandName = CommandName> = z.output<Commands[N]['payload']>;
export type PayloadInput<N extends CommandName = CommandName> = z.input<Commands[N]['payload']>;
export type CommandResult<N extends CommandName> = Commands[N] extends CommandDefinition<z.ZodType, infer R> ? R : never;

export type EventType = keyof Events;
export type EventData<T extends EventType = EventType> = z.output<Events[T]['data']>;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
export const commandOf = (name: CommandName): CommandDefinition => commands[name];
export const eventOf = (type: EventType): EventDefinition => events[type];
export const commandNames = Object.keys(commands) as CommandName[];
export const eventTypes = Object.keys(events) as EventType[];
