import { z } from 'zod';
import { defineCommand, defineEvent } from './define.js';
import { id } from './primitives.js';

/** Who leads a panel from the console: shown to the panel's staff, no lock: every moderator may act at any time. */
export const consoleCommands = {
  'console.hand-over': defineCommand({
    rate: { perMinute: 60, burst: 20 }, refusals: ['console.moved-on'],
    // `from`: the holder that the person saw; two who take over together read who was first
    payload: z.strictObject({ panelId: id, from: id.nullable(), to: id.nullable() }),
  }),
};

export const consoleEvents = {
  'console.handed-over': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ panelId: id, seatId: id.nullable() }) }),
};
