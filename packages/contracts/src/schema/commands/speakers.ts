import { z } from 'zod';
import { defineCommand } from '../define.js';
import { id } from '../primitives.js';
import { handKind } from '../types.js';
import { STAFF_RATE } from './rates.js';

/** Length of a turn, ms. */
const limitMs = z.int().min(10_000).max(3_600_000);

export const speakerCommands = {
  'hand.raise': defineCommand({ refusals: ['dialogue.phase', 'panel.phase', 'hand.raised-already'], payload: z.strictObject({ handId: id, panelId: id, kind: handKind }) }),
  // for somebody without a phone, by who runs the hall
  'hand.enter': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'hand.raised-already', 'hand.no-group'], payload: z.strictObject({ handId: id, panelId: id, seatId: id, kind: handKind }) }),
  'hand.lower': defineCommand({ rate: STAFF_RATE, refusals: ['hand.gone'], payload: z.strictObject({ handId: id }) }),
  'turn.start': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'hand.gone', 'turn.moved-on'],
    // `after`: the turn that the moderator saw as current; two moderators pressing «next» together skip nobody
    payload: z.strictObject({ turnId: id, panelId: id, handId: id.nullable(), seatId: id.nullable(), after: id.nullable(), limitMs }),
  }),
  'turn.pause': defineCommand({ rate: STAFF_RATE, refusals: ['turn.moved-on', 'turn.paused'], payload: z.strictObject({ turnId: id }) }),
  'turn.resume': defineCommand({ rate: STAFF_RATE, refusals: ['turn.moved-on', 'turn.running'], payload: z.strictObject({ turnId: id }) }),
  // the new length of the whole turn: two moderators who add a minute together add one
  'turn.extend': defineCommand({ rate: STAFF_RATE, refusals: ['turn.moved-on', 'turn.not-longer'], payload: z.strictObject({ turnId: id, limitMs }) }),
  'turn.end': defineCommand({ rate: STAFF_RATE, refusals: ['turn.moved-on'], payload: z.strictObject({ turnId: id }) }),
};
