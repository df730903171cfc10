import { pino, type Logger } from 'pino';

export const LOGGER = Symbol('LOGGER');

/** JSON lines on stderr; bodies, codes and names are never passed to it. */
export const createLogger = (level: string): Logger => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
