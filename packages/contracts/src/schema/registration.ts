import { z } from 'zod';
import { defineCommand, defineEvent, result } from './define.js';
import { hex32, id, lang, limits, line, optionalLine, text } from './primitives.js';
import { consentPurpose, openCode } from './types.js';

const applicantIds = z.array(id).min(1).max(limits.seatsPerCommand);

/** People who register themselves: with the organizer's approval, or by an open code. Off until the organizer says otherwise. */
export const registrationCommands = {
  /** Groups that may be asked for, and open codes; both empty: nobody registers. */
  'registration.set': defineCommand({ refusals: ['dialogue.phase'], payload: z.strictObject({ approval: z.array(id).max(limits.groups), codes: z.array(openCode).max(limits.groups) }) }),
  // given by who has no seat yet: the rate is the dialogue's, waits are said with the time after which the same id is taken
  'seat.register': defineCommand({
    rate: { perMinute: 600, burst: 200 }, refusals: ['dialogue.phase', 'registration.closed', 'registration.full', 'registration.code'],
    payload: z.strictObject({
      seatId: id, groupId: id.nullable(), openCode: z.string().max(40).nullable(), name: line(limits.name), organisation: optionalLine(limits.organisation), language: lang,
      given: z.partialRecord(consentPurpose, z.boolean()), authKeyHash: hex32,
    }),
    result: result<{ status: 'waiting' | 'seated' }>(),
  }),
  'applicant.approve': defineCommand({ refusals: ['dialogue.phase', 'applicant.state', 'registration.full'], payload: z.strictObject({ applicantIds }), result: result<{ approved: number }>() }),
  'applicant.decline': defineCommand({ refusals: ['dialogue.phase', 'applicant.state'], payload: z.strictObject({ applicantIds, reason: text(limits.reason) }) }),
};

/** Who registers is for who runs the dialogue; names stay out of the log, as everywhere. `waiting`: applicants that wait afterwards. */
export const registrationEvents = {
  'registration.set': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ approval: z.array(id), codes: z.array(openCode) }) }),
  'seat.registered': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ seatId: id, groupId: id, used: z.int() }) }),
  'applicant.received': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ applicantId: id, groupId: id, waiting: z.int() }) }),
  'applicant.approved': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ applicantIds: z.array(id), waiting: z.int() }) }),
  'applicant.declined': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ applicantIds: z.array(id), reason: z.string(), waiting: z.int() }) }),
};
